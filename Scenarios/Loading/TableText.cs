using System.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>
/// The cells of a table as they were read, packed into one piece of memory: a file may have millions, and a text object for each would take ten times the
/// file.
/// </summary>
public sealed class TableText
{
    private readonly byte[] bytes;
    private readonly int[] ends;
    private readonly int[] lines;
    private readonly int[]? positions;
    private readonly string file;

    private TableText(Builder builder, int width, string file)
    {
        bytes = builder.Bytes;
        ends = builder.Ends;
        lines = builder.Lines;
        positions = builder.Positions;
        Count = builder.Count;
        Width = width;
        this.file = file;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Cells of each.</summary>
    public int Width { get; }

    /// <summary>The text of a cell.</summary>
    public string this[int row, int column]
    {
        get
        {
            var cell = (row * Width) + column;
            var start = cell == 0 ? 0 : ends[cell - 1];
            return Encoding.UTF8.GetString(bytes, start, ends[cell] - start);
        }
    }

    /// <summary>Where a row stands.</summary>
    public SourceLocation WhereOf(int row) => new(file, lines[row], positions?[row] ?? 0);

    /// <summary>Packs rows as they are read.</summary>
    public sealed class Builder
    {
        private readonly int width;
        private readonly string file;
        private int used;
        private int cells;

        /// <param name="width">Cells of each row.</param>
        /// <param name="file">File of all rows.</param>
        /// <param name="rows">About how many rows there will be.</param>
        /// <param name="length">About how long all cells will be together [B].</param>
        public Builder(int width, string file, int rows = 16, int length = 256)
        {
            this.width = width;
            this.file = file;
            Bytes = new byte[length];
            Ends = new int[rows * width];
            Lines = new int[rows];
        }

        internal byte[] Bytes { get; private set; }

        internal int[] Ends { get; private set; }

        internal int[] Lines { get; private set; }

        /// <summary>Columns of the file at which rows begin; null where none is known.</summary>
        internal int[]? Positions { get; private set; }

        internal int Count { get; private set; }

        /// <summary>Adds the next cell of the row, as UTF-8.</summary>
        public void Add(ReadOnlySpan<byte> cell)
        {
            Reserve(cell.Length);
            cell.CopyTo(Bytes.AsSpan(used));
            End(cell.Length);
        }

        /// <summary>Adds the next cell of the row.</summary>
        public void Add(string cell)
        {
            Reserve(Encoding.UTF8.GetMaxByteCount(cell.Length));
            End(Encoding.UTF8.GetBytes(cell, Bytes.AsSpan(used)));
        }

        /// <summary>Ends the row of which all cells were added.</summary>
        public void EndRow(int line, int position = 0)
        {
            if (Count == Lines.Length)
            {
                Lines = Grown(Lines, Count + 1);
            }

            if (position > 0 || Positions is not null)
            {
                Positions = Grown(Positions ?? [], Lines.Length);
                Positions[Count] = position;
            }

            Lines[Count++] = line;
        }

        public TableText Build() => new(this, width, file);

        private void Reserve(int length)
        {
            if (used + (long)length > Bytes.Length)
            {
                var larger = new byte[Math.Min(Array.MaxLength, Math.Max(used + (long)length, 2L * Bytes.Length))];
                Bytes.CopyTo(larger, 0);
                Bytes = larger;
            }
        }

        private void End(int length)
        {
            if (cells == Ends.Length)
            {
                Ends = Grown(Ends, cells + width);
            }

            used += length;
            Ends[cells++] = used;
        }

        private static int[] Grown(int[] old, int least)
        {
            if (old.Length >= least)
            {
                return old;
            }

            var larger = new int[Math.Max(least, 2 * old.Length)];
            old.CopyTo(larger, 0);
            return larger;
        }
    }
}
