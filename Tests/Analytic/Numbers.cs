using System.Globalization;

namespace FlowSim.Tests.Analytic;

/// <summary>Tables of numbers as text, and numbers as text for the model language.</summary>
internal static class Numbers
{
    /// <summary>Rows of a table without a header.</summary>
    public static IReadOnlyList<double[]> Rows(string table) =>
        [.. table.Split('\n').Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];

    /// <summary>Up to eight decimals, as theory's tables have them.</summary>
    public static string Text(double value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
