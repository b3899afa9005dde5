using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli;

/// <summary><c>--json</c>: the rows of summary.csv and differences.csv as one document, with the same names; null where the CSV is empty.</summary>
internal static class JsonResults
{
    public static void Write(TextWriter output, ExperimentSummary summary)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("summary");
            foreach (var row in summary.Summaries)
            {
                WriteSummary(json, row);
            }

            json.WriteEndArray();
            json.WriteStartArray("differences");
            foreach (var row in summary.Differences)
            {
                WriteDifference(json, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteSummary(Utf8JsonWriter json, Summary row)
    {
        WriteKey(json, row.Scenario, row.Key, row.Unit, row.N);
        Number(json, "mean", row.Mean);
        Number(json, "sd", row.Sd);
        Number(json, "lower95", row.Lower95);
        Number(json, "upper95", row.Upper95);
        Number(json, "p05", row.P05);
        Number(json, "p50", row.P50);
        Number(json, "p95", row.P95);
        json.WriteEndObject();
    }

    private static void WriteDifference(Utf8JsonWriter json, Difference row)
    {
        WriteKey(json, row.Scenario, row.Key, row.Unit, row.N);
        Number(json, "mean", row.Mean);
        Number(json, "lower95", row.Lower95);
        Number(json, "upper95", row.Upper95);
        json.WriteNull("lower_sim");
        json.WriteNull("upper_sim");
        json.WriteNull("family_size");
        Number(json, "correlation", row.Correlation);
        json.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter json, string scenario, ResultKey key, string unit, int n)
    {
        json.WriteStartObject();
        json.WriteString("scenario", scenario);
        json.WriteString("period", key.Period);
        json.WriteString("measure", key.Measure);
        json.WriteString("place", key.Place);
        json.WriteString("group", key.Group);
        json.WriteString("unit", unit);
        json.WriteNumber("n", n);
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
