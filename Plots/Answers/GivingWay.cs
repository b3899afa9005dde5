using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Answers;

/// <summary>Which rule takes the load when the system is full, in words: the baseline by year, and what each scenario changes of it.</summary>
internal sealed class GivingWay
{
    private const int MostGrown = 3;
    private const int MostDecimals = 2;

    /// <summary>Quantities that are in use, open or present over time: what they give is no number in the year.</summary>
    private static readonly string[] OverTime =
        ["occupied_time", "open_time", "delayed_time", "census_occupied", "census_open", "census_present", "census_delayed"];

    private readonly ReportData data;
    private readonly Dictionary<string, IReadOnlyDictionary<string, Summary>> baseline;

    public GivingWay(ReportData data)
    {
        this.data = data;
        baseline = data.GivesWay.ToDictionary(measure => measure, Values, StringComparer.Ordinal);
        Rules = [.. data.GivesWay.Where(measure => baseline[measure].Count > 0)];
        Periods = Shown();
    }

    /// <summary>The measures that have a value for the whole system.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>The years up to that of the answers, the one before the scenarios branch among them; without years the time measured.</summary>
    public IReadOnlyList<string> Periods { get; }

    /// <summary>The baseline's value; null where there is none.</summary>
    public Summary? Baseline(string measure, string period) => baseline[measure].GetValueOrDefault(period);

    /// <summary>What a scenario changes, in the period of the answers.</summary>
    public Finding? Of(string scenario, string measure) => data.FindingOf(scenario, new ResultKey(data.Period, measure, PlaceName.System, ""));

    /// <summary>How much each rule takes, with the year before in brackets; then what takes more and more.</summary>
    public IEnumerable<Sentence> InBaseline()
    {
        var before = Periods.TakeWhile(period => period != data.Period).LastOrDefault();
        var used = Rules.Where(measure => !IsStock(measure))
            .Where(measure => IsUsed(measure, data.Period) || (before is not null && IsUsed(measure, before))).ToList();
        string Item(string measure) => $"{data.Names.Word(measure).InSentence}: {Level(measure, data.Period)}{Before(measure, before)}";
        var items = used.Select(Item).ToList();
        yield return items.Count == 0
            ? new("No rule gives way: none of them is used.")
            : new($"{Capital(data.During(data.Period))}, the load that is more than the system can take is met by:",
                $" {string.Join("; ", items)}.{(before is null ? "" : $" In round brackets: {data.InWords(before)}.")}");
        if (Rules.Where(IsStock).Select(Item).ToList() is { Count: > 0 } stocks)
        {
            yield return new("What is there, with what is opened or called in for the load:",
                $" {string.Join("; ", stocks)}. These are all of them: what was added is in the change from year to year, not in the number.");
        }

        if (Rules.Where(measure => !IsStock(measure)).Except(used).Select(measure => data.Names.Word(measure).InSentence).ToList() is { Count: > 0 } unused)
        {
            yield return new($"Not used: {Clauses.List(unused)}.");
        }

        if (Grown() is { Count: > 0 } grown)
        {
            yield return new($"Since {data.InWords(Periods[0])} these have grown most, as a share: {Clauses.List(grown)}.");
        }
    }

    /// <summary>Which rules a scenario uses less and which more, what is surely most first.</summary>
    public IEnumerable<Sentence> InScenario(string scenario)
    {
        var findings = Rules.Select(measure => Of(scenario, measure)).OfType<Finding>().Where(finding => finding.Verdict != Verdict.Undefined).ToList();
        var changes = findings.Where(finding => finding.IsBeyondChance || (finding.Verdict == Verdict.NoInterval && finding.Difference.Mean != 0))
            .OrderByDescending(finding => finding.Relevance).ToList();
        if (changes.Where(finding => finding.Difference.Mean < 0).Select(Change).ToList() is { Count: > 0 } less)
        {
            yield return new("Used less:", $" {string.Join("; ", less)}.");
        }

        if (changes.Where(finding => finding.Difference.Mean > 0).Select(Change).ToList() is { Count: > 0 } more)
        {
            yield return new("Used more:", $" {string.Join("; ", more)}.");
        }

        var rest = findings.Count(finding => finding.Verdict is Verdict.NoMoreThanChance or Verdict.CannotBeTold);
        if (rest > 0 || changes.Count == 0)
        {
            yield return new(changes.Count > 0
                ? FormattableString.Invariant($"The other {(rest == 1 ? "one changes" : $"{rest} change")} by no more than chance would.")
                : rest == 0 ? "No rule is used more or less." : "No rule is used more or less by more than chance would.");
        }
    }

    /// <summary>The baseline's values of the whole system by period.</summary>
    private IReadOnlyDictionary<string, Summary> Values(string measure) => data.Results.Summaries
        .Where(row => row.Scenario == data.Reference && row.Key.Measure == measure && row.Key is { Place: PlaceName.System, Group: "" })
        .Where(row => double.IsFinite(row.Mean)).DistinctBy(row => row.Key.Period).ToDictionary(row => row.Key.Period, StringComparer.Ordinal);

    private List<string> Shown()
    {
        var all = Rules.SelectMany(measure => baseline[measure].Keys).Distinct().ToList();
        var years = all.Where(period => Scenarios.Experiments.Periods.IsYear(period) && data.IsWhole(period)).Order(StringComparer.Ordinal).ToList();
        return years.Contains(data.Period) ? years : all.Contains(data.Period) ? [data.Period] : years;
    }

    /// <summary>True for capacity over time: it is there whether a rule is used or not.</summary>
    private bool IsStock(string measure) => data.Results.System.Measures.FirstOrDefault(one => one.Id == measure)?.Quantity is "open_time" or "census_open";

    private bool IsUsed(string measure, string period) => Baseline(measure, period) is { Mean: > 0 };

    private string Level(string measure, string period) => Baseline(measure, period) is { } row
        ? Number(row.Mean) + Unit(row.Key.Measure, row.Unit)
        : "no value";

    private string Before(string measure, string? period) => period is not null && Baseline(measure, period) is { } row ? $" ({Number(row.Mean)})" : "";

    /// <summary>Three digits, no tens left out and no more decimals than a reader remembers.</summary>
    private static string Number(double mean) => NumberText.Plain(mean, Math.Clamp(Rounding.LevelDecimals(mean), 0, MostDecimals));

    /// <summary>Those of which the intervals of the first and of the last year lie apart; without intervals none is said to grow.</summary>
    private List<string> Grown() => Periods.Count < 2 || Periods[^1] != data.Period ? [] :
    [
        .. Rules.Where(measure => !IsStock(measure)).Select(measure => (measure, First: Baseline(measure, Periods[0]), Last: Baseline(measure, data.Period)))
            .Where(one => one is { First.Mean: > 0, Last: not null } && one.Last.Lower95 > one.First.Upper95)
            .OrderByDescending(one => one.Last!.Mean / one.First!.Mean).Take(MostGrown)
            .Select(one => $"{data.Names.Word(one.measure).InSentence} (from {Level(one.measure, Periods[0])} to {Level(one.measure, data.Period)})"),
    ];

    /// <summary><c>patients sent home early, −5.5 [−8.9 to −2.0] a day</c>.</summary>
    private string Change(Finding finding)
    {
        var difference = finding.Difference;
        var decimals = Rounding.DifferenceDecimals(difference.Mean, difference.Lower95, difference.Upper95);
        var interval = double.IsNaN(difference.Lower95) ? ""
            : $" [{NumberText.Signed(difference.Lower95, decimals)} to {NumberText.Signed(difference.Upper95, decimals)}]";
        return $"{finding.Subject(begins: false)}, {NumberText.Signed(difference.Mean, decimals)}{interval}{Unit(finding.Key.Measure, difference.Unit)}{Clauses.OfReplications(finding)}";
    }

    /// <summary>What follows a number: an average over time is not a number in the year.</summary>
    private string Unit(string measure, string unit) =>
        data.Results.System.Measures.FirstOrDefault(one => one.Id == measure) is { } known && OverTime.Contains(known.Quantity)
            ? (unit.Length == 0 ? "" : " " + unit)
            : UnitWords.OfDifference(unit, data.Period, data.IsWhole(data.Period));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
