using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Frame;

/// <summary>Points for measures by place, one row a scenario: the form of many charts.</summary>
internal sealed class ScenarioDots
{
    private readonly ChartRequest request;
    private readonly ResultIndex index;

    public ScenarioDots(ChartRequest request)
    {
        this.request = request;
        index = ResultIndex.Of(request.Results);
        Scenarios = [
            .. request.Results.Run.Scenarios.Where(scenario => request.Chosen.Count == 0 || request.Chosen.Contains(scenario)
                || scenario == ExperimentPlan.BaselineId)];
    }

    /// <summary>Scenarios of the rows: all, or one beside the baseline.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>What the guide of the groups is.</summary>
    public string GuideName => Scenarios.Count > 1 && Scenarios.Contains(ExperimentPlan.BaselineId) ? "baseline" : "";

    /// <summary>Rows of a measure in the baseline, else in the first scenario that has any.</summary>
    public IReadOnlyList<Summary> Rows(string measure) =>
        Scenarios.OrderBy(scenario => scenario != ExperimentPlan.BaselineId).Select(scenario => index.Summaries(scenario, request.PeriodShown, measure))
            .FirstOrDefault(rows => rows.Count > 0) ?? [];

    /// <summary>One group: a row a scenario, a point a measure.</summary>
    public DotGroup Group(string heading, string place, string group, IReadOnlyList<string> measures, params IReadOnlyList<Reference> references)
    {
        var rows = Scenarios.Select(scenario =>
            new DotRow(ScenarioName.Of(request.Results, scenario), [.. measures.Select(measure => Value(scenario, measure, place, group))])).ToList();
        var baseline = GuideName.Length > 0 && measures.Count == 1 ? Value(ExperimentPlan.BaselineId, measures[0], place, group).Mean : double.NaN;
        return new DotGroup(heading, rows) { References = references, Guide = baseline };
    }

    /// <summary>One group: a scenario, a row a place.</summary>
    public DotGroup PlacesOf(string scenario, string measure, IReadOnlyList<string> places, IReadOnlyList<Reference> references) =>
        new(ScenarioName.Of(request.Results, scenario), [.. places.Select(place => new DotRow(request.Names.Place(place), Value(scenario, measure, place, "")))])
        {
            References = references,
        };

    public static DotSeries Single { get; } = new("mean", Palette.Blue, PointShape.Circle);

    /// <summary>Not below 0 where it is a share, a length of time or a number of beds.</summary>
    private Estimate Value(string scenario, string measure, string place, string group) =>
        index.Summary(scenario, request.PeriodShown, measure, place, group) is { Unit: "%" or "min" or "h" or "d" or "beds" } row
            ? Estimate.Of(row).NotBelow(0)
            : Estimate.Of(index.Summary(scenario, request.PeriodShown, measure, place, group));
}
