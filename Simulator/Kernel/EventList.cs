using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowSim.Simulator.Kernel;

/// <summary>A pending event: 16 bytes. The key packs time (31 bits), kind (3) and sequence (29), so keys are unique and one comparison orders everything.</summary>
internal struct Event
{
    public long Key;

    /// <summary>Subject in the low 32 bits, then 8 of the code, then the payload: one word, since words written in parts are slow to read as a whole.</summary>
    private readonly long rest;

    public Event(int time, EventKind kind, EventCode code, int subject, int payload, long sequence)
    {
        Key = ((long)time << 32) | ((long)kind << EventList.SequenceBits) | sequence;
        rest = ((long)payload << 40) | ((long)code << 32) | (uint)subject;
    }

    public readonly int Subject => (int)rest;

    public readonly int Time => (int)(Key >> 32);

    public readonly EventKind Kind => (EventKind)((Key >> EventList.SequenceBits) & 7);

    public readonly uint Sequence => (uint)(Key & EventList.LastSequence);

    public readonly EventCode Code => (EventCode)(rest >> 32);

    public readonly int Payload => (int)(rest >> 40);
}

/// <summary>
/// Pending events: a 4-ary implicit heap of what is near, unsorted buckets of what is far. The popped root stays a hole that the next push fills;
/// the smallest child is chosen without a branch. Both are measured to pay (design section 5).
/// </summary>
internal sealed partial class EventList
{
    public const int SequenceBits = 29;
    public const long LastSequence = (1L << SequenceBits) - 1;

    private const int None = -1;

    private readonly FarEvents far = new();
    private Event[] heap = new Event[256];
    private int count;
    private bool hole;
    private long sequence;

    /// <summary>Pending events, stale ones included.</summary>
    public int Count => count - (hole ? 1 : 0) + far.Count;

    /// <summary>Sequences are about to run out: the owner drains the list and schedules everything anew.</summary>
    public bool IsExhausted => sequence >= LastSequence - 1024;

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
        else
        {
            AddNear(added);
        }

        return added.Sequence;
    }

    /// <summary>The next event, without taking it; false when there is none.</summary>
    public bool TryPeek(out Event next)
    {
        if (hole)
        {
            CloseHole();
        }

        while (count == 0)
        {
            if (far.Count == 0)
            {
                next = default;
                return false;
            }

            far.Advance();
            while (far.TryTake(out var near))
            {
                AddNear(near);
            }
        }

        next = heap[0];
        return true;
    }

    /// <summary>Takes the event last seen by <see cref="TryPeek"/>.</summary>
    public void Drop() => hole = true;

    /// <summary>The patient whose event comes next if nothing is scheduled before it; -1: it is no patient's, or not known.</summary>
    public int LikelyNextPatient()
    {
        var likely = hole ? 1 : 0;
        for (var child = 2; hole && child <= 4 && child < count; child++)
        {
            likely = heap[child].Key < heap[likely].Key ? child : likely;
        }

        return likely < count && heap[likely].Code <= EventCode.Timer ? heap[likely].Subject : None;
    }

    /// <summary>True when an event other than the one just taken is pending at a time and kind, given as the key without its sequence.</summary>
    public bool HasMoreAt(long instant)
    {
        if (!hole)
        {
            return count > 0 && heap[0].Key >> SequenceBits == instant;
        }

        // The root is the hole: the next event is one of its children.
        for (var child = 1; child <= 4 && child < count; child++)
        {
            if (heap[child].Key >> SequenceBits == instant)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All pending events in order of key; the list is left empty.</summary>
    public Event[] Drain()
    {
        var all = Sorted();
        far.Clear();
        (count, hole, sequence) = (0, false, 0);
        return all;
    }

    /// <summary>A copy of all pending events in order of key; the list stays as it is.</summary>
    public Event[] Sorted()
    {
        var all = new List<Event>(Count);
        CopyPendingTo(all);
        all.Sort((a, b) => a.Key.CompareTo(b.Key));
        return [.. all];
    }

    /// <summary>Moves the near part to a time, before anything is pushed.</summary>
    public void StartAt(int time) => far.StartAt(time);

    private void AddNear(Event added)
    {
        if (hole)
        {
            hole = false;
            SiftDown(added);
            return;
        }

        if (count == heap.Length)
        {
            Array.Resize(ref heap, count * 2);
        }

        SiftUp(added);
    }

    private void SiftUp(Event added)
    {
        ref var root = ref MemoryMarshal.GetArrayDataReference(heap);
        var at = count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (Unsafe.Add(ref root, parent).Key <= added.Key)
            {
                break;
            }

            Unsafe.Add(ref root, at) = Unsafe.Add(ref root, parent);
            at = parent;
        }

        Unsafe.Add(ref root, at) = added;
    }

    private void CloseHole()
    {
        hole = false;
        count--;
        if (count > 0)
        {
            SiftDown(heap[count]);
        }
    }

    /// <summary>Puts an event in the place of the root and lets it sink. Only keys below <c>count</c> are looked at.</summary>
    private void SiftDown(Event added)
    {
        ref var root = ref MemoryMarshal.GetArrayDataReference(heap);
        var at = 0;
        var size = count;
        while (true)
        {
            var child = (at << 2) + 1;
            if (child + 3 < size)
            {
                var k0 = Unsafe.Add(ref root, child).Key;
                var k1 = Unsafe.Add(ref root, child + 1).Key;
                var k2 = Unsafe.Add(ref root, child + 2).Key;
                var k3 = Unsafe.Add(ref root, child + 3).Key;

                // (a - b) >> 63 is -1 when a < b: the keys are positive, so this cannot overflow.
                var m01 = (int)((k1 - k0) >> 63);
                var low = k0 + ((k1 - k0) & (long)m01);
                var m23 = (int)((k3 - k2) >> 63);
                var high = k2 + ((k3 - k2) & (long)m23);
                var mask = (int)((high - low) >> 63);
                var lowIndex = -m01;
                var highIndex = 2 - m23;
                child += lowIndex + ((highIndex - lowIndex) & mask);
            }
            else if (child < size)
            {
                child = SmallestOf(child, size);
            }
            else
            {
                break;
            }

            if (Unsafe.Add(ref root, child).Key >= added.Key)
            {
                break;
            }

            Unsafe.Add(ref root, at) = Unsafe.Add(ref root, child);
            at = child;
        }

        Unsafe.Add(ref root, at) = added;
    }

    private int SmallestOf(int first, int size)
    {
        var best = first;
        for (var at = first + 1; at < size; at++)
        {
            if (heap[at].Key < heap[best].Key)
            {
                best = at;
            }
        }

        return best;
    }
}
