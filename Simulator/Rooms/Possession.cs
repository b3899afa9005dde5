using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Taking places and staff and letting them go (docs/law.md, sentences 4, 7 and 12).</summary>
internal sealed class Possession
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly PoolState[] pools;
    private readonly EventList events;
    private readonly Evaluator evaluator;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Blocking blocking;
    private readonly Companions companions;
    private readonly DemandWatch demandWatch;
    private readonly MoveBacks moveBacks;
    private readonly uint[] poolHashes;
    /// <summary>While patients change places, what the next one takes of what this one leaves.</summary>
    private (int Pool, int Amount) changesHands = (None, 0);

    public Possession(RunState run, Recorder recorder, Agenda agenda, Blocking blocking, Companions companions, DemandWatch demandWatch, MoveBacks moveBacks)
    {
        this.run = run;
        this.recorder = recorder;
        this.agenda = agenda;
        this.blocking = blocking;
        this.companions = companions;
        this.demandWatch = demandWatch;
        this.moveBacks = moveBacks;
        (patients, holdings, pools, events, evaluator) = (run.Patients, run.Holdings, run.Pools, run.Events, run.Evaluator);
        poolHashes = [.. run.Model.Pools.Select(pool => StableHash.Of(pool.Name))];
    }

    public void Acquire(int patient, int pool, int amount, bool isStaff, bool freeEarly)
    {
        var now = run.Now;
        ref var state = ref pools[pool];
        if (!state.IsPlain)
        {
            recorder.TouchOccupancy(pool, now);
            if (recorder.Demand is not null)
            {
                demandWatch.CountGiven(patient, pool, amount, isStaff);
            }
        }

        state.Touch(now);
        state.Occupied += amount;
        state.Given += amount;
        if (!state.IsPlain)
        {
            companions.MarkCompanionsDirty(pool);
        }

        ref var item = ref patients.Items[patient];
        item.FirstHolding = holdings.Add(pool, amount, isStaff, freeEarly, item.FirstHolding);
    }

    public void AcquireBundle(int patient, Bundle bundle, bool isStaff)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (isStaff || !run.Holds(patient, pool, part.Amount))
            {
                Acquire(patient, pool, part.Amount, isStaff, bundle.For is not null);
                if (bundle.For is not null)
                {
                    ref var item = ref patients.Items[patient];
                    holdings.Items[item.FirstHolding].Alternative = (byte)Array.IndexOf(run.Model.Stages[item.Stage].Staff, bundle);
                }
            }
        }

        if (!isStaff)
        {
            patients.Items[patient].PlaceTaken = (short)evaluator.PoolOf(bundle.Items[0], patient);
        }
    }

    /// <summary>Lets go every place not kept by the stage and not part of the bundle; a null stage keeps none.</summary>
    public void LetGoPlaces(int patient, StageModel? stage, Bundle? bundle)
    {
        var claimed = 0;
        ref var link = ref patients.Items[patient].FirstHolding;
        while (link != None)
        {
            ref var holding = ref holdings.Items[link];
            var pool = holding.Pool;
            if (holding.IsStaff
                || (stage?.Keep is { } keep && keep[pool])
                || (bundle is not null && IsClaimed(patient, bundle, link, ref claimed)))
            {
                link = ref holding.Next;
            }
            else
            {
                LetGo(patient, ref link);
                moveBacks.DropMoveBack(patient, pool);
            }
        }
    }

    /// <summary>True when the holding is what the bundle asks for: the newest of the pool that is enough. What it has too much is let go.</summary>
    private bool IsClaimed(int patient, Bundle bundle, int at, ref int claimed)
    {
        ref var holding = ref holdings.Items[at];
        for (var index = 0; index < bundle.Items.Length; index++)
        {
            ref readonly var part = ref bundle.Items[index];
            if ((claimed >> index & 1) == 0 && holding.Amount >= part.Amount && evaluator.PoolOf(part, patient) == holding.Pool)
            {
                claimed |= 1 << index;
                var surplus = holding.Amount - part.Amount;
                holding.Amount = (short)part.Amount;
                if (surplus > 0)
                {
                    Return(patient, holding.Pool, surplus);
                }

                return true;
            }
        }

        return false;
    }

    public void LetGoStaff(int patient, bool earlyOnly) => LetGoStaff(patient, ref patients.Items[patient].FirstHolding, earlyOnly);

    /// <summary>The same by what leads to the patient's first holding.</summary>
    public void LetGoStaff(int patient, ref int first, bool earlyOnly)
    {
        ref var link = ref first;
        while (link != None)
        {
            ref var holding = ref holdings.Items[link];
            if (holding.IsStaff && (!earlyOnly || holding.FreeEarly))
            {
                LetGo(patient, ref link);
            }
            else
            {
                link = ref holding.Next;
            }
        }
    }

    /// <summary>Lets one holding go.</summary>
    public void LetGo(int patient, int gone) => LetGo(patient, ref holdings.LinkTo(ref patients.Items[patient].FirstHolding, gone));

    /// <summary>The same by what leads to it in the chain of its patient, and then leads to the next.</summary>
    private void LetGo(int patient, ref int link)
    {
        ref var holding = ref holdings.Items[link];
        var (pool, amount) = (holding.Pool, holding.Amount);
        holdings.Remove(ref link);
        Return(patient, pool, amount);
    }

    /// <summary>What the next patient of a circle takes of what this one is about to leave: it changes hands and is not cleaned in between.</summary>
    public void WillChangeHands(int pool, int amount) => changesHands = (pool, amount);

    /// <summary>A unit goes back: slots are used up, others pass through turnaround.</summary>
    private void Return(int patient, int pool, int amount)
    {
        ref var state = ref pools[pool];
        if (!state.IsPlain)
        {
            ReturnToSpecial(patient, pool, amount);
            return;
        }

        state.Touch(run.Now);
        state.Occupied -= amount;
        if (state.Boarding > 0)
        {
            blocking.LookForDeadlockAt(pool);
        }

        agenda.MarkDirty(pool);
    }

    private void ReturnToSpecial(int patient, int pool, int amount)
    {
        var description = run.Model.Pools[pool];
        if (description.Kind == PoolKind.Slots)
        {
            return;
        }

        ref var state = ref pools[pool];
        TouchPool(pool);
        state.Occupied -= amount;
        if (description.Turnaround is { } turnaround)
        {
            Clean(turnaround, patient, pool, amount - PartThatChangesHands(pool, amount));
        }

        blocking.LookForDeadlockOfThoseLeft(pool);
        agenda.MarkDirty(pool);
    }

    private int PartThatChangesHands(int pool, int amount)
    {
        if (pool != changesHands.Pool)
        {
            return 0;
        }

        var part = Math.Min(amount, changesHands.Amount);
        changesHands.Amount -= part;
        return part;
    }

    private void Clean(TimeRule turnaround, int patient, int pool, int amount)
    {
        var length = amount > 0 ? TurnaroundLength(turnaround, patient, pool) : 0;
        if (length > 0)
        {
            pools[pool].Turning += amount;
            events.Push(RunState.Later(run.Now, length), EventKind.Ending, EventCode.TurnaroundEnds, pool, amount);
        }
    }

    private int TurnaroundLength(TimeRule rule, int patient, int pool)
    {
        var now = run.Now;
        var spec = evaluator.Spec(rule, patient, now);
        if (!spec.NeedsDraw)
        {
            return evaluator.Length(spec, patient, now, 0);
        }

        ref var item = ref patients.Items[patient];
        var draw = run.Draw(item, poolHashes[pool], DrawPurpose.Turnaround, item.Visit, 0);
        return evaluator.Length(spec, patient, now, draw.Uniform);
    }

    public void TouchPool(int pool)
    {
        var now = run.Now;
        recorder.TouchOccupancy(pool, now);
        pools[pool].Touch(now);
    }
}
