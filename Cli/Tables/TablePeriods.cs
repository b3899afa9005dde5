using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Tables;

/// <summary>Which periods a table shows: years where there are any, else everything.</summary>
internal static class TablePeriods
{
    /// <summary>Years in order, or <c>all</c>.</summary>
    public static IReadOnlyList<string> Of(ExperimentSummary summary, string scenario)
    {
        var years = summary.Summaries.Where(row => row.Scenario == scenario).Select(row => row.Key.Period).Distinct().Where(Periods.IsYear).ToList();
        return years.Count > 0 ? years : [Periods.All];
    }

    /// <summary>A sentence that names the periods that only the files hold; none if there are none.</summary>
    public static IEnumerable<string> Elsewhere(ExperimentSummary summary, IReadOnlyList<string> shown)
    {
        var others = summary.Summaries.Select(row => row.Key.Period).Distinct().Except(shown).ToList();
        var years = others.Where(Periods.IsYear).ToList();
        if (others.Count > 0)
        {
            var names = years.Count > 0 ? string.Join(", ", years) + (others.Count > years.Count ? ", months and totals" : "") : "months and totals";
            yield return $"In summary.csv and differences.csv also: {names}.";
        }
    }
}
