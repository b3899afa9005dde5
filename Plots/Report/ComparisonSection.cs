using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>
/// Headline measures by place: the baseline's mean and each scenario's paired difference with its interval; one table a period. Many scenarios stand in
/// several tables, so that each fits on paper. The scenarios stand in the order of the answer, and the script opens with the whole system.
/// </summary>
internal static class ComparisonSection
{
    private const int ScenariosATable = 6;

    public static PageSection Of(ReportData data) =>
        new("comparison", data.IsComparison ? "Comparison" : "Results", "page wide", page => Write(page, data));

    private static void Write(HtmlWriter page, ReportData data)
    {
        if (data.Measures.Count == 0)
        {
            page.Element("p", "There is no measure to show.");
            return;
        }

        page.Element("p", data.IsComparison
            ? "The mean of the baseline, and how far each scenario is from it: mean difference paired by replication, with its 95 % interval. * and bold: the interval excludes 0; “better” and “worse” are said of measures that say which way they improve. Differences of percentages are percentage points." + All(data)
            : "Mean over replications, with its 95 % interval.");
        page.Element("p", OwnError(data), ("class", "note"));
        Switches(page, data);
        var tables = 0;
        foreach (var period in data.Periods)
        {
            var blocks = data.IsComparison ? Scenarios(data).Chunk(ScenariosATable).ToList() : [[]];
            foreach (var block in blocks)
            {
                Table(page, data, period, block, FormattableString.Invariant($"comparison-{++tables}"));
            }
        }

        Definitions(page, data);
    }

    /// <summary>As the answer has them.</summary>
    private static IReadOnlyList<string> Scenarios(ReportData data) => data.Answer?.Scenarios ?? data.Compared;

    private static string All(ReportData data) => DrawWords.CountOf(data.Results) is > 0 and var draws
        ? $" In round brackets: {DrawWords.Known}, {DrawWords.Ends(draws)}."
        : "";

    private static string OwnError(ReportData data) => data.Results.Summaries.All(row => double.IsNaN(row.ModelError95))
        ? "How far the model itself is off a level has not been measured."
        : "± after a level: how far the model itself may be off, by a year that was predicted (see “How far off may a level be?”). Where none stands, that has not been measured. It is no error of the differences: both sides of them share it.";

    private static void Switches(HtmlWriter page, ReportData data)
    {
        page.Open("div", ("class", "switches"), ("hidden", "")).EndLine();
        PageSwitch.Write(page, "period", "Period", [.. data.Periods.Select(period => (period, data.InWords(period)))], data.Period);
        if (data.IsComparison)
        {
            PageSwitch.Write(page, "scenario", "Scenario",
                [("", "All scenarios"), .. Scenarios(data).Select(scenario => (data.KeyOf(scenario), data.TitleOf(scenario)))], "");
        }

        var places = data.Measures.SelectMany(measure => data.Periods.SelectMany(period => data.RowsOf(period, measure))).Select(row => row.Key.Place)
            .Distinct().ToList();
        PageSwitch.Write(page, "place", "Place", [("", "All places"), .. places.Select(place => (place, data.Names.Place(place)))],
            places.Contains(PlaceName.System) ? PlaceName.System : "");
        page.Close();

        // On paper nothing can be chosen: what was chosen is said.
        page.Open("p", ("class", "note on-paper"), ("id", "places-shown"), ("hidden", "")).Text("Shown here: ").Element("span", "", ("id", "place-name"))
            .Text(". The other places are in the page itself (report.html).").Close();
    }

    private static void Table(HtmlWriter page, ReportData data, string period, string[] scenarios, string id)
    {
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", id + "-caption"), ("data-period", period)).EndLine();
        page.Open("table", ("id", id), ("class", "comparison sortable")).EndLine();
        page.Element("caption", Caption(data, period, scenarios), ("id", id + "-caption"));
        page.Open("thead").Open("tr");
        page.Element("th", "Measure", ("scope", "col")).Element("th", "Place", ("scope", "col"), ("class", "place"));
        page.Element("th", data.IsComparison ? "Baseline" : data.TitleOf(data.Reference), ("scope", "col"), ("class", "number"));
        foreach (var scenario in scenarios)
        {
            page.Element("th", data.TitleOf(scenario), ("scope", "col"), ("class", "difference"), ("data-scenario", data.KeyOf(scenario)));
        }

        page.Close().Close().Open("tbody").EndLine();
        foreach (var measure in data.Measures)
        {
            var rows = data.RowsOf(period, measure);
            var numbers = ColumnNumbers.For(rows.Select(row => row.Mean));
            foreach (var row in rows)
            {
                Row(page, data, row, scenarios, numbers);
            }
        }

        page.Close().Close().Close();
    }

    private static void Row(HtmlWriter page, ReportData data, Summary row, string[] scenarios, ColumnNumbers numbers)
    {
        var place = data.Names.Place(row.Key.Place);
        page.Open("tr", ("data-place", row.Key.Place));
        page.Element("th", NameOf(data, row), ("scope", "row"), ("data-place", place));
        page.Element("td", place, ("class", "place"));
        page.Open("td", ("class", "number")).Text(numbers.Plain(row.Mean));
        if (!data.IsComparison)
        {
            page.Text(" ").Element("small", numbers.Interval(row.Lower95, row.Upper95, signed: false));
        }

        if (LevelErrorWords.Half(row.ModelError95) is { Length: > 0 } own)
        {
            page.Text(" ").Element("small", own);
        }

        page.Close();
        foreach (var scenario in scenarios)
        {
            Cell(page, data, scenario, row.Key, numbers);
        }

        page.Close();
    }

    /// <summary>A scenario's difference from the baseline in a table.</summary>
    public static void Cell(HtmlWriter page, ReportData data, string scenario, ResultKey key, ColumnNumbers numbers)
    {
        var found = data.FindingOf(scenario, key);
        var isSure = found?.IsBeyondChance == true;
        page.Open("td", ("class", isSure ? "difference sure" : "difference"));
        if (found is null)
        {
            page.Text("–").Close();
            return;
        }

        var difference = found.Difference;
        var finer = numbers.Until(difference.Lower95, difference.Upper95);
        page.Text(finer.Signed(difference.Mean) + (isSure ? " *" : ""));
        var interval = finer.Interval(difference.Lower95, difference.Upper95, signed: true) + Clauses.OfReplications(found);
        if (interval.Length > 0)
        {
            page.Text(" ").Element("small", interval);
        }

        if (DrawWords.Range(finer, difference.Lower95All, difference.Upper95All, signed: true) is { Length: > 0 } all)
        {
            page.Text(" ").Element("small", all);
        }

        if (isSure && data.Names.Judged(key.Measure, found.Difference.Mean) is { Length: > 0 } judged)
        {
            page.Text(" ").Element("small", judged, ("class", judged));
        }

        page.Close();
    }

    private static string Caption(ReportData data, string period, string[] scenarios)
    {
        var all = Scenarios(data).ToList();
        var part = all.Count > ScenariosATable
            ? FormattableString.Invariant($" (scenarios {all.IndexOf(scenarios[0]) + 1} to {all.IndexOf(scenarios[^1]) + 1} of {all.Count})")
            : "";
        var what = data.IsComparison ? "baseline, and differences from it [95 % interval]" : "mean [95 % interval]";
        var words = data.InWords(period);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}: {what}{part}";
    }

    private static string NameOf(ReportData data, Summary row)
    {
        var group = row.Key.Group.Length == 0 ? "" : $": {data.Names.Group(row.Key.Group)}";
        return $"{data.Names.Measure(row.Key.Measure)}{group}{(row.Unit.Length == 0 ? "" : $" ({UnitWords.OfColumn(row.Unit)})")}";
    }

    private static void Definitions(HtmlWriter page, ReportData data)
    {
        var known = data.Measures.Select(id => data.Results.System.Measures.FirstOrDefault(measure => measure.Id == id)).Where(measure => measure is not null)
            .ToList();
        if (known.Count == 0)
        {
            return;
        }

        page.Open("details").Element("summary", "What the measures are").EndLine();
        ReportTable.Write(page, "measures", "Measures of the table", ["Measure", "Id in the files", "Unit", "Definition", "Source"],
            known.ConvertAll(measure =>
                (IReadOnlyList<string>)[data.Names.Word(measure!.Id).Name, measure.Id, measure.Unit, measure.Definition, measure.Source]));
        page.Close();
    }
}

/// <summary>Of a scenario that includes others: the sum of what its parts change, beside what it changes as a whole.</summary>
internal static class SumOfPartsSection
{
    private const string Id = "parts";

    public static PageSection Of(ReportData data)
    {
        var sums = SumOfParts.Of(data.Results);
        return new(Id, "The sum of the parts", null, sums.Count == 0 ? null : page => Write(page, data, sums));
    }

    private static void Write(HtmlWriter page, ReportData data, IReadOnlyList<SumOfParts> sums)
    {
        page.Element("p",
            $"A scenario that is made of others, {data.During(data.Period)}: what its parts change one by one, added up, and what it changes as a whole. They differ where the parts act on the same patients, staff and beds. Whole system; the sum is one of means and has no interval.");
        foreach (var (sum, number) in sums.Select((sum, index) => (sum, index + 1)))
        {
            ReportTable.Write(page, FormattableString.Invariant($"{Id}-{number}"),
                FormattableString.Invariant($"{data.TitleOf(sum.Whole)}: {sum.Parts.Count} parts and the whole"), ["Measure", "Sum of the parts", "The whole [95 % interval]"],
                [.. data.Measures.SelectMany(measure => data.RowsOf(data.Period, measure)).Where(row => row.Key is { Place: "system", Group: "" })
                    .Select(row => Row(data, sum, row)).OfType<IReadOnlyList<string>>()]);
        }
    }

    private static IReadOnlyList<string>? Row(ReportData data, SumOfParts sum, Summary row)
    {
        if (sum.Difference(data.Results, row.Key) is not { } whole)
        {
            return null;
        }

        var numbers = ColumnNumbers.For([row.Mean]).Until(whole.Lower95, whole.Upper95);
        return
        [
            $"{data.Names.Measure(row.Key.Measure)}{(row.Unit.Length == 0 ? "" : $" ({UnitWords.OfColumn(row.Unit)})")}",
            numbers.Signed(sum.Sum(data.Results, row.Key)),
            $"{numbers.Signed(whole.Mean)} {numbers.Interval(whole.Lower95, whole.Upper95, signed: true)}".TrimEnd(),
        ];
    }
}
