using FlowSim.Plots.Answers;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>What a search for the least cost has found: in words, the best designs, what each moves, and the curve of the first target against cost.</summary>
internal static class OptimumSection
{
    private const string Id = "optimum";
    private const double Million = 1e6;

    public static PageSection Of(ReportData data, IReadOnlyList<DrawnChart> charts, PageDrawings drawings) =>
        new(Id, "What the targets take", "page", data.Results.Designs.Count == 0 ? null : page => Write(page, data, charts, drawings));

    /// <summary>True of a chart that stands in this section, and not once more among the others.</summary>
    public static bool Has(DrawnChart chart) => chart.Chart.Id == CostCurve.Id;

    private static void Write(HtmlWriter page, ReportData data, IReadOnlyList<DrawnChart> charts, PageDrawings drawings)
    {
        var results = data.Results;
        page.Open("p").Element("strong", OptimumWords.Answer(results)).Close();
        foreach (var sentence in OptimumWords.Turning(results))
        {
            page.Element("p", sentence);
        }

        page.Element("p",
            "The designs below came out of a search and were run again with random numbers that it has not seen: what is said of them, here and elsewhere on this page, is of those runs. A target “with 95 %” asks for so many years in a hundred; “met” and “not met” are said where that is certain at 95 %. In square brackets: 95 % intervals, of chance alone.",
            ("class", "note"));
        var best = results.Designs.Where(row => row.Kind == DesignRow.Best).OrderBy(row => row.Order).ToList();
        Designs(page, [.. best, .. results.Designs.Where(row => row.Kind == DesignRow.AsItIs)]);
        Levers(page, data, [.. best.Select(row => row.Design).Distinct()]);
        foreach (var chart in charts.Where(Has))
        {
            ChartSection.Figures(page, data, chart, [.. chart.Figures.Select((_, part) => FormattableString.Invariant($"{Id}-chart-{part + 1}"))], drawings);
        }

        Curve(page, OptimumWords.Curve(results));
    }

    private static void Designs(HtmlWriter page, List<DesignRow> rows)
    {
        if (rows.Count > 0)
        {
            ReportTable.Write(page, Id + "-designs", "The best designs, and the system as it is; cost and net gain of all partners in £ million a year",
                ["Design", "Cost", "Target", "Reached", "Verdict", "Net gain if used again", "Net gain in cash"],
                rows.ConvertAll(row => (IReadOnlyList<string>)
                    [
                        row.Kind == DesignRow.AsItIs ? "As it is" : row.Design, NumberText.Plain(row.Cost / Million, 2), row.Target,
                        OptimumWords.LevelWithInterval(row), OptimumWords.Verdict(row), Gain(row.Opportunity, row.OpportunityLower95, row.OpportunityUpper95),
                        Gain(row.Cash, row.CashLower95, row.CashUpper95),
                    ]));
        }
    }

    /// <summary>A row for each lever that one of the designs moves.</summary>
    private static void Levers(HtmlWriter page, ReportData data, List<string> designs)
    {
        var moved = data.Results.Levers.Where(row => designs.Contains(row.Design)).GroupBy(row => row.Lever).Where(rows => rows.Any(row => row.Change != 0))
            .ToList();
        if (moved.Count > 0)
        {
            ReportTable.Write(page, Id + "-levers", "What each design moves, and what that costs a year", ["Lever", .. designs, "Who pays"],
                moved.ConvertAll(rows => (IReadOnlyList<string>)
                    [rows.First().Title, .. designs.Select(design => Moved(rows.FirstOrDefault(row => row.Design == design))), Payer(rows.First())]));
        }

        string Payer(LeverRow row) => row.Partner.Length == 0 ? "" : data.Names.GroupHeading(row.Partner);
    }

    private static string Moved(LeverRow? row) => row is null || row.Change == 0 ? "–" : $"{OptimumWords.Move(row)} ({OptimumWords.Pounds(row.Cost)})";

    private static void Curve(HtmlWriter page, List<DesignRow> curve)
    {
        if (curve.Count == 0)
        {
            return;
        }

        page.Open("details").Element("summary", "The curve, point by point").EndLine();
        ReportTable.Write(page, Id + "-curve", $"{curve[0].Target}, step by step in the order of what each brings for its money, by the runs of the search; cost and net gain of all partners in £ million a year",
            ["Cost", "Reached", "Net gain if used again", "Beside the highest", "Net gain in cash", "Beside the highest"],
            curve.ConvertAll(row => (IReadOnlyList<string>)
                [
                    NumberText.Plain(row.Cost / Million, 2), OptimumWords.LevelWithInterval(row),
                    Gain(row.Opportunity, row.OpportunityLower95, row.OpportunityUpper95), row.ByOpportunity,
                    Gain(row.Cash, row.CashLower95, row.CashUpper95), row.ByCash,
                ]));
        page.Close();
    }

    private static string Gain(double mean, double lower, double upper) => !double.IsFinite(mean) ? ""
        : $"{NumberText.Signed(mean / Million, 2)} {(upper > lower ? NumberText.Interval(lower / Million, upper / Million, 2, signed: true) : "")}".TrimEnd();
}

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
