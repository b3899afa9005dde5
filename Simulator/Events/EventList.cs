using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.Events;

/// <summary>
/// A pending event: 16 bytes. The key packs time (31 bits), kind (3) and sequence (29), so keys are unique and one comparison orders everything.
/// </summary>
internal readonly struct Event : IComparable<Event>
{
    public readonly long Key;

    /// <summary>Subject in the low 32 bits, then 8 of the code, then the payload: one word, since words written in parts are slow to read as a whole.</summary>
    private readonly long rest;

    public Event(int time, EventKind kind, EventCode code, int subject, int payload, long sequence)
    {
        Key = ((long)time << 32) | ((long)kind << EventList.SequenceBits) | sequence;
        rest = ((long)payload << 40) | ((long)code << 32) | (uint)subject;
    }

    public int Subject => (int)rest;

    public int Time => (int)(Key >> 32);

    public EventKind Kind => (EventKind)((Key >> EventList.SequenceBits) & 7);

    public uint Sequence => (uint)(Key & EventList.LastSequence);

    public EventCode Code => (EventCode)(rest >> 32);

    public int Payload => (int)(rest >> 40);

    /// <inheritdoc/>
    public int CompareTo(Event other) => Key.CompareTo(other.Key);
}

/// <summary>
/// Pending events: an array of the few that are near, the next one last, and unsorted buckets of what is far. The buckets are as wide as it takes for a
/// handful of events to come near at a time: so few that nothing sorts them faster than insertion. Where many are due in one second no bucket is narrow
/// enough: beyond some hundred the later ones stand in a heap.
/// </summary>
internal sealed partial class EventList
{
    public const int SequenceBits = 29;
    public const long LastSequence = (1L << SequenceBits) - 1;

    private const int None = -1;

    /// <summary>More events than this that come near together are no handful any more.</summary>
    private const int Handful = 32;

    /// <summary>More than this are too many to be put in place by insertion, each past those that come before.</summary>
    private const int MostNear = 256;

    /// <summary>Events that one instant may schedule: sequences are renewed between instants only.</summary>
    private const long LeftForAnInstant = 1L << 26;

    private readonly FarEvents far = new();

    /// <summary>Near events that all come after those of <see cref="near"/>; none unless there are some of those.</summary>
    private readonly EventHeap later = new();

    /// <summary>In falling order of key, so that the next event is taken from the end.</summary>
    private Event[] near = new Event[MostNear];
    private int count;
    private long sequence;

    /// <summary>Pending events, stale ones included.</summary>
    public int Count => count + later.Count + far.Count;

    /// <summary>Sequences are about to run out: the owner drains the list and schedules everything anew.</summary>
    public bool IsExhausted => sequence >= LastSequence - LeftForAnInstant;

    /// <summary>Next sequence; settable so that a test can come near the end of the range.</summary>
    internal long NextSequence
    {
        get => sequence;
        set => sequence = value;
    }

    /// <summary>Schedules an event and returns its sequence.</summary>
    public uint Push(int time, EventKind kind, EventCode code, int subject, int payload = 0)
    {
        var added = new Event(time, kind, code, subject, payload, sequence++);
        if (time >= far.NearEnd)
        {
            far.Add(added);
        }
        else if (count < MostNear && later.Count == 0)
        {
            Insert(added, count++);
        }
        else
        {
            AddToMany(added);
        }

        return added.Sequence;
    }

    /// <summary>The next event, without taking it; false when there is none.</summary>
    public bool TryPeek(out Event next)
    {
        if (count == 0 && !BringNear())
        {
            next = default;
            return false;
        }

        next = near[count - 1];
        return true;
    }

    /// <summary>Takes the event last seen by <see cref="TryPeek"/>.</summary>
    public void Drop()
    {
        if (--count == 0 && later.Count > 0)
        {
            BringLater();
        }
    }

    /// <summary>The patient whose event comes next if nothing is scheduled before it; -1: it is no patient's, or not known.</summary>
    public int LikelyNextPatient() => count > 0 && near[count - 1].Code <= EventCode.Timer ? near[count - 1].Subject : None;

    /// <summary>True when an event other than the one just taken is pending in an instant.</summary>
    public bool HasMoreAt(in Instant instant) => count > 0 && instant.Contains(near[count - 1].Key);

    /// <summary>All pending events in order of key; the list is left empty.</summary>
    public Event[] Drain()
    {
        var all = Sorted();
        far.Clear();
        later.Clear();
        (count, sequence) = (0, 0);
        return all;
    }

    /// <summary>A copy of all pending events in order of key; the list stays as it is.</summary>
    public Event[] Sorted()
    {
        var all = new List<Event>(Count);
        CopyPendingTo(all);
        all.Sort();
        return [.. all];
    }

    /// <summary>Moves the near part to a time, before anything is pushed.</summary>
    public void StartAt(int time) => far.StartAt(time);

    /// <summary>Saves it, or makes it what was saved: the same events with the same sequences.</summary>
    /// <param name="state">Where it goes or comes from.</param>
    /// <param name="now">Time of the state [s].</param>
    public void Transfer(StateStream state, int now)
    {
        var all = state.Array(state.IsRead ? [] : Sorted());
        if (state.IsRead)
        {
            StartAt(now);
            System.Array.ForEach(all, Place);
        }

        sequence = state.Value(sequence);
    }

    private void Place(Event added)
    {
        if (added.Time >= far.NearEnd)
        {
            far.Add(added);
        }
        else if (count < MostNear && later.Count == 0)
        {
            Insert(added, count++);
        }
        else
        {
            AddToMany(added);
        }
    }

    /// <summary>Puts an event in its place among the first <paramref name="at"/>; the entry behind them is free.</summary>
    private void Insert(Event added, int at)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(near);
        while (at > 0 && Unsafe.Add(ref first, at - 1).Key < added.Key)
        {
            Unsafe.Add(ref first, at) = Unsafe.Add(ref first, at - 1);
            at--;
        }

        Unsafe.Add(ref first, at) = added;
    }

    /// <summary>Adds an event where there are many already.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddToMany(Event added)
    {
        if (count >= MostNear)
        {
            var half = count / 2;
            SendLater(near.AsSpan(0, half));
            near.AsSpan(half, count).CopyTo(near);
        }

        if (added.Key > near[0].Key)
        {
            later.Add(added);
        }
        else
        {
            Insert(added, count++);
        }
    }

    /// <summary>Puts events behind the others; the caller closes the gap.</summary>
    private void SendLater(ReadOnlySpan<Event> events)
    {
        foreach (var each in events)
        {
            later.Add(each);
        }

        count -= events.Length;
    }

    /// <summary>All near events have been taken: those that come next of the others are put in their place.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BringLater()
    {
        count = Math.Min(later.Count, MostNear / 2);
        for (var at = count - 1; at >= 0; at--)
        {
            near[at] = later.Take();
        }
    }

    /// <summary>Brings buckets near until there is an event; false when none is pending.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool BringNear()
    {
        while (count == 0 && far.Count > 0)
        {
            count = far.Advance(ref near);
            if (count > Handful)
            {
                near.AsSpan(0, count).Sort();
                if (count > MostNear)
                {
                    SendLater(near.AsSpan(MostNear / 2, count - (MostNear / 2)));
                }

                near.AsSpan(0, count).Reverse();
                continue;
            }

            for (var at = 1; at < count; at++)
            {
                Insert(near[at], at);
            }
        }

        return count > 0;
    }
}
