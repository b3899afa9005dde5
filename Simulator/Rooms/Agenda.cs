using System.Numerics;
using FlowSim.Simulator.Events;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>A wait that began in this instant.</summary>
/// <param name="Patient">Who.</param>
/// <param name="Stage">Where.</param>
/// <param name="Phase">For what.</param>
internal readonly record struct BegunWait(int Patient, int Stage, Phase Phase);

/// <summary>
/// What is still to be done in this instant: lists to be served, waits that have begun and are to be looked at, patients who may be in a deadlock.
/// </summary>
internal sealed class Agenda
{
    private const int None = -1;

    private readonly RunState run;
    private readonly EventList events;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly ulong[] dirty;
    private int dirtyPools;
    private BegunWait[] begun = new BegunWait[64];
    private int begunCount;

    /// <summary>What is being handled together, before any list is served.</summary>
    private Instant instant;

    public Agenda(RunState run)
    {
        (this.run, events, lists, pools) = (run, run.Events, run.Lists, run.Pools);
        dirty = new ulong[(run.Pools.Length + 63) / 64];
    }

    /// <summary>Patients who hold a place and wait for another, and may be in a deadlock since something has happened.</summary>
    public List<int> Blocked { get; } = [];

    /// <summary>The pool whose list is being served, or -1.</summary>
    public int Serving { get; set; } = None;

    /// <summary>False while several patients move before any list is served.</summary>
    public bool ServesInOrder { get; set; }

    /// <summary>True when an event of the instant is still to come.</summary>
    public bool HasMore => events.HasMoreAt(instant);

    /// <summary>Nothing is left to be done.</summary>
    public bool IsEmpty => dirtyPools == 0 && begunCount == 0 && Blocked.Count == 0;

    public bool HasDirty => dirtyPools > 0;

    /// <summary>Waits that have begun and have not been looked at.</summary>
    public int BegunWaits => begunCount;

    /// <summary>An instant begins with an event.</summary>
    public void Begin(in Event next)
    {
        instant.Begin(next);
        ServesInOrder = true;
    }

    /// <summary>The list of a pool is to be served, if anybody stands in it.</summary>
    public void MarkDirty(int pool)
    {
        if (!lists.IsEmpty(pool) || pools[pool].KeptOpen > 0)
        {
            ref var word = ref dirty[pool >> 6];
            dirtyPools += (int)(~word >> pool & 1);
            word |= 1UL << pool;
        }
    }

    /// <summary>The first pool from one on whose list is to be served, which is taken off the agenda; -1: none.</summary>
    public int TakeDirty(int from)
    {
        var mask = ulong.MaxValue << from;
        for (var word = from >> 6; word < dirty.Length; word++, mask = ulong.MaxValue)
        {
            if ((dirty[word] & mask) is not 0 and var found)
            {
                var bit = BitOperations.TrailingZeroCount(found);
                dirty[word] &= ~(1UL << bit);
                dirtyPools--;
                return (word << 6) + bit;
            }
        }

        return None;
    }

    /// <summary>
    /// True when whoever asks now for a pool with an empty list is served next: no other event of the instant is to come and no list is to be served
    /// before. Then the way through the list can be left out.
    /// </summary>
    public bool IsServedNext() =>
        ServesInOrder && dirtyPools == 0 && (Serving == None || lists.IsEmpty(Serving)) && !HasMore;

    /// <summary>A wait has begun that is to be looked at when the lists have been served.</summary>
    public void NoteBegunWait(int patient)
    {
        if (begunCount == begun.Length)
        {
            Array.Resize(ref begun, begunCount * 2);
        }

        ref var item = ref run.Patients.Items[patient];
        begun[begunCount++] = new BegunWait(patient, item.Stage, item.Phase);
    }

    public BegunWait BegunWait(int index) => begun[index];

    /// <summary>The first so many have been looked at; those who began to wait meanwhile are next.</summary>
    public void ForgetBegunWaits(int count)
    {
        begunCount -= count;
        Array.Copy(begun, count, begun, 0, begunCount);
    }

    /// <summary>Nothing is to be done after all.</summary>
    public void Clear()
    {
        Array.Clear(dirty);
        (dirtyPools, begunCount) = (0, 0);
        Blocked.Clear();
    }
}
