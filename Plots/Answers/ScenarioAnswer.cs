using FlowSim.Plots.Words;

namespace FlowSim.Plots.Answers;

/// <summary>
/// What a scenario does, in two to five sentences for somebody who has to decide. What changes most, surely and as a share of the baseline, comes first;
/// then what else changes; then what does not, and what the run cannot tell. One measure of each topic is told. Nothing is judged good or bad.
/// </summary>
internal sealed class ScenarioAnswer
{
    private const int MostLeads = 2;
    private const int MostOthers = 4;
    private const int MostUnchanged = 3;
    private const int MostUnknown = 2;
    private const int MostWithoutInterval = 3;
    private const double MuchMore = 2;

    /// <summary>Said after differences of a single replication.</summary>
    public const string OneReplication = "One replication cannot tell chance from effect.";

    private readonly ReportData data;

    public ScenarioAnswer(ReportData data) => this.data = data;

    /// <summary>The sentences, the most important first.</summary>
    public IReadOnlyList<Sentence> Of(string scenario)
    {
        var findings = data.Measures.SelectMany(measure => Wholes(scenario, measure)).ToList();
        if (findings.Count == 0)
        {
            return [new("No headline measure can be told in a sentence; see the table.")];
        }

        var told = OnePerTopic(findings);
        return told.Exists(finding => finding.Verdict == Verdict.NoInterval)
            && !told.Exists(finding => finding.Verdict is not (Verdict.NoInterval or Verdict.Undefined))
            ? [.. WithoutInterval(told)]
            : [.. Changes(scenario, told), .. Unchanged(told), .. Unknown(told).Select(text => new Sentence(text))];
    }

    /// <summary>The rows of a measure that stand for the whole: the system's, or every one where there is none.</summary>
    private List<Finding> Wholes(string scenario, string measure)
    {
        var found = data.RowsOf(data.Period, measure).Where(row => !ReportData.IsPointOfCurve(row.Key)).Select(row => data.FindingOf(scenario, row.Key))
            .OfType<Finding>().ToList();
        var whole = found.FindAll(finding => finding.Key.Place == PlaceName.System);
        return whole.Count > 0 ? whole : found;
    }

    /// <summary>
    /// In the order of the headline; of each topic the first that changes, unless another changes much more; else the first that has a number.
    /// </summary>
    private static List<Finding> OnePerTopic(List<Finding> findings) =>
        [.. findings.GroupBy(finding => (finding.Word.Topic, finding.Key.Place, finding.Key.Group)).Select(Foremost)];

    private static Finding Foremost(IEnumerable<Finding> topic) =>
        topic.FirstOrDefault(finding => finding.IsBeyondChance
            && finding.Relevance * MuchMore >= topic.Max(other => other.IsBeyondChance ? other.Relevance : 0))
        ?? topic.FirstOrDefault(finding => finding.Verdict != Verdict.Undefined)
        ?? topic.First();

    private IEnumerable<Sentence> Changes(string scenario, List<Finding> told)
    {
        var changes = told.Where(finding => finding.IsBeyondChance).OrderByDescending(finding => finding.Relevance).ToList();
        if (changes.Count == 0)
        {
            yield return new(told.TrueForAll(finding => finding.Verdict is Verdict.Same or Verdict.Undefined)
                ? "Nothing changes in any replication."
                : "No headline measure changes by more than chance would.");
        }

        foreach (var lead in changes.Take(MostLeads))
        {
            yield return new(Clauses.ChangeWithLevels(lead), PlaceDetail.Of(lead, PartsOf(scenario, lead)) + ".");
        }

        var others = changes.Skip(MostLeads).ToList();
        if (others.Count > 0)
        {
            yield return new(Others(others));
        }
    }

    private string Others(List<Finding> others)
    {
        // The first measures of the headline are those the system's author cares for most: of many small changes they are told.
        var shown = others.Count <= MostOthers
            ? others
            : [.. others.OrderBy(finding => data.Measures.ToList().IndexOf(finding.Key.Measure)).Take(MostOthers)
                .OrderByDescending(finding => finding.Relevance)];
        var sentence = string.Join("; ", shown.Select((finding, index) => Clauses.Change(finding, begins: index == 0)));
        var more = others.Count - shown.Count;
        return more == 0 ? sentence + "." : FormattableString.Invariant($"{sentence}; {more} more {(more == 1 ? "is" : "are")} in the table.");
    }

    /// <summary>What the scenario leaves exactly as it was is not told: nobody expected it to change.</summary>
    private static IEnumerable<Sentence> Unchanged(List<Finding> told)
    {
        var found = told.FindAll(finding => finding.Verdict == Verdict.NoMoreThanChance);
        if (found.Count == 1)
        {
            yield return new(
                $"{found[0].Subject(begins: true)} {(found[0].Word.IsPlural ? "do" : "does")} not change by more than chance would ({Clauses.Between(found[0])}){Clauses.OfReplications(found[0])}.");
        }
        else if (found.Count > 1)
        {
            var items = found.Take(MostUnchanged).Select(finding =>
                $"{finding.Subject(begins: false)} ({Clauses.Between(finding)}){Clauses.OfReplications(finding)}").ToList();
            yield return new($"These change by no more than chance would: {Clauses.List(WithMore(items, found.Count))}.");
        }
    }

    private static IEnumerable<string> Unknown(List<Finding> told)
    {
        var open = told.FindAll(finding => finding.Verdict is Verdict.CannotBeTold or Verdict.NoInterval);
        var empty = told.FindAll(finding => finding.Verdict == Verdict.Undefined);
        List<string> parts = [];
        if (open.Count > 0)
        {
            var items = open.Take(MostUnknown).Select(finding => finding.Verdict == Verdict.NoInterval
                ? $"{finding.Subject(begins: false)} (only one replication has a value)"
                : $"{finding.Subject(begins: false)} ({Clauses.Between(finding)}){Clauses.OfReplications(finding)}").ToList();
            parts.Add($"It cannot be told what happens to {Clauses.List(WithMore(items, open.Count))}");
        }

        if (empty.Count > 0)
        {
            var items = empty.Take(MostUnknown).Select(finding => finding.Subject(begins: false)).ToList();
            parts.Add($"{(parts.Count == 0 ? "T" : "t")}here is no value of {Clauses.List(WithMore(items, empty.Count))}");
        }

        if (parts.Count > 0)
        {
            yield return string.Join("; ", parts) + ".";
        }
    }

    private static IEnumerable<Sentence> WithoutInterval(List<Finding> told)
    {
        var found = told.Where(finding => finding.Verdict == Verdict.NoInterval).OrderByDescending(finding => finding.Relevance).Take(MostWithoutInterval)
            .ToList();
        yield return new(
            $"In the one replication {string.Join("; ", found.Select(finding => finding.Difference.Mean == 0 ? $"{finding.Subject(begins: false)} {(finding.Word.IsPlural ? "stay" : "stays")} the same" : Clauses.Change(finding, begins: false)))}.");
        yield return new(OneReplication);
    }

    private List<Finding> PartsOf(string scenario, Finding whole) => whole.Key.Place != PlaceName.System ? [] :
        [.. data.RowsOf(whole.Key.Period, whole.Key.Measure).Where(row => row.Key.Place != PlaceName.System && row.Key.Group == whole.Key.Group)
            .Select(row => data.FindingOf(scenario, row.Key)).OfType<Finding>()];

    private static List<string> WithMore(List<string> items, int all) =>
        all <= items.Count ? items : [.. items, FormattableString.Invariant($"{all - items.Count} more")];
}

/// <summary>Where a difference is large and where it is small, if that is more than chance.</summary>
internal static class PlaceDetail
{
    private const int MostNamed = 3;

    /// <summary><c>: most at Wisbech (16.6 [16.3–16.8]), …</c>; empty where places do not differ.</summary>
    /// <param name="whole">The difference of the whole system.</param>
    /// <param name="parts">The same measure by place.</param>
    public static string Of(Finding whole, IReadOnlyList<Finding> parts)
    {
        var known = parts.Where(part => part.Verdict is not (Verdict.Undefined or Verdict.NoInterval)).ToList();
        var same = known.Where(part => part.Verdict == whole.Verdict).OrderByDescending(part => Math.Abs(part.Difference.Mean)).ToList();
        if (same.Count == 0 || !known.Exists(part => part.IsApartFrom(same[0])))
        {
            return "";
        }

        List<string> said = [$"most at {Named(same[0])}"];
        if (same.Count > 1 && same[^1].IsApartFrom(same[0]))
        {
            said.Add($"least at {Named(same[^1])}");
        }

        said.AddRange(known.Where(part => part.IsBeyondChance && part.Verdict != whole.Verdict).Take(MostNamed).Select(Against));
        var others = known.Where(part => !part.IsBeyondChance).Select(part => part.Place).ToList();
        if (others.Count > 0)
        {
            said.Add($"not beyond chance at {Clauses.List(Short(others))}");
        }

        return ": " + string.Join(", ", said);
    }

    private static string Against(Finding part) => $"but it {(part.Verdict == Verdict.Rises ? "rises" : "falls")} at {Named(part)}";

    private static string Named(Finding part) => $"{part.Place} ({Clauses.Amount(part)})";

    private static List<string> Short(List<string> names) =>
        names.Count <= MostNamed ? names : [.. names.Take(MostNamed - 1), FormattableString.Invariant($"{names.Count - MostNamed + 1} other places")];
}
