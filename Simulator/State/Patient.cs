using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.State;

/// <summary>Where a patient is within a stage.</summary>
internal enum Phase : byte
{
    /// <summary>The record is free.</summary>
    None,

    /// <summary>Waits for the stage's place; older places are still held.</summary>
    WaitingForPlace,

    /// <summary>In the place, waits for staff.</summary>
    WaitingForStaff,

    /// <summary>The stage's time runs.</summary>
    InService,
}

/// <summary>The hot part of a patient: one cache line. Attributes, clocks and visit counts stand in arrays of their own.</summary>
internal struct Patient
{
    /// <summary>Number within the stream; with the stream it keys all the patient's draws.</summary>
    public long Number;

    public int Stream;

    /// <summary>Stage instance.</summary>
    public int Stage;

    /// <summary>Entry to the stage, e [s].</summary>
    public int EnteredAt;

    /// <summary>Place taken, p [s].</summary>
    public int TakenAt;

    /// <summary>Start of the stage's time, s [s]; of whoever waits that of the stage before.</summary>
    public int StartedAt;

    /// <summary>End of the stage, known from its start on [s].</summary>
    public int EndsAt;

    /// <summary>Sequence of the one live event; an event with another sequence is stale.</summary>
    public uint LiveSequence;

    /// <summary>First of the patient's requests, or -1.</summary>
    public int FirstRequest;

    /// <summary>First of the patient's holdings (the newest), or -1; in free records the next free record.</summary>
    public int FirstHolding;

    /// <summary>The routing's uniform, drawn with the duration's.</summary>
    public uint RoutingDraw;

    /// <summary>Bit mask of the bundles joined in the present wait.</summary>
    public int Joined;

    /// <summary>Pool of the place taken last, or -1.</summary>
    public short PlaceTaken;

    /// <summary>Delay kind that runs, or -1, and the bed pool it is counted for.</summary>
    public short DelayKind;

    public short DelayPool;

    /// <summary>Visit number of the present stage.</summary>
    public ushort Visit;

    public Phase Phase;

    /// <summary>Index of the priority level reached.</summary>
    public byte Level;

    /// <summary>Rank in lists, 1 first.</summary>
    public byte Rank;

    /// <summary>The draw of the first stage was made on arrival and has not been asked for yet.</summary>
    public bool HasFirstDraw;
}
