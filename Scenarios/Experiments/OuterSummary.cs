namespace FlowSim.Scenarios.Experiments;

/// <summary>Puts what the draws of what is not known say beside what the replications say.</summary>
internal static class OuterSummary
{
    public static ExperimentSummary Of(ExperimentSummary summary, ExperimentResult result, OuterResult outer)
    {
        var indices = Enumerable.Range(0, result.Scenarios.Count).ToDictionary(index => result.Scenarios[index].Id);
        ValueTable Table(string scenario) => ValueTable.Of(outer.Of(result, indices[scenario]));
        var numbers = outer.Numbers(result);
        var baseline = result.Baseline is null ? null : Table(ExperimentPlan.BaselineId);
        var levels = summary.Summaries.ToLookup(row => row.Scenario);
        var differences = summary.Differences.ToLookup(row => row.Scenario);
        var all = result.Scenarios.Select(scenario =>
        {
            // One scenario after the other: of all of them the values of hundreds of draws would not fit.
            var table = scenario.Id == ExperimentPlan.BaselineId ? baseline! : Table(scenario.Id);
            return (Levels: levels[scenario.Id].Select(row => table.TryFind(row.Key, out var values) ? row.With(AllInterval.Of(values.Values)) : row).ToList(),
                Differences: differences[scenario.Id].Select(row => With(row, table, baseline)).ToList(),
                Values: Values(scenario.Id, table, outer.Plan.Measures, numbers).ToList());
        }).ToList();
        return summary with
        {
            Summaries = [.. all.SelectMany(one => one.Levels)],
            Differences = [.. all.SelectMany(one => one.Differences)],
            DrawnInputs = outer.Inputs(result),
            DrawnValues = [.. all.SelectMany(one => one.Values)],
        };
    }

    private static Difference With(Difference row, ValueTable table, ValueTable? baseline) =>
        baseline is not null && table.TryFind(row.Key, out var changed) && baseline.TryFind(row.Key, out var level) ? row.With(changed, level) : row;

    private static IEnumerable<DrawnValue> Values(string scenario, ValueTable table, IReadOnlyList<string> measures, IReadOnlyList<int> numbers) =>
        table.Rows.Where(row => measures.Contains(row.Key.Measure) && (row.Key.Period == Periods.All || Periods.IsYear(row.Key.Period)))
            .SelectMany(row => row.Values.Select((value, at) =>
                new DrawnValue { Draw = numbers[at], Scenario = scenario, Key = row.Key, Unit = row.Unit, Value = value }));
}
