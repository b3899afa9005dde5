using System.Text;

namespace FlowSim.Cli.Tables;

/// <summary>A table of fixed columns and blocks of columns; as many blocks stand side by side as the terminal is wide.</summary>
internal sealed class BlockTable
{
    private const string Gap = "  ";

    private readonly List<string[]> fixedRows = [];
    private readonly List<Block> blocks = [];
    private readonly string[] fixedHeads;

    /// <param name="fixedHeads">Heads of the columns that every part repeats; the first is left-aligned, the others right-aligned.</param>
    public BlockTable(params string[] fixedHeads) => this.fixedHeads = fixedHeads;

    /// <summary>Adds a row of fixed cells; missing ones are empty.</summary>
    public void AddRow(params string[] cells) => fixedRows.Add([.. cells, .. Enumerable.Repeat("", fixedHeads.Length - cells.Length)]);

    /// <summary>Adds a block with one array of cells for each row, in the order of the rows; an empty array is an empty row.</summary>
    public void AddBlock(string head, IReadOnlyList<string[]> rows) => blocks.Add(new Block(head, rows));

    /// <summary>The table as lines without trailing spaces; parts that do not fit side by side follow each other.</summary>
    public string Render(int width)
    {
        var text = new StringBuilder();
        for (var first = 0; first < blocks.Count;)
        {
            var count = CountThatFits(first, width);
            if (first > 0)
            {
                text.Append('\n');
            }

            RenderPart(text, blocks.GetRange(first, count));
            first += count;
        }

        return text.ToString();
    }

    private int CountThatFits(int first, int width)
    {
        var used = FixedWidths().Sum() + (Gap.Length * (fixedHeads.Length - 1));
        var count = 0;
        while (first + count < blocks.Count)
        {
            used += Gap.Length + blocks[first + count].Width;
            if (count > 0 && used > width)
            {
                break;
            }

            count++;
        }

        return count;
    }

    private void RenderPart(StringBuilder text, List<Block> part)
    {
        var widths = FixedWidths();
        AppendLine(text, fixedHeads, widths, part.Select(block => block.Head.PadRight(block.Width)));
        for (var row = 0; row < fixedRows.Count; row++)
        {
            AppendLine(text, fixedRows[row], widths, part.Select(block => block.Line(row)));
        }
    }

    private static void AppendLine(StringBuilder text, string[] cells, int[] widths, IEnumerable<string> blockCells)
    {
        var line = string.Join(Gap, cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])).Concat(blockCells));
        text.Append(line.TrimEnd()).Append('\n');
    }

    private int[] FixedWidths() => [.. fixedHeads.Select((head, column) => fixedRows.Select(row => row[column].Length).Append(head.Length).Max())];

    private sealed class Block
    {
        private readonly IReadOnlyList<string[]> rows;
        private readonly int[] widths;

        public Block(string head, IReadOnlyList<string[]> rows)
        {
            Head = head;
            this.rows = rows;
            var columns = rows.Select(row => row.Length).DefaultIfEmpty(0).Max();
            widths = [.. Enumerable.Range(0, columns).Select(column => rows.Where(row => column < row.Length).Max(row => row[column].Length))];
            Width = Math.Max(head.Length, widths.Sum() + Math.Max(0, columns - 1));
        }

        public string Head { get; }

        public int Width { get; }

        public string Line(int row) => string.Join(' ', rows[row].Select((cell, column) => cell.PadLeft(widths[column]))).PadRight(Width);
    }
}
