using System.Text.Encodings.Web;
using System.Text.Json;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>What a factor does to a measure, by one number of one method: a row of <c>sensitivity-indices.csv</c>.</summary>
public sealed record SensitivityIndex
{
    /// <summary>Mean of the absolute elementary effects: how much the factor matters.</summary>
    public const string MuStar = "mu_star";

    /// <summary>Mean of the elementary effects: which way it goes.</summary>
    public const string Mu = "mu";

    /// <summary>Standard deviation of the elementary effects: how much it depends on where it, and the others, are.</summary>
    public const string Sigma = "sigma";

    /// <summary>Share of the variance that the factor makes by itself.</summary>
    public const string FirstOrder = "first_order";

    /// <summary>The measure with the factor at its low end, less as described.</summary>
    public const string AtLow = "at_low";

    /// <summary>The measure with the factor at its high end, less as described.</summary>
    public const string AtHigh = "at_high";

    /// <summary>The file.</summary>
    public const string FileName = "sensitivity-indices.csv";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly RowTable<SensitivityIndex> Table = new RowTable<SensitivityIndex>(FileName)
        .Text("method", row => row.Method).Text("factor", row => row.Factor).Text("title", row => row.Title).Text("low", row => row.Low)
        .Text("high", row => row.High).Key(row => row.Key).Text("index", row => row.Index).Text("unit", row => row.Unit).Number("value", row => row.Value)
        .Interval("lower95", row => row.Lower95, "upper95", row => row.Upper95).Whole("n", row => row.N);

    /// <summary><c>morris</c>, <c>one-at-a-time</c> or <c>regression</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Its name: a path.</summary>
    public required string Factor { get; init; }

    /// <summary>In words.</summary>
    public required string Title { get; init; }

    /// <summary>Its low end.</summary>
    public required string Low { get; init; }

    /// <summary>Its high end.</summary>
    public required string High { get; init; }

    /// <summary>Its ends in words: <c>54 to 62</c>, <c>× 0.9 to 1.1</c> of what stands there, <c>+ 0 to 4</c>.</summary>
    public string Ends => $"{(Factor.EndsWith('*') ? "× " : Factor.EndsWith('+') ? "+ " : "")}{Low} to {High}";

    public required ResultKey Key { get; init; }

    /// <summary>Which number this is.</summary>
    public required string Index { get; init; }

    /// <summary>Of the value; empty for a share.</summary>
    public required string Unit { get; init; }

    /// <summary>NaN where it has none.</summary>
    public required double Value { get; init; }

    /// <summary>Lower end of its 95 % interval; NaN without one.</summary>
    public double Lower95 { get; init; } = double.NaN;

    /// <summary>Upper end of its 95 % interval; NaN without one.</summary>
    public double Upper95 { get; init; } = double.NaN;

    /// <summary>Effects, points or replications that it is made of.</summary>
    public required int N { get; init; }

    /// <summary>How much the factor matters, so that factors can be ordered; NaN where it is not known.</summary>
    public double Size => double.IsNaN(Value) ? double.NaN : Math.Abs(Value);

    /// <summary>Writes the file.</summary>
    public static void Write(Stream stream, IEnumerable<SensitivityIndex> rows) => Table.Write(stream, rows);

    /// <summary>Reads the file.</summary>
    internal static IReadOnlyList<SensitivityIndex> Read(ResultSource source)
    {
        using var cells = CellReader.Open(source.Read(FileName, required: true)!, source.Display(FileName), Table.Columns, Table.Demanded, source.Run);
        return cells.Guard(open => Table.Read(open, source.Run).ToList());
    }

    /// <summary>A list of objects, with the columns of the file.</summary>
    public static void WriteJson(Stream stream, IEnumerable<SensitivityIndex> rows)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartArray();
        Table.Write(new JsonRows(json), rows);
        json.WriteEndArray();
    }
}
