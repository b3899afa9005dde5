namespace FlowSim.Plots.Report.Answers;

/// <summary>What replications say of a difference.</summary>
internal enum Verdict
{
    /// <summary>The interval lies above 0.</summary>
    Rises,

    /// <summary>The interval lies below 0.</summary>
    Falls,

    /// <summary>The interval contains 0 and little else.</summary>
    NoMoreThanChance,

    /// <summary>No replication differs.</summary>
    Same,

    /// <summary>The interval contains 0, and differences that would matter.</summary>
    CannotBeTold,

    /// <summary>One replication: there is no interval.</summary>
    NoInterval,

    /// <summary>There is no number.</summary>
    Undefined,
}
