using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Who waits at the branch asks for what the scenario's stage asks for.</summary>
public sealed partial class Replication
{
    /// <summary>Requests go into the new lists in order of joining; what the scenario's stage does not ask for any more is dropped.</summary>
    private void TakeOverRequests(Replication state, ModelMap map)
    {
        lists.ContinueFrom(state.lists.NextJoinOrder);
        var requests = new List<Request>();
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                for (var at = state.patients.Items[patient].FirstRequest; at != None; at = state.lists.Items[at].NextOfPatient)
                {
                    requests.Add(state.lists.Items[at]);
                }
            }
        }

        requests.Sort((a, b) => a.JoinOrder.CompareTo(b.JoinOrder));
        foreach (var old in requests)
        {
            var request = old;
            if (map.TryMapRequest(state.model, ref request, evaluator) && !IsAskedFor(request.Patient, request.Bundle, request.Pool, request.Purpose))
            {
                ref var item = ref patients.Items[request.Patient];
                item.FirstRequest = lists.AddKeepingOrder(request, item.FirstRequest);
                CountWaiting(request.Pool, request.Purpose, +1);
                MarkDirty(request.Pool);
            }
        }

        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                RenewMoveBacks(patient);
                AskForWhatIsNew(patient);
            }
        }
    }

    /// <summary>A dated change may have changed how many are asked for; the time of joining stays.</summary>
    private void AskForNewAmounts(int patient)
    {
        ref var item = ref patients.Items[patient];
        for (var at = item.FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            ref var request = ref lists.Items[at];
            foreach (ref readonly var part in model.Bundles[request.Bundle].Items.AsSpan())
            {
                if (evaluator.PoolOf(part, patient) == request.Pool)
                {
                    request.Amount = (short)part.Amount;
                    MarkDirty(request.Pool);
                    break;
                }
            }
        }

        RenewMoveBacks(patient);
        var stage = model.Stages[item.Stage];
        var (bundles, purpose) = item.Phase == Phase.WaitingForPlace ? (stage.Place, RequestPurpose.Place) : (stage.Staff, RequestPurpose.Staff);
        for (var index = 0; item.Phase != Phase.InService && index < bundles.Length; index++)
        {
            if ((item.Joined >> index & 1) != 0)
            {
                JoinMissing(patient, bundles[index], index, purpose);
            }
        }
    }

    /// <summary>
    /// An alternative of which a part was asked for, or that is open from the beginning, is asked for as a whole; others come when they are due.
    /// </summary>
    private void AskForWhatIsNew(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        var (bundles, purpose) = item.Phase switch
        {
            Phase.WaitingForPlace => (stage.Place, RequestPurpose.Place),
            Phase.WaitingForStaff => (stage.Staff, RequestPurpose.Staff),
            _ => ([], RequestPurpose.MoveBack),
        };
        CheckParts(bundles, patient);
        item.Joined = 0;
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is null || AsksFor(patient, bundles[index].Id))
            {
                JoinMissing(patient, bundles[index], index, purpose);
            }
        }
    }

    private bool AsksFor(int patient, int bundle)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            if (lists.Items[at].Bundle == bundle)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Under the scenario a wait may be needless, and staff in hand too: the stage asks for nothing any more, or for what is held.</summary>
    private void EndWhatIsNeedless()
    {
        for (var patient = 0; patient < patients.Used; patient++)
        {
            ref var item = ref patients.Items[patient];
            var stage = model.Stages[Math.Max(0, item.Stage)];
            if (item.Phase == Phase.WaitingForStaff
                ? stage.Staff.Length == 0
                : item.Phase == Phase.WaitingForPlace && (stage.PlaceMode != PlaceMode.Request || HeldBundle(patient, stage) is not null))
            {
                EndNeedlessWait(patient, stage);
            }
            else if (item.Phase == Phase.InService && stage.Staff.Length == 0)
            {
                LetGoStaff(patient, earlyOnly: false);
            }
        }
    }
}
