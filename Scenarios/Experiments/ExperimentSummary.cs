namespace FlowSim.Scenarios.Experiments;

/// <summary>An experiment in numbers: means with intervals, paired differences, series, flows; scenarios in plan order.</summary>
public record ExperimentSummary
{
    /// <summary>The file <c>summary.csv</c>.</summary>
    public required IReadOnlyList<Summary> Summaries { get; init; }

    /// <summary>Scenario minus baseline, the file <c>differences.csv</c>; empty when there was nothing to compare.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>The file <c>timeline.csv</c>.</summary>
    public IReadOnlyList<TimelineSummary> Timelines { get; init; } = [];

    /// <summary>The file <c>flows.csv</c>.</summary>
    public IReadOnlyList<FlowSummary> Flows { get; init; } = [];

    /// <summary>The file <c>draws.csv</c>; empty without draws of what is not known.</summary>
    public IReadOnlyList<DrawnInput> DrawnInputs { get; init; } = [];

    /// <summary>The file <c>draw-results.csv</c>; empty without draws of what is not known.</summary>
    public IReadOnlyList<DrawnValue> DrawnValues { get; init; } = [];

    /// <param name="result">What an experiment gave.</param>
    /// <param name="measures">Ids of the measures of interest, whose differences are a family; null: there are no intervals for several at once.</param>
    public static ExperimentSummary Of(ExperimentResult result, IReadOnlyCollection<string>? measures = null)
    {
        var tables = result.Scenarios.ToDictionary(scenario => scenario.Id, ValueTable.Of);
        var summary = Chance(result, tables, measures ?? []);
        return result.Outer is { } outer ? OuterSummary.Of(summary, result, outer) : summary;
    }

    /// <summary>What the ordinary replications say, with everything as it is described.</summary>
    private static ExperimentSummary Chance(ExperimentResult result, Dictionary<string, ValueTable> tables, IReadOnlyCollection<string> measures)
    {
        return new ExperimentSummary
        {
            Summaries = [.. result.Scenarios.SelectMany(scenario => tables[scenario.Id].Rows.Select(row => Summary.Of(scenario.Id, row)))
                .Where(row => !OccupancyRows.IsImplied(row))],
            Differences = [.. SimultaneousIntervals.On([.. Differ(result, tables, measures).Where(row => !OccupancyRows.IsImplied(row.Row))])],
            Timelines = [.. result.Scenarios.SelectMany(TimelineSummary.Of)],
            Flows = [.. result.Scenarios.SelectMany(FlowSummary.Of)],
        };
    }

    /// <summary>Each difference, of the measures of interest with that of each replication.</summary>
    private static IEnumerable<(Difference Row, double[]? Values)> Differ(ExperimentResult result, Dictionary<string, ValueTable> tables,
        IReadOnlyCollection<string> measures)
    {
        if (result.Baseline is null)
        {
            yield break;
        }

        var baseline = tables[ExperimentPlan.BaselineId];
        foreach (var scenario in result.Scenarios.Where(scenario => scenario.Id != ExperimentPlan.BaselineId))
        {
            foreach (var row in tables[scenario.Id].Rows)
            {
                if (baseline.TryFind(row.Key, out var paired))
                {
                    yield return (Difference.Of(scenario.Id, row, paired), measures.Contains(row.Key.Measure) ? Difference.Values(row, paired) : null);
                }
            }
        }
    }
}
