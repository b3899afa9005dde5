using FlowSim.Plots.Answers;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Report;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Flows;

/// <summary>The flows that a request is about, and how full the places and staff of their steps are.</summary>
internal sealed record FlowSelection(ChartRequest Request, string Scenario, string Period, FlowGraph Graph, PoolUse Use, StepRoles Roles)
{
    /// <summary>All flows, where the graph is a part of them.</summary>
    public FlowGraph Whole { get; init; } = Graph;

    /// <summary>Steps passed over in taking the system apart; said on the first part.</summary>
    public IReadOnlyList<Step> Passed { get; init; } = [];

    /// <summary>Which part of the system this is; empty where it is all of it.</summary>
    public string Part { get; init; } = "";

    /// <summary>True for the first part or the whole.</summary>
    public bool IsFirst => !Part.StartsWith("Part 2", StringComparison.Ordinal);

    /// <summary>True for the last part or the whole.</summary>
    public bool IsLast => !Part.StartsWith("Part 1", StringComparison.Ordinal);

    /// <summary>Name of the drawing, for a kind of picture.</summary>
    public string NameOf(string kind) => FileStem.Page(FileStem.Of(kind, Scenario, Request.Place ?? ""), IsFirst ? 0 : 1);

    /// <summary>The place as part of a title; empty for all.</summary>
    public string At => Request.Place is { } place ? $", {Request.Names.Place(place)}" : "";

    /// <summary>The system, and the period where there are several.</summary>
    public string Subtitle =>
        Request.Results.System.Title + (Period is "" or "all" ? "" : $", results for {ReportPeriods.InWords(Request.Results.Run, Period)}")
            + (Part.Length > 0 ? $". {Part}" : "");

    /// <summary>Null, and a reason, where nobody moves.</summary>
    public static (FlowSelection? Selection, string Reason) Of(ChartRequest request)
    {
        var results = request.Results;
        if (results.Flows.Count == 0)
        {
            return (null, "there are no flows (flows.csv is missing or empty)");
        }

        var scenario = request.Scenario ?? (results.Run.Scenarios.Count > 0 ? results.Run.Scenarios[0] : results.Flows[0].Scenario);
        var rows = results.Flows.Where(row => row.Scenario == scenario).ToList();
        var period = Chosen(request, [.. rows.Select(row => row.Period).Distinct()]);
        var graph = FlowGraphReading.Of(results.System, [.. rows.Where(row => row.Period == period)], request.Place);
        if (!graph.Between.Any())
        {
            return (null,
                $"no patient moves in scenario {scenario}{(period.Length > 0 ? $", period {period}" : "")}{(request.Place is { } place ? $", place {place}" : "")}");
        }

        var use = new PoolUse(results, scenario, period, request.Place);
        return (new FlowSelection(request, scenario, period, graph, use, new StepRoles(results.System, use)), "");
    }

    /// <summary>The one asked for; else the last year if there are flows of it, else the last there is.</summary>
    private static string Chosen(ChartRequest request, IReadOnlyList<string> periods) =>
        request.Period ?? (periods.Contains(request.PeriodShown) ? request.PeriodShown : periods.Order(StringComparer.Ordinal).LastOrDefault() ?? "");
}

/// <summary>
/// Takes a system apart that is too long for the width of a page: what comes before a bed, and beds with what follows them. Who goes from
/// one part to the other leaves the one by a way out and comes into the other by a way in that name the step.
/// </summary>
internal static class FlowFold
{
    private const string To = "to-";
    private const string From = "from-";

    /// <summary>Share of those who come in.</summary>
    private const double LeastShown = 0.01;

    /// <summary>Both parts; none where the system has no beds, or nothing but beds.</summary>
    public static IReadOnlyList<FlowSelection> Of(FlowSelection selection)
    {
        // Made simpler first: a way in or out must have the name of a box of the other part.
        var simpler = SimplerFlows.Of(selection.Graph, selection.Roles, [new Detail(true, true, 0)]).First();
        var behind = Behind(simpler, selection.Use);
        var before = Part(simpler.Graph, step => !behind.Contains(step));
        var after = Part(simpler.Graph, behind.Contains);
        return before.Between.Any() && after.Between.Any()
            ? [WithWays(selection with { Graph = before, Passed = simpler.Passing, Part = "Part 1 of 2: up to a bed" }),
                WithWays(selection with { Graph = after, Part = "Part 2 of 2: in a bed and after" })]
            : [];
    }

    /// <summary>Ways to the other part are shown unless hardly anybody takes them.</summary>
    private static FlowSelection WithWays(FlowSelection part) =>
        part with
        {
            Roles = part.Roles.With(Enumerable.Range(0, part.Graph.Steps.Count)
                .Where(step => IsWay(part.Graph.Steps[step]) && part.Graph.Through(step) >= LeastShown * part.Graph.Arrivals)
                .Select(step => part.Graph.Steps[step]).ToHashSet()),
        };

    private static bool IsWay(Step step) =>
        (step.Kind == StepKind.Stream && step.Name.StartsWith(From, StringComparison.Ordinal))
            || (step.Kind == StepKind.Exit && step.Name.StartsWith(To, StringComparison.Ordinal));

    /// <summary>Steps with beds, and all that follow them without going back.</summary>
    private static HashSet<Step> Behind(SimplerFlows all, PoolUse use)
    {
        var columns = StepColumns.Near(all);
        var next = columns.Flows.Where(flow => !flow.IsBack).ToLookup(flow => StepOf(flow.From), flow => StepOf(flow.To));
        var behind = all.Graph.Steps.Where(step => use.Of(step)?.Kind == "beds").ToHashSet();
        var open = new Stack<Step>(behind);
        while (open.TryPop(out var step))
        {
            foreach (var follower in next[step].Where(follower => follower.Kind == StepKind.Stage && behind.Add(follower)))
            {
                open.Push(follower);
            }
        }

        return behind;

        Step StepOf(int node) => all.Graph.Steps[columns.Steps[node].Step];
    }

    private static FlowGraph Part(FlowGraph graph, Func<Step, bool> isHere)
    {
        var index = new Dictionary<Step, int>();
        var flows = new List<Flow>();
        foreach (var flow in graph.Flows)
        {
            var (from, to) = (graph.Steps[flow.From], graph.Steps[flow.To]);
            var isFromHere = isHere(from.Kind == StepKind.Stream && to.Kind == StepKind.Stage ? to : from);
            var isToHere = to.Kind == StepKind.Exit ? isFromHere : isHere(to);
            if (isFromHere || isToHere)
            {
                flows.Add(
                    new Flow(Index(isFromHere ? from : Outside(StepKind.Stream, From, from)), Index(isToHere ? to : Outside(StepKind.Exit, To, to)),
                        flow.PerDay));
            }
        }

        return new FlowGraph([.. index.Keys], FlowGraph.Sum(flows));

        int Index(Step step)
        {
            index.TryAdd(step, index.Count);
            return index[step];
        }
    }

    private static Step Outside(StepKind kind, string way, Step step) => new(kind, way + step.Name);
}
