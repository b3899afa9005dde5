using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Answers;

/// <summary>
/// The answer of a comparison: some ten lines of the whole system with their targets, and the scenarios by what they do. The terminal and the page show the
/// same.
/// </summary>
public sealed class Answer
{
    private Answer(ResultSet results, ReportData data, IReadOnlyList<string> measures)
    {
        Results = results;
        Data = data;
        var (lines, others) = AnswerLines.Of(data, measures);
        Scenarios = ScenarioRank.Of(lines, data.Compared);
        Lines = InOrder(lines);
        Others = InOrder(others);
    }

    /// <summary>What was run.</summary>
    public ResultSet Results { get; }

    /// <summary>The lines, in the order of the headline, money last.</summary>
    public IReadOnlyList<AnswerLine> Lines { get; }

    /// <summary>The rest of the headline, which no table shows: what is made worse of it must be said.</summary>
    internal IReadOnlyList<AnswerLine> Others { get; }

    /// <summary>Ids of the scenarios, the one first that goes furthest towards the targets.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>The period in words, such as <c>2018/19</c>.</summary>
    public string Period => Data.InWords(Data.Period);

    /// <summary>
    /// True of a scenario with intervals that moves no measure of the headline by more than chance and by so much that it matters; money is not asked.
    /// </summary>
    public bool ChangesNothing(string scenario)
    {
        var cells = Lines.Where(line => !line.IsMoney).Concat(Others).Select(line => (Line: line, Cell: line[scenario])).ToList();
        return cells.Exists(one => double.IsFinite(one.Cell.Lower95)) && !cells.Exists(one => one.Line.Matters(one.Cell));
    }

    /// <summary>The day on which a scenario begins, where that is after the measured time; else null.</summary>
    public string? InForceFrom(string scenario) => NotInForce.Until(Results, scenario);

    internal ReportData Data { get; }

    /// <summary>The answer of a comparison; null where nothing was compared.</summary>
    /// <param name="results">What was run.</param>
    /// <param name="measures">Ids to show in place of those that are chosen; none: they are chosen.</param>
    public static Answer? Of(ResultSet results, IReadOnlyList<string> measures) => Of(new ReportData(results, measures), measures);

    /// <summary>The same from what has been looked up.</summary>
    internal static Answer? Of(ReportData data, IReadOnlyList<string> measures) =>
        data.IsComparison ? new Answer(data.Results, data, measures) : null;

    private IReadOnlyList<AnswerLine> InOrder(IReadOnlyList<AnswerLine> lines) =>
        [.. lines.Select(line => line with { Cells = [.. Scenarios.Select(scenario => line[scenario])] })];

    /// <summary>A scenario as a reader calls it.</summary>
    public string TitleOf(string scenario) => ScenarioName.Of(Results, scenario);
}

/// <summary>What one scenario changes of one line of the answer.</summary>
/// <param name="Scenario">Its id.</param>
/// <param name="Mean">Scenario minus baseline; NaN where there is none.</param>
/// <param name="Lower95">Lower end of the paired 95 % interval, chance alone; NaN without one.</param>
/// <param name="Upper95">Upper end.</param>
/// <param name="Lower95All">Lower end with what is not known; NaN without draws.</param>
/// <param name="Upper95All">Upper end.</param>
public sealed record AnswerCell(string Scenario, double Mean, double Lower95, double Upper95, double Lower95All, double Upper95All)
{
    /// <summary>A scenario that has no such value.</summary>
    public static AnswerCell None(string scenario) => new(scenario, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>A difference of a measure.</summary>
    public static AnswerCell Of(string scenario, Difference? difference) => difference is null ? None(scenario)
        : new AnswerCell(scenario, difference.Mean, difference.Lower95, difference.Upper95, difference.Lower95All, difference.Upper95All);

    /// <summary>A sum of money [£ million].</summary>
    public static AnswerCell Of(string scenario, Saving? saving)
    {
        const double Million = 1e6;
        return saving is null ? None(scenario)
            : new AnswerCell(scenario, (double)saving.Amount / Million, saving.Lower95 / Million, saving.Upper95 / Million, saving.Lower95All / Million,
                saving.Upper95All / Million);
    }

    /// <summary>True where the interval of chance excludes 0.</summary>
    public bool IsBeyondChance => Lower95 > 0 || Upper95 < 0;

    /// <summary>True where what is not known may turn a change round that is beyond chance.</summary>
    public bool IsOpen => IsBeyondChance && Lower95All <= 0 && Upper95All >= 0;

    /// <summary>Half the width of the interval of chance; NaN without one.</summary>
    public double Half => (Upper95 - Lower95) / 2;
}

/// <summary>
/// The order of scenarios: first the one that goes furthest towards the targets that are missed, all of them together; of those that go equally far, or where
/// there are no targets, the one that changes more.
/// </summary>
internal static class ScenarioRank
{
    public static IReadOnlyList<string> Of(IReadOnlyList<AnswerLine> lines, IReadOnlyList<string> scenarios) =>
    [
        .. scenarios.OrderByDescending(scenario => Math.Round(lines.Sum(line => line.WayGone(line[scenario])), 3))
            .ThenByDescending(scenario => lines.Where(line => !line.IsMoney).Sum(line => Size(line, line[scenario]))),
    ];

    /// <summary>A change as a share of the level, as far as it is beyond chance.</summary>
    private static double Size(AnswerLine line, AnswerCell cell) =>
        cell.IsBeyondChance && line.Level != 0 && double.IsFinite(line.Level) ? Math.Min(1, Math.Abs(cell.Mean / line.Level)) : 0;
}

/// <summary>How far an answer can be trusted, in a sentence or two.</summary>
public static class AnswerTrust
{
    /// <summary>Replications and draws, the model's own error of the levels shown, and the share of numbers assumed.</summary>
    public static string Of(Answer answer) => Of(answer, sayNumbers: true);

    /// <summary>The same; the share of numbers is left out where it is said beside.</summary>
    internal static string Of(Answer answer, bool sayNumbers) => Of(answer.Data, answer.Lines, sayNumbers);

    /// <summary>The same of the levels of a run.</summary>
    internal static string Of(ReportData data, IReadOnlyList<AnswerLine> lines, bool sayNumbers)
    {
        var results = data.Results;
        var draws = DrawWords.CountOf(results);
        var replications = results.Run.ReplicationsOf(data.Reference);
        var unknown = draws > 0 ? FormattableString.Invariant($" and {draws} draws") : ", chance alone";
        var rests = FormattableString.Invariant($"{replications} replication{(replications == 1 ? "" : "s")}{unknown}");
        var errors = lines.Where(line => double.IsFinite(line.ModelError95))
            .Select(line => $"{line.Name} {LevelErrorWords.Half(line.ModelError95)}{(line.IsShare ? " points" : UnitWords.OfDifference(line.Unit, data.Period))}").ToList();
        var own = errors.Count == 0 ? "the error of levels has not been measured" : $"levels against a predicted year: {string.Join(", ", errors)}";
        var numbers = results.System.Numbers;
        var assumed = numbers.Count == 0 || !sayNumbers ? "" : FormattableString.Invariant($"; {numbers.Assumed:N0} of {numbers.Count:N0} numbers assumed");
        return $"How far to trust it: {rests}; {own}{assumed}.";
    }
}
