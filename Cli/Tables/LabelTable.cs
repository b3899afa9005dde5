using System.Text;
using FlowSim.Cli.Manual;

namespace FlowSim.Cli.Tables;

/// <summary>Rows of a label and cells; a long label is broken, and where there is little room beside the cells it stands above them.</summary>
internal sealed class LabelTable(string label, params string[] heads)
{
    private const string Gap = "  ";

    private readonly List<(string Label, string[] Cells)> rows = [];

    /// <summary>With less room beside the cells labels stand above them [columns].</summary>
    public int LeastLabel { get; init; } = 20;

    public void Add(string name, params string[] cells) => rows.Add((name, cells));

    /// <summary>The table as lines of at most so many columns, as far as its cells allow.</summary>
    public string Render(int width)
    {
        var widths = heads.Select((head, column) => rows.Select(row => row.Cells[column].Length).Append(head.Length).Max()).ToArray();
        var room = width - widths.Sum(column => column + Gap.Length);
        var beside = room < LeastLabel ? 0 : Math.Min(room, rows.Select(row => row.Label.Length).Append(label.Length).Max());
        var text = new StringBuilder();
        foreach (var (name, cells) in rows.Prepend((label, heads)))
        {
            var wrapped = TextLines.Wrap(name, beside > 0 ? beside : width);
            foreach (var part in beside > 0 ? wrapped.SkipLast(1) : wrapped)
            {
                text.Append(part).Append('\n');
            }

            var numbers = string.Concat(cells.Select((cell, column) => Gap + cell.PadLeft(widths[column])));
            text.Append($"{(beside > 0 ? wrapped[^1] : "").PadRight(beside)}{numbers}".TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
