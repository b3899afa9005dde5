using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Kernel;

/// <summary>Who waits at the branch asks for what the scenario's stage asks for.</summary>
internal sealed class BranchedWaits
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly Evaluator evaluator;
    private readonly Agenda agenda;
    private readonly Journey journey;
    private readonly MoveBacks moveBacks;
    private readonly Possession possession;
    private readonly Requests requests;

    public BranchedWaits(RunState run, Agenda agenda, Journey journey, MoveBacks moveBacks, Possession possession, Requests requests)
    {
        (this.run, this.agenda, this.journey, this.moveBacks, this.possession, this.requests) = (run, agenda, journey, moveBacks, possession, requests);
        (patients, lists, evaluator) = (run.Patients, run.Lists, run.Evaluator);
    }

    /// <summary>Requests go into the new lists in order of joining; what the scenario's stage does not ask for any more is dropped.</summary>
    public void TakeOver(Engine state, ModelMap map)
    {
        lists.ContinueFrom(state.Run.Lists.NextJoinOrder);
        var asked = new List<Request>();
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                for (var at = state.Run.Patients.Items[patient].FirstRequest; at != None; at = state.Run.Lists.Items[at].NextOfPatient)
                {
                    asked.Add(state.Run.Lists.Items[at]);
                }
            }
        }

        asked.Sort((a, b) => a.JoinOrder.CompareTo(b.JoinOrder));
        foreach (var old in asked)
        {
            var request = old;
            if (map.TryMapRequest(state.Run.Model, ref request, evaluator)
                && !requests.IsAskedFor(request.Patient, request.Bundle, request.Pool, request.Purpose))
            {
                ref var item = ref patients.Items[request.Patient];
                item.FirstRequest = lists.AddKeepingOrder(request, item.FirstRequest);
                requests.CountWaiting(request.Pool, request.Purpose, +1);
                agenda.MarkDirty(request.Pool);
            }
        }

        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                moveBacks.RenewMoveBacks(patient);
                AskForWhatIsNew(patient);
            }
        }
    }

    /// <summary>
    /// An alternative of which a part was asked for, or that is open from the beginning, is asked for as a whole; others come when they are due.
    /// </summary>
    private void AskForWhatIsNew(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        var (bundles, purpose) = item.Phase switch
        {
            Phase.WaitingForPlace => (stage.Place, RequestPurpose.Place),
            Phase.WaitingForStaff => (stage.Staff, RequestPurpose.Staff),
            _ => ([], RequestPurpose.MoveBack),
        };
        evaluator.CheckParts(bundles, patient);
        item.Joined = 0;
        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is null || AsksFor(patient, bundles[index].Id))
            {
                requests.JoinMissing(patient, bundles[index], index, purpose);
            }
        }
    }

    private bool AsksFor(int patient, int bundle)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            if (lists.Items[at].Bundle == bundle)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Under the scenario a wait may be needless, and staff in hand too: the stage asks for nothing any more, or for what is held.</summary>
    public void EndWhatIsNeedless()
    {
        for (var patient = 0; patient < patients.Used; patient++)
        {
            ref var item = ref patients.Items[patient];
            var stage = run.Model.Stages[Math.Max(0, item.Stage)];
            if (item.Phase == Phase.WaitingForStaff
                ? stage.Staff.Length == 0
                : item.Phase == Phase.WaitingForPlace && (stage.PlaceMode != PlaceMode.Request || run.HeldBundle(patient, stage) is not null))
            {
                journey.EndNeedlessWait(patient, stage);
            }
            else if (item.Phase == Phase.InService && stage.Staff.Length == 0)
            {
                possession.LetGoStaff(patient, earlyOnly: false);
            }
        }
    }
}
