using System.Globalization;
using CsvHelper;

namespace FlowSim.Plots.Svg;

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
