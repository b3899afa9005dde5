using System.Runtime.CompilerServices;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Dots;

/// <summary>The numbers at the right of the points.</summary>
internal static class DotValues
{
    private const int MostDecimals = 4;

    // All rows of a plot, or of a group with an axis of its own, have the same: worked out once, not at each row.
    private static readonly ConditionalWeakTable<object, StrongBox<int>> Known = [];

    /// <summary>One text for each point of a row.</summary>
    public static IReadOnlyList<string> Of(DotPlot plot, DotGroup group, DotRow row)
    {
        if (row.Values.Count > 0)
        {
            return row.Values;
        }

        if (plot.Durations)
        {
            return [.. row.Points.Select(point => point.IsDefined ? TimeUnit.Text(point.Mean, point.Lower, point.Upper) : "not defined")];
        }

        var decimals = Known.GetValue(plot.SharedAxis ? plot : group,
            _ => new StrongBox<int>(Decimals((plot.SharedAxis ? plot.Groups : [group]).SelectMany(one => one.Rows).SelectMany(other => other.Points)))).Value;
        return [.. row.Points.Select(point => Text(point, decimals, plot.Signed, plot.UnitSuffix))];
    }

    /// <summary>Mean and interval, or why there is none. That of a difference which leaves out 0 does not read as if it touched it.</summary>
    public static string Text(Estimate point, int decimals, bool signed, string unit = "")
    {
        if (!point.IsDefined)
        {
            return "not defined";
        }

        if (signed && point.HasInterval && (point.Lower > 0 || point.Upper < 0))
        {
            decimals = Rounding.DecimalsUntilNotZero(point.Lower, point.Upper, decimals);
        }

        var mean = (signed ? NumberText.ShortSigned(point.Mean, decimals) : NumberText.Short(point.Mean, decimals)) + unit;
        return point.HasInterval ? $"{mean} {NumberText.ShortInterval(point.Lower, point.Upper, decimals, signed)}" : mean;
    }

    /// <summary>
    /// Decimals that show two digits of a narrow half-width (the lower quartile) that begins with 1, else one: more would be chance, fewer would hide a
    /// small effect. Below 0: rounded to tens, hundreds.
    /// </summary>
    public static int Decimals(IEnumerable<Estimate> points)
    {
        var all = points.Where(point => point.IsDefined).ToList();
        var halves = all.Where(point => point.HasInterval).Select(point => (point.Upper - point.Lower) / 2).Where(half => half > 0).Order().ToList();
        return halves.Count == 0 ? Rounding.ForDrawing(all.Select(point => point.Mean)) : ForHalfWidth(halves[halves.Count / 4]);
    }

    private static int ForHalfWidth(double half) => half < 200
        ? Math.Clamp((int)Math.Ceiling(-Math.Log10(half / 2) - 1e-9), 0, MostDecimals)
        : -(int)Math.Floor(Math.Log10(half / 20));
}
