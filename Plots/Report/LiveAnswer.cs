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
    /// <summary>The piece of a page.</summary>
    /// <param name="results">What there is so far.</param>
    /// <param name="warnings">What a reader has to know before the numbers.</param>
    public static string Of(ResultSet results, IReadOnlyList<string> warnings)
    {
        var data = new ReportData(results, QueueTable.Measures);
        var page = new HtmlWriter();
        foreach (var warning in warnings)
        {
            page.Element("p", Capital(warning), ("class", "problem"));
        }

        if (data.Answer is { } answer)
        {
            // The one that is worked on stands first, and not the one that goes furthest.
            var queues = new QueueTable(data, data.Compared);
            Paragraph(page, answer);
            Moved(page, queues, data.Compared);
            page.Element("p", AnswerTrust.Of(answer), ("class", "note"), ("id", "trust"));
            AnswerTableSection.Write(page, answer, data.Compared);
            Queues(page, queues);
            Money(page, data, data.Compared);
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
            Queues(page, new QueueTable(data, []));
        }

        return page.ToString();
    }

    private static void Paragraph(HtmlWriter page, Answer answer)
    {
        foreach (var sentence in new AnswerWords(answer, answer.TitleOf).Sentences())
        {
            page.Element("p", SavingWords.Unbroken(sentence).Replace(" %", "\u00A0%", StringComparison.Ordinal), ("class", "board"));
        }
    }

    /// <summary>Each measure of the headline with its target, where nothing is compared.</summary>
    private static void Levels(HtmlWriter page, ReportData data, IReadOnlyList<LevelLine> lines)
    {
        var (interval, range) = (lines.Any(line => line.Interval.Length > 0), lines.Any(line => line.Range.Length > 0));
        var target = lines.Any(line => line.Target.Length > 0);
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "levels-caption")).EndLine();
        page.Open("table", ("id", "levels"), ("class", "rules")).EndLine();
        page.Element("caption", $"{Capital(data.InWords(data.Period))}: the baseline{(interval ? " with its 95 % interval of chance" : "")}{(range ? ", and with what is not known" : "")}", ("id", "levels-caption"));
        page.Open("thead").Open("tr").Element("th", "The whole system", ("scope", "col"));
        foreach (var heading in new[] { "Mean", interval ? "Chance" : "", range ? "Not known" : "", target ? "Target" : "" }.Where(heading => heading.Length > 0))
        {
            page.Element("th", heading, ("scope", "col"), ("class", "number"));
        }

        page.Close().Close().Open("tbody").EndLine();
        foreach (var line in lines)
        {
            page.Open("tr").Element("th", line.Name, ("scope", "row")).Element("td", line.Level, ("class", "number"));
            foreach (var (text, isShown) in new[] { (line.Interval, interval), (line.Range, range), (line.Target, target) }.Where(cell => cell.Item2))
            {
                page.Element("td", text, ("class", "number"));
            }

            page.Close();
        }

        page.Close().Close().Close();
    }

    /// <summary>Queues that change by more than chance: a measure of the headline may not see them.</summary>
    private static void Moved(HtmlWriter page, QueueTable queues, IReadOnlyList<string> scenarios)
    {
        foreach (var scenario in scenarios)
        {
            var moved = queues.MovedBy(scenario).Select(row => $"{row.Name} {row.Cells[0].Level} → {row[scenario].Level}").ToList();
            if (moved.Count > 0)
            {
                var whose = scenarios.Count > 1 ? $" under “{queues.TitleOf(scenario)}”" : "";
                page.Element("p", $"Queues that change by more than chance{whose} (patients waiting): {string.Join("; ", moved)}.", ("class", "board"));
            }
        }
    }

    /// <summary>Who waits where.</summary>
    private static void Queues(HtmlWriter page, QueueTable queues)
    {
        if (queues.Rows.Count == 0)
        {
            return;
        }

        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "queues-caption")).EndLine();
        page.Open("table", ("id", "queues"), ("class", "rules")).EndLine();
        page.Element("caption", $"{Capital(queues.Period)}: where people wait (mean number waiting ± half its 95 % interval; in brackets how much of what is open is in use; bold: changed by more than chance)", ("id", "queues-caption"));
        page.Open("thead").Open("tr").Element("th", "For", ("scope", "col"));
        foreach (var scenario in queues.Scenarios)
        {
            page.Element("th", queues.TitleOf(scenario), ("scope", "col"), ("class", "number"));
        }

        page.Close().Close().Open("tbody").EndLine();
        foreach (var row in queues.Rows)
        {
            page.Open("tr").Element("th", row.Name + (row.IsList ? " (a list, at home)" : ""), ("scope", "row"));
            foreach (var cell in row.Cells)
            {
                page.Element("td", cell.Text, ("class", cell.IsSure ? "number sure" : "number"));
            }

            page.Close();
        }

        page.Close().Close().Close();
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
