using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>A scenario's means over all that was measured, or over its only year.</summary>
internal sealed class ScenarioMeans
{
    /// <summary>A list that has come by at least this share of its length in the measured time is taken to grow.</summary>
    private const double ShareGrown = 0.25;

    private readonly Dictionary<(string, string, string), double> means;

    /// <summary>True when measuring begins with the run, and the run with nobody.</summary>
    private readonly bool nobodyWaitedBefore;

    public ScenarioMeans(ExperimentSummary summary, string scenario, RunPlan run)
    {
        var rows = summary.Summaries.Where(row => row.Scenario == scenario).ToList();
        var period = rows.Exists(row => row.Key.Period == Periods.All) ? Periods.All : rows.FindLast(row => Periods.IsYear(row.Key.Period))?.Key.Period;
        means = rows.Where(row => row.Key.Period == period).ToDictionary(row => (row.Key.Measure, row.Key.Place, row.Key.Group), row => row.Mean);
        Scenario = scenario;
        Days = DaysOf(period, run);
        nobodyWaitedBefore = run.BeginsEmpty && run.MeasureFrom == run.Start;
    }

    public string Scenario { get; }

    /// <summary>False for a scenario of which nothing is finished.</summary>
    public bool HasPeriod => means.Count > 0;

    /// <summary>Measured time [d].</summary>
    public double Days { get; }

    /// <summary>
    /// What the list of a stage has grown by: what waits at the end, where nobody waited at the beginning; else, if steadily, twice what its length at the
    /// end has over its mean length. 0 if that is little of its length [patients a day].
    /// </summary>
    public double GrowthPerDay(SystemModel model, StageModel stage)
    {
        var waiting = Of("still_waiting", model, stage);
        var grown = nobodyWaitedBefore ? waiting : 2 * (waiting - Of("queue_length", model, stage));
        return grown > ShareGrown * waiting ? grown / Days : 0;
    }

    public double Of(string measure, SystemModel model, StageModel stage) =>
        Of(measure, PlaceOf(model, stage.EachDimension, stage.Instance), model.StageTemplates[stage.Template]);

    public double Of(string measure, SystemModel model, PoolModel pool) => Of(measure, PlaceOf(model, pool.EachDimension, pool.Instance), pool.Template);

    /// <summary>Time in use [%].</summary>
    public double Use(SystemModel model, PoolModel pool) => pool.Unlimited ? 0 : Of("utilisation", model, pool);

    /// <summary>
    /// Length of what the means are over: of the reported time, or, where too little is reported to have a period (a calibration ends with what was
    /// observed), of a year before it [d].
    /// </summary>
    private static double DaysOf(string? period, RunPlan run)
    {
        var reported = (run.End - run.MeasureFrom) / (double)SimTime.Day;
        if (!run.HasDates || period is null || !Periods.IsYear(period) || Periods.YearOf(run.FirstDay.AddDays(run.MeasureFrom / SimTime.Day)) == period)
        {
            return reported;
        }

        var first = Periods.FirstDayOf(period);
        return first.AddYears(1).DayNumber - first.DayNumber;
    }

    private double Of(string measure, string place, string group) =>
        means.GetValueOrDefault((measure, place, group), 0) is var value && double.IsNaN(value) ? 0 : value;

    private static string PlaceOf(SystemModel model, int dimension, int instance) =>
        dimension < 0 ? ResultRow.WholeSystem : model.Dimensions[dimension].Instances[instance];
}
