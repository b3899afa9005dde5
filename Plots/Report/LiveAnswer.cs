using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>
/// The answer as it stands while replications come in, as a piece of a page: the paragraph, the table of the whole system with its targets, who waits where,
/// whose money. The same sentences and numbers as in the report.
/// </summary>
public static class LiveAnswer
{
    private const int MostQueues = 8;
    private const int MostLists = 3;
    private const int MostMoved = 3;

    /// <summary>Queues of fewer are none [patients].</summary>
    private const double Noticed = 0.05;
    private const string QueueLength = "queue_length";
    private const string Utilisation = "utilisation";

    /// <summary>The piece of a page.</summary>
    /// <param name="results">What there is so far.</param>
    /// <param name="warnings">What a reader has to know before the numbers.</param>
    public static string Of(ResultSet results, IReadOnlyList<string> warnings)
    {
        var data = new ReportData(results, [QueueLength, Utilisation]);
        var page = new HtmlWriter();
        foreach (var warning in warnings)
        {
            page.Element("p", Capital(warning), ("class", "problem"));
        }

        if (data.Answer is { } answer)
        {
            Paragraph(page, answer);
            AnswerTableSection.Write(page, answer);
            Queues(page, data, answer.Scenarios);
            Money(page, data, answer.Scenarios);
        }
        else
        {
            var levels = new LevelAnswer(data);
            foreach (var sentence in levels.Sentences())
            {
                page.Element("p", sentence.Replace(" %", "\u00A0%", StringComparison.Ordinal), ("class", "board"));
            }

            page.Element("p", levels.Trust, ("class", "note"), ("id", "trust"));
            Levels(page, data, levels.Lines);
            Queues(page, data, []);
        }

        return page.ToString();
    }

    private static void Paragraph(HtmlWriter page, Answer answer)
    {
        foreach (var sentence in new AnswerWords(answer, answer.TitleOf).Sentences())
        {
            page.Element("p", SavingWords.Unbroken(sentence).Replace(" %", "\u00A0%", StringComparison.Ordinal), ("class", "board"));
        }

        page.Element("p", AnswerTrust.Of(answer), ("class", "note"), ("id", "trust"));
    }

    /// <summary>Each measure of the headline with its target, where nothing is compared.</summary>
    private static void Levels(HtmlWriter page, ReportData data, IReadOnlyList<LevelLine> lines)
    {
        var (interval, range) = (lines.Any(line => line.Interval.Length > 0), lines.Any(line => line.Range.Length > 0));
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "levels-caption")).EndLine();
        page.Open("table", ("id", "levels"), ("class", "rules")).EndLine();
        page.Element("caption", $"{Capital(data.InWords(data.Period))}: the baseline{(interval ? " with its 95 % interval of chance" : "")}{(range ? ", and with what is not known" : "")}", ("id", "levels-caption"));
        page.Open("thead").Open("tr").Element("th", "The whole system", ("scope", "col"));
        foreach (var heading in new[] { "Mean", interval ? "Chance" : "", range ? "Not known" : "", "Target" }.Where(heading => heading.Length > 0))
        {
            page.Element("th", heading, ("scope", "col"), ("class", "number"));
        }

        page.Close().Close().Open("tbody").EndLine();
        foreach (var line in lines)
        {
            page.Open("tr").Element("th", line.Name, ("scope", "row")).Element("td", line.Level, ("class", "number"));
            foreach (var (text, isShown) in new[] { (line.Interval, interval), (line.Range, range), (line.Target, true) }.Where(cell => cell.Item2))
            {
                page.Element("td", text, ("class", "number"));
            }

            page.Close();
        }

        page.Close().Close().Close();
    }

    /// <summary>Queues that change by more than chance, those of the whole picture that change most: a measure of the headline may not see them.</summary>
    private static void Moved(HtmlWriter page, ReportData data, IReadOnlyList<string> scenarios, IReadOnlyList<ResultKey> rows)
    {
        foreach (var scenario in scenarios)
        {
            var moved = rows.Where(key => IsSure(data, scenario, key)).Select(key => (Key: key, data.DifferenceOf(scenario, key)!.Mean))
                .Where(one => Math.Abs(one.Mean) >= Noticed).OrderByDescending(one => Math.Abs(one.Mean)).Take(MostMoved)
                .Select(one => $"{PoolWords(data.Names, one.Key)} {Waiting(data, data.Reference, one.Key)} → {Waiting(data, scenario, one.Key)}").ToList();
            if (moved.Count > 0)
            {
                var whose = scenarios.Count > 1 ? $" under “{data.TitleOf(scenario)}”" : "";
                page.Element("p", $"Queues that change by more than chance{whose} (patients waiting): {string.Join("; ", moved)}.", ("class", "board"));
            }
        }
    }

    private static bool IsSure(ReportData data, string scenario, ResultKey key) =>
        scenario != data.Reference && data.DifferenceOf(scenario, key) is { } found && (found.Lower95 > 0 || found.Upper95 < 0);

    private static string Waiting(ReportData data, string scenario, ResultKey key) =>
        data.SummaryOf(scenario, key) is { } row ? ShortNumbers.ForLevel(row.Mean).Plain(row.Mean) : "–";

    /// <summary>
    /// Pools for which most wait, of the baseline or of a scenario, with what each scenario makes of it; waiting lists, on which people are at home, come
    /// after them.
    /// </summary>
    private static void Queues(HtmlWriter page, ReportData data, IReadOnlyList<string> scenarios)
    {
        List<string> shown = [data.Reference, .. scenarios];
        var pools = data.Results.Summaries.Where(row => row.Key.Measure == Utilisation).Select(row => row.Key.Group).ToHashSet(StringComparer.Ordinal);
        var rows = data.Results.Summaries.Where(row => row.Key.Measure == QueueLength && pools.Contains(row.Key.Group))
            .Where(row => row.Key.Period == data.Period && shown.Contains(row.Scenario))
            .GroupBy(row => row.Key.Group).SelectMany(OfPlaces).GroupBy(row => row.Key).Select(group => (group.Key, Most: group.Max(row => row.Mean)))
            .Where(one => one.Most >= Noticed).OrderByDescending(one => one.Most).Select(one => one.Key).ToList();
        var lists = data.Results.System.Pools.Where(pool => pool.HasList()).Select(pool => pool.Id).ToHashSet(StringComparer.Ordinal);
        rows = [.. rows.Where(key => !lists.Contains(key.Group)).Take(MostQueues), .. rows.Where(key => lists.Contains(key.Group)).Take(MostLists)];
        if (rows.Count == 0)
        {
            return;
        }

        Moved(page, data, scenarios, rows);
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "queues-caption")).EndLine();
        page.Open("table", ("id", "queues"), ("class", "rules")).EndLine();
        page.Element("caption", $"{Capital(data.InWords(data.Period))}: where people wait (mean number waiting ± half its 95 % interval; in brackets how much of what is open is in use; bold: changed by more than chance)", ("id", "queues-caption"));
        page.Open("thead").Open("tr").Element("th", "For", ("scope", "col"));
        foreach (var scenario in shown)
        {
            page.Element("th", scenario == data.Reference ? "Baseline" : data.TitleOf(scenario), ("scope", "col"), ("class", "number"));
        }

        page.Close().Close().Open("tbody").EndLine();
        foreach (var key in rows)
        {
            page.Open("tr").Element("th", PoolWords(data.Names, key) + (lists.Contains(key.Group) ? " (a list, at home)" : ""), ("scope", "row"));
            foreach (var scenario in shown)
            {
                page.Element("td", Cell(data, scenario, key), ("class", IsSure(data, scenario, key) ? "number sure" : "number"));
            }

            page.Close();
        }

        page.Close().Close().Close();
    }

    /// <summary>Of a pool at several places each of them, and not their sum.</summary>
    private static IEnumerable<Summary> OfPlaces(IEnumerable<Summary> pool)
    {
        var rows = pool.ToList();
        return rows.Exists(row => row.Key.Place != PlaceName.System) ? rows.Where(row => row.Key.Place != PlaceName.System) : rows;
    }

    private static string Cell(ReportData data, string scenario, ResultKey key)
    {
        if (data.SummaryOf(scenario, key) is not { } waiting || !double.IsFinite(waiting.Mean))
        {
            return "–";
        }

        var use = data.SummaryOf(scenario, key with { Measure = Utilisation });
        var full = use is { } found && double.IsFinite(found.Mean) ? FormattableString.Invariant($" ({found.Mean:0} %)") : "";
        var (numbers, half) = (ShortNumbers.ForLevel(waiting.Mean), (waiting.Upper95 - waiting.Lower95) / 2);
        return numbers.Plain(waiting.Mean) + (double.IsFinite(half) ? $" ± {numbers.Plain(half)}" : "") + full;
    }

    private static string PoolWords(SystemNames names, ResultKey key)
    {
        var pool = names.GroupHeading(key.Group);
        return key.Place.Length > 0 && key.Place != PlaceName.System ? $"{pool}, {names.Place(key.Place)}" : pool;
    }

    private static void Money(HtmlWriter page, ReportData data, IReadOnlyList<string> scenarios)
    {
        var sentences = scenarios.SelectMany(scenario => SavingWords.Of(data.Results, scenario, data.Names)
            .Select(words => scenarios.Count > 1 ? $"{data.TitleOf(scenario)}: {words}" : words)).ToList();
        if (sentences.Count == 0)
        {
            return;
        }

        page.Element("h3", "Whose money").Open("ul").EndLine();
        sentences.ForEach(sentence => page.Element("li", SavingWords.Unbroken(sentence)));
        page.Close();
    }

    private static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
