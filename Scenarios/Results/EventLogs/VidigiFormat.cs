using FlowSim.Scenarios.Results.Tables;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Results.EventLogs;

/// <summary>
/// For vidigi 1.0.0 (Python), which animates a log: the columns of an event of its <c>EventLogger</c> (<c>BaseEvent</c> in vidigi/logging.py) in that order,
/// and the four types of event of "Populating Event Logs" in its documents. Times are minutes since the log begins, since its pictures count from 0; whoever
/// is there then arrives at 0.
/// </summary>
internal sealed class VidigiFormat(LogFrame frame) : EventFormat(frame, OwnColumns)
{
    private const string ArrivalOrDeparture = "arrival_departure";
    private const string Queue = "queue";

    private static readonly (string Name, CellKind Kind)[] OwnColumns =
    [
        ("entity_id", CellKind.Text), ("event_type", CellKind.Text), ("event", CellKind.Text), ("time", CellKind.Number), ("pathway", CellKind.Text),
        ("run_number", CellKind.Whole), ("timestamp", CellKind.Moment), ("resource_id", CellKind.Whole), ("scenario", CellKind.Text), ("pool", CellKind.Text),
    ];

    /// <summary>By patient: the unit of each pool held.</summary>
    private readonly Dictionary<(int Stream, long Number), List<(int Pool, int Unit)>> units = [];

    /// <summary>By pool: the lowest numbers that nobody has.</summary>
    private readonly Dictionary<int, FreeUnits> pools = [];
    private readonly HashSet<(int Stream, long Number)> arrived = [];

    protected override void Begin()
    {
        units.Clear();
        pools.Clear();
        arrived.Clear();
    }

    protected override void Write(IRowWriter rows, LoggedStep step)
    {
        var before = UnitOf(step);
        Follow(step);
        switch (step.Step)
        {
            case TraceStep.Arrived:
                WriteArrival(rows, step);
                break;
            case TraceStep.Present:
                WriteArrival(rows, step);
                WritePresent(rows, step);
                break;
            case TraceStep.Entered:
                WriteRow(rows, step, Queue, NameOf(step) + " wait", 0);
                break;
            case TraceStep.Started:
            case TraceStep.MovedBack when step.IsServed:
                WriteService(rows, step);
                break;
            case TraceStep.Ended when before > 0:
                WriteRow(rows, step, "resource_use_end", NameOf(step) + " end", before);
                break;
            case TraceStep.Left:
                arrived.Remove((step.Stream, step.Number));
                WriteRow(rows, step, ArrivalOrDeparture, "depart", 0);
                break;
            default:
                break;
        }
    }

    /// <summary>In the second in which the log begins somebody may arrive and be there: that is one arrival.</summary>
    private void WriteArrival(IRowWriter rows, LoggedStep step)
    {
        if (arrived.Add((step.Stream, step.Number)))
        {
            WriteRow(rows, step, ArrivalOrDeparture, "arrival", 0);
        }
    }

    private void WritePresent(IRowWriter rows, LoggedStep step)
    {
        if (step.IsServed)
        {
            WriteService(rows, step);
        }
        else
        {
            WriteRow(rows, step, Queue, NameOf(step) + " wait", 0);
        }
    }

    /// <summary>A stage without place and staff of its own is shown as a queue, whose members need no unit.</summary>
    private void WriteService(IRowWriter rows, LoggedStep step)
    {
        var unit = UnitOf(step);
        WriteRow(rows, step, unit > 0 ? "resource_use" : Queue, NameOf(step), unit);
    }

    private string NameOf(LoggedStep step) => Model.Stages[step.Stage].Name;

    private void WriteRow(IRowWriter rows, LoggedStep step, string type, string name, int unit)
    {
        rows.Cell("entity_id", CaseOf(step));
        rows.Cell("event_type", type);
        rows.Cell("event", name);
        rows.Cell("time", (step.Time - Frame.Window.From) / (double)SimTime.Minute);
        rows.Cell("pathway", StreamOf(step));
        rows.Cell("run_number", Run.Replication);
        rows.Cell("timestamp", Moment(step.Time));
        if (unit > 0)
        {
            rows.Cell("resource_id", unit);
        }
        else
        {
            rows.Empty("resource_id");
        }

        rows.Cell("scenario", Run.Scenario);
        rows.Cell("pool", unit > 0 ? PoolOf(step) : "");
        EndRow(rows, step);
    }

    /// <summary>Which unit of the stage's pool the patient has, from 1; 0: none.</summary>
    private int UnitOf(LoggedStep step) => step.Pool >= 0 && units.TryGetValue((step.Stream, step.Number), out var own)
        ? own.Find(each => each.Pool == step.Pool).Unit
        : 0;

    /// <summary>
    /// Gives each pool that a patient holds a unit of its own, and takes back those of pools held no more. Units are not told apart by the engine.
    /// </summary>
    private void Follow(LoggedStep step)
    {
        var patient = (step.Stream, step.Number);
        if (!units.TryGetValue(patient, out var own))
        {
            if (step.Held.Count == 0)
            {
                return;
            }

            units[patient] = own = [];
        }

        for (var index = own.Count - 1; index >= 0; index--)
        {
            var (pool, unit) = own[index];
            if (!step.Held.Exists(held => held.Pool == pool))
            {
                pools[pool].Return(unit);
                own.RemoveAt(index);
            }
        }

        foreach (var (pool, _) in step.Held)
        {
            if (!own.Exists(each => each.Pool == pool))
            {
                own.Add((pool, (pools.TryGetValue(pool, out var free) ? free : pools[pool] = new FreeUnits()).Take()));
            }
        }

        if (step.Step == TraceStep.Left)
        {
            units.Remove(patient);
        }
    }

    /// <summary>Numbers from 1, of which the lowest that is free is taken.</summary>
    private sealed class FreeUnits
    {
        private readonly PriorityQueue<int, int> returned = new();
        private int used;

        public int Take() => returned.TryDequeue(out var unit, out _) ? unit : ++used;

        public void Return(int unit) => returned.Enqueue(unit, unit);
    }
}
