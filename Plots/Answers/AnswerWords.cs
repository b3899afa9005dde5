using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;

namespace FlowSim.Plots.Answers;

/// <summary>
/// The answer as a paragraph that can be read aloud: how far each target is reached and by what, which scenario does most by itself, what it costs, and which
/// scenarios change nothing that matters. The name of a scenario is never the subject of a verb: nobody knows whether it is one of many, "Rural hubs", or one,
/// "A hub".
/// </summary>
public sealed class AnswerWords
{
    private const int MostLines = 3;
    private const int MostOthers = 3;

    private readonly Answer answer;
    private readonly Func<string, string> nameOf;
    private readonly bool isUnderTable;
    private readonly IReadOnlyList<AnswerLine> measures;
    private readonly LineWords words;

    /// <param name="answer">What is told.</param>
    /// <param name="nameOf">What a scenario is called: on a page by its title, in a terminal by its id.</param>
    /// <param name="isUnderTable">True where the table with targets and every change stands right above: what it shows at a glance is not said again.</param>
    public AnswerWords(Answer answer, Func<string, string> nameOf, bool isUnderTable = false)
    {
        this.answer = answer;
        this.nameOf = nameOf;
        this.isUnderTable = isUnderTable;
        measures = [.. answer.Lines.Where(line => !line.IsMoney)];
        words = new LineWords(answer.Data.Period, answer.Data.IsWhole(answer.Data.Period));
    }

    /// <summary>The sentences, the most important first.</summary>
    public IReadOnlyList<string> Sentences() => answer.Scenarios.Count == 0 ? [] : [.. Effects(), .. Money(), .. Nothing(), .. NotYet()];

    private IEnumerable<string> Effects()
    {
        var first = answer.Scenarios[0];
        var told = Told(first).ToList();
        if (told.Count == 0 && answer.Scenarios.All(scenario => answer.InForceFrom(scenario) is not null))
        {
            yield break;
        }

        if (told.Count == 0)
        {
            yield return !HasIntervals ? ScenarioAnswer.OneReplication
                : $"{(answer.Scenarios.Count == 1 ? $"{nameOf(first)}: no measure of the headline changes" : "No scenario changes a measure of the headline")} by more than chance and by so much that it matters.";
            yield break;
        }

        var isTowards = measures.Any(line => line.WayGone(line[first]) > 0);
        var head = answer.Scenarios.Count > 1 && isTowards ? $"{nameOf(first)}, furthest of all" : nameOf(first);
        yield return Sentence($"{head}: {Movements(told, first)}");
        foreach (var sentence in Worse(first, told).Concat(Unmoved()).Concat(isUnderTable ? OthersByRank(first) : [.. ByItself(first), .. Others(first)]))
        {
            yield return sentence;
        }
    }

    private string Movements(List<AnswerLine> told, string scenario) =>
        isUnderTable && told.Count > 1 && told.TrueForAll(line => line.IsMissed && !line.Reaches(line.LevelUnder(line[scenario])))
            ? string.Join("; ", told.Select((line, at) => words.Course(line, line[scenario]) + LineWords.All(line, line[scenario], isNamed: at == 0))) + ", none of them to its target"
            : string.Join("; ", told.Select(line => words.Movement(line, line[scenario])));

    /// <summary>The lines that are told of a scenario: targets that are missed and that it moves, else what it moves most.</summary>
    private IEnumerable<AnswerLine> Told(string scenario)
    {
        var towards = measures.Where(line => GoesTowards(line, scenario)).ToList();
        return towards.Count > 0 ? towards
            : measures.Where(line => line.Matters(line[scenario])).OrderByDescending(line => line.Size(line[scenario])).Take(MostLines);
    }

    private static bool GoesTowards(AnswerLine line, string scenario) => line.WayGone(line[scenario]) > 0 && line.Matters(line[scenario]);

    private IEnumerable<string> Worse(string scenario, List<AnswerLine> told)
    {
        var worse = measures.Except(told).Concat(answer.Others).Where(line => line.Matters(line[scenario]) && line.Judged(line[scenario]) == "worse").ToList();
        if (worse.Count > 0)
        {
            yield return Sentence($"Made worse: {string.Join("; ", worse.Take(MostLines).Select(line => words.Movement(line, line[scenario])))}");
        }
    }

    /// <summary>Targets that nothing brings nearer.</summary>
    private IEnumerable<string> Unmoved()
    {
        var unmoved = measures.Where(line => line.IsMissed && !answer.Scenarios.Any(scenario => GoesTowards(line, scenario))).ToList();
        if (unmoved.Count > 0)
        {
            yield return Sentence($"Nothing that is compared brings these nearer to their targets by so much that it matters: {string.Join("; ", unmoved.Select(line => $"{line.Subject} ({words.Level(line, line.Level)}, {LineWords.Target(line)})"))}");
        }
    }

    /// <summary>Of a scenario that includes others, which of those that do not does most.</summary>
    private IEnumerable<string> ByItself(string first)
    {
        if (IsWhole(first) && answer.Scenarios.FirstOrDefault(scenario => !IsWhole(scenario)) is { } single && Told(single).ToList() is { Count: > 0 } told)
        {
            var lines = told.Take(MostLines).ToList();
            var none = !lines.TrueForAll(line => line.IsMissed && !line.Reaches(line.LevelUnder(line[single]))) ? ""
                : lines.Count == 1 ? ", not to its target" : ", none of them to its target";
            yield return Sentence($"Of single ones, most is done by {Named(single)}: {string.Join("; ", lines.Select(line => words.Arrival(line, line[single])))}{none}");
        }
    }

    private IEnumerable<string> Others(string first)
    {
        var single = IsWhole(first) ? answer.Scenarios.FirstOrDefault(scenario => !IsWhole(scenario)) : null;
        var others = answer.Scenarios.Where(scenario => scenario != first && scenario != single && Told(scenario).Any()).ToList();
        var towards = others.FindAll(scenario => measures.Any(line => GoesTowards(line, scenario)));
        if (towards.Count > 0)
        {
            yield return Sentence($"Less far: {Items(towards)}");
        }

        if (others.Except(towards).ToList() is { Count: > 0 } beside)
        {
            var targets = measures.Any(line => line.IsMissed) ? "None of the targets is brought nearer by" : "Also:";
            yield return Sentence($"{targets} {Items(beside)}");
        }
    }

    /// <summary>The scenarios after the first by rank, and those that bring no target nearer.</summary>
    private IEnumerable<string> OthersByRank(string first)
    {
        var others = answer.Scenarios.Where(scenario => scenario != first && Told(scenario).Any()).ToList();
        var towards = others.FindAll(scenario => measures.Any(line => GoesTowards(line, scenario)));
        var (singles, wholes) = (towards.FindAll(scenario => !IsWhole(scenario)), towards.FindAll(IsWhole));
        if (IsWhole(first) && singles.Count > 0)
        {
            yield return Sentence($"Of single ones, most is done by {Named(singles[0])}{(singles.Count > 1 ? $", then {Clauses.List([.. singles.Skip(1).Select(Named)])}" : "")}");
            towards = wholes;
        }

        if (towards.Count > 0)
        {
            yield return Sentence($"Less far: {Clauses.List([.. towards.Select(Named)])}");
        }

        if (others.Except(singles).Except(wholes).ToList() is { Count: > 0 } beside && measures.Any(line => line.IsMissed))
        {
            yield return Sentence($"None of the targets is brought nearer by {Clauses.List([.. beside.Select(Named)], "or")}");
        }
    }

    /// <summary>Scenarios, each with the first thing that it moves.</summary>
    private string Items(List<string> scenarios)
    {
        var more = scenarios.Count > MostOthers ? FormattableString.Invariant($"; and {scenarios.Count - MostOthers} more") : "";
        return string.Join("; ", scenarios.Take(MostOthers).Select(scenario => $"{Named(scenario)} ({words.Change(Told(scenario).First(), Told(scenario).First()[scenario])})")) + more;
    }

    private IEnumerable<string> Money()
    {
        if (answer.Lines.FirstOrDefault(line => line.IsMoney) is not { } cash)
        {
            yield break;
        }

        var known = answer.Scenarios.Select(scenario => cash[scenario]).Where(cell => double.IsFinite(cell.Mean)).ToList();
        var sure = known.Where(cell => cell.IsBeyondChance && !cell.IsOpen).OrderByDescending(cell => cell.Mean).ToList();
        var parts = new[] { (Sure: sure.FindAll(cell => cell.Mean > 0), Word: "saved"), (Sure: sure.FindAll(cell => cell.Mean <= 0), Word: isUnderTable ? "more spent" : "spent in addition") }
            .Where(side => side.Sure.Count > 0).Select(side => $"{side.Word} {Clauses.List([.. side.Sure.Select(Part)])}").ToList();
        var open = known.Except(sure).Select(cell => Named(cell.Scenario)).ToList();
        if (open.Count > 0)
        {
            var which = isUnderTable && open.Count > 1 && open.Count + sure.Count == answer.Scenarios.Count ? "others" : Clauses.List(open);
            parts.Add($"{(parts.Count > 0 ? $"of {which} " : answer.Scenarios.Count > 1 ? "of all of them " : "")}it cannot be told");
        }

        var whose = isUnderTable ? "all partners" : "of all partners";
        yield return Sentence($"In cash, {SavingWords.Years(answer.Results)}, {whose}, after investment: {string.Join("; ", parts)}");
        if (sure.Where(cell => cell.Mean > 0 && IsFree(cell.Scenario)).Select(cell => Named(cell.Scenario)).ToList() is { Count: > 0 } free)
        {
            yield return Sentence($"No investment is written for {Clauses.List(free, "or")}: what is needed for it is not in what it saves");
        }
    }

    /// <summary>Of the first scenario the interval too: of the others it stands in the table.</summary>
    private string Part(AnswerCell cell) => $"{LineWords.Pounds(cell, !isUnderTable && cell.Scenario == answer.Scenarios[0])} with {Named(cell.Scenario)}";

    /// <summary>True where nobody has written what a scenario costs, nor what those cost that it includes.</summary>
    private bool IsFree(string scenario) => answer.Results.System.Scenarios.FirstOrDefault(one => one.Id == scenario) is { Investment.Count: 0 };

    private IEnumerable<string> Nothing()
    {
        var nothing = answer.Scenarios.Where(scenario => answer.ChangesNothing(scenario) && answer.InForceFrom(scenario) is null).Select(Named).ToList();
        var isSaid = !Told(answer.Scenarios[0]).Any();
        if (nothing.Count > 0 && nothing.Count < answer.Scenarios.Count && !isSaid)
        {
            yield return Sentence($"No measure of the headline is changed by so much that it matters by {Clauses.List(nothing, "or")}");
        }
    }

    /// <summary>Of what has not begun nothing can be said.</summary>
    private IEnumerable<string> NotYet()
    {
        var later = answer.Scenarios.Where(scenario => answer.InForceFrom(scenario) is not null).ToList();
        if (later.Count > 0)
        {
            yield return Sentence($"Not in force in the time that was measured, so that nothing can be said yet: {string.Join("; ", later.Select(scenario => $"{Named(scenario)} (from {answer.InForceFrom(scenario)})"))}");
        }
    }

    /// <summary>Within a sentence: a title is several words, which could be read as its own.</summary>
    private string Named(string scenario) => nameOf(scenario) is var name && name.Contains(' ', StringComparison.Ordinal) ? $"“{name}”" : name;

    private bool IsWhole(string scenario) =>
        answer.Results.System.Scenarios.FirstOrDefault(one => one.Id == scenario) is { Parts.Count: > 1 };

    private bool HasIntervals => answer.Lines.Any(line => line.Cells.Any(cell => double.IsFinite(cell.Lower95)));

    private static string Sentence(string text) => text + ".";
}

/// <summary>A first look at a scenario in a line: what one replication gave of the measures that have a target, else of the first.</summary>
public sealed class LookWords
{
    private const int Most = 3;
    private const char Unbroken = '\u00A0';

    private readonly SystemNames names;
    private readonly IReadOnlyList<string> measures;

    /// <param name="system">The system in words.</param>
    /// <param name="headline">Ids of its headline measures, in order.</param>
    public LookWords(SystemFacts system, IReadOnlyList<string> headline)
    {
        names = SystemNames.Of(system);
        var targets = headline.Where(measure => names.Better(measure).Length > 0 && names.Standard(measure) is not null).ToList();
        measures = [.. (targets.Count > 0 ? targets : headline).Take(Most)];
    }

    /// <summary>
    /// <c>first look, one replication: baseline: Bed occupancy 97.1 %; …</c>; of a scenario what it changes. No space stands between a number and its unit
    /// at which a line could end.
    /// </summary>
    /// <param name="look">What one replication gave.</param>
    /// <param name="baseline">What it gave of the baseline; null: it is not there.</param>
    public string Line(FirstLook look, FirstLook? baseline)
    {
        var period = Periods.Shown(look.Rows.Select(row => row.Period), true);
        var parts = measures.Select(measure => Part(measure, Find(look, period, measure), look == baseline ? null : Find(baseline, period, measure)))
            .Where(part => part.Length > 0).ToList();
        return $"first look, one replication: {look.Scenario}: {(parts.Count == 0 ? "done" : string.Join("; ", parts))}";
    }

    private static ResultRow? Find(FirstLook? look, string period, string measure) =>
        look?.Rows.Cast<ResultRow?>().FirstOrDefault(row => row!.Value.Period == period && row.Value.Measure == measure && row.Value.Place == PlaceName.System
            && row.Value.Group.Length == 0);

    private string Part(string measure, ResultRow? row, ResultRow? baseline)
    {
        if (row is not { } found || !double.IsFinite(found.Value))
        {
            return "";
        }

        var isShare = found.Unit.StartsWith('%');
        var decimals = Math.Max(0, Rounding.LevelDecimals(baseline?.Value ?? found.Value));
        var amount = baseline is { } level ? NumberText.Signed(found.Value - level.Value, decimals) : NumberText.Plain(found.Value, decimals);
        var unit = isShare && baseline is not null ? "points" : isShare ? "%" : UnitWords.OfColumn(found.Unit);
        return $"{names.Measure(measure)} {$"{amount} {unit}".TrimEnd().Replace(' ', Unbroken)}";
    }
}
