namespace FlowSim.Plots.Network;

/// <summary>What is asked of a picture of flows.</summary>
/// <param name="LeastShown">Share of all moves that it has to show.</param>
/// <param name="MustFit">True: none if so much has no room. False: then it is laid out all the same.</param>
internal sealed record FlowNeed(double LeastShown, bool MustFit)
{
    /// <summary>What gives a right idea of the system.</summary>
    public static FlowNeed Enough { get; } = new(0.75, MustFit: true);

    /// <summary>The main ways, where more could only be read on a wider page.</summary>
    public static FlowNeed MainWays { get; } = new(0.3, MustFit: true);

    /// <summary>Enough, however much room it takes.</summary>
    public static FlowNeed Whatever { get; } = new(0.75, MustFit: false);
}
