using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Running;

/// <summary>An experiment that has run.</summary>
/// <param name="Plan">What was to be run.</param>
/// <param name="Replications">What it gave, replication by replication.</param>
/// <param name="Results">All that it says: what is printed need not wait for the files.</param>
/// <param name="Rows">Which of its rows the files hold.</param>
internal sealed record FinishedExperiment(ExperimentPlan Plan, ExperimentResult Replications, ResultSet Results, RowChoice Rows)
{
    private readonly Lazy<ResultSet> kept = new(() => Rows.Of(Results));

    /// <summary>What its files say, and the charts and the page that are made of them: chosen when they are wanted, after the answer.</summary>
    public ResultSet Kept => kept.Value;
}
