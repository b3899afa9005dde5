using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Is told what happens, and looks whether it may.</summary>
internal interface IWitness
{
    /// <summary>A patient has come.</summary>
    void Came(int stream);

    /// <summary>A patient is about to be gone.</summary>
    void Leaves(int stream, int patient);

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

    public Steps(RunState run) => this.run = run;

    /// <summary>Told of every step.</summary>
    public Action<TraceEntry>? Trace
    {
        get;
        set
        {
            field = value;
            isWatched = Trace is not null || Witness is not null;
        }
    }

    /// <summary>Checks every step.</summary>
    public IWitness? Witness
    {
        get;
        set
        {
            field = value;
            isWatched = Trace is not null || Witness is not null;
        }
    }

    /// <summary>Told of every stage that begins.</summary>
    public Action<Step>? Observer { get; set; }

    public void Note(TraceStep step, int patient, int exit = None)
    {
        if (isWatched)
        {
            Tell(step, patient, exit);
        }
    }

    private void Tell(TraceStep step, int patient, int exit)
    {
        ref var item = ref run.Patients.Items[patient];
        Trace?.Invoke(new TraceEntry(step, item.Stream, item.Number, item.Stage, run.Now, exit));
        Witness?.Stepped(step, patient);
    }
}
