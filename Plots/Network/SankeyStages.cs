using FlowSim.Plots.Network.Flows;

namespace FlowSim.Plots.Network;

/// <summary>Columns of the Sankey diagram that belong together.</summary>
/// <param name="Name">What patients are at there.</param>
/// <param name="First">Column.</param>
/// <param name="Last">Column.</param>
internal readonly record struct SankeyStage(string Name, int First, int Last);

/// <summary>Divides the columns of the Sankey diagram: first contact, what comes before a ward, wards, what comes behind, final place.</summary>
internal static class SankeyStages
{
    private static readonly (string Kind, string Name)[] Names =
        [("staff", "assessment"), ("crews", "transport"), ("spaces", "department"), ("beds", "ward"), ("caseload", "support at home")];

    /// <summary>From left to right; columns of which nothing is known belong to none.</summary>
    public static IReadOnlyList<SankeyStage> Of(SankeyPlan plan, FlowSelection selection)
    {
        var use = selection.Use;
        var nodes = Enumerable.Range(0, plan.Steps.Count).ToList();
        var last = nodes.Max(plan.Column);
        var stages = new List<SankeyStage>();
        if (nodes.Exists(node => plan.Steps[node].Kind == StepKind.Stream))
        {
            stages.Add(new SankeyStage(selection.IsFirst ? "first contact" : "from where", 0, 0));
        }

        var hasExits = nodes.Exists(node => plan.Steps[node].Kind == StepKind.Exit);
        stages.AddRange(Inner(plan, use, stages.Count, hasExits ? last - 1 : last));
        if (hasExits)
        {
            stages.Add(new SankeyStage(selection.IsLast ? "final place" : "to where", last, last));
        }

        return stages;
    }

    private static IEnumerable<SankeyStage> Inner(SankeyPlan plan, PoolUse use, int first, int last)
    {
        var wards = Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(column => IsMostlyWards(plan, use, column)).ToList();
        if (wards.Count == 0)
        {
            return Named(Kinds(plan, use, first, last), first, last);
        }

        var end = wards[0];
        while (wards.Contains(end + 1))
        {
            end++;
        }

        return [.. Named(Kinds(plan, use, first, wards[0] - 1), first, wards[0] - 1), new SankeyStage("ward", wards[0], end),
            .. Named("discharge and after", end + 1, last)];
    }

    private static IEnumerable<SankeyStage> Named(string name, int first, int last) =>
        first <= last && name.Length > 0 ? [new SankeyStage(name, first, last)] : [];

    private static bool IsMostlyWards(SankeyPlan plan, PoolUse use, int column)
    {
        var nodes = Enumerable.Range(0, plan.Steps.Count).Where(node => plan.Column(node) == column).ToList();
        return 2 * nodes.Where(node => use.Of(plan.Steps[node])?.Kind == "beds").Sum(plan.Through) > nodes.Sum(plan.Through);
    }

    private static string Kinds(SankeyPlan plan, PoolUse use, int first, int last)
    {
        var present = Enumerable.Range(0, plan.Steps.Count).Where(node => plan.Column(node) >= first && plan.Column(node) <= last)
            .Select(node => use.Of(plan.Steps[node])?.Kind).ToHashSet();
        return string.Join(", ", Names.Where(pair => present.Contains(pair.Kind)).Select(pair => pair.Name));
    }
}
