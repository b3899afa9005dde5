using CsvHelper;

namespace FlowSim.Scenarios.Results;

/// <summary>A CSV file of results: UTF-8 without a byte order mark, commas, LF, shortest numbers that read back the same; empty where undefined or not finite.</summary>
internal sealed class ResultTable : IDisposable
{
    private readonly CsvWriter csv;

    public ResultTable(Stream stream, params ReadOnlySpan<string> columns)
    {
        csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        Text(columns);
        EndRow();
    }

    public ResultTable Text(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        return this;
    }

    public ResultTable Number(int value)
    {
        csv.WriteField(value, default);
        return this;
    }

    public ResultTable Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return Empty(1);
        }

        csv.WriteField(value, default);
        return this;
    }

    public ResultTable Number(float value)
    {
        if (!float.IsFinite(value))
        {
            return Empty(1);
        }

        csv.WriteField(value, default);
        return this;
    }

    public ResultTable Empty(int fields)
    {
        for (var i = 0; i < fields; i++)
        {
            csv.WriteField("");
        }

        return this;
    }

    public void EndRow() => csv.EndRecord();

    public void Dispose() => csv.Dispose();
}
