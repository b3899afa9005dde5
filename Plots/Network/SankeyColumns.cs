using FlowSim.Plots.Network.Flows;

namespace FlowSim.Plots.Network;

/// <summary>What most patients of a column are at: names for the columns of the Sankey diagram.</summary>
internal static class SankeyColumns
{
    /// <summary>By column, a name; empty where most steps have no place or staff.</summary>
    public static IReadOnlyList<string> Names(SankeyPlan plan, PoolUse use)
    {
        var columns = plan.Layout.Nodes.Select(node => node.Column).DefaultIfEmpty(-1).Max() + 1;
        return [.. Enumerable.Range(0, columns).Select(column => Name(plan, use, column))];
    }

    private static string Name(SankeyPlan plan, PoolUse use, int column) =>
        Enumerable.Range(0, plan.Steps.Count).Where(node => plan.Layout.Nodes[node].Column == column)
            .GroupBy(node => Kind(plan.Steps[node], use))
            .OrderByDescending(group => group.Sum(node => Math.Max(plan.Entering[node].Total, plan.Leaving[node].Total))).ThenBy(group => group.Key, StringComparer.Ordinal)
            .First().Key;

    private static string Kind(Step step, PoolUse use) => step.Kind switch
    {
        StepKind.Stream => "first contact",
        StepKind.Exit => "final place",
        _ => use.Of(step)?.Kind switch
        {
            "staff" => "assessment",
            "crews" => "transport",
            "spaces" => "department",
            "beds" => "ward",
            "caseload" => "support",
            _ => "",
        },
    };
}
