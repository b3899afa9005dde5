using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Sampling;

/// <summary>What a draw is for. Draws for different purposes are independent.</summary>
/// <remarks>The numbers are part of every draw's counter: never renumber, only append (at most 64).</remarks>
internal enum DrawPurpose : byte
{
    /// <summary>A stage's time (the uniform) and the choice of what comes next (the words).</summary>
    Stage = 0,

    /// <summary>An attribute given to a patient on arrival.</summary>
    Attribute = 1,

    /// <summary>An attribute that a stage sets.</summary>
    Sets = 2,

    /// <summary>How long a patient waits before giving up.</summary>
    Patience = 3,

    /// <summary>Whether a diversion takes the patient, judged before the ordinary next stage.</summary>
    Diversion = 4,

    /// <summary>When an alternative place becomes acceptable.</summary>
    Alternative = 5,

    /// <summary>A priority, or when it changes while waiting.</summary>
    Priority = 6,

    /// <summary>To which partner a delay is attributed.</summary>
    Attribution = 7,

    /// <summary>How many arrive in an hour, and when.</summary>
    Arrival = 8,

    /// <summary>Who is present at the start, and for how long already.</summary>
    Census = 9,

    /// <summary>How long a place is made ready between two patients.</summary>
    Turnaround = 10,

    /// <summary>When places close, how many, and for how long.</summary>
    Closure = 11,

    /// <summary>A variation of a roster, a calendar or a round.</summary>
    Schedule = 12,

    /// <summary>What decides the end of a stage that lasts until something happens.</summary>
    Until = 13,

    /// <summary>How many patients an event of an arrival stream brings.</summary>
    Count = 14,
}
