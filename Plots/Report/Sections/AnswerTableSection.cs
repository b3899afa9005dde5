using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Report.Sections;

/// <summary>
/// The lines of the answer as a table: measures as rows with level and target, scenarios as columns by what they do, better and worse in words.
/// </summary>
internal static class AnswerTableSection
{
    public static void Write(HtmlWriter page, Answer answer)
    {
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "answer-caption")).EndLine();
        page.Open("table", ("id", "answer-table"), ("class", "rules")).EndLine();
        page.Element("caption", Caption(answer), ("id", "answer-caption"));
        page.Open("thead").Open("tr");
        page.Element("th", "The whole system", ("scope", "col")).Element("th", "Baseline", ("scope", "col"), ("class", "number"))
            .Element("th", "Target", ("scope", "col"), ("class", "number"));
        foreach (var scenario in answer.Scenarios)
        {
            page.Element("th", answer.TitleOf(scenario), ("scope", "col"), ("class", "difference"));
        }

        page.Close().Close().Open("tbody").EndLine();
        foreach (var line in answer.Lines)
        {
            Row(page, line, answer.Results.System.Measures.FirstOrDefault(measure => measure.Id == line.Id)?.Definition);
        }

        page.Close().Close().Close();
    }

    private static string Caption(Answer answer)
    {
        var cells = answer.Lines.SelectMany(line => line.Cells).ToList();
        var interval = cells.Exists(cell => double.IsFinite(cell.Half)) ? " ± half its 95 % interval of chance; bold: more than chance" : "";
        var open = cells.Exists(cell => cell.IsOpen) ? "; ?: what is not known may turn it round" : "";
        return $"{char.ToUpperInvariant(answer.Period[0])}{answer.Period[1..]}: what each scenario changes,{(interval.Length > 0 ? interval : " in one replication")}{open}";
    }

    private static void Row(HtmlWriter page, AnswerLine line, string? definition)
    {
        var unit = line.IsMoney ? "£ million" : line.IsShare ? "changes in percentage points" : UnitWords.OfColumn(line.Unit);
        page.Open("tr").Element("th", unit.Length > 0 ? $"{line.Name} ({unit})" : line.Name, ("scope", "row"), ("title", definition is { Length: > 0 } ? definition : null));
        var percent = line.IsShare ? " %" : "";
        page.Element("td", double.IsFinite(line.Level) ? ShortNumbers.ForLevel(line.Level).Plain(line.Level) + percent : "", ("class", "number"));
        page.Element("td", line.HasTarget ? ShortNumbers.Exact(line.Target) + percent : "", ("class", "number"));
        var numbers = ShortNumbers.ForChanges(line.Cells.Select(cell => cell.Mean));
        foreach (var cell in line.Cells)
        {
            Cell(page, line, cell, numbers);
        }

        page.Close();
    }

    private static void Cell(HtmlWriter page, AnswerLine line, AnswerCell cell, ShortNumbers numbers)
    {
        if (!double.IsFinite(cell.Mean))
        {
            page.Element("td", "–", ("class", "difference"));
            return;
        }

        var isTold = cell.IsBeyondChance && !numbers.IsZero(cell.Mean);
        page.Open("td", ("class", isTold ? "difference sure" : "difference")).Text(numbers.Signed(cell.Mean) + (isTold && cell.IsOpen ? " ?" : ""));
        if (double.IsFinite(cell.Half) && !numbers.IsZero(cell.Half))
        {
            page.Text(" ").Element("small", "± " + numbers.Plain(cell.Half));
        }

        if (isTold && line.Judged(cell) is { Length: > 0 } judged)
        {
            page.Text(" ").Element("small", judged, ("class", judged));
        }

        page.Close();
    }
}
