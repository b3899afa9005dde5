using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Tables;

/// <summary>Numbers of things in words.</summary>
internal static class Counted
{
    /// <summary><c>1 scenario</c>, <c>6 scenarios</c>.</summary>
    public static string Of(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");

    /// <summary>On how many replications results rest, with a word where there are no intervals or a run did not come to its end.</summary>
    public static string Replications(RunFacts run) => !run.Complete
        ? FormattableString.Invariant($"INCOMPLETE: {run.Replications} of {run.ReplicationsPlanned} replications are finished for all scenarios")
        : run.Replications == 1 ? "1 replication: no intervals" : Of(run.Replications, "replication");
}
