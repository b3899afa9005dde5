using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>What is said after a run about how far its numbers can be trusted: on the terminal, in the manifest and in the report.</summary>
internal static class RunNotes
{
    /// <summary>Warnings first, the line about the fullest pools last.</summary>
    /// <param name="plan">What was run.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="summary">The same in numbers.</param>
    /// <param name="measures">Ids of the measures of the table.</param>
    /// <param name="names">What the system's ids are called.</param>
    public static IReadOnlyList<string> Of(ExperimentPlan plan, ExperimentResult result, ExperimentSummary summary, IReadOnlyList<string> measures,
        SystemNames names)
    {
        var period = TablePeriods.Of(summary, plan.Scenarios[0].Id, plan.Run)[^1];
        var told = plan.Scenarios.SelectMany(scenario => LongList.Of(summary, scenario, plan.Run)).Select(list => list.Pool).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. PrecisionNote.Of(result.Precision, names),
            .. CorrelationWarning.Of(summary, measures, names, period),
            .. FamilyNote.Of(summary, period),
            .. DrawNotes.Of(result),
            .. SpinUpNote.Of(result.SpinUpChanges, names),
            .. OverloadWarning.Of(summary, plan, names),
            .. PoolLoads.Warnings(summary, plan, names, told),
            .. PoolLoads.Line(summary, plan, names),
        ];
    }
}
