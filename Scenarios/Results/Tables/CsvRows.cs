using System.Globalization;
using CsvHelper;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>Rows as CSV: UTF-8 without a byte order mark, commas, LF, shortest numbers that read back the same; empty where undefined or not finite.</summary>
internal sealed class CsvRows : IRowWriter, IDisposable
{
    private readonly CsvWriter csv;

    public CsvRows(Stream stream, params ReadOnlySpan<string> columns)
    {
        csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        foreach (var column in columns)
        {
            csv.WriteField(column);
        }

        EndRow();
    }

    public void Cell(string column, string value) => csv.WriteField(value);

    public void Cell(string column, int value) => csv.WriteField(value, default);

    public void Cell(string column, double value)
    {
        if (double.IsFinite(value))
        {
            csv.WriteField(value, default);
        }
        else
        {
            Empty(column);
        }
    }

    public void Cell(string column, float value)
    {
        if (float.IsFinite(value))
        {
            csv.WriteField(value, default);
        }
        else
        {
            Empty(column);
        }
    }

    public void Cell(string column, decimal value) => csv.WriteField(value.ToString(CultureInfo.InvariantCulture));

    public void Cell(string column, bool value) => csv.WriteField(value ? "true" : "false");

    public void Cell(string column, DateTime value) => csv.WriteField(value.ToString("s", CultureInfo.InvariantCulture));

    public void Empty(string column) => csv.WriteField("");

    public void EndRow() => csv.EndRecord();

    public void Dispose() => csv.Dispose();
}
