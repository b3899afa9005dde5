using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Cli.Tables;

/// <summary>Numbers under each other: status, path, value and range in columns, and below them what each acts on and where it is from.</summary>
internal sealed class NumberTable
{
    private const string Gap = "  ";
    private const string Unsaid = "not said";
    private const int StatusWidth = 8;

    /// <summary>Shares of the room that is left beside the status and the gaps [of 100].</summary>
    private const int PathShare = 50;

    private const int ValueShare = 30;

    private readonly int[] widths;
    private readonly int width;

    /// <param name="width">Columns of the terminal.</param>
    public NumberTable(int width)
    {
        this.width = width;
        var room = Math.Max(40, width - StatusWidth - (3 * Gap.Length));
        widths = [StatusWidth, room * PathShare / 100, room * ValueShare / 100, room - (room * PathShare / 100) - (room * ValueShare / 100)];
    }

    /// <summary>The table as text.</summary>
    /// <param name="rows">The numbers.</param>
    /// <param name="measure">What a reader sees in place of a measure's id.</param>
    public string Of(IReadOnlyList<NumberRow> rows, Func<string, string> measure)
    {
        var text = new StringBuilder();
        Line(text, ["status", "number", "value", "range"]);
        foreach (var row in rows)
        {
            Line(text, [row.Status.Length == 0 ? Unsaid : row.Status, row.Path, row.Value, row.Range]);
            foreach (var detail in Details(row, measure).Where(detail => detail.Length > 0))
            {
                foreach (var line in TextLines.Wrap(detail, width - StatusWidth - Gap.Length))
                {
                    text.Append(' ', StatusWidth + Gap.Length).Append(line).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Details(NumberRow row, Func<string, string> measure)
    {
        yield return Moves(row, measure);
        yield return FormattableString.Invariant($"{(row.UsedBy.Length == 0 ? "acts on nothing" : "acts on " + row.UsedBy)}; {row.File}:{row.Line}");
        yield return row.Source.Length == 0 ? "" : $"source: {row.Source}";
        yield return row.Note.Length == 0 ? "" : $"note: {row.Note}";
    }

    private static string Moves(NumberRow row, Func<string, string> measure)
    {
        var together = row.IsTogether ? ", with the other rows of its table" : "";
        if (row.Moves.Length == 0)
        {
            return "";
        }

        if (!row.IsMove)
        {
            return $"tried{together}: moves no headline measure beyond chance";
        }

        var format = RowFormat.For([row.AtLow, row.AtHigh]);
        var unit = UnitName.Difference(row.Unit);
        return $"moves {measure(row.Moves)}{together}: {format.Signed(row.AtLow)} at the low end, {format.Signed(row.AtHigh)} at the high end{(unit.Length == 0 ? "" : $" ({unit})")}";
    }

    private void Line(StringBuilder text, string[] cells)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, widths[column])).ToList();
        for (var line = 0; line < wrapped.Max(lines => lines.Count); line++)
        {
            var row = string.Join(Gap, wrapped.Select((lines, column) => (line < lines.Count ? lines[line] : "").PadRight(widths[column])));
            text.Append(row.TrimEnd()).Append('\n');
        }
    }

    /// <summary>Lines that break behind a space, a dot, a comma or a hyphen, or before a bracket or an instance; a longer piece is cut.</summary>
    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        while (text.Length > width)
        {
            var at = width;
            while (at > 0 && !(text[at - 1] is ' ' or '.' or ',' or '-' || text[at] is '[' or '(' or '@' or ' '))
            {
                at--;
            }

            at = at == 0 ? width : at;
            lines.Add(text[..at].TrimEnd());
            text = text[at..].TrimStart();
        }

        lines.Add(text);
        return lines;
    }
}
