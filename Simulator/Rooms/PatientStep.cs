namespace FlowSim.Simulator.Rooms;

/// <summary>Is told of every step of every patient; it may change nothing.</summary>
public delegate void StepListener(in PatientStep step);

/// <summary>An amount of a pool that a patient holds.</summary>
/// <param name="Pool">Index of the pool.</param>
/// <param name="Amount">How much [units].</param>
public readonly record struct HeldUnits(int Pool, int Amount);

/// <summary>A step of a patient, with all that may be known of the patient at this moment. It is valid only while it is being told.</summary>
public readonly ref struct PatientStep
{
    public required TraceStep Step { get; init; }

    /// <summary>When [s].</summary>
    public required int Time { get; init; }

    /// <summary>Index of the stream.</summary>
    public required int Stream { get; init; }

    /// <summary>Number within the stream; with it, it names the patient in every scenario.</summary>
    public required long Number { get; init; }

    /// <summary>Index of the stage instance; -1: none has been entered.</summary>
    public required int Stage { get; init; }

    /// <summary>Which visit of the patient to the stage as written, from 1.</summary>
    public required int Visit { get; init; }

    /// <summary>When the stage was entered [s].</summary>
    public required int Since { get; init; }

    /// <summary>
    /// What the step leads to: the exit of who leaves, the target of who has ended a stage or gives up, the kind of a delay; -1: nothing.
    /// </summary>
    public required int To { get; init; }

    /// <summary>The pool that the stage is about: its place as asked for or had, or else its staff; -1: it needs neither.</summary>
    public required int Pool { get; init; }

    /// <summary>The stage's time runs.</summary>
    public required bool IsServed { get; init; }

    /// <summary>The stage's place is the patient's, or it needs none.</summary>
    public required bool IsPlaced { get; init; }

    /// <summary>By attribute: its value.</summary>
    public required ReadOnlySpan<int> Values { get; init; }

    /// <summary>All that is held after the step, a line for each holding.</summary>
    public required ReadOnlySpan<HeldUnits> Held { get; init; }
}
