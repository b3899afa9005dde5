using System.Globalization;
using System.Runtime.CompilerServices;
using FlowSim.Simulator.Events;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.State;

/// <summary>
/// All that a run is at one moment: what is saved with it and what a branch goes on from. It decides nothing; the rooms change it, and it answers simple
/// questions about who holds and asks for what.
/// </summary>
internal sealed class RunState
{
    /// <summary>Live sequence of pools and streams of which no event has been thought yet.</summary>
    public const uint NotScheduled = uint.MaxValue - 1;

    private const int None = -1;

    public RunState(SystemTimeline timeline, SystemModel model, ulong seed, int number, PatientStore patients, HoldingStore holdings)
    {
        (Timeline, Model, Seed, Number, Patients, Holdings) = (timeline, model, seed, number, patients, holdings);
        Lists = new WaitingLists(model.Pools.Length, timeline.Models.Max(each => each.LowestRank));
        Pools = new PoolState[model.Pools.Length];
        foreach (ref var pool in Pools.AsSpan())
        {
            pool.LiveSequence = NotScheduled;
        }

        Surges = [.. model.Pools.Select(pool => new SurgeState[pool.Surges.Length])];
        WaitingForStage = new int[model.Stages.Length];
        StreamKeys = [.. model.Streams.Select(stream => DrawKey.StreamKey(seed, number, stream.KeyHash))];
        Evaluator = new Evaluator(model, patients, Pools, WaitingForStage);
    }

    /// <summary>The scenario.</summary>
    public SystemTimeline Timeline { get; }

    /// <summary>Of the scenario what is in force now.</summary>
    public SystemModel Model { get; private set; }

    /// <summary>Seed of the experiment.</summary>
    public ulong Seed { get; }

    /// <summary>Replication, from 1.</summary>
    public int Number { get; }

    /// <summary>Current time [s].</summary>
    public int Now { get; set; }

    /// <summary>What is to come.</summary>
    public EventList Events { get; } = new();

    public PatientStore Patients { get; }

    /// <summary>What patients hold.</summary>
    public HoldingStore Holdings { get; }

    /// <summary>What patients ask for, in the lists of the pools.</summary>
    public WaitingLists Lists { get; }

    public PoolState[] Pools { get; }

    /// <summary>By pool: its surges.</summary>
    public SurgeState[][] Surges { get; }

    /// <summary>Patients waiting for place or staff, by stage instance.</summary>
    public int[] WaitingForStage { get; }

    /// <summary>Keys of the draws by stream; after a branch those of streams that the scenario removed come last.</summary>
    public ulong[] StreamKeys { get; set; }

    /// <summary>Looks up tables and judges conditions against this state.</summary>
    public Evaluator Evaluator { get; }

    /// <summary>Patients who have arrived since the start of this object.</summary>
    public long Arrived { get; set; }

    /// <summary>Patients who have left since the start of this object.</summary>
    public long Left { get; set; }

    /// <summary>
    /// Saves what a branch goes on from, or makes it what was saved. What only a run needs that goes on itself, such as who stands in which list, is not in
    /// it.
    /// </summary>
    public void Transfer(StateStream state)
    {
        (Now, Arrived, Left, StreamKeys) = (state.Value(Now), state.Value(Arrived), state.Value(Left), state.Array(StreamKeys));
        Patients.Transfer(state);
        Holdings.Transfer(state);
        Lists.Transfer(state);
        Events.Transfer(state, Now);
        state.Into(Pools);
        Array.ForEach(Surges, state.Into);
        state.Into(WaitingForStage);
    }

    /// <summary>Adds a length to a time; never stays never [s].</summary>
    public static int Later(int time, int length) => length >= int.MaxValue - time ? int.MaxValue : time + length;

    /// <summary>Another model of the scenario comes into force: same indices, other numbers.</summary>
    public void BringIntoForce(SystemModel model) => Model = Evaluator.Model = model;

    /// <summary>What a patient holds, the newest first; the one looked at may be let go meanwhile.</summary>
    public HoldingStore.Chain HoldingsOf(int patient) => new(Holdings, Patients.Items[patient].FirstHolding);

    /// <summary>What a patient asks for, the newest first; the one looked at may be dropped meanwhile, and others put in front.</summary>
    public WaitingLists.Chain RequestsOf(int patient) => new(Lists, Patients.Items[patient].FirstRequest);

    /// <summary>What is drawn for a patient, who has the same draws in every scenario.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RandomBlock Draw(in Patient patient, uint key, DrawPurpose purpose, int visit, int index) =>
        DrawKey.Draw(StreamKeys[patient.Stream], patient.Number, key, purpose, visit, index);

    /// <summary>True when a patient holds at least the amount of a pool as a place.</summary>
    public bool Holds(int patient, int pool, int amount)
    {
        foreach (var at in HoldingsOf(patient))
        {
            ref var holding = ref Holdings.Items[at];
            if (!holding.IsStaff && holding.Pool == pool && holding.Amount >= amount)
            {
                return true;
            }
        }

        return false;
    }

    public bool HoldsPlace(int patient)
    {
        foreach (var at in HoldingsOf(patient))
        {
            if (!Holdings.Items[at].IsStaff)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when every part of a bundle is held as a place.</summary>
    public bool HoldsAll(int patient, Bundle bundle)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            if (!Holds(patient, Evaluator.PoolOf(part, patient), part.Amount))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first of the stage's bundles of which every part is held, or null.</summary>
    public Bundle? HeldBundle(int patient, StageModel stage)
    {
        if (Patients.Items[patient].FirstHolding == None)
        {
            return null;
        }

        foreach (var bundle in stage.Place)
        {
            if (HoldsAll(patient, bundle))
            {
                return bundle;
            }
        }

        return null;
    }

    /// <summary>True when a pool is one of those that a bundle means for a patient.</summary>
    public bool IsPartOf(Bundle bundle, int pool, int patient)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            if (Evaluator.PoolOf(part, patient) == pool)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first bed pool the patient holds, other than those of a bundle, or -1.</summary>
    public int BedHeld(int patient, Bundle? except)
    {
        foreach (var at in HoldingsOf(patient))
        {
            ref var holding = ref Holdings.Items[at];
            if (!holding.IsStaff
                && Model.Pools[holding.Pool].Kind == PoolKind.Beds
                && (except is null || !IsPartOf(except, holding.Pool, patient)))
            {
                return holding.Pool;
            }
        }

        return None;
    }

    /// <summary>The places that a patient holds.</summary>
    public IEnumerable<(int Pool, int Amount)> PlacesOf(int patient)
    {
        foreach (var at in HoldingsOf(patient))
        {
            if (!Holdings.Items[at].IsStaff)
            {
                yield return (Holdings.Items[at].Pool, Holdings.Items[at].Amount);
            }
        }
    }

    /// <summary>A time as a person reads it.</summary>
    public string Moment(int time)
    {
        var day = time / SimTime.Day;
        var clock = TimeSpan.FromSeconds(time % SimTime.Day).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
        return Model.Run.HasDates
            ? $"{Model.Run.FirstDay.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {clock}"
            : $"day {day} {clock}";
    }
}
