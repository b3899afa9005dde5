using System.Text.Encodings.Web;
using System.Text.Json;
using FlowSim.Scenarios.Checklist;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>A number as <c>flowsim assumptions</c> lists it.</summary>
public sealed record NumberRow
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly RowTable<NumberRow> Table = new RowTable<NumberRow>("assumptions.csv")
        .Text("path", row => row.Path).Text("value", row => row.Value).Text("status", row => row.Status).Text("range", row => row.Range)
        .Text("used_by", row => row.UsedBy).Text("source", row => row.Source).Text("note", row => row.Note)
        .Text("file", row => row.File).Whole("line", row => row.Line)
        .Text("moves", row => row.Moves).Text("unit", row => row.Unit).Number("at_low", row => row.AtLow).Number("at_high", row => row.AtHigh);

    public required string Path { get; init; }

    public required string Value { get; init; }

    /// <summary>Empty: nothing is said.</summary>
    public required string Status { get; init; }

    public required string Range { get; init; }

    /// <summary>The parts of the system that it acts on, in words.</summary>
    public required string UsedBy { get; init; }

    public required string Source { get; init; }

    public required string Note { get; init; }

    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>The measure that it moves most, or empty where it was not tried.</summary>
    public string Moves { get; init; } = "";

    /// <summary>Unit of the moves.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Move of that measure with the number at its low end; NaN where it was not tried.</summary>
    public double AtLow { get; init; } = double.NaN;

    public double AtHigh { get; init; } = double.NaN;

    /// <summary>True where it was moved together with other rows of its table.</summary>
    public bool IsTogether { get; init; }

    /// <summary>True where a move is more than chance.</summary>
    public bool IsMove { get; init; }

    /// <summary>
    /// The numbers, those first that move a measure most; then by section and name, the rows of a table and what is written together in written order.
    /// </summary>
    public static IReadOnlyList<NumberRow> Of(IReadOnlyList<DescribedNumber> numbers, SensitivityOrder order, ReaderWords words) =>
        [.. numbers.OrderByDescending(number => order.ShareOf(number.Path)).ThenByDescending(number => order.TotalOf(number.Path))
            .ThenBy(number => number.Path.Split('[')[0], StringComparer.Ordinal).Select(number => Of(number, order.StrongestOf(number.Path), words))];

    public static void WriteCsv(Stream stream, IEnumerable<NumberRow> rows) => Table.Write(stream, rows);

    /// <summary>A list of objects, with the columns of the CSV.</summary>
    public static void WriteJson(Stream stream, IEnumerable<NumberRow> rows)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartArray();
        Table.Write(new JsonRows(json), rows);
        json.WriteEndArray();
    }

    private static NumberRow Of(DescribedNumber number, SensitivityRow? moved, ReaderWords words) => new()
    {
        Path = number.Path,
        Value = number.Value,
        Status = number.Status,
        Range = number.Range,
        UsedBy = NumberWords.UsedBy(number, words),
        Source = number.Source,
        Note = number.Note,
        File = number.Where.File,
        Line = number.Where.Line,
        Moves = moved?.Measure ?? "",
        Unit = moved?.Unit ?? "",
        AtLow = moved?.AtLow ?? double.NaN,
        AtHigh = moved?.AtHigh ?? double.NaN,
        IsTogether = moved is not null && moved.Path != number.Path,
        IsMove = moved?.Move > 0,
    };
}
