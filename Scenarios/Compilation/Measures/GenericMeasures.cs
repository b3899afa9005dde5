using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>A measure that every run gives without being declared.</summary>
/// <param name="Id">As it stands in the column <c>measure</c>.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Words">What a reader is told of it.</param>
public sealed record GenericMeasure(string Id, string Unit, MeasureWords Words)
{
    /// <summary>What stands between its title and the stage or pool it is of: <c>for</c> in "the mean wait for triage".</summary>
    public string Joint { get; init; } = "";

    /// <summary>True where some chart, or the table of a system without measures of its own, shows it; the others are most of the files.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>True for a curve over the number of beds: one of its points answers nothing.</summary>
    public bool IsCurve { get; init; }
}

/// <summary>The measures of every stage and pool, which need no declaration: ids, units, words.</summary>
public static class GenericMeasures
{
    public const string WaitMean = "wait_mean";
    public const string WaitP90 = "wait_p90";
    public const string QueueLength = "queue_length";
    public const string Started = "started";
    public const string Utilisation = "utilisation";
    public const string Occupied = "occupied";
    public const string Open = "open";
    public const string Distribution = "occupancy_distribution";
    public const string NotEnough = "p_full";

    private const string Waits = "wait";
    private const string Stroke = "Monks et al. 2016, BMC Health Services Research 16:530";

    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<GenericMeasure> All { get; } =
    [
        new(WaitMean, "min", Of(
            "The mean wait", "Mean wait",
            "Mean time from entering a stage until its work starts, over the patients who started in the period; group is the stage.",
            Better.Lower, Waits)) { Joint = "for" },
        new("wait_median", "min", Of("The median wait", "Median wait", "Median of the same waits.", Better.Lower, Waits)) { Joint = "for", IsShown = false },
        new(WaitP90, "min", Of(
            "The wait that nine in ten do not exceed", "Wait that nine in ten do not exceed",
            "Nine in ten of the same waits are no longer than this.", Better.Lower, Waits)) { Joint = "for" },
        new("wait_p95", "min", Of(
            "The wait that 19 in 20 do not exceed", "Wait that 19 in 20 do not exceed",
            "Nineteen in twenty of the same waits are no longer than this.", Better.Lower, Waits)) { Joint = "for", IsShown = false },
        new(QueueLength, "patients", Of(
            "Patients who wait", "Patients waiting",
            "Patients waiting for a stage or on the list of a pool, averaged over time; group is the stage or pool.", Better.Lower)) { Joint = "for" },
        new(Started, "patients", Of("Starts", "Starts", "Patients whose wait at a stage ended in its work starting; group is the stage.")) { Joint = "of" },
        new("gave_up", "patients", Of(
            "Patients who gave up waiting", "Gave up waiting",
            "Patients who stopped waiting at a stage before its work started; group is the stage.", Better.Lower)) { Joint = "for", IsShown = false },
        new("still_waiting", "patients", Of(
            "Patients who still wait at the end", "Waiting at the end",
            "Patients who wait at a stage when the period ends; group is the stage.", Better.Lower)) { Joint = "for", IsShown = false },
        new(Utilisation, "%", Of(
            "Utilisation", "Use of capacity",
            "Time that units of a pool are in use, as a share of the time that they are open; group is the pool.", topic: Utilisation)) { Joint = "of" },
        new(Occupied, "units", Of(
            "Occupancy", "In use",
            "Units of a pool in use, averaged over time; group is the pool.", topic: Utilisation)) { Joint = "of" },
        new(Open, "units", Of("Open capacity", "Open", "Units of a pool that are open, averaged over time; group is the pool.")) { Joint = "of" },
        new(Distribution, "share", Of(
            "Time with so many in use", "Time with so many in use",
            "Share of time with exactly n units in use; group is the pool or pool group and n.")) { IsCurve = true },
        new("p_delay", "share", Of(
            "The chance that an arrival finds so many beds full", "Chance that an arrival finds so many beds full",
            "Chance that an arrival finds all of n beds taken if there were n: share of time with n in use divided by that with at most n in use.",
            source: Stroke)) { IsCurve = true, IsShown = false },
        new(NotEnough, "share", Of(
            "Time with so many or more in use", "Time with so many or more in use",
            "Share of time with n or more units in use; where there is no limit on them, the chance that n would not have been enough.")) { IsCurve = true },
        new("p_pooled", "share", Of(
            "The chance of finding no bed where some are pooled", "Chance of finding no bed where some are pooled",
            "Chance of finding no bed with a and b dedicated and s pooled beds, for either kind of patient; group is a-b-s/first or a-b-s/second.",
            source: Stroke)) { IsCurve = true, IsShown = false },
        new("exchanges", "patients", Of(
            "Patients who changed places at once", "Exchanges",
            "Patients who changed places in one instant because each waited for the place that the next one held.")) { IsShown = false },
    ];

    /// <summary>What is told of a system that says nothing of its own.</summary>
    public static IReadOnlyList<string> Headline { get; } = [Occupied, Utilisation, QueueLength, WaitMean];

    /// <summary>True for the id of a curve.</summary>
    public static bool IsCurve(string id) => Find(id) is { IsCurve: true };

    /// <summary>The measure of this id, or null.</summary>
    public static GenericMeasure? Find(string id) => All.FirstOrDefault(measure => measure.Id == id);

    private static MeasureWords Of(
        string title, string label, string definition, Better better = Better.NotSaid, string topic = "", string source = "FlowSim") =>
        new() { Title = title, Short = label, Topic = topic, Definition = definition, Source = source, Better = better };
}
