namespace FlowSim.Scenarios.Results.Tables;

/// <summary>A table of the results as files.</summary>
/// <param name="Name">Of the CSV file.</param>
/// <param name="Csv">Writes it.</param>
/// <param name="Parquet">Writes it as a Parquet file.</param>
internal sealed record TableFile(string Name, Action<Stream> Csv, Action<Stream> Parquet)
{
    private const string CsvEnding = ".csv";
    private const string ParquetEnding = ".parquet";

    /// <summary>Of the Parquet file.</summary>
    public string ParquetName => Name[..^CsvEnding.Length] + ParquetEnding;

    public static TableFile Of<T>(RowTable<T> table, IEnumerable<T> rows)
        where T : class => new(table.File, stream => table.Write(stream, rows), stream => table.WriteParquet(stream, rows));
}
