namespace FlowSim.Plots.Network.Flows;

/// <summary>How much of the flows is shown.</summary>
/// <param name="LeavesOutPassing">Steps that hold nobody's place or staff are left out where that is exact.</param>
/// <param name="JoinsStaying">Steps in which the patient stays where he is are shown as one.</param>
/// <param name="LeastShare">Flows of a smaller share of all arrivals are left out.</param>
internal sealed record Detail(bool LeavesOutPassing, bool JoinsStaying, double LeastShare)
{
    /// <summary>Smaller flows only confuse in a picture that is full: share of all arrivals.</summary>
    public const double Faint = 0.005;

    /// <summary>From everything to the main roads.</summary>
    public static IReadOnlyList<Detail> Levels { get; } =
    [
        new(false, false, 0),
        new(true, false, 0),
        .. new[] { 0.0005, 0.001, 0.002, 0.003, Faint }.Select(share => new Detail(true, false, share)),
        .. new[] { 0.001, 0.002, 0.003, Faint, 0.0075, 0.01, 0.015, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3,
            0.5 }.Select(share => new Detail(true, true, share)),
    ];
}
