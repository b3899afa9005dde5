using Parquet;

namespace FlowSim.Tests.Results;

/// <summary>A Parquet file, its columns whole.</summary>
internal sealed class OpenedParquet(Stream stream) : IDisposable
{
    public ParquetReader Of { get; } = ParquetReader.CreateAsync(stream, new ParquetOptions { UseDateOnlyTypeForDates = true }).GetAwaiter().GetResult();

    public List<object?> Column(string name)
    {
        var field = Of.Schema.FindDataField(name);
        return [.. Of.RowGroups.SelectMany(group => field.ClrType == typeof(double) ? Values<double>(group, field)
            : field.ClrType == typeof(int) ? Values<int>(group, field)
            : field.ClrType == typeof(bool) ? Values<bool>(group, field)
            : field.ClrType == typeof(DateTime) ? Values<DateTime>(group, field)
            : field.ClrType == typeof(DateOnly) ? Values<DateOnly>(group, field)
            : Texts(group, field))];
    }

    public void Dispose() => Of.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static string?[] Texts(ParquetRowGroupReader group, Parquet.Schema.DataField field)
    {
        var cells = new string?[group.RowCount];
        group.ReadAsync(field, cells.AsMemory()).AsTask().GetAwaiter().GetResult();
        return cells;
    }

    private static IEnumerable<object?> Values<T>(ParquetRowGroupReader group, Parquet.Schema.DataField field)
        where T : struct
    {
        var cells = new T?[group.RowCount];
        group.ReadAsync<T>(field, cells.AsMemory()).AsTask().GetAwaiter().GetResult();
        return cells.Select(cell => (object?)cell);
    }
}
