using System.Text;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Cli;

/// <summary><c>--json</c>: the rows of summary.csv and differences.csv as one document.</summary>
internal static class JsonResults
{
    public static void Write(TextWriter output, ExperimentSummary summary)
    {
        using var buffer = new MemoryStream();
        ResultFiles.WriteJson(buffer, summary);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
