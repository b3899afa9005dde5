using FlowSim.Plots.Svg;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Charts;

/// <summary>A mean with its 95 % interval; NaN where undefined.</summary>
internal readonly record struct Estimate(double Mean, double Lower, double Upper)
{
    public static Estimate Undefined { get; } = new(double.NaN, double.NaN, double.NaN);

    public bool IsDefined => double.IsFinite(Mean);

    public bool HasInterval => IsDefined && double.IsFinite(Lower) && double.IsFinite(Upper);

    /// <summary>True when the interval lies on one side of 0.</summary>
    public bool ExcludesZero => HasInterval && (Lower > 0 || Upper < 0);

    /// <summary>As a number of a drawing.</summary>
    public DrawnNumber Drawn(string panel, string series, string at, string unit) => new(panel, series, at, Mean, Lower, Upper, unit);

    /// <summary>All of its numbers that can be drawn.</summary>
    public IEnumerable<double> Values => new[] { Mean, Lower, Upper }.Where(double.IsFinite);

    public static Estimate Of(Summary? row) => row is null ? Undefined : new(row.Mean, row.Lower95, row.Upper95);

    public static Estimate Of(Difference? row) => row is null ? Undefined : new(row.Mean, row.Lower95, row.Upper95);

    public Estimate Times(double factor) =>
        factor >= 0 ? new(Mean * factor, Lower * factor, Upper * factor) : new(Mean * factor, Upper * factor, Lower * factor);
}
