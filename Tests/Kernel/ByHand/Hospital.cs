using FlowSim.Simulator.Rooms;

namespace FlowSim.Tests.Kernel.ByHand;

/// <summary>
/// A hospital gone through by hand as <c>docs/law.md</c> says, with none of the engine's code: every second in turn is the next at which anything can happen,
/// and every list is sorted anew each time. Who waits asks for pools that he or she does not hold; a place is kept until the next one is taken.
/// </summary>
internal sealed class Hospital(IReadOnlyList<HandPool> pools, IReadOnlyList<HandPatient> patients)
{
    private readonly List<HandRequest> requests = [];
    private readonly List<(int Pool, int Amount, int Until)> cleaning = [];

    /// <summary>By pool: units kept open at night for those who had joined by then.</summary>
    private readonly (int Units, int JoinedBefore)[] keptOpen = [.. pools.Select(_ => (0, HandStage.Never))];
    private int now;
    private int joined;

    /// <summary>What becomes of everybody, up to a time [s].</summary>
    public void Run(int end)
    {
        for (now = Next(-1); now < end; now = Next(now))
        {
            cleaning.RemoveAll(units => units.Until <= now);
            Each(patient => patient.StaffFreeAt == now, patient => (patient.Staff, patient.StaffFreeAt) = (null, HandStage.Never));
            Each(patient => patient.EndsAt == now, GoOn);
            KeepOpen();
            Serve();
            Each(patient => patient.Waits, Open);
            Each(patient => patient.Waits && now == patient.Entered + patient.Stage.RisesAfter, Rise);
            Serve();
            Each(patient => patient.Comes == now, GoOn);
            Serve();
            Each(patient => patient.Waits && now == patient.Entered + patient.Stage.Patience, GiveUp);
            Serve();
        }
    }

    private void KeepOpen()
    {
        for (var pool = 0; pool < pools.Count; pool++)
        {
            if (pools[pool].Empties(now) && List(pool).Any(request => !request.IsToMoveBack))
            {
                keptOpen[pool] = (pools[pool].Day, joined);
            }
            else if (HandPool.IsDay(now))
            {
                keptOpen[pool] = (0, HandStage.Never);
            }
        }
    }

    private void Each(Func<HandPatient, bool> which, Action<HandPatient> what) => patients.Where(which).ToList().ForEach(what);

    private int Next(int after) => patients
        .SelectMany(patient => new[] { patient.Comes, patient.EndsAt, patient.StaffFreeAt })
        .Concat(patients.SelectMany(patient => new[] { patient.Stage.RisesAfter, patient.Stage.Patience }.Select(length => patient.Entered + length)))
        .Concat(patients.SelectMany(patient => patient.Choices.Select(patient.Opens)))
        .Concat(cleaning.Select(units => units.Until)).Concat(pools.SelectMany(pool => pool.Changes))
        .Where(time => time > after).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>To the next stage, where the wait begins; after the last one the patient leaves.</summary>
    private void GoOn(HandPatient patient)
    {
        (patient.EndsAt, patient.Staff) = (HandStage.Never, null);
        if (patient.At + 1 == patient.Stages.Count)
        {
            Leave(patient);
            return;
        }

        patient.At++;
        (patient.Entered, patient.Rank) = (now, patient.Stage.Rank);
        patient.Journey.Add((TraceStep.Entered, patient.At, now));
        Begin(patient, HandPhase.WaitsForPlace);
    }

    private void Begin(HandPatient patient, HandPhase phase)
    {
        (patient.Phase, patient.HasJustBegun) = (phase, true);
        for (var index = 0; index < patient.Choices.Count; index++)
        {
            if (patient.Choices[index].After == 0)
            {
                Join(patient, index);
            }
        }
    }

    private void Open(HandPatient patient)
    {
        for (var index = 0; index < patient.Choices.Count; index++)
        {
            if (patient.Opens(patient.Choices[index]) == now)
            {
                Join(patient, index);
            }
        }
    }

    private void Join(HandPatient patient, int index) => requests.Add(new HandRequest
    {
        Patient = patient,
        Choice = patient.Choices[index],
        Index = index,
        IsToMoveBack = false,
        MovesByDayOnly = false,
        Rank = patient.Rank,
        Joined = now,
        Order = joined++,
    });

    private void Rise(HandPatient patient)
    {
        patient.Rank = 1;
        requests.FindAll(request => request.Patient == patient && !request.IsToMoveBack).ForEach(request => request.Rank = 1);
    }

    private void GiveUp(HandPatient patient)
    {
        patient.Journey.Add((TraceStep.GaveUp, patient.At, now));
        Leave(patient);
    }

    private void Leave(HandPatient patient)
    {
        patient.Phase = HandPhase.Away;
        requests.RemoveAll(request => request.Patient == patient);
        patient.Staff = null;
        LetGoPlace(patient);
        patient.Journey.Add((TraceStep.Left, patient.At, now));
    }

    private void LetGoPlace(HandPatient patient)
    {
        if (patient.Holds is { } place && pools[place.Pool].Turnaround > 0)
        {
            cleaning.Add((place.Pool, place.Amount, now + pools[place.Pool].Turnaround));
        }

        patient.Holds = null;
    }

    /// <summary>In order of names, again until nobody is served; then those who have just begun to wait look how many are before them.</summary>
    private void Serve()
    {
        bool again;
        do
        {
            again = false;
            for (var pool = 0; pool < pools.Count; pool++)
            {
                while (GiveOne(pool))
                {
                    again = true;
                }

                if (!List(pool).Any(request => request.Order < keptOpen[pool].JoinedBefore))
                {
                    keptOpen[pool] = (0, HandStage.Never);
                }
            }

            foreach (var patient in patients.Where(patient => !again && patient.HasJustBegun).OrderBy(patient => patient.WaitsSince))
            {
                patient.HasJustBegun = false;
                if (patient.Waits && Before(patient) >= patient.Stage.Queue)
                {
                    GiveUp(patient);
                    again = true;
                }
            }
        }
        while (again);
    }

    /// <summary>Requests before that of the list joined first.</summary>
    private int Before(HandPatient patient) =>
        requests.Where(request => request.Patient == patient && !request.IsToMoveBack).MinBy(request => request.Order) is { } own
            ? List(own.Choice.Pool).TakeWhile(request => request != own).Count()
            : 0;

    private IEnumerable<HandRequest> List(int pool) => requests.Where(request => request.Choice.Pool == pool)
        .OrderBy(request => request.Rank).ThenBy(request => request.Joined).ThenBy(request => request.Order);

    /// <summary>Serves the first who can be.</summary>
    private bool GiveOne(int pool)
    {
        var first = pools[pool].Takes(now) ? List(pool).FirstOrDefault(IsNow) : null;
        if (first is null || first.Choice.Amount > Free(pool))
        {
            return false;
        }

        if (first.IsToMoveBack)
        {
            MoveBack(first);
            return true;
        }

        var patient = first.Patient;
        var given = requests.Where(request => request.Patient == patient && !request.IsToMoveBack).OrderBy(request => request.Index)
            .First(request => request == first || IsEnoughFor(request));
        requests.RemoveAll(request => request.Patient == patient && !request.IsToMoveBack);
        if (patient.Phase == HandPhase.WaitsForPlace)
        {
            Take(patient, given);
        }
        else
        {
            patient.Staff = given.Choice;
            Start(patient);
        }

        return true;
    }

    /// <summary>Requests to move back rest outside their hours, and those put after closing time until it opens.</summary>
    private bool IsNow(HandRequest request) =>
        (!request.MovesByDayOnly || HandPool.IsDay(now)) && request.Order < keptOpen[request.Choice.Pool].JoinedBefore;

    /// <summary>Enough is free for those before, who could be served, and for this one.</summary>
    private bool IsEnoughFor(HandRequest request) => pools[request.Choice.Pool].Takes(now) && IsNow(request)
        && List(request.Choice.Pool).TakeWhile(other => other != request).Where(IsNow).Sum(other => other.Choice.Amount) + request.Choice.Amount
            <= Free(request.Choice.Pool);

    private void Take(HandPatient patient, HandRequest given)
    {
        requests.RemoveAll(request => request.Patient == patient);
        LetGoPlace(patient);
        (patient.Holds, patient.Taken) = (given.Choice, now);
        for (var earlier = 0; earlier < given.Index && patient.Stage.MovesBack > 0; earlier++)
        {
            requests.Add(new HandRequest
            {
                Patient = patient,
                Choice = patient.Stage.Place[earlier],
                Index = earlier,
                IsToMoveBack = true,
                MovesByDayOnly = patient.Stage.MovesByDayOnly,
                Rank = patient.Stage.MovesBack,
                Joined = now,
                Order = joined++,
            });
        }

        patient.Journey.Add((TraceStep.Taken, patient.At, now));
        if (patient.Stage.Staff.Count == 0)
        {
            Start(patient);
        }
        else
        {
            Begin(patient, HandPhase.WaitsForStaff);
        }
    }

    private void Start(HandPatient patient)
    {
        patient.Phase = HandPhase.IsServed;
        patient.EndsAt = now + patient.Stage.Length;
        patient.StaffFreeAt = patient.Staff is not null && patient.Stage.StaffFor < patient.Stage.Length ? now + patient.Stage.StaffFor : HandStage.Never;
        patient.Journey.Add((TraceStep.Started, patient.At, now));
    }

    private void MoveBack(HandRequest request)
    {
        var patient = request.Patient;
        LetGoPlace(patient);
        patient.Holds = request.Choice;
        requests.RemoveAll(other => other.Patient == patient && other.IsToMoveBack && other.Index >= request.Index);
        patient.Journey.Add((TraceStep.MovedBack, patient.At, now));
    }

    private int Free(int pool) => pools[pool].Capacity(now, keptOpen[pool].Units)
        - patients.SelectMany(patient => new[] { patient.Holds, patient.Staff }).Where(held => held?.Pool == pool).Sum(held => held!.Amount)
        - cleaning.Where(units => units.Pool == pool).Sum(units => units.Amount);
}
