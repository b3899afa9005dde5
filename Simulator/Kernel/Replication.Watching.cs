using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Kernel;

/// <summary>What is shown to who watches a run.</summary>
public sealed partial class Replication
{
    /// <summary>Sequence of the next event; settable so that a test can come near the end of the range.</summary>
    internal long NextSequence
    {
        get => events.NextSequence;
        set => events.NextSequence = value;
    }

    /// <summary>Told of every stage that begins; null costs nothing.</summary>
    internal Action<Step>? Observer
    {
        get => engine.Steps.Observer;
        set => engine.Steps.Observer = value;
    }

    /// <summary>Told of every step of every patient; null costs a branch, and no number changes either way.</summary>
    public StepListener? Listener
    {
        get => engine.Steps.Listener;
        set => engine.Steps.Listener = value;
    }

    /// <summary>The rooms, for tests that look at the state or spoil it.</summary>
    internal Engine Engine => engine;

    /// <summary>Tells the listener of everybody who is there now.</summary>
    public void TellPresent() => engine.Steps.TellPresent();
}
