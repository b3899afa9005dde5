using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// Requests to move back: patients in an alternative stay in the lists of the alternatives written before it (docs/law.md, sentence 10). Each alternative
/// of a stage with <c>moves_back</c> is one pool: compilation sees to that.
/// </summary>
internal sealed class MoveBacks
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly WaitingLists lists;
    private readonly Evaluator evaluator;
    private readonly Requests requests;
    /// <summary>By bundle: the hours in which patients are moved back to it; null: always, or never asked.</summary>
    private readonly Timetable?[] moveBackHours;
    /// <summary>By bundle: all alternatives of the place it belongs to.</summary>
    private readonly Bundle[][] siblings;

    public MoveBacks(RunState run, Requests requests)
    {
        var model = run.Model;
        (this.run, this.requests) = (run, requests);
        (patients, holdings, lists, evaluator) = (run.Patients, run.Holdings, run.Lists, run.Evaluator);
        moveBackHours = MoveBackHours(model);
        siblings = Siblings(model);
    }

    /// <summary>In alternative <paramref name="index"/> the patient stays in the lists of those written before it.</summary>
    public void AskToMoveBack(int patient, StageModel stage, int index)
    {
        var leaves = patients.Items[patient].PlaceTaken;
        if (stage.MovesBack is not { } back)
        {
            return;
        }

        for (var earlier = 0; earlier < index; earlier++)
        {
            if (!AsksToMoveBack(patient, stage.Place[earlier], leaves))
            {
                requests.Join(patient, stage.Place[earlier], earlier, RequestPurpose.MoveBack, back.Rank, leaves);
            }
        }
    }

    private bool AsksToMoveBack(int patient, Bundle to, int leaves)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            ref var request = ref lists.Items[at];
            if (request.Purpose == RequestPurpose.MoveBack && request.Bundle == to.Id && request.LeavesPool == leaves)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A request to move back was put for the pool that the patient's attributes led to. Where they lead elsewhere now it is put anew; where the place held
    /// is no alternative to it any more it ends. Where the pool is held as the place of a later stage the request rests: it is not served until that is let
    /// go.
    /// </summary>
    public void RenewMoveBacks(int patient)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            var moveBack = lists.Items[at];
            if (moveBack.Purpose != RequestPurpose.MoveBack)
            {
                continue;
            }

            var mayMove = IsAlternative(moveBack.Bundle, moveBack.LeavesPool, 0) && run.Holds(patient, moveBack.LeavesPool, 1);
            var bundle = run.Model.Bundles[moveBack.Bundle];
            if (mayMove && evaluator.PoolOf(bundle.Items[0], patient) == moveBack.Pool)
            {
                continue;
            }

            requests.DropRequest(patient, at);
            if (mayMove)
            {
                requests.Join(patient, bundle, moveBack.BundleIndex, RequestPurpose.MoveBack, moveBack.Rank, moveBack.LeavesPool);
            }
        }
    }

    /// <summary>After moving to alternative <paramref name="index"/>, only the requests for still earlier ones stay, now from the new place.</summary>
    public void KeepEarlierMoveBacks(int patient, int left, int index)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            ref var request = ref lists.Items[at];
            if (request.Purpose != RequestPurpose.MoveBack || request.LeavesPool != left)
            {
                continue;
            }

            if (request.BundleIndex >= index)
            {
                requests.DropRequest(patient, at);
            }
            else
            {
                request.LeavesPool = patients.Items[patient].PlaceTaken;
            }
        }
    }

    /// <summary>The place of a pool is let go: the request to move from it ends.</summary>
    public void DropMoveBack(int patient, int pool)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            if (lists.Items[at].Purpose == RequestPurpose.MoveBack && lists.Items[at].LeavesPool == pool)
            {
                requests.DropRequest(patient, at);
            }
        }
    }

    /// <summary>
    /// True when a pool may be that of an alternative written after a bundle of the same stage; of that amount, unless it is 0. Any instance counts: the
    /// attribute that chose it may have changed since.
    /// </summary>
    private bool IsAlternative(int bundle, int pool, int amount)
    {
        var isAfter = false;
        foreach (var alternative in siblings[bundle])
        {
            ref readonly var part = ref alternative.Items[0];
            if (isAfter && MayMean(part.Pool, pool) && (amount == 0 || part.Amount == amount))
            {
                return true;
            }

            isAfter |= alternative.Id == bundle;
        }

        return false;
    }

    private static bool MayMean(PoolRef reference, int pool) => reference.Pool >= 0 ? reference.Pool == pool : Array.IndexOf(reference.ByValue, pool) >= 0;

    /// <summary>
    /// The holding that is left by moving back to a bundle. Of several places of one pool the newest that has the amount of an alternative: a stage before
    /// or after asks for less or for more, or would have used this one.
    /// </summary>
    public int AlternativeTaken(int patient, int bundle, int leaves)
    {
        var newest = None;
        foreach (var at in run.HoldingsOf(patient))
        {
            if (holdings.Items[at].IsStaff || holdings.Items[at].Pool != leaves)
            {
                continue;
            }

            if (IsAlternative(bundle, leaves, holdings.Items[at].Amount))
            {
                return at;
            }

            newest = newest == None ? at : newest;
        }

        return newest;
    }

    /// <summary>True in the hours in which patients are moved back to the bundle, unless the patient holds it all.</summary>
    public bool MayMoveBack(int patient, int bundle) => IsHour(bundle) && !run.HoldsAll(patient, run.Model.Bundles[bundle]);

    /// <summary>True in the hours in which patients are moved back to a bundle.</summary>
    public bool IsHour(int bundle) => moveBackHours[bundle]?.IsOpen(run.Now) ?? true;

    /// <summary>By bundle: the hours in which patients are moved back to it; null: always, or never asked.</summary>
    private static Timetable?[] MoveBackHours(SystemModel model)
    {
        var hours = new Timetable?[model.Bundles.Length];
        foreach (var stage in model.Stages)
        {
            foreach (var bundle in stage.Place)
            {
                hours[bundle.Id] = stage.MovesBack?.During;
            }
        }

        return hours;
    }

    /// <summary>By bundle: all alternatives of the place it belongs to.</summary>
    private static Bundle[][] Siblings(SystemModel model)
    {
        var siblings = new Bundle[model.Bundles.Length][];
        foreach (var stage in model.Stages)
        {
            foreach (var bundle in stage.Place)
            {
                siblings[bundle.Id] = stage.Place;
            }
        }

        return siblings;
    }
}
