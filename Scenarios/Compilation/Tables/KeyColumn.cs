using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A key column of a table: its cells as coordinates, and how the model finds the coordinate of a patient and moment.</summary>
internal abstract class KeyColumn
{
    protected KeyColumn(string name, int column)
    {
        Name = name;
        Column = column;
    }

    /// <summary>Header.</summary>
    public string Name { get; }

    /// <summary>Index of the column in the table.</summary>
    public int Column { get; }

    /// <summary>Its place in <see cref="KeyedRow.Cells"/>.</summary>
    public int Place { get; set; }

    /// <summary>Number of coordinates, known once every cell was read.</summary>
    public abstract int Size { get; }

    /// <summary>What a cell matches, or null with what was expected.</summary>
    public abstract KeyCell? Read(string cell, out string expected, out string hint);

    /// <summary>True where a row must exist.</summary>
    public virtual bool CanOccur(int coordinate) => true;

    /// <summary>The coordinate in words.</summary>
    public abstract string NameOf(int coordinate);

    /// <summary>The key of the compiled lookup.</summary>
    public abstract LookupKey ToKey(int stride);

    protected static KeyCell? OfMask(bool read, int mask, int size) =>
        !read ? null : mask == (1 << size) - 1 ? KeyCell.Anything : new KeyCell(false, [.. Enumerable.Range(0, size).Where(bit => (mask >> bit & 1) != 0)]);
}
