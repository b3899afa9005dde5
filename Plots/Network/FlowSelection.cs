using FlowSim.Plots.Charts;
using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Report;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Network;

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
