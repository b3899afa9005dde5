namespace FlowSim.Tests.Analytic;

/// <summary>One table of exact answers.</summary>
/// <param name="Title">Such as "M/M/c".</param>
/// <param name="Source">Where the answers come from.</param>
/// <param name="Note">What was simulated and how it is to be read.</param>
/// <param name="Systems">One row each.</param>
internal sealed record ExactSection(string Title, string Source, string Note, IReadOnlyList<ExactSystem> Systems)
{
    /// <summary>Everything that is compared with theory by intervals, in the order of the page.</summary>
    public static IReadOnlyList<ExactSection> All { get; } =
    [
        ErlangLoss.Blocking, ErlangLoss.BedsNeeded, ErlangDelay.Waits, ErlangDelay.CountyHospital, SingleServer.Spread, FiniteRoom.Section,
        Impatience.Section, SingleServer.Priorities, DailyCycle.Section, Blocking.Tandem, Blocking.AcuteToCommunity, StrokeUnit.Section,
    ];
}
