using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Checklist;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

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
