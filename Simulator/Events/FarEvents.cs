namespace FlowSim.Simulator.Events;

/// <summary>
/// Events that are far off, unsorted in buckets of time until their bucket comes near. The width of the buckets follows the number of events in them,
/// so that the sorted part stays short, whatever the size and the pace of the system; no order depends on it.
/// </summary>
internal sealed class FarEvents
{
    private const int Buckets = 4096;
    private const int None = -1;

    /// <summary>Key of a record that is free: an event of it would be the first of second 0, which is never far.</summary>
    private const long NoEvent = 0;
    private const int NarrowestShift = 4;
    private const int WidestShift = 16;

    /// <summary>Buckets that come with more events than this on average are halved, with fewer than the other doubled. Measured: flat between.</summary>
    private const int Many = 16;
    private const int Few = 4;

    /// <summary>A change of the average counts by this share of a bucket's own number, as a shift.</summary>
    private const int Smoothing = 5;

    private readonly int[] head = new int[Buckets];
    private Event[] events = new Event[1024];
    private int[] next = new int[1024];
    private int free = None;
    private int used;
    private int shift = 12;
    private long nearBucket;

    /// <summary>Average number of events in a bucket when it comes near, times two to the power of <see cref="Smoothing"/>.</summary>
    private int average = (Many + Few) / 2 << Smoothing;

    public FarEvents() => Array.Fill(head, None);

    public int Count { get; private set; }

    /// <summary>Events from here on are far [s].</summary>
    public long NearEnd { get; private set; } = 1 << 12;

    /// <summary>Moves the near part to a time, while there are no events.</summary>
    public void StartAt(int time) => GoTo(time >> shift);

    /// <summary>Adds an event at <see cref="NearEnd"/> or later.</summary>
    public void Add(Event added)
    {
        int at;
        if (free != None)
        {
            at = free;
            free = next[at];
        }
        else
        {
            if (used == events.Length)
            {
                Array.Resize(ref events, used * 2);
                Array.Resize(ref next, used * 2);
            }

            at = used++;
        }

        events[at] = added;
        Count++;
        Link(at);
    }

    /// <summary>Brings the next bucket near: its events leave this list for the beginning of an array, which grows as needed, in no order.</summary>
    /// <returns>Their number.</returns>
    public int Advance(ref Event[] near)
    {
        Adapt();
        GoTo(nearBucket + 1);
        var taken = 0;
        for (var at = Unlink(nearBucket); at != None;)
        {
            var following = next[at];
            if (events[at].Time >= NearEnd)
            {
                // Beyond the last bucket when it was added; it waits for another round.
                Link(at);
            }
            else
            {
                if (taken == near.Length)
                {
                    Array.Resize(ref near, taken * 2);
                }

                near[taken++] = events[at];
                events[at] = default;
                next[at] = free;
                free = at;
            }

            at = following;
        }

        Count -= taken;
        average += taken - (average >> Smoothing);
        return taken;
    }

    /// <summary>Adds all events, in no order.</summary>
    public void CopyTo(List<Event> list)
    {
        for (var bucket = 0; Count > 0 && bucket < Buckets; bucket++)
        {
            for (var at = head[bucket]; at != None; at = next[at])
            {
                list.Add(events[at]);
            }
        }
    }

    public void Clear()
    {
        Array.Fill(head, None);
        (Count, used, free) = (0, 0, None);
    }

    private void GoTo(long bucket) => (nearBucket, NearEnd) = (bucket, (bucket + 1) << shift);

    private void Link(int at)
    {
        var bucket = (int)Math.Min((long)events[at].Time >> shift, nearBucket + Buckets - 1) & (Buckets - 1);
        next[at] = head[bucket];
        head[bucket] = at;
    }

    private int Unlink(long bucket)
    {
        ref var first = ref head[(int)bucket & (Buckets - 1)];
        var at = first;
        first = None;
        return at;
    }

    private void Adapt()
    {
        if (average > Many << Smoothing && shift > NarrowestShift)
        {
            ChangeWidth(shift - 1, nearBucket * 2 + 1);
            average /= 2;
        }
        else if (average < Few << Smoothing && shift < WidestShift && (nearBucket & 1) != 0)
        {
            ChangeWidth(shift + 1, nearBucket / 2);
            average *= 2;
        }
    }

    /// <summary>Sorts all events into buckets of another width; the near part ends where it did. They are taken as they stand in memory.</summary>
    private void ChangeWidth(int newShift, long newNearBucket)
    {
        Array.Fill(head, None);
        shift = newShift;
        GoTo(newNearBucket);
        for (var at = 0; at < used; at++)
        {
            if (events[at].Key != NoEvent)
            {
                Link(at);
            }
        }
    }
}
