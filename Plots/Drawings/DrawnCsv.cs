using System.Globalization;
using CsvHelper;

namespace FlowSim.Plots.Drawings;

/// <summary>The numbers of a drawing as a table: a row a number, the same columns for every chart.</summary>
public static class DrawnCsv
{
    /// <summary>In this order: <c>panel, series, x, y, lower, upper, unit</c>.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["panel", "series", "x", "y", "lower", "upper", "unit"];

    /// <summary>UTF-8, commas, LF, shortest numbers that read back the same; empty where there is none.</summary>
    public static byte[] Of(Drawing drawing)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true))
        {
            Row(csv, Columns);
            foreach (var number in drawing.Numbers)
            {
                Row(csv, [number.Panel, number.Series, number.At, Text(number.Value), Text(number.Lower), Text(number.Upper), number.Unit]);
            }
        }

        return bytes.ToArray();
    }

    private static void Row(CsvWriter csv, IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.EndRecord();
    }

    // Daily series are kept to seven digits: what is beyond them is not known.
    private static string Text(double value) => double.IsFinite(value) ? value.ToString("G10", CultureInfo.InvariantCulture) : "";
}

/// <summary>A number that a drawing shows: what it is, and where it stands.</summary>
/// <param name="Panel">The part of the drawing; empty where there is one.</param>
/// <param name="Series">What is told apart by its look.</param>
/// <param name="At">Where along the series: a scenario, a day, a number of beds.</param>
/// <param name="Value">In the unit; NaN where it is not defined.</param>
/// <param name="Lower">Lower end of its interval or band; NaN without one.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Unit">As at the axis.</param>
public sealed record DrawnNumber(string Panel, string Series, string At, double Value, double Lower, double Upper, string Unit)
{
    /// <summary>From the left [pt].</summary>
    public double X { get; init; }

    /// <summary>From the top [pt].</summary>
    public double Y { get; init; }
}
