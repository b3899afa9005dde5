using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using FlowSim.Tests.Kernel;

namespace FlowSim.Tests.Properties;

/// <summary>Writes down what came to pass in a random system: not which properties are written in it, but which mattered to somebody.</summary>
internal sealed class RandomSystemWitness
{
    /// <summary>Steps between two looks at the whole state.</summary>
    private const int StepsBetween = 12;

    private int steps;

    /// <summary>What must come to pass in some systems.</summary>
    public static string[] Expected { get; } =
    [
        "gave up", "exit too-late", "exit out-of-patience", "exit tired", "exit by-table", "exit cancelled", "exit put-off", "exit diverted", "exit gone",
        "moved back", "moved back while waiting", "exchanged", "boards", "two pools held as places", "two units of one pool", "kept a place",
        "surge open", "units closed", "kept open after closing", "in turnaround", "waits outside the hours of taking", "more in use than is open",
        "slots used up",
        "a later alternative joined", "in a later alternative", "priority risen", "waits for a part of a bundle with the other free", "staff come free early",
        "in a stage again", "delayed", "a clock is due to start", "there from the start", "another site than the stage's", "a stage of one site", "a stage of two dimensions",
        "numbers have changed on a date", "a branch",
    ];

    public HashSet<string> Seen { get; } = [];

    /// <summary>The run that is watched; null until it has begun.</summary>
    public Replication? Run { get; set; }

    public void See(TraceEntry step)
    {
        if (Run is not { } run)
        {
            return;
        }

        switch (step.Step)
        {
            case TraceStep.GaveUp:
                Seen.Add("gave up");
                break;
            case TraceStep.MovedBack:
                Seen.Add("moved back");
                SeeMovedBack(run, step);
                break;
            case TraceStep.Left:
                Seen.Add("exit " + run.Engine.Run.Model.Exits[step.Exit]);
                break;
            default:
                break;
        }

        if (++steps % StepsBetween == 0)
        {
            SeePools(run);
            SeePatients(run, step);
        }
    }

    private void SeeMovedBack(Replication run, TraceEntry step)
    {
        var patients = run.Engine.Run.Patients;
        for (var index = 0; index < patients.Used; index++)
        {
            ref var patient = ref patients.Items[index];
            if (patient.Stream == step.Stream && patient.Number == step.Number && patient.Phase == Phase.WaitingForPlace)
            {
                Seen.Add("moved back while waiting");
            }
        }
    }

    private void SeePools(Replication run)
    {
        var model = run.Engine.Run.Model;
        for (var index = 0; index < model.Pools.Length; index++)
        {
            ref var pool = ref run.Engine.Run.Pools[index];
            Note(pool.Surge > 0, "surge open");
            Note(pool.Closed > 0, "units closed");
            Note(run.Engine.Run.Pools[index].KeptOpen > 0, "kept open after closing");
            Note(pool.Turning > 0, "in turnaround");
            Note(!pool.Takes && pool.Waiting > 0, "waits outside the hours of taking");
            Note(pool.Free < 0, "more in use than is open");
            Note(model.Pools[index].Kind == PoolKind.Slots && pool.Free == 0 && pool.Waiting > 0, "slots used up");
        }

        Note(run.Engine.Exchange.Count > 0, "exchanged");
        var from = run.Engine.Run.Timeline.From;
        Note(from.Length > 1 && run.Now >= from[1], "numbers have changed on a date");
    }

    /// <summary>Whose step it is is on the way from one state to the next and not looked at.</summary>
    private void SeePatients(Replication run, TraceEntry step)
    {
        var patients = run.Engine.Run.Patients;
        for (var index = 0; index < patients.Used; index++)
        {
            ref var patient = ref patients.Items[index];
            if (patient.Phase != Phase.None && (patient.Stream != step.Stream || patient.Number != step.Number))
            {
                var stage = run.Engine.Run.Model.Stages[patient.Stage];
                SeePlaces(run, patient, stage);
                SeeWait(run, patient, stage);
                Note(patient.Visit > 1, "in a stage again");
                Note(patient.DelayKind >= 0, "delayed");
                Note(patient.Number < 0, "there from the start");
                Note(stage.Instance >= 0, "a stage of one site");
                Note(stage.Own.Length > 0
                    && patients.Values[(index * patients.Attributes) + stage.Own[0].Attribute] != stage.Own[0].Value, "another site than the stage's");
                Note(stage.Own.Length > 1, "a stage of two dimensions");
                for (var clock = 0; clock < patients.Clocks; clock++)
                {
                    Note((patients.Running[index] >> clock & 1) != 0
                        && patients.ClockStart[(index * patients.Clocks) + clock] > run.Now, "a clock is due to start");
                }
            }
        }
    }

    private void SeePlaces(Replication run, in Patient patient, StageModel stage)
    {
        var (places, staff, units) = (0, 0, 0);
        for (var at = patient.FirstHolding; at >= 0; at = run.Engine.Run.Holdings.Items[at].Next)
        {
            ref var holding = ref run.Engine.Run.Holdings.Items[at];
            (places, staff) = holding.IsStaff ? (places, staff + 1) : (places + 1, staff);
            units = Math.Max(units, holding.Amount);
        }

        var isServed = patient.Phase == Phase.InService;
        Note(places > 1, "two pools held as places");
        Note(units > 1, "two units of one pool");
        Note(isServed && places > 0 && stage.PlaceMode == PlaceMode.Keep, "kept a place");
        Note(places > 0 && patient.Phase == Phase.WaitingForPlace, "boards");
        Note(isServed && staff == 0 && stage.Staff.Length > 0 && patient.Number >= 0, "staff come free early");
        Note(isServed && stage.Place.Length > 1 && stage.Place[0].Items[0].FixedPool >= 0
            && stage.Place[0].Items[0].FixedPool != patient.PlaceTaken, "in a later alternative");
    }

    private void SeeWait(Replication run, in Patient patient, StageModel stage)
    {
        if (patient.Phase is not (Phase.WaitingForPlace or Phase.WaitingForStaff))
        {
            return;
        }

        Note(patient.Joined > 1, "a later alternative joined");
        Note(patient.Level > 0, "priority risen");
        var bundles = patient.Phase == Phase.WaitingForPlace ? stage.Place : stage.Staff;
        for (var at = patient.FirstRequest; at >= 0; at = run.Engine.Run.Lists.Items[at].NextOfPatient)
        {
            ref var request = ref run.Engine.Run.Lists.Items[at];
            var isOfMany = request.BundleIndex < bundles.Length && bundles[request.BundleIndex].Items.Length > 1;
            Note(isOfMany && run.Engine.Run.Pools[request.Pool].Free >= request.Amount, "waits for a part of a bundle with the other free");
        }
    }

    private void Note(bool happens, string what)
    {
        if (happens)
        {
            Seen.Add(what);
        }
    }
}
