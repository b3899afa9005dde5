using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Charts;

/// <summary>What came of drawing a chart: drawings, or the reason why there is none.</summary>
public sealed record ChartDrawings
{
    private ChartDrawings(IReadOnlyList<Drawing> all, string reason)
    {
        All = all;
        Reason = reason;
    }

    /// <summary>One or more drawings with different names; empty where there is nothing to draw.</summary>
    public IReadOnlyList<Drawing> All { get; }

    /// <summary>Why there is nothing to draw; empty where there is something.</summary>
    public string Reason { get; }

    internal static ChartDrawings Of(IReadOnlyList<Drawing> drawings, string reasonIfNone) => new(drawings, drawings.Count > 0 ? "" : reasonIfNone);

    internal static ChartDrawings Together(IReadOnlyList<ChartDrawings> parts) => Of([.. parts.SelectMany(part => part.All)], parts[0].Reason);

    internal static ChartDrawings Nothing(string reason) => new([], reason);
}
