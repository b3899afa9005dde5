using System.Runtime.CompilerServices;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Frame;

/// <summary>What a series of points is called and how it looks.</summary>
internal sealed record DotSeries(string Name, string Colour, PointShape Shape);

/// <summary>A value that points are held against.</summary>
internal sealed record Reference(double Value, string Label)
{
    /// <summary>What a narrow chart has room for; empty: the label.</summary>
    public string Short { get; init; } = "";
}

/// <summary>A row: a label and one point of each series.</summary>
/// <param name="Label">At the left, or above in a narrow chart.</param>
/// <param name="Points">As many as there are series.</param>
internal sealed record DotRow(string Label, params IReadOnlyList<Estimate> Points)
{
    /// <summary>What stands at the right of each point; empty: the estimate.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What the points are in a unit of their own, where the axis has another; empty: as the axis.</summary>
    public IReadOnlyList<(Estimate Value, string Unit)> Own { get; init; } = [];

    /// <summary>True: its points are hollow, for what they show may be chance.</summary>
    public bool MayBeChance { get; init; }

    /// <summary>Where points may lie, shaded behind them; null: nothing is said of that. An end may be infinite.</summary>
    public (double From, double To)? Band { get; init; }
}

/// <summary>Rows under one heading.</summary>
/// <param name="Heading">May be empty.</param>
/// <param name="Rows">From top to bottom.</param>
internal sealed record DotGroup(string Heading, IReadOnlyList<DotRow> Rows)
{
    /// <summary>What the chart knows it by, also where it goes on on the next page; empty: it need not.</summary>
    public string About { get; init; } = "";

    /// <summary>Held against the points of this group.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>What the rows are compared with, drawn as a faint line; NaN where there is nothing.</summary>
    public double Guide { get; init; } = double.NaN;

    /// <summary>What its own axis counts; empty: as the plot says.</summary>
    public string AxisTitle { get; init; } = "";
}

/// <summary>
/// Rows of points with intervals along one axis, in groups: the form of most charts here. In a narrow chart the labels stand above their rows.
/// Longer than a page, it goes on in another drawing.
/// </summary>
internal sealed record DotPlot
{
    /// <summary>Stem of the file name; pages after the first add their number.</summary>
    public required string Name { get; init; }

    /// <summary>What is shown.</summary>
    public required string Title { get; init; }

    /// <summary>What its numbers say, in place of the title; null: nothing that can be told.</summary>
    public string? Finding { get; init; }

    /// <summary>What the numbers of a part say, where the plot is longer than a page; null: the finding of the whole.</summary>
    public Func<IReadOnlyList<DotGroup>, string?>? FindingOfPart { get; init; }

    public required string Subtitle { get; init; }

    public required IReadOnlyList<DotSeries> Series { get; init; }

    public required IReadOnlyList<DotGroup> Groups { get; init; }

    /// <summary>Scenarios shown, for the source line.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>What the axis counts.</summary>
    public required string AxisTitle { get; init; }

    /// <summary>Sentences on how to read it.</summary>
    public string Notes { get; init; } = "";

    /// <summary>True: all groups share one axis; false: each has its own.</summary>
    public bool SharedAxis { get; init; } = true;

    /// <summary>True: differences; 0 is marked, numbers carry their sign, points whose interval includes 0 are hollow.</summary>
    public bool Signed { get; init; }

    /// <summary>No value can be lower: the axis does not begin before it, and intervals that reach there are cut off.</summary>
    public double Floor { get; init; } = double.NegativeInfinity;

    /// <summary>
    /// Where the axis ends though a few points lie further on, which are drawn at its end with an arrow: the others would be pressed together by them.
    /// </summary>
    public double Ceiling { get; init; } = double.PositiveInfinity;

    /// <summary>True: bars from 0 to the point.</summary>
    public bool Bars { get; init; }

    /// <summary>True: values are lengths of time [min]; where they differ much the axis is logarithmic.</summary>
    public bool Durations { get; init; }

    /// <summary>What the guide of the groups is; empty where they have none.</summary>
    public string GuideName { get; init; } = "";

    /// <summary>What hollow points are, where rows say of theirs that they are; empty where none do.</summary>
    public string HollowName { get; init; } = "";

    /// <summary>What the bands of the rows are; empty where they have none.</summary>
    public string BandName { get; init; } = "";

    /// <summary>Stands after every number at the right, such as <c> %</c>.</summary>
    public string UnitSuffix { get; init; } = "";
}

/// <summary>A mean with its 95 % interval; NaN where undefined.</summary>
internal readonly record struct Estimate(double Mean, double Lower, double Upper)
{
    public static Estimate Undefined { get; } = new(double.NaN, double.NaN, double.NaN);

    public bool IsDefined => double.IsFinite(Mean);

    public bool HasInterval => IsDefined && double.IsFinite(Lower) && double.IsFinite(Upper);

    /// <summary>True when the interval lies on one side of 0.</summary>
    public bool ExcludesZero => HasInterval && (Lower > 0 || Upper < 0);

    /// <summary>True where the interval ends at 0 and the mean does not.</summary>
    public bool IsCutAtZero => HasInterval && Lower == 0 && Mean > 0;

    /// <summary>As a number of a drawing.</summary>
    public DrawnNumber Drawn(string panel, string series, string at, string unit) => new(panel, series, at, Mean, Lower, Upper, unit);

    /// <summary>All of its numbers that can be drawn.</summary>
    public IEnumerable<double> Values => new[] { Mean, Lower, Upper }.Where(double.IsFinite);

    public static Estimate Of(Summary? row) => row is null ? Undefined : new(row.Mean, row.Lower95, row.Upper95);

    public static Estimate Of(Difference? row) => row is null ? Undefined : new(row.Mean, row.Lower95, row.Upper95);

    /// <summary>The same with an interval that does not go on where no value can be.</summary>
    public Estimate NotBelow(double least) => this with { Lower = Math.Max(Lower, least), Upper = Math.Max(Upper, least) };

    public Estimate Times(double factor) =>
        factor >= 0 ? new(Mean * factor, Lower * factor, Upper * factor) : new(Mean * factor, Upper * factor, Lower * factor);
}

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
