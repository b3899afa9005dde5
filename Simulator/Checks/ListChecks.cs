using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Checks;

/// <summary>The waiting lists hold exactly those who wait, for what they wait for.</summary>
internal sealed class ListChecks
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly int[] waitingForStage;
    private readonly Evaluator evaluator;
    private readonly Findings findings;

    public ListChecks(RunState run, Findings findings)
    {
        (this.run, this.findings) = (run, findings);
        (patients, lists, pools, waitingForStage, evaluator) = (run.Patients, run.Lists, run.Pools, run.WaitingForStage, run.Evaluator);
    }

    /// <summary>The patient's requests by the stage he or she is in: nothing is asked for that should not be, and nothing is forgotten.</summary>
    public void CheckRequests(int patient, InvariantMemory memory)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        var bundles = item.Phase switch { Phase.WaitingForPlace => stage.Place, Phase.WaitingForStaff => stage.Staff, _ => [] };
        var purpose = item.Phase == Phase.WaitingForPlace ? RequestPurpose.Place : RequestPurpose.Staff;
        var asks = false;
        foreach (var at in run.RequestsOf(patient))
        {
            ref var request = ref lists.Items[at];
            if (request.Purpose == RequestPurpose.MoveBack)
            {
                CheckMoveBack(patient, at);
                continue;
            }

            asks = true;
            var isRight = request.Purpose == purpose && request.BundleIndex < bundles.Length && bundles[request.BundleIndex].Id == request.Bundle
                && (item.Joined >> request.BundleIndex & 1) != 0 && request.Rank == item.Rank
                && request.JoinedAt <= run.Now && request.JoinedAt >= item.EnteredAt
                && AsksFor(patient, bundles[request.BundleIndex], request);
            if (!isRight)
            {
                throw findings.BrokenFor(Invariant.Lists, patient,
                    $"{item.Phase} with rank {item.Rank}, and asks for {request.Amount} of {run.Model.Pools[request.Pool].Name} with rank {request.Rank} since second {request.JoinedAt}");
            }
        }

        // Who has nothing but alternatives that are due later waits and asks for nothing yet.
        if (asks != (item.Phase is Phase.WaitingForPlace or Phase.WaitingForStaff && item.Joined != 0))
        {
            throw findings.BrokenFor(Invariant.Lists, patient, asks ? "asks for something and does not wait" : "waits and asks for nothing");
        }

        for (var index = 0; index < bundles.Length; index++)
        {
            var isJoined = (item.Joined >> index & 1) != 0;
            if (isJoined ? !AsksForAll(patient, bundles[index], purpose) : bundles[index].After is null && item.EnteredAt > memory.ModelSince)
            {
                throw findings.BrokenFor(Invariant.Lists, patient, $"does not ask for all of alternative {index + 1}");
            }
        }
    }

    private bool AsksFor(int patient, Bundle bundle, in Request request)
    {
        foreach (var (poolRef, amount) in bundle.Items)
        {
            if (amount == request.Amount && evaluator.PoolOf(poolRef, patient) == request.Pool)
            {
                return true;
            }
        }

        return false;
    }

    private bool AsksForAll(int patient, Bundle bundle, RequestPurpose purpose)
    {
        foreach (var (poolRef, amount) in bundle.Items)
        {
            var pool = evaluator.PoolOf(poolRef, patient);
            if (!(purpose != RequestPurpose.Staff && run.Holds(patient, pool, amount)) && !AsksFor(patient, bundle.Id, purpose, pool, amount))
            {
                return false;
            }
        }

        return true;
    }

    private bool AsksFor(int patient, int bundle, RequestPurpose purpose, int pool, int amount)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            ref var request = ref lists.Items[at];
            if (request.Bundle == bundle && request.Pool == pool && request.Amount == amount && request.Purpose == purpose)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckMoveBack(int patient, int at)
    {
        ref var request = ref lists.Items[at];
        var (id, index) = (request.Bundle, request.BundleIndex);
        var stage = Array.Find(run.Model.Stages, each => index < each.Place.Length && each.Place[index].Id == id);
        if (stage?.MovesBack is not { } back || request.Rank != back.Rank || request.JoinedAt > run.Now || !run.Holds(patient, request.LeavesPool, 1)
            || !AsksForAll(patient, stage.Place[index], RequestPurpose.MoveBack))
        {
            throw findings.BrokenFor(Invariant.Lists, patient, $"would move back to {run.Model.Pools[request.Pool].Name} from a place that is not held");
        }
    }

    /// <summary>Every list is in order, and each entry is found once from its neighbours and once from its patient.</summary>
    public void CheckLists(InvariantMemory memory)
    {
        var listed = 0;
        for (var pool = 0; pool < pools.Length; pool++)
        {
            if (lists.FaultOf(pool, memory.RequestMarks, memory.Mark, out var entries, out var waiting) is { } fault)
            {
                throw findings.BrokenAt(Invariant.Lists, pool, fault);
            }

            if (waiting != pools[pool].Waiting)
            {
                throw findings.BrokenAt(Invariant.Lists, pool, $"{waiting} are in the list");
            }

            listed += entries;
        }

        if (lists.FaultOfRecords(memory.RequestMarks, memory.Mark, listed) is { } lost)
        {
            throw findings.Broken(Invariant.Records, lost);
        }
    }

    /// <summary>Marks the patient's requests as found; who is not in a list, or twice in the chain, is found out here.</summary>
    public void CheckOwnRequests(int patient, InvariantMemory memory)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            if (lists.Items[at].Patient != patient || memory.RequestMarks[at] != memory.Mark)
            {
                throw findings.BrokenFor(Invariant.Lists, patient, $"a request for {run.Model.Pools[lists.Items[at].Pool].Name} is another's, or in no list");
            }

            memory.RequestMarks[at]++;
        }
    }

    /// <summary>Everybody in a list has been found, and the stages count who waits.</summary>
    public void CheckCountsOfWaiting(InvariantMemory memory)
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            for (var at = lists.Head(pool); at != None; at = lists.After(at))
            {
                if (memory.RequestMarks[at] == memory.Mark)
                {
                    throw findings.BrokenAt(Invariant.Lists, pool, "a request in the list is nobody's");
                }
            }
        }

        Array.Clear(memory.WaitingForStage);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            ref var item = ref patients.Items[patient];
            if (item.Phase is Phase.WaitingForPlace or Phase.WaitingForStaff)
            {
                memory.WaitingForStage[item.Stage]++;
            }
        }

        var wrong = memory.WaitingForStage.AsSpan().CommonPrefixLength(waitingForStage);
        if (wrong < waitingForStage.Length)
        {
            throw findings.Broken(Invariant.Lists, $"{memory.WaitingForStage[wrong]} wait for {run.Model.Stages[wrong].Name}, {waitingForStage[wrong]} are counted");
        }
    }
}
