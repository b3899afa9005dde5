using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Plots.Answers;

/// <summary>A line of the answer: a measure of the whole system, or a sum of money, and what each scenario changes of it.</summary>
public sealed record AnswerLine
{
    /// <summary>A change of a share by less is said not to matter [percentage points].</summary>
    public const double LeastPoints = 0.5;

    /// <summary>A change of another level by less of it is said not to matter [share].</summary>
    public const double LeastShare = 0.02;

    /// <summary>Id of the measure, or the basis of a sum of money.</summary>
    public required string Id { get; init; }

    /// <summary>As the head of a column.</summary>
    public required string Name { get; init; }

    /// <summary>Within a sentence.</summary>
    public required string Subject { get; init; }

    /// <summary>True where the subject is one of many, which rise; false where it rises.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Unit of the level, as in the files.</summary>
    public required string Unit { get; init; }

    /// <summary>Mean of the baseline; NaN for a sum of money, which has none.</summary>
    public double Level { get; init; } = double.NaN;

    /// <summary>The row of the level; null for a sum of money.</summary>
    public Summary? Row { get; init; }

    /// <summary>Half the width of the model's own error of the level; NaN where it has not been measured.</summary>
    public double ModelError95 { get; init; } = double.NaN;

    /// <summary>What it is to reach; NaN where there is nothing.</summary>
    public double Target { get; init; } = double.NaN;

    /// <summary>What the target is, such as <c>standard</c>.</summary>
    public string TargetName { get; init; } = "";

    /// <summary><c>higher</c>, <c>lower</c>, or empty where neither is better.</summary>
    public string Better { get; init; } = "";

    /// <summary>True for a sum of money [£ million].</summary>
    public bool IsMoney { get; init; }

    /// <summary>One for each scenario, in the order of the answer.</summary>
    public required IReadOnlyList<AnswerCell> Cells { get; init; }

    /// <summary>The line of a measure.</summary>
    /// <param name="names">What the system's ids are called.</param>
    /// <param name="row">Its level.</param>
    /// <param name="cells">What each scenario changes.</param>
    internal static AnswerLine Of(SystemNames names, Summary row, IReadOnlyList<AnswerCell> cells)
    {
        var key = row.Key;
        var word = MeasureWord.Of(names.Measure(key.Measure), key.Measure, names.Word(key.Measure).Joint);
        var better = names.Better(key.Measure);
        var standard = better.Length > 0 ? names.Standard(key.Measure, key.Group) : null;
        var group = key.Group.Length > 0 ? ": " + names.Group(key.Group) : "";
        return new AnswerLine
        {
            Id = key.Measure,
            Name = $"{names.Measure(key.Measure)}{group}{(key.Place == PlaceName.System ? "" : ", " + names.Place(key.Place))}",
            Subject = $"{word.InSentence}{word.About(names.Group(key.Group))}{names.At(key.Place)}",
            IsPlural = word.IsPlural,
            Unit = row.Unit,
            Level = row.Mean,
            Row = row,
            ModelError95 = row.ModelError95,
            Target = standard?.Value ?? double.NaN,
            TargetName = standard?.Name ?? "",
            Better = better,
            Cells = cells,
        };
    }

    public bool HasTarget => double.IsFinite(Target);

    public bool IsShare => Unit == "%" || Unit.StartsWith("% ", StringComparison.Ordinal);

    /// <summary>True where there is a target and the baseline does not reach it.</summary>
    public bool IsMissed => HasTarget && double.IsFinite(Level) && !Reaches(Level);

    public AnswerCell this[string scenario] => Cells.FirstOrDefault(cell => cell.Scenario == scenario) ?? AnswerCell.None(scenario);

    /// <summary>True where a level is on the target's right side.</summary>
    public bool Reaches(double level) => Better == "higher" ? level >= Target : level <= Target;

    /// <summary>The level under a scenario.</summary>
    public double LevelUnder(AnswerCell cell) => Level + cell.Mean;

    /// <summary>True where a change is beyond chance and large enough to be spoken of.</summary>
    public bool Matters(AnswerCell cell) =>
        cell.IsBeyondChance && (IsMoney || Math.Abs(cell.Mean) >= (IsShare ? LeastPoints : LeastShare * Math.Abs(Level)));

    /// <summary>
    /// True where the interval of chance contains 0 and reaches no further than the share of the level beyond which the report leaves a question open.
    /// </summary>
    public bool IsSurelySmall(AnswerCell cell) =>
        !cell.IsBeyondChance && Math.Max(Math.Abs(cell.Lower95), Math.Abs(cell.Upper95)) <= Finding.Margin * Math.Abs(Level);

    /// <summary>A change as a share of the level.</summary>
    public double Size(AnswerCell cell) => Level == 0 ? double.PositiveInfinity : Math.Abs(cell.Mean / Level);

    /// <summary><c>better</c>, <c>worse</c>, or empty where neither can be said.</summary>
    public string Judged(AnswerCell cell) =>
        !cell.IsBeyondChance || cell.IsOpen || Better.Length == 0 ? "" : (cell.Mean > 0) == (Better == "higher") ? "better" : "worse";

    /// <summary>How much of the way to the target a scenario goes, beyond chance [share; below 0: away from it]; 0 where there is no way to go.</summary>
    public double WayGone(AnswerCell cell)
    {
        if (!IsMissed || !cell.IsBeyondChance)
        {
            return 0;
        }

        return Math.Clamp(cell.Mean / (Target - Level), -1, 1);
    }
}

/// <summary>
/// Which lines an answer has: of each topic of the headline one measure, that with a target before others; those with a target before those without; then
/// what is saved. At most ten, in the order of the headline.
/// </summary>
internal static class AnswerLines
{
    private const int Most = 10;

    private static readonly (string Basis, string Name, string Subject)[] Money =
        [(Basis.Cash, "Saved in cash", "what is saved in cash"), (Basis.Opportunity, "Worth if used again", "what is freed, if it is used again,")];

    /// <summary>The lines, with a cell for each scenario that was compared, and those of the headline that are not among them.</summary>
    /// <param name="data">What was run.</param>
    /// <param name="measures">Ids to show, all of them; none: they are chosen.</param>
    public static (IReadOnlyList<AnswerLine> Shown, IReadOnlyList<AnswerLine> Others) Of(ReportData data, IReadOnlyList<string> measures)
    {
        var money = Savings(data).ToList();
        var all = data.Measures.Concat(measures).Distinct().SelectMany(measure => Wholes(data, measure))
            .Select(row => (Row: row, Line: Line(data, row))).ToList();
        var chosen = measures.Count > 0 ? all.Where(one => measures.Contains(one.Row.Key.Measure)).Select(one => one.Line).ToHashSet()
            : all.GroupBy(one => (data.Names.TopicOf(one.Row.Key.Measure), one.Row.Key.Place, one.Row.Key.Group))
                .Select(topic => topic.FirstOrDefault(one => one.Line.HasTarget, topic.First()).Line)
                .OrderByDescending(line => line.HasTarget).Take(Most - money.Count).ToHashSet();
        IEnumerable<AnswerLine> shown = all.Select(one => one.Line).Where(chosen.Contains);
        return ([.. measures.Count > 0 ? shown.OrderBy(line => measures.ToList().IndexOf(line.Id)) : shown, .. money],
            [.. all.Select(one => one.Line).Where(line => !chosen.Contains(line))]);
    }

    /// <summary>The rows of a measure that stand for the whole: the system's, or every one where there is none.</summary>
    private static List<Summary> Wholes(ReportData data, string measure)
    {
        var found = data.RowsOf(data.Period, measure).Where(row => !ReportData.IsPointOfCurve(row.Key)).ToList();
        var whole = found.FindAll(row => row.Key.Place == PlaceName.System);
        return whole.Count > 0 ? whole : found;
    }

    private static AnswerLine Line(ReportData data, Summary row) =>
        AnswerLine.Of(data.Names, row, [.. data.Compared.Select(scenario => AnswerCell.Of(scenario, data.DifferenceOf(scenario, row.Key)))]);

    private static IEnumerable<AnswerLine> Savings(ReportData data)
    {
        var year = SavingWords.ShownYear(data.Results);
        var systems = data.Results.Savings.Where(saving => saving.Partner == Saving.System && saving.Year == year).ToList();
        return Money.Select(money => (money, Of: systems.FindAll(saving => saving.Basis == money.Basis))).Where(one => one.Of.Count > 0)
            .Select(one => new AnswerLine
            {
                Id = one.money.Basis,
                Name = one.money.Name,
                Subject = one.money.Subject,
                Unit = "£m",
                Better = "higher",
                IsMoney = true,
                Cells = [.. data.Compared.Select(scenario => AnswerCell.Of(scenario, one.Of.Find(saving => saving.Scenario == scenario)))],
            });
    }
}
