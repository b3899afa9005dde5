using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Checklist;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>Every number of the baseline with what is said about its origin: an assumption is never passed off as a measurement.</summary>
internal static class AssumptionSection
{
    public const string Id = "assumptions";

    private const string Unsaid = "not said";

    /// <summary>The input that says which member of the calibrated set was drawn.</summary>
    private const string Member = "member";

    private static readonly string[] Statuses = ["measured", "cited", "derived", "assumed"];

    public static PageSection Of(ReportData data) =>
        new(Id, "Where the numbers come from", null, page => Write(page, data));

    private static void Write(HtmlWriter page, ReportData data)
    {
        var assumptions = data.Results.System.Assumptions;
        if (assumptions.Count == 0)
        {
            page.Element("p", "Nothing is recorded about the origin of the baseline's numbers with these results.");
            return;
        }

        page.Element("p",
            FormattableString.Invariant(
                $"{(assumptions.Count == 1 ? "1 number of the baseline says where it comes" : $"{assumptions.Count} numbers of the baseline say where they come")} from: {Counts(assumptions)}. {Ranged(assumptions)} with a range of what is plausible; the run used the value{Held(data)}"));
        Order(page, data.Results.System.Numbers);
        page.Open("div", ("class", "switches"), ("hidden", "")).Open("div").Element("label", "Search", ("for", "search"));
        page.Void("input", ("type", "search"), ("id", "search"), ("autocomplete", "off")).Element("span", "", ("id", "found"), ("role", "status")).Close()
            .Close();
        page.Open("details", ("id", "assumption-list")).Element("summary", FormattableString.Invariant($"All {assumptions.Count}")).EndLine();
        var tried = new TriedByNumber(data.Results.System.Numbers);
        ReportTable.Write(page, "assumption-table", "Numbers with their origin", ["Number", "Value", "Status", "Range", "Moves", "Source", "Note", "File"],
            [.. assumptions.OrderBy(tried.RankOf).Select(one =>
                (IReadOnlyList<string>)[one.Path, one.Value, one.Status, one.Range, Moves(tried.Of(one), data.Names), one.Source, one.Note,
                    one.File.Length == 0 ? "" : FormattableString.Invariant($"{one.File}:{one.Line}")])]);
        page.Close();
    }

    /// <summary>Which of the ranges an interval of the page holds.</summary>
    private static string Held(ReportData data)
    {
        if (DrawWords.CountOf(data.Results) == 0)
        {
            return ", and the intervals of this page do not hold the ranges.";
        }

        var ofSet = data.Results.DrawnInputs.Where(input => input.Scenario == ExperimentPlan.BaselineId && input.Input != Member).Select(input => input.Input)
            .Distinct().Count();
        return ofSet == 0
            ? ", and no interval of this page holds these ranges: what was drawn are the ranges of the scenarios, which are none of these numbers."
            : FormattableString.Invariant(
                $". The intervals of chance do not hold the ranges. Those “{DrawWords.Known}” hold, of these numbers, the {ofSet} that the calibrated set varies, and the ranges of the scenarios; of all others they hold nothing.");
    }

    private static void Order(HtmlWriter page, NumberFacts numbers)
    {
        if (numbers.Tried.Count > 0)
        {
            page.Element("p", $"First stand those that move a headline measure most over their range, then those that were not tried. {TriedWords.Limits(numbers)}".TrimEnd());
        }
    }

    private static string Moves(TriedNumberFacts? one, SystemNames names)
    {
        if (one is null)
        {
            return "";
        }

        var (low, high) = TriedWords.Moves(one);
        var said = one.IsMove ? $"{TriedWords.Measure(one, names)}: {low} at the low end, {high} at the high end" : "no headline measure beyond chance";
        return string.Join("; ", new[] { said, TriedWords.Together(one), one.Since.Length == 0 ? "" : "has changed since it was tried" }.Where(part => part.Length > 0));
    }

    private static string Counts(IReadOnlyList<AssumptionFacts> assumptions)
    {
        var counts = assumptions.CountBy(one => one.Status.Length == 0 ? Unsaid : one.Status).ToDictionary();
        var statuses = Statuses.Where(counts.ContainsKey).Concat(counts.Keys.Except(Statuses).Order(StringComparer.Ordinal));
        return string.Join(", ",
            statuses.Select(status => FormattableString.Invariant($"{counts[status]} {(status == Unsaid ? "without a status" : status)}")));
    }

    private static string Ranged(IReadOnlyList<AssumptionFacts> assumptions)
    {
        var count = assumptions.Count(one => one.Range.Length > 0);
        return count == 0 ? "None comes" : FormattableString.Invariant($"{count} {(count == 1 ? "comes" : "come")}");
    }
}

/// <summary>
/// Behind how far the answer can be trusted: how many numbers are assumed, and which decide. Below it, to be opened, how far each moves what is asked.
/// </summary>
internal static class DecisiveNumbers
{
    public static void Write(HtmlWriter page, ReportData data)
    {
        var (system, run) = (data.Results.System, data.Results.Run);
        var numbers = system.Numbers;
        if (numbers.Count == 0 && system.Assumptions.Count == 0)
        {
            return;
        }

        var named = TriedWords.Named(numbers);
        page.Open("p", ("class", "decide"), ("id", "decide"));
        page.Text(numbers.Count > 0 ? TriedWords.Line(numbers, run.System) : Unknown(system.Assumptions));
        page.Text(string.Join("; ", named.Select(one => TriedWords.Name(one, data.Names))) + (named.Count > 0 ? "." : ""));
        page.Text(numbers.IsOutdated ? " The description has changed since they were tried." : "");
        page.Text(" ").Element("a", "All with their sources", ("href", "#" + AssumptionSection.Id)).Text(".").Close();
        if (named.Count > 0)
        {
            Moves(page, data, named);
        }
    }

    private static void Moves(HtmlWriter page, ReportData data, IReadOnlyList<TriedNumberFacts> named)
    {
        page.Open("details", ("class", "decide")).Element("summary", "How far they move the results").EndLine();
        page.Element("p", $"Each number by itself at both ends of its range, with the same patients and random numbers as the baseline: the headline measure of the whole system that it moves most, compared with what other numbers do to that measure. {TriedWords.Limits(data.Results.System.Numbers)}".TrimEnd());
        ReportTable.Write(page, "decide-table", "The numbers that move the headline measures most", ["Number", "Path", "Acts on", "Status", "Range tried", "Moves most",
            "At the low end", "At the high end"], [.. named.Select(one => Cells(data, one))]);
        page.Close();
    }

    private static IReadOnlyList<string> Cells(ReportData data, TriedNumberFacts one)
    {
        var (low, high) = TriedWords.Moves(one);
        var together = TriedWords.Together(one);
        return
        [
            TriedWords.Name(one, data.Names), one.Path + (together.Length == 0 ? "" : $" ({together})"),
            NumberWords.Of(one.UsedBy, data.Names.ForReaders), one.Status,
            $"{TriedWords.Range(one)}{(one.Since.Length == 0 ? "" : " (has changed since)")}", TriedWords.Measure(one, data.Names), low, high,
        ];
    }

    /// <summary>Of results that do not count those of which nothing is said.</summary>
    private static string Unknown(IReadOnlyList<AssumptionFacts> known)
    {
        var assumed = known.Count(one => one.Status == "assumed");
        return FormattableString.Invariant(
            $"{assumed} of the {known.Count} numbers that say where they come from {(assumed == 1 ? "is" : "are")} assumed; these results do not say which of them decide.");
    }
}
