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

    /// <summary>What may be asked of a page that must do, one after the other: enough, the same with columns closer to each other, the main ways, the largest flows.</summary>
    public static IReadOnlyList<FlowNeed> Falling { get; } =
    [
        Enough,
        Enough with { IsTight = true },
        MainWays with { IsTight = true },
        new(0, MustFit: true) { IsTight = true, HasSmallSteps = false },
    ];

    /// <summary>True: columns stand as close as ribbons can still be followed between them.</summary>
    public bool IsTight { get; init; }

    /// <summary>False: steps that hold many patients are left out too, if hardly anybody comes and goes.</summary>
    public bool HasSmallSteps { get; init; } = true;
}
