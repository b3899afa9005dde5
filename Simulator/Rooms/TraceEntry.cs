namespace FlowSim.Simulator.Rooms;

/// <summary>What happened to a patient.</summary>
public enum TraceStep : byte
{
    /// <summary>Entered the stage and asks for its place, e.</summary>
    Entered,

    /// <summary>Has the stage's place (or needs none) and asks for staff, p.</summary>
    Taken,

    /// <summary>The stage's time begins, s.</summary>
    Started,

    /// <summary>Gave up waiting in the stage.</summary>
    GaveUp,

    /// <summary>Moved back to an earlier alternative of the stage in which the place was taken.</summary>
    MovedBack,

    /// <summary>Left the system by an exit; the stage is the last one.</summary>
    Left,

    /// <summary>Has come, and has not entered a stage. This and what follows is told to a <see cref="StepListener"/> alone.</summary>
    Arrived,

    /// <summary>The stage is over and it is known what comes next; the place is still held.</summary>
    Ended,

    /// <summary>Staff of the stage were set free before its end.</summary>
    StaffFreed,

    /// <summary>A delay of a kind begins in a bed.</summary>
    DelayBegan,

    /// <summary>It ends.</summary>
    DelayEnded,

    /// <summary>Nothing has happened: the patient is there when listening begins.</summary>
    Present,
}

/// <summary>One step of one patient; written only while somebody listens.</summary>
/// <param name="Stream">Stream of the patient.</param>
/// <param name="Number">Number of the patient within the stream.</param>
/// <param name="Stage">Stage instance.</param>
/// <param name="Time">When [s].</param>
/// <param name="Exit">Exit taken, or -1.</param>
internal readonly record struct TraceEntry(TraceStep Step, int Stream, long Number, int Stage, int Time, int Exit);
