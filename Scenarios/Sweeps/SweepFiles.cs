using System.Text.Encodings.Web;
using System.Text.Json;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>
/// The files of a sweep, tidy: a row an observation, a column a variable; the factors are the last columns, headed as they are typed. Of the system as
/// described, design 0, they are empty.
/// </summary>
public static class SweepFiles
{
    /// <summary>Means by design.</summary>
    public const string Means = "sweep.csv";

    /// <summary>Values by design and replication.</summary>
    public const string Replications = "sweep-replications.csv";

    /// <summary>The designs, which <c>--design FILE</c> takes as they are.</summary>
    public const string Designs = "sweep-designs.csv";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Key = ["measure", "period", "place", "group", "unit"];

    private static readonly string[] MeanColumns =
        ["n", "mean", "sd", "lower95", "upper95", "difference", "difference_lower95", "difference_upper95"];

    /// <summary>Writes <see cref="Means"/>.</summary>
    public static void WriteMeans(Stream stream, IReadOnlyList<Factor> factors, IReadOnlyList<SweepRow> rows)
    {
        using var csv = new CsvRows(stream, ["design", .. Key, .. MeanColumns, .. Heads(factors)]);
        Write(csv, factors, rows);
    }

    /// <summary>The rows of <see cref="Means"/> as a list of objects.</summary>
    public static void WriteJson(Stream stream, IReadOnlyList<Factor> factors, IReadOnlyList<SweepRow> rows)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartArray();
        Write(new JsonRows(json), factors, rows);
        json.WriteEndArray();
    }

    /// <summary>Writes <see cref="Replications"/>.</summary>
    public static void WriteReplications(Stream stream, IReadOnlyList<Factor> factors, SweepResult result)
    {
        using var csv = new CsvRows(stream, ["design", "replication", .. Key, "value", .. Heads(factors)]);
        foreach (var point in result.Points)
        {
            foreach (var key in point.Values.Keys.Order(SweepRow.KeyOrder))
            {
                for (var at = 0; at < point.Point.Replications.Count; at++)
                {
                    csv.Cell("design", point.Point.Number);
                    csv.Cell("replication", point.Point.Replications[at]);
                    WriteKey(csv, key, result.Units[key]);
                    csv.Cell("value", point.Values[key][at]);
                    WriteFactors(csv, factors, point.Point);
                    csv.EndRow();
                }
            }
        }
    }

    /// <summary>Writes <see cref="Designs"/>.</summary>
    public static void WriteDesigns(Stream stream, IReadOnlyList<Factor> factors, IEnumerable<DesignPoint> points)
    {
        using var csv = new CsvRows(stream, ["design", .. Heads(factors)]);
        foreach (var point in points.Where(point => point.Number != DesignPoint.AsDescribed))
        {
            csv.Cell("design", point.Number);
            WriteFactors(csv, factors, point);
            csv.EndRow();
        }
    }

    private static IEnumerable<string> Heads(IReadOnlyList<Factor> factors) => factors.Select(factor => factor.Name);

    private static void Write(IRowWriter to, IReadOnlyList<Factor> factors, IReadOnlyList<SweepRow> rows)
    {
        foreach (var row in rows)
        {
            to.Cell("design", row.Point.Number);
            WriteKey(to, row.Key, row.Unit);
            to.Cell("n", row.N);
            double[] values = [row.Mean, row.Sd, row.Lower95, row.Upper95, row.Difference, row.DifferenceLower95, row.DifferenceUpper95];
            foreach (var (name, value) in MeanColumns.Skip(1).Zip(values))
            {
                to.Cell(name, WrittenDigits.Rounded(value));
            }

            WriteFactors(to, factors, row.Point);
            to.EndRow();
        }
    }

    private static void WriteKey(IRowWriter to, Experiments.ResultKey key, string unit)
    {
        foreach (var (name, value) in Key.Zip([key.Measure, key.Period, key.Place, key.Group, unit]))
        {
            to.Cell(name, value);
        }
    }

    private static void WriteFactors(IRowWriter to, IReadOnlyList<Factor> factors, DesignPoint point)
    {
        for (var at = 0; at < factors.Count; at++)
        {
            var operand = point.Operands.Count == 0 ? "" : point.Operands[at];

            // A number without a unit is a number to whoever reads the file.
            if (operand.Length == 0)
            {
                to.Empty(factors[at].Name);
            }
            else if (NumberText.TryParse(operand, out var number, out _))
            {
                to.Cell(factors[at].Name, number);
            }
            else
            {
                to.Cell(factors[at].Name, operand);
            }
        }
    }
}
