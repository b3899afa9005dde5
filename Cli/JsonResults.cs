using System.Text;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Cli;

/// <summary><c>--json</c>: the rows of summary.csv and differences.csv, of calibration.csv, of beds.csv, or of designs.csv, as one document.</summary>
internal static class JsonResults
{
    public static void Write(TextWriter output, ExperimentSummary summary) => Write(output, stream => ResultFiles.WriteJson(stream, summary));

    public static void Write(TextWriter output, IReadOnlyList<CalibrationRow> calibration) =>
        Write(output, stream => ResultFiles.WriteJson(stream, calibration));

    public static void Write(TextWriter output, IReadOnlyList<BedRow> beds) => Write(output, stream => ResultFiles.WriteJson(stream, beds));

    public static void WriteDesigns(TextWriter output, ResultSet results) =>
        Write(output, stream => ResultFiles.WriteDesignsJson(stream, results));

    public static void Write(TextWriter output, Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
