namespace FlowSim.Scenarios.Experiments;

/// <summary>What can be said of a measure's change from year to year.</summary>
public enum SettledVerdict : byte
{
    /// <summary>Shown to be within its bound.</summary>
    Settled,

    /// <summary>It surely moves, by more than its bound.</summary>
    NotSettled,

    /// <summary>Neither is shown by so many replications.</summary>
    CannotBeTold,
}
