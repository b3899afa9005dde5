using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Is told what happens, and looks whether it may.</summary>
internal interface IWitness
{
    /// <summary>A patient has come.</summary>
    void Came(int stream);

    /// <summary>A patient is about to be gone.</summary>
    void Leaves(int stream, int patient);

    /// <summary>A stage has added to a number of a patient.</summary>
    void Added(int attribute, int amount);

    /// <summary>A patient has made a step.</summary>
    void Stepped(TraceStep step, int patient);

    /// <summary>Another model is in force.</summary>
    void ModelHasChanged();
}

/// <summary>Tells whoever listens of every step of every patient; nobody does in most runs, and then it costs a branch.</summary>
internal sealed class Steps
{
    private const int None = -1;

    private readonly RunState run;
    private bool isWatched;
    private HeldUnits[] held = new HeldUnits[8];

    /// <summary>While a stage ends: the staff that were just set free.</summary>
    private int staffLetGo = None;

    public Steps(RunState run) => this.run = run;

    /// <summary>Told of every step.</summary>
    public Action<TraceEntry>? Trace
    {
        get;
        set
        {
            field = value;
            LookWhoWatches();
        }
    }

    /// <summary>Checks every step.</summary>
    public IWitness? Witness
    {
        get;
        set
        {
            field = value;
            LookWhoWatches();
        }
    }

    /// <summary>Told of every step with all that is known of the patient.</summary>
    public StepListener? Listener
    {
        get;
        set
        {
            field = value;
            LookWhoWatches();
        }
    }

    /// <summary>Told of every stage that begins.</summary>
    public Action<Step>? Observer { get; set; }

    public void Note(TraceStep step, int patient, int exit = None, int to = None)
    {
        if (isWatched)
        {
            Tell(step, patient, exit, to);
        }
    }

    /// <summary>What only a listener is told.</summary>
    public void Mention(TraceStep step, int patient, int to = None)
    {
        if (Listener is not null)
        {
            TellListener(step, patient, to);
        }
    }

    /// <summary>To be called before a stage that ends sets its staff free.</summary>
    public void MarkStaff(int patient)
    {
        if (Listener is not null)
        {
            staffLetGo = NewestHeld(patient, isStaff: true);
        }
    }

    /// <summary>Tells a listener who is there.</summary>
    public void TellPresent()
    {
        for (var patient = 0; patient < run.Patients.Used; patient++)
        {
            if (run.Patients.Items[patient].Phase != Phase.None)
            {
                Mention(TraceStep.Present, patient);
            }
        }
    }

    private void LookWhoWatches() => isWatched = Trace is not null || Witness is not null || Listener is not null;

    private void Tell(TraceStep step, int patient, int exit, int to)
    {
        ref var item = ref run.Patients.Items[patient];
        Trace?.Invoke(new TraceEntry(step, item.Stream, item.Number, item.Stage, run.Now, exit));
        Witness?.Stepped(step, patient);
        if (Listener is not null)
        {
            TellListener(step, patient, exit == None ? to : exit);
        }
    }

    private void TellListener(TraceStep step, int patient, int to)
    {
        ref var item = ref run.Patients.Items[patient];
        var isInStage = step != TraceStep.Arrived && item.Stage >= 0;

        // Who has waited for the place is told of as having it while the wait is not over yet.
        var isPlaced = step == TraceStep.Taken || (step != TraceStep.Entered && item.Phase != Phase.WaitingForPlace);
        Listener!(new PatientStep
        {
            Step = step,
            Time = run.Now,
            Stream = item.Stream,
            Number = item.Number,
            Stage = isInStage ? item.Stage : None,
            Visit = isInStage ? item.Visit : 0,
            Since = isInStage ? item.EnteredAt : run.Now,
            To = to,
            Pool = isInStage && step != TraceStep.Left ? PoolOf(patient, run.Model.Stages[item.Stage], isPlaced) : None,
            IsServed = item.Phase == Phase.InService && step is not (TraceStep.Entered or TraceStep.Taken),
            IsPlaced = isPlaced,
            Values = run.Patients.Values.AsSpan(patient * run.Patients.Attributes, run.Patients.Attributes),
            Held = step == TraceStep.Left ? [] : Held(patient),
        });
        staffLetGo = None;
    }

    /// <summary>The pool that a stage is about.</summary>
    private int PoolOf(int patient, StageModel stage, bool isPlaced)
    {
        if (stage.PlaceMode == PlaceMode.Request)
        {
            return isPlaced ? run.Patients.Items[patient].PlaceTaken : Asked(patient, stage.Place);
        }

        if (stage.PlaceMode == PlaceMode.Keep && NewestHeld(patient, isStaff: false) is >= 0 and var place)
        {
            return place;
        }

        return NewestHeld(patient, isStaff: true) is >= 0 and var staff ? staff : staffLetGo >= 0 ? staffLetGo : Asked(patient, stage.Staff);
    }

    /// <summary>The pool asked for first; -1 where the patient's attributes lead to none (an evaluation would be an error of the run).</summary>
    private int Asked(int patient, Bundle[] bundles)
    {
        if (bundles.Length == 0)
        {
            return None;
        }

        var pool = bundles[0].Items[0].Pool;
        return pool.Pool >= 0 ? pool.Pool
            : run.Patients.Chosen(pool.ByValue, patient, pool.Attribute, pool.SecondAttribute, pool.SecondValues);
    }

    private int NewestHeld(int patient, bool isStaff)
    {
        foreach (var at in run.HoldingsOf(patient))
        {
            if (run.Holdings.Items[at].IsStaff == isStaff)
            {
                return run.Holdings.Items[at].Pool;
            }
        }

        return None;
    }

    private ReadOnlySpan<HeldUnits> Held(int patient)
    {
        var count = 0;
        foreach (var at in run.HoldingsOf(patient))
        {
            if (count == held.Length)
            {
                Array.Resize(ref held, count * 2);
            }

            ref var holding = ref run.Holdings.Items[at];
            held[count++] = new HeldUnits(holding.Pool, holding.Amount);
        }

        return held.AsSpan(0, count);
    }
}
