using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Checks;

/// <summary>What must hold of the state as a whole: everyone and every unit is accounted for.</summary>
internal sealed class WholeChecks
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly PoolState[] pools;
    private readonly Recorder recorder;
    private readonly Circles circles;
    private readonly DeadlockSearch deadlockSearch;
    private readonly Findings findings;
    private readonly Paths paths;

    public WholeChecks(RunState run, Recorder recorder, Circles circles, DeadlockSearch deadlockSearch, Findings findings, Paths paths)
    {
        (this.run, this.recorder, this.circles, this.deadlockSearch, this.findings, this.paths) = (run, recorder, circles, deadlockSearch, findings, paths);
        (patients, holdings, pools) = (run.Patients, run.Holdings, run.Pools);
    }

    public void CheckEveryone(InvariantMemory memory, bool isThorough)
    {
        var present = new long[memory.Arrived.Length];
        memory.Identities.Clear();
        for (var patient = 0; patient < patients.Used; patient++)
        {
            ref var item = ref patients.Items[patient];
            if (item.Phase == Phase.None)
            {
                continue;
            }

            present[item.Stream]++;
            if (isThorough && !memory.Identities.Add((item.Stream, item.Number)))
            {
                throw findings.BrokenFor(Invariant.Everyone, patient, "is here twice");
            }
        }

        for (var stream = 0; stream < present.Length; stream++)
        {
            if (memory.Arrived[stream] - memory.Left[stream] != present[stream])
            {
                throw findings.Broken(Invariant.Everyone,
                    $"of stream {stream} {memory.Arrived[stream]} came, {memory.Left[stream]} left and {present[stream]} are here");
            }
        }

        if (present.Sum() != patients.Present || run.Arrived - run.Left != patients.Present)
        {
            throw findings.Broken(Invariant.Everyone, $"{run.Arrived} came and {run.Left} left; {present.Sum()} are here and {patients.Present} are counted");
        }
    }

    /// <summary>Other replications share the system: had one of them disturbed what this one found out about a stage, nothing else would tell.</summary>
    public void CheckPaths()
    {
        for (var stage = 0; stage < run.Model.Stages.Length; stage++)
        {
            if (paths[stage] != paths.Fresh(stage))
            {
                throw findings.Broken(Invariant.Paths, $"what is known of {run.Model.Stages[stage].Name} is not what the system says");
            }
        }
    }

    /// <summary>Of a number that begins at 0 and is added to by stages alone.</summary>
    public void CheckAdded(InvariantMemory memory)
    {
        var model = run.Model;
        foreach (var attribute in model.Stages.SelectMany(stage => stage.Adds).Select(rule => rule.Attribute).Distinct())
        {
            var isSet = model.Stages.SelectMany(stage => stage.Sets.Concat(stage.StartsWith.SelectMany(census => census.Sets)))
                .Concat(model.Streams.SelectMany(stream => stream.Attributes)).Any(rule => rule.Attribute == attribute)
                || Array.Exists(model.Streams, stream => stream.Observed is { } list && list.Attributes.Contains(attribute));
            var present = 0L;
            for (var patient = 0; patient < patients.Used; patient++)
            {
                present += patients.Items[patient].Phase == Phase.None ? 0 : patients.ValuesOf(patient)[attribute];
            }

            if (!isSet && present + memory.Gone[attribute] != memory.Expected[attribute])
            {
                throw findings.Broken(Invariant.Added,
                    $"of {model.Attributes[attribute].Name} {memory.Expected[attribute]} was added, {memory.Gone[attribute]} has left and {present} is here");
            }
        }
    }

    public void CheckRecords(InvariantMemory memory)
    {
        var free = 0;
        for (var at = patients.FirstFree; at != None; at = patients.Items[at].FirstHolding)
        {
            if (patients.Items[at].Phase != Phase.None || ++free > patients.Used)
            {
                throw findings.Broken(Invariant.Records, $"patient record {at} is in use and free");
            }
        }

        if (free + patients.Present != patients.Used)
        {
            throw findings.Broken(Invariant.Records, $"of {patients.Used} patient records {patients.Present} are in use and {free} are free");
        }

        var held = 0;
        for (var patient = 0; patient < patients.Used; patient++)
        {
            for (var at = patients.Items[patient].FirstHolding; patients.Items[patient].Phase != Phase.None && at != None; at = holdings.Items[at].Next)
            {
                held++;
            }
        }

        var unheld = 0;
        for (var at = holdings.FirstFree; at != None && unheld <= holdings.Used; at = holdings.Items[at].Next)
        {
            unheld++;
        }

        if (held + unheld != holdings.Used)
        {
            throw findings.Broken(Invariant.Records, $"of {holdings.Used} holdings {held} are in use and {unheld} are free");
        }
    }

    /// <summary>What patients hold adds up to what is occupied, and what those hold who wait for another place to what is boarding.</summary>
    public void CheckUnits()
    {
        var held = new int[pools.Length];
        var boarding = new int[pools.Length];
        for (var patient = 0; patient < patients.Used; patient++)
        {
            var phase = patients.Items[patient].Phase;
            for (var at = patients.Items[patient].FirstHolding; phase != Phase.None && at != None; at = holdings.Items[at].Next)
            {
                ref var holding = ref holdings.Items[at];
                held[holding.Pool] += holding.Amount;
                boarding[holding.Pool] += phase == Phase.WaitingForPlace && !holding.IsStaff ? holding.Amount : 0;
                if (holding.Amount <= 0)
                {
                    throw findings.BrokenFor(Invariant.Units, patient, $"holds {holding.Amount} of {run.Model.Pools[holding.Pool].Name}");
                }
            }
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            // Slots are used up when taken: who took one may be gone, and the next lot may be out.
            if (run.Model.Pools[pool].Kind != PoolKind.Slots && held[pool] != pools[pool].Occupied)
            {
                throw findings.BrokenAt(Invariant.Units, pool, $"{held[pool]} are held");
            }

            if (boarding[pool] != pools[pool].Boarding)
            {
                throw findings.BrokenAt(Invariant.Units, pool, $"{boarding[pool]} are held by patients who wait for another place, {pools[pool].Boarding} are counted");
            }
        }
    }

    public void CheckCountsOfStages()
    {
        if (recorder.Presence is not { } presence)
        {
            return;
        }

        var present = new int[run.Model.Stages.Length];
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient] is { Phase: not Phase.None, Stage: >= 0 and var stage })
            {
                present[stage]++;
            }
        }

        var wrong = Enumerable.Range(0, present.Length).FirstOrDefault(stage => present[stage] != presence.In(stage), -1);
        if (wrong >= 0)
        {
            throw findings.Broken(Invariant.Everyone, $"{present[wrong]} are in {run.Model.Stages[wrong].Name}, {presence.In(wrong)} are counted");
        }
    }

    public void CheckCountsOfDelays()
    {
        var kinds = run.Model.Delays.Length;
        var delayed = new int[pools.Length * kinds];
        for (var patient = 0; patient < patients.Used; patient++)
        {
            ref var item = ref patients.Items[patient];
            if (item.Phase != Phase.None && item.DelayKind >= 0)
            {
                delayed[(item.DelayPool * kinds) + item.DelayKind]++;
            }
        }

        for (var index = 0; index < delayed.Length; index++)
        {
            if (delayed[index] != recorder.DelayedNow(index / kinds, index % kinds))
            {
                throw findings.BrokenAt(Invariant.Delays, index / kinds,
                    $"{delayed[index]} are delayed there by {run.Model.Delays[index % kinds].Label}, {recorder.DelayedNow(index / kinds, index % kinds)} are counted");
            }
        }
    }

    /// <summary>A set of pools held only by patients who wait for one another stays as it is only if no circle of them may change places.</summary>
    public void CheckDeadlocks()
    {
        deadlockSearch.FindDeadlock(DeadlockOf.AllUnits);
        for (var pool = 0; pool < pools.Length; pool++)
        {
            if (!deadlockSearch.Has(pool))
            {
                continue;
            }

            circles.ResetSearch();
            if (circles.FollowDeadlock(pool, pool, int.MaxValue))
            {
                throw findings.BrokenAt(Invariant.Deadlocks, pool, $"{circles.Length} patients wait for each other's places");
            }
        }
    }
}
