using FlowSim.Scenarios.Results.Tables;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Results.EventLogs;

/// <summary>How a program for process mining calls its columns; all have the same rows.</summary>
/// <param name="Case">The patient within the file.</param>
/// <param name="Activity">The stage.</param>
/// <param name="Instance">Number of the visit to a stage within the file.</param>
/// <param name="Lifecycle">What happens to it, by the words of the standard XES (IEEE 1849) or those that the program has for them.</param>
/// <param name="Time">When.</param>
/// <param name="Resource">The pool.</param>
/// <param name="OfCase">What stands before the names of columns that belong to the patient.</param>
/// <param name="GivenUp">The lifecycle of a wait that was given up.</param>
internal sealed record MiningWords(string Case, string Activity, string Instance, string Lifecycle, string Time, string Resource, string OfCase, string GivenUp)
{
    /// <summary>
    /// bupaR 1.0.0 (R): the arguments of <c>eventlog()</c> in its reference, in that order, which are its own names for the columns; lifecycles that
    /// <c>standardize_lifecycle()</c> takes as they are.
    /// </summary>
    public static MiningWords Bupar { get; } =
        new("case_id", "activity_id", "activity_instance_id", "lifecycle_id", "timestamp", "resource_id", "", "abort_activity");

    /// <summary>
    /// pm4py 2.7.14 (Python): the names that <c>pm4py.util.xes_constants</c> and "Handling Event Data" of its documents give to a table, which are those of
    /// the standard XES; <c>case:</c> stands before attributes of the case.
    /// </summary>
    public static MiningWords Pm4py { get; } =
        new("case:concept:name", "concept:name", "concept:instance", "lifecycle:transition", "time:timestamp", "org:resource", "case:", "withdraw");
}

/// <summary>
/// For programs that mine processes: each visit to a stage is an activity with <c>schedule</c>, <c>start</c> and <c>complete</c>, arrival and exit are
/// activities that take no time. Times are always dates: these programs take nothing else.
/// </summary>
internal sealed class ProcessMiningFormat(LogFrame frame, MiningWords words) : EventFormat(frame, ColumnsOf(words))
{
    private readonly Dictionary<(int Stream, long Number), int> instances = [];
    private int lastInstance;

    private static (string Name, CellKind Kind)[] ColumnsOf(MiningWords words) =>
    [
        (words.Case, CellKind.Text), (words.Activity, CellKind.Text), (words.Instance, CellKind.Whole), (words.Lifecycle, CellKind.Text),
        (words.Time, CellKind.Moment), (words.Resource, CellKind.Text), ("place", CellKind.Text), (words.OfCase + "stream", CellKind.Text),
        (words.OfCase + "scenario", CellKind.Text), (words.OfCase + "replication", CellKind.Whole),
    ];

    protected override void Begin() => instances.Clear();

    protected override void Write(IRowWriter rows, LoggedStep step)
    {
        if (LifecycleOf(step) is not { } lifecycle)
        {
            return;
        }

        rows.Cell(words.Case, CaseOf(step));
        rows.Cell(words.Activity, ActivityOf(step));
        rows.Cell(words.Instance, InstanceOf(step));
        rows.Cell(words.Lifecycle, lifecycle);
        rows.Cell(words.Time, Moment(step.Time));
        rows.Cell(words.Resource, PoolOf(step));
        rows.Cell("place", PlaceOf(step));
        rows.Cell(words.OfCase + "stream", StreamOf(step));
        rows.Cell(words.OfCase + "scenario", Run.Scenario);
        rows.Cell(words.OfCase + "replication", Run.Replication);
        EndRow(rows, step);
    }

    private string? LifecycleOf(LoggedStep step) => step.Step switch
    {
        TraceStep.Arrived or TraceStep.Ended or TraceStep.Left => "complete",
        TraceStep.Entered => "schedule",
        TraceStep.Taken => Model.Stages[step.Stage].Staff.Length == 0 ? null : "assign",
        TraceStep.Started => "start",
        TraceStep.GaveUp => words.GivenUp,
        TraceStep.MovedBack => "reassign",
        _ => null,
    };

    /// <summary>Whoever is in a stage when the log begins is in an activity of which the beginning is not known.</summary>
    private int InstanceOf(LoggedStep step)
    {
        var patient = (step.Stream, step.Number);
        if (step.Step == TraceStep.Left)
        {
            instances.Remove(patient);
            return ++lastInstance;
        }

        if (step.Step == TraceStep.Arrived)
        {
            return ++lastInstance;
        }

        if (step.Step == TraceStep.Entered || !instances.TryGetValue(patient, out var instance))
        {
            instances[patient] = instance = ++lastInstance;
        }

        return instance;
    }
}
