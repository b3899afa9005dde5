using System.Numerics;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Overloads;

/// <summary>What is known of how many patients are where, for the day on which they are too many. Off the way of every event.</summary>
internal sealed class Overload
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly PoolState[] pools;
    private readonly Evaluator evaluator;
    private readonly OverloadWatch overload;

    public Overload(RunState run)
    {
        this.run = run;
        (patients, holdings, pools, evaluator) = (run.Patients, run.Holdings, run.Pools, run.Evaluator);
        overload = new OverloadWatch(run.Pools.Length, run.Model.Stages.Length);
    }

    /// <summary>The moments that are remembered.</summary>
    public OverloadWatch Watch => overload;

    /// <summary>Called once a simulated day, and when the run begins or branches.</summary>
    public void WatchHeadcount()
    {
        if (overload.IsDue(patients.Present))
        {
            CountPatients(overload.Next(patients.Present));
        }
    }

    private void CountPatients(Headcount headcount)
    {
        (headcount.Time, headcount.Present) = (run.Now, patients.Present);
        Array.Clear(headcount.WaitingFor);
        Array.Clear(headcount.InStage);
        Array.Clear(headcount.HeldUp);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            switch (patients.Items[patient].Phase)
            {
                case Phase.None:
                    break;
                case Phase.InService:
                    headcount.InStage[patients.Items[patient].Stage]++;
                    break;
                default:
                    CountWaiter(headcount, patient);
                    break;
            }
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            ref var state = ref pools[pool];
            headcount.HeldUp[pool] /= Math.Max(1, state.Occupied);
            headcount.Returned[pool] = state.Given - (run.Model.Pools[pool].Kind == PoolKind.Slots ? 0 : state.Occupied);
            headcount.Idle[pool] = state.Capacity > 0 ? Math.Max(0, state.Free) / (double)state.Capacity : 0;
        }
    }

    private void CountWaiter(Headcount headcount, int patient)
    {
        foreach (var item in FirstChoice(patient).Items)
        {
            if (Lacks(patient, item, out var pool))
            {
                headcount.WaitingFor[pool]++;
            }
        }

        foreach (var at in run.HoldingsOf(patient))
        {
            headcount.HeldUp[holdings.Items[at].Pool] += holdings.Items[at].IsStaff ? 0 : holdings.Items[at].Amount;
        }
    }

    /// <summary>The first, in written order, of what a waiting patient asks for.</summary>
    private Bundle FirstChoice(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        var bundles = item.Phase == Phase.WaitingForPlace ? stage.Place : stage.Staff;
        return bundles[item.Joined == 0 ? 0 : BitOperations.TrailingZeroCount(item.Joined)];
    }

    private bool Lacks(int patient, PoolAmount wanted, out int pool)
    {
        pool = evaluator.PoolOf(wanted.Pool, patient);
        return patients.Items[patient].Phase != Phase.WaitingForPlace || !run.Holds(patient, pool, wanted.Amount);
    }

    private IEnumerable<(int Pool, int Amount)> Wanted(int patient)
    {
        foreach (var item in FirstChoice(patient).Items)
        {
            if (Lacks(patient, item, out var pool))
            {
                yield return (pool, item.Amount);
            }
        }
    }

    /// <summary>Too many patients: says where they gather, how fast, and what it would take.</summary>
    public SimulationException Overloaded()
    {
        var latest = new Headcount(pools.Length, run.Model.Stages.Length);
        CountPatients(latest);
        var shortage = new Shortage(run.Model, [.. overload.Past, latest], Array.ConvertAll(pools, pool => pool.Occupied),
            Array.ConvertAll(pools, pool => pool.Surge - pool.Closed));
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase is Phase.WaitingForPlace or Phase.WaitingForStaff)
            {
                shortage.Count([.. Wanted(patient)], [.. run.PlacesOf(patient)]);
            }
        }

        return new SimulationException(OverloadText.Of(run.Model, shortage));
    }

    /// <summary>Takes over what another of a like system remembers.</summary>
    public void CopyFrom(Overload other) => overload.CopyFrom(other.overload);
}
