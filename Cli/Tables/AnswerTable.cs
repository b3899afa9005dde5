using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;

namespace FlowSim.Cli.Tables;

/// <summary>
/// The answer of a comparison: scenarios as rows, by what they do; measures as columns with level and target; each change with half its interval, where
/// there is room for that.
/// </summary>
internal static class AnswerTable
{
    private const string Sure = "*";
    private const string Open = "?";
    private const int Gap = 1;
    private const int Target = 1;

    /// <summary>More tables below each other push the first off the screen: then halves of intervals make room.</summary>
    private const int MostParts = 2;

    /// <summary>A longer name of a scenario goes on below itself [columns].</summary>
    private const int MostLabel = 24;

    /// <summary>As many columns side by side as the terminal is wide; the others below, with the names of the scenarios again.</summary>
    public static string Render(Answer answer, int width)
    {
        var text = new StringBuilder();
        foreach (var part in Parts(answer, width, HasHalves(answer, width)))
        {
            Append(text, Labels(answer), part);
        }

        return text.ToString();
    }

    private static string[] Labels(Answer answer) => ["baseline", "target", .. answer.Scenarios];

    private static bool HasHalves(Answer answer, int width) =>
        answer.Lines.Any(line => line.Cells.Any(cell => double.IsFinite(cell.Half))) && Parts(answer, width, hasHalves: true).Count <= MostParts;

    private static List<List<AnswerColumn>> Parts(Answer answer, int width, bool hasHalves)
    {
        var columns = answer.Lines.Select(line => AnswerColumn.Of(line, hasHalves)).ToList();
        var room = width - LabelWidth(Labels(answer));
        var found = new List<List<AnswerColumn>>();
        for (var first = 0; first < columns.Count;)
        {
            var fit = CountThatFits(columns, first, room);

            // Parts of a size, not a last one of one column.
            var parts = (columns.Count - first + fit - 1) / fit;
            var count = Math.Min(fit, (columns.Count - first + parts - 1) / parts);
            found.Add(columns.GetRange(first, count));
            first += count;
        }

        return found;
    }

    /// <summary>What the marks mean, as far as they stand in the table.</summary>
    public static IEnumerable<string> Notes(Answer answer, int width)
    {
        var cells = answer.Lines.SelectMany(line => line.Cells).ToList();
        var shares = answer.Lines.Any(line => line.IsShare) ? "; of what is in %, in percentage points" : "";
        var intervals = HasHalves(answer, width) ? $" ± half the 95 % interval of chance, {Sure} more than chance"
            : cells.Exists(cell => double.IsFinite(cell.Half)) ? $" (its interval: --places), {Sure} more than chance" : "";
        yield return !cells.Exists(cell => cell.IsOpen) ? $"Rows of scenarios: change from the baseline{intervals}{shares}."
            : $"Rows of scenarios: change from the baseline{(shares.Length > 0 ? ", of % in points," : "")}{intervals}, {Open} what is not known may turn that round.";
    }

    /// <summary>A change with half its interval and its mark; one written as 0 has no mark, and an interval that would be written as 0 is left out.</summary>
    internal static string Cell(AnswerCell cell, ShortNumbers numbers, bool hasHalf)
    {
        if (!double.IsFinite(cell.Mean))
        {
            return "- ";
        }

        var half = hasHalf && double.IsFinite(cell.Half) && !numbers.IsZero(cell.Half) ? " ±" + numbers.Plain(cell.Half) : "";
        return $"{numbers.Signed(cell.Mean)}{half}{(numbers.IsZero(cell.Mean) || !cell.IsBeyondChance ? " " : cell.IsOpen ? Open : Sure)}";
    }

    private static int CountThatFits(List<AnswerColumn> columns, int first, int room)
    {
        var (count, used) = (0, 0);
        while (first + count < columns.Count && (used += Gap + columns[first + count].Width) <= room)
        {
            count++;
        }

        return Math.Max(1, count);
    }

    private static void Append(StringBuilder text, string[] labels, List<AnswerColumn> columns)
    {
        var label = LabelWidth(labels);
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        var heads = columns.Max(column => column.Heads.Count);
        for (var row = 0; row < heads; row++)
        {
            AppendRow(text, "", label, columns.Select(column => (column.Head(row, heads), column.Width)));
        }

        for (var row = 0; row < labels.Length; row++)
        {
            if (row != Target || columns.Exists(column => column.Cells[Target].Trim().Length > 0))
            {
                var name = Pieces(labels[row]);
                AppendRow(text, name[0], label, columns.Select(column => (column.Cells[row], column.Width)));
                foreach (var rest in name.Skip(1))
                {
                    AppendRow(text, "  " + rest, label, []);
                }
            }
        }
    }

    private static int LabelWidth(string[] labels) => Math.Min(MostLabel, labels.Max(text => text.Length));

    /// <summary>A name in pieces that fit, broken behind a sign where there is one.</summary>
    private static List<string> Pieces(string name)
    {
        const int Indent = 2;
        var parts = new List<string>();
        for (var rest = name; rest.Length > 0;)
        {
            var room = parts.Count == 0 ? MostLabel : MostLabel - Indent;
            var sign = rest.Length <= room ? -1 : rest.LastIndexOfAny(['.', '@', '-', '+', '='], room - 1);
            var length = rest.Length <= room ? rest.Length : sign > 0 ? sign + 1 : room;
            parts.Add(rest[..length]);
            rest = rest[length..];
        }

        return parts;
    }

    private static void AppendRow(StringBuilder text, string name, int label, IEnumerable<(string Text, int Width)> cells)
    {
        var line = string.Concat(cells.Select(cell => cell.Text.PadLeft(cell.Width + Gap)).Prepend(name.PadRight(label)));
        text.Append(TerminalSigns.Of(line).TrimEnd()).Append('\n');
    }
}
