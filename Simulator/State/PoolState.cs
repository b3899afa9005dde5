using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.State;

/// <summary>The changing part of a pool, with its time-weighted sums; what changes with every patient stands first, in one line of the cache.</summary>
internal struct PoolState
{
    /// <summary>Capacity of pools that are never short.</summary>
    public const int NeverShort = 1 << 29;

    /// <summary>Capacity now: rostered + surge − closed [units].</summary>
    public int Capacity;

    public int Occupied;

    /// <summary>Units being cleaned or cleared up: open, not occupied.</summary>
    public int Turning;

    /// <summary>Places held by patients who have ended and wait for another place [units]: to find deadlocks fast.</summary>
    public int Boarding;

    /// <summary>Patients in the list, those who would only move back not counted.</summary>
    public int Waiting;

    /// <summary>Units kept open after closing for those who waited then; 0: none.</summary>
    public int KeptOpen;

    public int TouchedAt;

    public bool Takes;

    /// <summary>
    /// A unit taken or given back changes nothing else: it is no slot, has no turnaround, is asked for alone and its number is in no distribution.
    /// </summary>
    public bool IsPlain;

    public long OccupiedArea;

    public long OpenArea;

    public long WaitingArea;

    /// <summary>Units given since the start, for what is said of an overload.</summary>
    public long Given;

    /// <summary>Requests from this join order on came after closing and are not served; long.MaxValue: all are.</summary>
    public long ServesBefore;

    public uint LiveSequence;

    public int Rostered;

    public int Surge;

    public int Closed;

    /// <summary>Units that can be given now.</summary>
    public readonly int Free => Capacity - Occupied - Turning;

    /// <summary>Units open as counted: never below what is in use.</summary>
    public readonly int Open => Capacity >= NeverShort ? Occupied + Turning : Math.Max(Capacity, Occupied + Turning);

    /// <summary>Adds the time since the last touch to the sums [unit s].</summary>
    public void Touch(int now)
    {
        var passed = (long)(now - TouchedAt);
        if (passed == 0)
        {
            return;
        }

        TouchedAt = now;
        OccupiedArea += passed * Occupied;
        OpenArea += passed * Open;
        WaitingArea += passed * Waiting;
    }
}

/// <summary>One surge capacity's state.</summary>
internal struct SurgeState
{
    public bool IsOpen;

    /// <summary>Decided, not yet open.</summary>
    public bool IsOpening;

    public int OpenedAt;
}
