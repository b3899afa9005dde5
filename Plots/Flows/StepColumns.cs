using FlowSim.Plots.Flows.Layout;

namespace FlowSim.Plots.Flows;

/// <summary>A step, or one of several copies of a way in or out, and its column.</summary>
/// <param name="Step">Index in the Graph.</param>
/// <param name="PerDay">Who passes it, small flows included where there is one copy only [patients a day].</param>
/// <param name="Column">From 0.</param>
internal readonly record struct ColumnStep(int Step, double PerDay, int Column);

/// <summary>A flow between copies of steps.</summary>
/// <param name="From">Index among the copies.</param>
/// <param name="To">Index among the copies.</param>
/// <param name="PerDay">[patients a day].</param>
/// <param name="IsBack">True where it leads to an earlier column.</param>
internal readonly record struct ColumnFlow(int From, int To, double PerDay, bool IsBack);

/// <summary>
/// Steps in columns. A way in stands before the steps that it leads to and a way out behind those it comes from, more than once where
/// these are far apart, so that ribbons stay short; or all ways in stand first and all ways out last.
/// </summary>
internal sealed class StepColumns
{
    private const int Reach = 2;

    private readonly SimplerFlows simpler;
    private readonly List<ColumnStep> steps = [];
    private readonly List<ColumnFlow> flows = [];

    private StepColumns(SimplerFlows simpler)
    {
        this.simpler = simpler;
    }

    public FlowGraph Graph => simpler.Graph;

    public IReadOnlyList<ColumnStep> Steps => steps;

    public IReadOnlyList<ColumnFlow> Flows => flows;

    /// <summary>Ways in and out near the steps that they belong to.</summary>
    public static StepColumns Near(SimplerFlows simpler)
    {
        var columns = new StepColumns(simpler);
        var ends = columns.Ends();
        columns.PlaceInner(ends);
        if (columns.FarEnds() is { Count: > 0 } split)
        {
            columns.PlaceInner(split);
        }

        columns.PlaceExits(isNear: true);
        return columns;
    }

    /// <summary>Ways in first, ways out last, and wards behind all that comes before a ward.</summary>
    /// <param name="simpler">What is shown.</param>
    /// <param name="isWard">Whether patients are in beds there.</param>
    public static StepColumns Far(SimplerFlows simpler, Func<Step, bool> isWard)
    {
        var columns = new StepColumns(simpler);
        columns.PlaceInner(columns.Ends(), isTight: false);
        columns.MoveWards(isWard);
        columns.PlaceExits(isNear: false);
        return columns;
    }

    private void MoveWards(Func<Step, bool> isWard)
    {
        var forward = flows.Where(flow => !flow.IsBack).ToLookup(flow => flow.From);
        var wards = Enumerable.Range(0, steps.Count).Where(step => isWard(Graph.Steps[steps[step].Step])).ToList();
        var behind = wards.ToHashSet();
        var open = new Stack<int>(wards);
        while (open.TryPop(out var step))
        {
            foreach (var next in forward[step].Select(flow => flow.To).Where(behind.Add))
            {
                open.Push(next);
            }
        }

        var first = Enumerable.Range(0, steps.Count).Where(step => !behind.Contains(step)).Select(step => steps[step].Column).DefaultIfEmpty(-1).Max() + 1;

        // In the order of their columns, so that what a step follows has moved before it.
        foreach (var step in behind.OrderBy(step => steps[step].Column).ThenBy(step => step).ToList())
        {
            var after = flows.Where(flow => !flow.IsBack && flow.To == step).Select(flow => steps[flow.From].Column + 1).DefaultIfEmpty(0).Max();
            steps[step] = steps[step] with { Column = Math.Max(after, first) };
        }
    }

    /// <summary>All flows but those to ways out, by the copy that they leave: one copy for each step.</summary>
    private List<(int Step, List<Flow> Flows)> Ends() =>
        [.. Enumerable.Range(0, Graph.Steps.Count).Where(step => !IsExit(step))
            .Select(step => (step, Graph.Between.Where(flow => flow.From == step && !IsExit(flow.To)).ToList()))];

    /// <summary>The same with more copies of ways in that lead far apart; empty where none does.</summary>
    private List<(int Step, List<Flow> Flows)> FarEnds()
    {
        var column = steps.ToDictionary(step => step.Step, step => step.Column);
        var split = Ends().SelectMany(end => Graph.Steps[end.Step].Kind == StepKind.Stream
            ? Clusters(end.Flows, flow => column[flow.To]).Select(cluster => (end.Step, cluster)).DefaultIfEmpty((end.Step, end.Flows))
            : [(end.Step, end.Flows)]).ToList();
        return split.Count > steps.Count ? split : [];
    }

    private void PlaceInner(List<(int Step, List<Flow> Flows)> copies, bool isTight = true)
    {
        steps.Clear();
        flows.Clear();
        var first = new Dictionary<int, int>();
        for (var i = 0; i < copies.Count; i++)
        {
            first.TryAdd(copies[i].Step, i);
        }

        var between = copies.SelectMany((copy, i) => copy.Flows.Select(flow => new ColumnFlow(i, first[flow.To], flow.PerDay, false))).ToList();
        var core =
            new LayoutGraph([.. copies.Select(_ => default(LayoutNode))], [.. between.Select(flow => new LayoutEdge(flow.From, flow.To, flow.PerDay, 0))]);
        var backward = CycleBreaking.Backward(core);
        var layers = isTight ? Layering.Of(core, backward) : Layering.FromLeft(core, backward);
        flows.AddRange(between.Select((flow, i) => flow with { IsBack = backward[i] }));
        var count = copies.CountBy(copy => copy.Step).ToDictionary();
        steps.AddRange(
            copies.Select((copy, i) =>
                new ColumnStep(copy.Step, count[copy.Step] == 1 ? simpler.Through(Graph.Steps[copy.Step]) : copy.Flows.Sum(flow => flow.PerDay), layers[i])));
    }

    private void PlaceExits(bool isNear)
    {
        var column = steps.Select((step, i) => (step.Step, i)).GroupBy(pair => pair.Step).ToDictionary(group => group.Key, group => group.First().i);
        var last = steps.Select(step => step.Column).DefaultIfEmpty(-1).Max() + 1;
        foreach (var exit in Enumerable.Range(0, Graph.Steps.Count).Where(IsExit))
        {
            var entering = Graph.Between.Where(flow => flow.To == exit).ToList();
            var clusters = isNear ? [.. Clusters(entering, flow => steps[column[flow.From]].Column)] : new List<List<Flow>> { entering };
            foreach (var cluster in clusters)
            {
                var behind = isNear ? cluster.Max(flow => steps[column[flow.From]].Column) + 1 : last;
                flows.AddRange(cluster.Select(flow => new ColumnFlow(column[flow.From], steps.Count, flow.PerDay, false)));
                steps.Add(new ColumnStep(exit, clusters.Count == 1 ? simpler.Through(Graph.Steps[exit]) : cluster.Sum(flow => flow.PerDay), behind));
            }
        }
    }

    /// <summary>Flows whose other ends are near each other.</summary>
    private static IEnumerable<List<Flow>> Clusters(IEnumerable<Flow> flows, Func<Flow, int> column)
    {
        var cluster = new List<Flow>();
        foreach (var flow in flows.OrderBy(column))
        {
            if (cluster.Count > 0 && column(flow) > column(cluster[0]) + Reach)
            {
                yield return cluster;
                cluster = [];
            }

            cluster.Add(flow);
        }

        if (cluster.Count > 0)
        {
            yield return cluster;
        }
    }

    private bool IsExit(int step) => Graph.Steps[step].Kind == StepKind.Exit;
}
