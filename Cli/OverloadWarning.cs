using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli;

/// <summary>
/// Says where patients wait for a pool that is nearly always in use and have no way out: such a list may grow without end, and every
/// result then depends on how long is measured. A run that ends before the patient limit would otherwise say nothing.
/// </summary>
internal static class OverloadWarning
{
    /// <summary>In use for a greater share of the time: too near to full to trust a waiting list without a fallback [%].</summary>
    private const double HighUse = 93;

    /// <summary>A longer list at the end than is served in this time is no chance peak [d].</summary>
    private const double LongList = 1;

    private const int MostNamed = 3;

    /// <summary>One line for each list, as it is where it is longest; the longest first, and no more than a few.</summary>
    public static IEnumerable<string> Of(ExperimentSummary summary, ExperimentPlan plan)
    {
        var lists = plan.Scenarios.SelectMany(scenario => Of(summary, scenario, plan.Run)).GroupBy(list => list.Stage)
            .Select(same => (Longest: same.MaxBy(list => list.Days)!, Scenarios: same.Select(list => list.Scenario).ToList())).OrderByDescending(list => list.Longest.Days).ToList();
        foreach (var (longest, scenarios) in lists.Take(MostNamed))
        {
            yield return Text(longest, scenarios);
        }

        if (lists.Count > MostNamed)
        {
            yield return $"warning: {lists.Count - MostNamed} more waiting lists are like these (still_waiting in summary.csv)";
        }
    }

    private static IEnumerable<GrowingList> Of(ExperimentSummary summary, PlannedScenario scenario, RunPlan run)
    {
        var model = scenario.Timeline.First;
        var days = (run.End - run.MeasureFrom) / (double)SimTime.Day;
        var rows = summary.Summaries.Where(row => row.Scenario == scenario.Id).ToList();
        var period = rows.Exists(row => row.Key.Period == Periods.All) ? Periods.All : rows.FindLast(row => Periods.IsYear(row.Key.Period))?.Key.Period;
        var means = rows.Where(row => row.Key.Period == period).ToDictionary(row => (row.Key.Measure, row.Key.Place, row.Key.Group), row => row.Mean);
        foreach (var stage in model.Stages.Where(stage => stage.GivesUp.Length == 0))
        {
            double Mean(string measure) => means.GetValueOrDefault((measure, PlaceOf(model, stage.EachDimension, stage.Instance), model.StageTemplates[stage.Template]), 0);
            double Use(PoolModel pool) => pool.Unlimited ? 0 : means.GetValueOrDefault(("utilisation", PlaceOf(model, pool.EachDimension, pool.Instance), pool.Template), 0);
            var (waiting, served) = (Mean("still_waiting"), Mean("started") / days);
            if (waiting > served * LongList && Full(model, stage, Use) is { } pool)
            {
                yield return new GrowingList(scenario.Id, stage.Name, pool.Name, Use(pool), waiting, served);
            }
        }
    }

    /// <summary>The pool that is short, if every alternative for the place, or for the staff, needs one that is nearly always in use.</summary>
    private static PoolModel? Full(SystemModel model, StageModel stage, Func<PoolModel, double> use)
    {
        PoolModel? Short(Bundle bundle) => bundle.Items.SelectMany(item => PoolsOf(model, item.Pool)).Where(pool => use(pool) > HighUse).MaxBy(use);
        PoolModel? AllShort(Bundle[] bundles) => bundles.Length > 0 && Array.TrueForAll(bundles, bundle => Short(bundle) is not null) ? Short(bundles[0]) : null;
        return AllShort(stage.Place) ?? AllShort(stage.Staff);
    }

    private static IEnumerable<PoolModel> PoolsOf(SystemModel model, PoolRef pool) =>
        (pool.Pool >= 0 ? [pool.Pool] : pool.ByValue.Where(index => index >= 0)).Select(index => model.Pools[index]);

    private static string PlaceOf(SystemModel model, int dimension, int instance) => dimension < 0 ? "system" : model.Dimensions[dimension].Instances[instance];

    private static string Text(GrowingList list, List<string> scenarios) => FormattableString.Invariant(
        $"warning: {string.Join(", ", scenarios)}: {list.Pool} is in use up to {list.Use:F1} % of the time, and patients who wait for it at {list.Stage} never give up: {list.Waiting:F1} wait at the end, {list.Served:F1} a day are served. If demand is above capacity, the list grows without end and the results depend on how long is measured. Add capacity, lower the demand, or let patients give up (gives_up)");

    private sealed record GrowingList(string Scenario, string Stage, string Pool, double Use, double Waiting, double Served)
    {
        /// <summary>Time in which as many are served as wait at the end [d].</summary>
        public double Days => Served > 0 ? Waiting / Served : double.PositiveInfinity;
    }
}
