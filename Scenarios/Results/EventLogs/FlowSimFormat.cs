using System.Text;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Results.EventLogs;

/// <summary>Our own: every step, from which every measure can be worked out again (docs/event-log.md).</summary>
internal sealed class FlowSimFormat(LogFrame frame) : EventFormat(frame, ColumnsOf(frame.Run.HasDates ? CellKind.Moment : CellKind.Whole))
{
    private readonly bool hasDates = frame.Run.HasDates;
    private readonly StringBuilder text = new();

    private static (string Name, CellKind Kind)[] ColumnsOf(CellKind time) =>
    [
        ("case", CellKind.Text), ("activity", CellKind.Text), ("lifecycle", CellKind.Text), ("timestamp", time), ("resource", CellKind.Text),
        ("holds", CellKind.Text), ("visit", CellKind.Whole), ("since", time), ("outcome", CellKind.Text), ("stream", CellKind.Text), ("place", CellKind.Text),
        ("scenario", CellKind.Text), ("replication", CellKind.Whole),
    ];

    protected override void Begin()
    {
    }

    protected override void Write(IRowWriter rows, LoggedStep step)
    {
        if (step.Step == TraceStep.Taken && Model.Stages[step.Stage].Staff.Length == 0)
        {
            return;
        }

        rows.Cell("case", PatientOf(step));
        rows.Cell("activity", ActivityOf(step));
        rows.Cell("lifecycle", LifecycleOf(step.Step));
        WriteTime(rows, "timestamp", step.Time);
        rows.Cell("resource", PoolOf(step));
        rows.Cell("holds", HoldsOf(step));
        var isInStage = step.Stage >= 0 && step.Step is not (TraceStep.Arrived or TraceStep.Left);
        if (isInStage)
        {
            rows.Cell("visit", step.Visit);
            WriteTime(rows, "since", step.Since);
        }
        else
        {
            rows.Empty("visit");
            rows.Empty("since");
        }

        rows.Cell("outcome", OutcomeOf(step));
        rows.Cell("stream", StreamOf(step));
        rows.Cell("place", PlaceOf(step));
        rows.Cell("scenario", Run.Scenario);
        rows.Cell("replication", Run.Replication);
        EndRow(rows, step);
    }

    private void WriteTime(IRowWriter rows, string column, int second)
    {
        if (hasDates)
        {
            rows.Cell(column, Moment(second));
        }
        else
        {
            rows.Cell(column, second);
        }
    }

    private static string LifecycleOf(TraceStep step) => step switch
    {
        TraceStep.Arrived => "arrive",
        TraceStep.Entered => "schedule",
        TraceStep.Taken => "assign",
        TraceStep.Started => "start",
        TraceStep.Ended => "complete",
        TraceStep.GaveUp => "withdraw",
        TraceStep.MovedBack => "reassign",
        TraceStep.StaffFreed => "release",
        TraceStep.DelayBegan => "delay-begin",
        TraceStep.DelayEnded => "delay-end",
        TraceStep.Left => "leave",
        _ => "present",
    };

    private string OutcomeOf(LoggedStep step) => step.Step switch
    {
        TraceStep.Ended or TraceStep.GaveUp => Model.Targets[step.To].Name,
        TraceStep.DelayBegan or TraceStep.DelayEnded => Model.Delays[step.To].Label,
        TraceStep.Left => Model.Exits[step.To],
        TraceStep.Present => step.IsServed ? "in service" : step.IsPlaced ? "waits for staff" : "waits for place",
        _ => "",
    };

    /// <summary>Such as <c>ward-bed@north + nurse 2</c>.</summary>
    private string HoldsOf(LoggedStep step)
    {
        text.Clear();
        foreach (var (pool, amount) in step.Held)
        {
            text.Append(text.Length > 0 ? " + " : "").Append(Model.Pools[pool].Name);
            if (amount != 1)
            {
                text.Append(' ').Append(amount);
            }
        }

        return text.ToString();
    }
}
