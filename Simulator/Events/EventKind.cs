using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Events;

/// <summary>
/// The order of what happens in one second (docs/law.md, sentence 14). Within a kind, order of scheduling. Lists are served after
/// endings and changes of capacity together, and after each later kind.
/// </summary>
internal enum EventKind : byte
{
    /// <summary>A stage or a turnaround ends; staff come free.</summary>
    Ending = 0,

    /// <summary>Rosters, calendars, surge and closures take effect, slots are renewed, dated changes are made.</summary>
    Roster = 1,

    /// <summary>An alternative may be asked for, a priority rises.</summary>
    Alternative = 2,

    Arrival = 3,

    GivingUp = 4,

    SurgeCheck = 5,

    Census = 6,
}

/// <summary>What an event's subject is and what is to be done with it.</summary>
internal enum EventCode : byte
{
    /// <summary>Subject: patient. The stage ends.</summary>
    StageEnds,

    /// <summary>Subject: patient. Staff asked for with <c>for T</c> come free before the end.</summary>
    StaffFree,

    /// <summary>Subject: patient. The next timer of someone who waits.</summary>
    Timer,

    /// <summary>Subject: pool; amount in the detail.</summary>
    TurnaroundEnds,

    /// <summary>Subject: pool. Its roster changes, slots are renewed, or it takes patients again.</summary>
    PoolChanges,

    /// <summary>Subject: pool; index of the surge in the detail.</summary>
    SurgeOpens,

    /// <summary>Subject: pool; index of the surge in the detail.</summary>
    SurgeCheck,

    /// <summary>Subject: pool; amount in the detail.</summary>
    ClosureEnds,

    /// <summary>Subject: stream.</summary>
    Arrival,

    /// <summary>Subject: second of the day.</summary>
    Census,

    /// <summary>Subject: index of the next model of the timeline.</summary>
    DatedChange,
}
