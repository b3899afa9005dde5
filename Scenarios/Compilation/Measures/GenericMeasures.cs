namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>A measure that every run gives without being declared.</summary>
/// <param name="Id">As it stands in the column <c>measure</c>.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Definition">One sentence.</param>
/// <param name="Source">Where the definition comes from.</param>
public sealed record GenericMeasure(string Id, string Unit, string Definition, string Source);

/// <summary>The measures of every stage and pool, which need no declaration.</summary>
public static class GenericMeasures
{
    private const string Own = "FlowSim";
    private const string Stroke = "Monks et al. 2016, BMC Health Services Research 16:530";

    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<GenericMeasure> All { get; } =
    [
        new("wait_mean", "min", "Mean time from entering a stage until its work starts, over the patients who started in the period; group is the stage.", Own),
        new("wait_median", "min", "Median of the same waits.", Own),
        new("wait_p90", "min", "Nine in ten of the same waits are no longer than this.", Own),
        new("wait_p95", "min", "Nineteen in twenty of the same waits are no longer than this.", Own),
        new("queue_length", "patients", "Patients waiting for a stage or on the list of a pool, averaged over time; group is the stage or pool.", Own),
        new("started", "patients", "Patients whose wait at a stage ended in its work starting; group is the stage.", Own),
        new("gave_up", "patients", "Patients who stopped waiting at a stage before its work started; group is the stage.", Own),
        new("still_waiting", "patients", "Patients who wait at a stage when the period ends; group is the stage.", Own),
        new("utilisation", "%", "Time that units of a pool are in use, as a share of the time that they are open; group is the pool.", Own),
        new("occupied", "units", "Units of a pool in use, averaged over time; group is the pool.", Own),
        new("open", "units", "Units of a pool that are open, averaged over time; group is the pool.", Own),
        new("occupancy_distribution", "share", "Share of time with exactly n units in use; group is the pool or pool group and n.", Own),
        new("p_delay", "share", "Chance that an arrival finds all of n beds taken if there were n: share of time with n in use divided by that with at most n in use.", Stroke),
        new("p_full", "share", "Share of time with n or more units in use: the chance that n would not have been enough.", Own),
        new("p_pooled", "share", "Chance of finding no bed with a and b dedicated and s pooled beds, for the first and the second kind of patient; group is a-b-s/first or a-b-s/second.", Stroke),
        new("exchanges", "patients", "Patients who changed places in one instant because each waited for the place that the next one held.", Own),
    ];

    /// <summary>The measure of this id, or null.</summary>
    public static GenericMeasure? Find(string id) => All.FirstOrDefault(measure => measure.Id == id);
}
