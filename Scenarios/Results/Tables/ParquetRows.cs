using Parquet;
using Parquet.Schema;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>Rows as an Apache Parquet file: the columns of the CSV file in its order, with their types; nothing where a CSV cell is empty.</summary>
internal sealed class ParquetRows : IRowWriter, IDisposable
{
    /// <summary>So many are held at a time.</summary>
    private const int RowsInGroup = 25_000;

    /// <summary>Beyond it a number in single precision is no longer taken for the decimal one that is written.</summary>
    private const float MostDecimal = 1e15f;

    private readonly IReadOnlyList<ParquetColumn> columns;
    private readonly ParquetWriter writer;
    private int at;
    private int rows;

    /// <param name="stream">Where the file goes.</param>
    /// <param name="columns">Names, and what the cells hold.</param>
    public ParquetRows(Stream stream, IReadOnlyList<(string Name, CellKind Kind)> columns)
    {
        this.columns = [.. columns.Select(column => ParquetColumn.Of(column.Name, column.Kind))];
        writer = ParquetWriter.CreateAsync(new ParquetSchema(this.columns.Select(column => column.Field)), stream).GetAwaiter().GetResult();
    }

    public void Cell(string column, string value) => columns[at++].Add(value);

    public void Cell(string column, int value) => columns[at++].Add(value);

    public void Cell(string column, double value)
    {
        if (double.IsFinite(value))
        {
            columns[at++].Add(value);
        }
        else
        {
            Empty(column);
        }
    }

    /// <summary>As the decimal number that the CSV file has: 91.2, not the 91.19999695 that single precision makes of it.</summary>
    public void Cell(string column, float value) => Cell(column, Math.Abs(value) < MostDecimal ? (double)(decimal)value : value);

    public void Cell(string column, decimal value) => Cell(column, (double)value);

    public void Cell(string column, bool value) => columns[at++].Add(value);

    public void Cell(string column, DateTime value) => columns[at++].Add(value);

    public void Empty(string column) => columns[at++].AddNothing();

    public void EndRow()
    {
        at = 0;
        if (++rows == RowsInGroup)
        {
            WriteGroup();
        }
    }

    public void Dispose()
    {
        if (rows > 0)
        {
            WriteGroup();
        }

        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void WriteGroup()
    {
        // Set back first: where there is no room for a group, closing does not write it again and hide what was wrong.
        rows = 0;
        using var group = writer.CreateRowGroup();
        foreach (var column in columns)
        {
            column.Write(group);
        }
    }
}
