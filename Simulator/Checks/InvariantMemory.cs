using FlowSim.Simulator.Events;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Checks;

/// <summary>A pool as the last check left it.</summary>
internal struct PoolMemory
{
    public int Occupied;
    public int Open;
    public int Waiting;
    public int InUse;
    public int Rostered;
    public int KeptOpen;
    public long Given;
    public long OccupiedArea;
    public long OpenArea;
    public long WaitingArea;
}

/// <summary>What is pending for a pool.</summary>
internal struct PendingOfPool
{
    public int Turning;
    public int Closed;
    public int Changes;
    public int Opening;
    public int Checks;
}

/// <summary>A patient as of the last place taken.</summary>
internal struct PatientMemory
{
    /// <summary>Places held since then, packed and sorted; null: not known.</summary>
    public int[]? Places;

    /// <summary>Clocks of the stage whose place was taken last; only if <see cref="Places"/> is known.</summary>
    public int ClockMask;
}

/// <summary>What a checked run remembers from one check to the next, and room to count in.</summary>
internal sealed class InvariantMemory
{
    private PatientMemory[] patients = new PatientMemory[64];

    public InvariantMemory(int pools, int streams, int stages, int clocks, int attributes)
    {
        Pools = new PoolMemory[pools];
        Pending = new PendingOfPool[pools];
        PendingArrivals = new int[streams];
        WaitingForStage = new int[stages];
        LongestWithin = new int[clocks];
        Expected = new long[attributes];
        Gone = new long[attributes];
    }

    public PoolMemory[] Pools { get; }

    public PendingOfPool[] Pending { get; }

    /// <summary>By stream; all 0 between checks.</summary>
    public int[] PendingArrivals { get; }

    public int[] WaitingForStage { get; }

    /// <summary>Time of the last check [s].</summary>
    public int CheckedAt { get; set; }

    /// <summary>Time of the last check of the whole state [s].</summary>
    public int WholeAt { get; set; } = -1;

    /// <summary>What began at this time or before began under another model [s]; -1: nothing did.</summary>
    public int ModelSince { get; set; } = -1;

    /// <summary>Exchanges up to the last check.</summary>
    public long Exchanges { get; set; }

    /// <summary>Patients to whom something has happened since the last check.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>By stream: patients who have come, those present at the beginning included.</summary>
    public long[] Arrived { get; private set; } = [];

    /// <summary>By stream: patients who have left.</summary>
    public long[] Left { get; private set; } = [];

    /// <summary>By clock: the longest time ahead at which it may be due to start [s].</summary>
    public int[] LongestWithin { get; }

    /// <summary>By attribute: what those had who were there at the beginning, and what stages have added since.</summary>
    public long[] Expected { get; }

    /// <summary>By attribute: what those had who have left.</summary>
    public long[] Gone { get; }

    public List<Event> Events { get; } = [];

    public HashSet<(int Stream, long Number)> Identities { get; } = [];

    /// <summary>Marks of requests and live events; a mark is fresh if it is not below <see cref="Mark"/>.</summary>
    public long Mark { get; private set; } = 2;

    public long[] RequestMarks { get; private set; } = [];

    public int[] LiveEvents { get; private set; } = [];

    /// <summary>The next check of the whole: old marks count no more.</summary>
    public void Begin(int requests, int usedPatients)
    {
        Mark += 2;
        RequestMarks = RequestMarks.Length < requests ? new long[requests] : RequestMarks;
        LiveEvents = LiveEvents.Length < usedPatients ? new int[usedPatients * 2] : LiveEvents;
        LiveEvents.AsSpan(0, usedPatients).Clear();
    }

    public ref PatientMemory Of(int patient)
    {
        if (patient >= patients.Length)
        {
            Array.Resize(ref patients, patient * 2);
        }

        return ref patients[patient];
    }

    /// <summary>A patient is there at the beginning with these values.</summary>
    public void CountHere(ReadOnlySpan<int> values) => Add(Expected, values);

    /// <summary>A patient leaves with these values.</summary>
    public void CountGone(ReadOnlySpan<int> values) => Add(Gone, values);

    public void CountArrival(int stream)
    {
        if (stream >= Arrived.Length)
        {
            (Arrived, Left) = (Longer(Arrived, stream + 1), Longer(Left, stream + 1));
        }

        Arrived[stream]++;
    }

    public void CountLeft(int stream, int patient)
    {
        Left[stream]++;
        Of(patient) = default;
    }

    private static void Add(long[] sums, ReadOnlySpan<int> values)
    {
        for (var attribute = 0; attribute < values.Length; attribute++)
        {
            sums[attribute] += values[attribute];
        }
    }

    private static long[] Longer(long[] counts, int length)
    {
        Array.Resize(ref counts, length);
        return counts;
    }
}
