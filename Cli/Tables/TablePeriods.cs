using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Tables;

/// <summary>Which periods a table shows: years where there are any and the last is whole, else everything.</summary>
internal static class TablePeriods
{
    /// <summary>Years in order, or <c>all</c>: a year that ends with the run some months after April is no answer for a year.</summary>
    public static IReadOnlyList<string> Of(ExperimentSummary summary, string scenario, RunPlan run)
    {
        var periods = summary.Summaries.Where(row => row.Scenario == scenario).Select(row => row.Key.Period).Distinct().ToList();
        return Periods.Shown(periods, Periods.EndsWithYear(run)) == Periods.All ? [Periods.All] : periods.FindAll(Periods.IsYear);
    }

    /// <summary>The same of results that have been read.</summary>
    public static IReadOnlyList<string> Of(ResultSet results) => results.ShownPeriod == Periods.All ? [Periods.All]
        : [.. results.Summaries.Select(row => row.Key.Period).Distinct().Where(Periods.IsYear)];

    /// <summary>A sentence that names the periods that only the files hold; none if there are none.</summary>
    /// <param name="summary">What there is.</param>
    /// <param name="shown">Periods of the table.</param>
    /// <param name="months">True where the files hold months.</param>
    public static IEnumerable<string> Elsewhere(ExperimentSummary summary, IReadOnlyList<string> shown, bool months)
    {
        var others = summary.Summaries.Select(row => row.Key.Period).Distinct().Except(shown).Where(period => months || !Periods.IsMonth(period)).ToList();
        var years = others.Where(Periods.IsYear).ToList();
        var rest = months ? "months and totals" : "totals";
        if (others.Count > 0)
        {
            var names = years.Count > 0 ? string.Join(", ", years) + (others.Count > years.Count ? $", {rest}" : "") : rest;
            yield return $"In summary.csv{(summary.Differences.Count > 0 ? " and differences.csv" : "")} also: {names}.";
        }
    }
}
