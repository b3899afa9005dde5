using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Dots;

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

    /// <summary>Where points may lie, shaded behind them; null: nothing is said of that. An end may be infinite.</summary>
    public (double From, double To)? Band { get; init; }
}

/// <summary>Rows under one heading.</summary>
/// <param name="Heading">May be empty.</param>
/// <param name="Rows">From top to bottom.</param>
internal sealed record DotGroup(string Heading, IReadOnlyList<DotRow> Rows)
{
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

    /// <summary>True: bars from 0 to the point.</summary>
    public bool Bars { get; init; }

    /// <summary>True: values are lengths of time [min]; where they differ much the axis is logarithmic.</summary>
    public bool Durations { get; init; }

    /// <summary>What the guide of the groups is; empty where they have none.</summary>
    public string GuideName { get; init; } = "";

    /// <summary>What the bands of the rows are; empty where they have none.</summary>
    public string BandName { get; init; } = "";

    /// <summary>Stands after every number at the right, such as <c> %</c>.</summary>
    public string UnitSuffix { get; init; } = "";
}
