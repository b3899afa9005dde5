using System.Globalization;

namespace FlowSim.Tests.Uncertainty;

/// <summary>A CSV file without quotes row by row, each with its cells by column.</summary>
internal static class CsvText
{
    public static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        Assert.That(lines, Has.None.Contains("\""), file);
        var heads = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => heads.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
