using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Savings;

/// <summary>What is drawn against cost: points with intervals, joined where they are a curve.</summary>
/// <param name="Name">Written beside the last point; empty: nothing is.</param>
/// <param name="Points">From the cheapest: cost [£ million a year], and what it brings.</param>
internal sealed record CostLine(string Name, IReadOnlyList<(double Cost, Estimate Value)> Points)
{
    public required string Colour { get; init; }

    public PointShape Shape { get; init; }

    public string Dashes { get; init; } = "";

    public bool IsJoined { get; init; } = true;

    /// <summary>A little to the side, where two lines share their costs [pt].</summary>
    public double Shift { get; init; }

    /// <summary>The point that stands out; −1: none.</summary>
    public int Highest { get; init; } = -1;
}

/// <summary>An upright line at a cost, with words above.</summary>
/// <param name="Cost">[£ million a year].</param>
/// <param name="Labels">From the longest: the first that has room beside the line is written above.</param>
/// <param name="Colour">Of the line and the words.</param>
/// <param name="Shift">As that of the line it is about [pt].</param>
internal sealed record CostFlag(double Cost, IReadOnlyList<string> Labels, string Colour, double Shift = 0);

/// <summary>A level across the panel: what is asked for, or 0.</summary>
/// <param name="Value">In the unit of the panel.</param>
/// <param name="Label">Written beside its end; may be empty.</param>
/// <param name="Colour">Of the line and the words.</param>
/// <param name="Dashes">Empty: an unbroken line.</param>
internal sealed record CostLevel(double Value, string Label, string Colour, string Dashes);
