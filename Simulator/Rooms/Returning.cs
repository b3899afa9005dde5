using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Moving back from an alternative to an earlier one, when its list is served (docs/law.md, sentence 10).</summary>
internal sealed class Returning
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly Agenda agenda;
    private readonly Blocking blocking;
    private readonly Delays delays;
    private readonly Journey journey;
    private readonly Lacking lacking;
    private readonly MoveBacks moveBacks;
    private readonly Possession possession;
    private readonly Requests requests;
    private readonly Steps steps;

    public Returning(RunState run, Agenda agenda, Blocking blocking, Delays delays, Journey journey, Lacking lacking, MoveBacks moveBacks,
        Possession possession, Requests requests, Steps steps)
    {
        this.run = run;
        this.agenda = agenda;
        this.blocking = blocking;
        this.delays = delays;
        this.journey = journey;
        this.lacking = lacking;
        this.moveBacks = moveBacks;
        this.possession = possession;
        this.requests = requests;
        this.steps = steps;
        (patients, lists) = (run.Patients, run.Lists);
    }

    public bool TryMoveBack(int at)
    {
        var (patient, bundleId, leaves, index) = (lists.Items[at].Patient, lists.Items[at].Bundle, lists.Items[at].LeavesPool, lists.Items[at].BundleIndex);
        if (!moveBacks.MayMoveBack(patient, bundleId))
        {
            return false;
        }

        var boards = patients.Items[patient].Phase == Phase.WaitingForPlace;
        if (boards)
        {
            blocking.CountBoarding(patient, -1);
        }

        var left = moveBacks.AlternativeTaken(patient, bundleId, leaves);
        possession.AcquireBundle(patient, run.Model.Bundles[bundleId], isStaff: false);
        possession.LetGo(patient, left);
        steps.Note(TraceStep.MovedBack, patient);
        moveBacks.KeepEarlierMoveBacks(patient, leaves, index);
        moveBacks.RenewMoveBacks(patient);
        if (boards)
        {
            blocking.CountBoarding(patient, +1);
            agenda.Blocked.Add(patient);
        }

        delays.RenewDelay(patient, boards);
        if (boards)
        {
            AskAnew(patient);
        }

        return true;
    }

    /// <summary>Who moved back while waiting for the next place holds something else: what was held then is asked for, what is held now is not.</summary>
    private void AskAnew(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        if (run.HeldBundle(patient, stage) is not null)
        {
            journey.EndNeedlessWait(patient, stage);
            return;
        }

        foreach (var at in run.RequestsOf(patient))
        {
            var request = lists.Items[at];
            if (request.Purpose == RequestPurpose.Place && run.Holds(patient, request.Pool, request.Amount))
            {
                requests.DropRequest(patient, at);
            }
            else
            {
                lacking.MayBeAllThatIsMissing(request.Pool);
            }
        }

        for (var index = 0; index < stage.Place.Length; index++)
        {
            if ((item.Joined >> index & 1) != 0)
            {
                requests.JoinMissing(patient, stage.Place[index], index, RequestPurpose.Place);
            }
        }
    }
}
