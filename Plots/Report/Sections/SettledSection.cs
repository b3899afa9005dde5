using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report.Sections;

/// <summary>Had the system settled before the scenarios branched off? One verdict for each headline value.</summary>
internal static class SettledSection
{
    /// <summary>Nothing where there was no spin-up of two years.</summary>
    public static void Write(HtmlWriter page, ReportData data)
    {
        var changes = data.Results.Run.SpinUpChanges;
        if (changes.Count == 0)
        {
            return;
        }

        page.Element("h3", "Had the system settled?");
        page.Element("p",
            "Before the scenarios branch off, no headline measure should still move from year to year. A value has settled if two one-sided tests at 5 % show that its change in the last year is within its bound (its 90 % interval lies within); it has not if it surely moves, and by more than the bound; else so many replications cannot tell.");
        page.Element("p", Found(data.Names, changes));
        page.Open("details").Element("summary", "Change in the last year of the spin-up").EndLine();
        ReportTable.Write(page, "spin-up", "Last year of the spin-up against the year before",
            ["Measure", "Place", "Group", "Year before", "Last year", "Change", "90 % interval", "Bound", "Verdict", "Unit"],
            [.. changes.Select(change => Cells(data.Names, change))]);
        page.Close();
    }

    private static string Found(SystemNames names, IReadOnlyList<SpinUpChange> changes)
    {
        int Count(SettledVerdict verdict) => changes.Count(change => change.Verdict == verdict);
        var moving = changes.Where(change => change.Verdict == SettledVerdict.NotSettled).OrderByDescending(change => change.Size)
            .Select(change => Name(names, change)).ToList();
        var replications = changes.Max(change => change.N);
        return FormattableString.Invariant(
            $"Of {changes.Count} {(changes.Count == 1 ? "value" : "values")}, {Count(SettledVerdict.Settled)} had settled, {moving.Count} had not{(moving.Count == 0 ? "" : $" ({string.Join(", ", moving)})")}, and of {Count(SettledVerdict.CannotBeTold)} it cannot be told from {replications} {(replications == 1 ? "replication" : "replications")}.");
    }

    private static string Name(SystemNames names, SpinUpChange change) =>
        $"{names.Word(change.Measure).InSentence}{names.At(change.Place)}{(change.Group.Length > 0 ? $" ({names.Group(change.Group)})" : "")}";

    private static IReadOnlyList<string> Cells(SystemNames names, SpinUpChange change)
    {
        var decimals = Math.Max(0, Rounding.Decimals(change.Change, change.Lower90, change.Upper90));
        return
        [
            names.Measure(change.Measure), names.Place(change.Place), names.Group(change.Group), NumberText.Plain(change.Earlier, decimals),
            NumberText.Plain(change.Last, decimals),
            NumberText.Signed(Rounding.Between(change.Earlier, change.Last, decimals), decimals), double.IsNaN(change.Lower90)
                ? ""
                : $"{NumberText.Signed(change.Lower90, decimals)} to {NumberText.Signed(change.Upper90, decimals)}",
            double.IsNaN(change.Bound)
                ? ""
                : "± " + NumberText.Plain(change.Bound, Math.Max(decimals, Rounding.LevelDecimals(change.Bound) - 1)), Verdict(change.Verdict), change.Unit,
        ];
    }

    private static string Verdict(SettledVerdict verdict) => verdict switch
    {
        SettledVerdict.Settled => "settled",
        SettledVerdict.NotSettled => "not settled",
        _ => "cannot be told",
    };
}
