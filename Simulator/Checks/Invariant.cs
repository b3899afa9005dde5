using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Checks;

/// <summary>What must hold after every instant, whatever the system.</summary>
internal enum Invariant : byte
{
    /// <summary>Time never runs backwards, and no pending event lies in the past.</summary>
    Time,

    /// <summary>Everyone who came is here or has left, stream by stream, and is here once.</summary>
    Everyone,

    /// <summary>Each record of a patient, holding or request is in use once or free.</summary>
    Records,

    /// <summary>Nobody is in two places but by <c>keep</c>, and nobody loses or gains a place on the way.</summary>
    OnePlace,

    /// <summary>Staff are held in the stage's own time only, as one bundle of it.</summary>
    Staff,

    /// <summary>The units in use are those that somebody holds; those in turnaround have an end.</summary>
    Units,

    /// <summary>Capacity is what roster, surge and closures give at this time.</summary>
    Capacity,

    /// <summary>Nothing is given beyond the capacity of the moment.</summary>
    WithinCapacity,

    /// <summary>The lists are in order and hold exactly those who wait, for what they wait for.</summary>
    Lists,

    /// <summary>Nobody waits whom the pools could serve, and who waited at closing time keeps the pool open.</summary>
    Serving,

    /// <summary>No circle of patients is left waiting for each other's places.</summary>
    Deadlocks,

    /// <summary>Clocks run exactly as the stage says; entry, taking and end of a stage are in order.</summary>
    Clocks,

    /// <summary>A patient has at most one live event, and it is the next thing due.</summary>
    Events,

    /// <summary>Sums over time grow by the state times the time that passed.</summary>
    Sums,

    /// <summary>Who is delayed holds a bed in a stage with <c>delayed</c>, and is counted once.</summary>
    Delays,

    /// <summary>What patients have of a number, and had when they left, is what stages have added to it.</summary>
    Added,

    /// <summary>What was found out about each stage at the beginning is what a fresh look at the system finds.</summary>
    Paths,
}
