using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Kernel;

/// <summary>Going on from a saved state under another scenario: state maps by name.</summary>
internal sealed class Branching
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly int[] waitingForStage;
    private readonly EventList events;
    private readonly Evaluator evaluator;
    private readonly SurgeState[][] surges;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Arrivals arrivals;
    private readonly Blocking blocking;
    private readonly Capacity capacity;
    private readonly Censuses censuses;
    private readonly DatedChanges datedChanges;
    private readonly Journey journey;
    private readonly MoveBacks moveBacks;
    private readonly Paths paths;
    private readonly Possession possession;
    private readonly Requests requests;
    private readonly Timers timers;

    public Branching(RunState run, Recorder recorder, Agenda agenda, Arrivals arrivals, Blocking blocking, Capacity capacity, Censuses censuses,
        DatedChanges datedChanges, Journey journey, MoveBacks moveBacks, Paths paths, Possession possession, Requests requests, Timers timers)
    {
        this.run = run;
        this.recorder = recorder;
        this.agenda = agenda;
        this.arrivals = arrivals;
        this.blocking = blocking;
        this.capacity = capacity;
        this.censuses = censuses;
        this.datedChanges = datedChanges;
        this.journey = journey;
        this.moveBacks = moveBacks;
        this.paths = paths;
        this.possession = possession;
        this.requests = requests;
        this.timers = timers;
        (patients, holdings, lists, pools) = (run.Patients, run.Holdings, run.Lists, run.Pools);
        (waitingForStage, events, evaluator, surges) = (run.WaitingForStage, run.Events, run.Evaluator, run.Surges);
    }

    /// <summary>
    /// Pools new in the scenario start empty; attributes already drawn stay; who waits asks for what the scenario's stage asks for, keeping the time of
    /// joining.
    /// </summary>
    /// <param name="state">The run that is left; it is not changed.</param>
    /// <param name="beginWatching">Called when the state is complete but nothing has been served.</param>
    /// <exception cref="SimulationException">The scenario has no stage or pool for patients who are there at the branch.</exception>
    public void TakeOver(Engine state, Action beginWatching)
    {
        var map = new ModelMap(state.Run.Model, run.Model);
        events.StartAt(run.Now);
        recorder.StartAt(run.Now);
        paths.Find();
        recorder.CarryOver(state.Recorder);
        TakeOverPools(state, map);
        recorder.Demand?.TakeOver(state.Recorder.Demand, map.Pools, run.Now);
        var isLive = new bool[patients.Used];
        TakeOverPatients(state, map);
        TakeOverRequests(state, map);
        TakeOverEvents(state, map, isLive);
        StartWhatIsNew(map, state.Recorder);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            ref var item = ref patients.Items[patient];
            if (item.Phase is Phase.WaitingForPlace or Phase.WaitingForStaff && !isLive[patient])
            {
                timers.ScheduleTimer(patient, run.Model.Stages[item.Stage]);
            }
        }

        beginWatching();
        EndWhatIsNeedless();
    }

    public void TakeOverPatients(Engine state, ModelMap map)
    {
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                TakeOverPatient(state, map, patient);
            }
        }
    }

    public void TakeOverPools(Engine state, ModelMap map)
    {
        for (var old = 0; old < state.Run.Pools.Length; old++)
        {
            var pool = map.Pools[old];
            if (pool < 0)
            {
                if (state.Run.Pools[old].Occupied > 0 && state.Run.Model.Pools[old].Kind != PoolKind.Slots)
                {
                    throw new SimulationException(
                        $"the scenario removes {state.Run.Model.Pools[old].Name}, which holds {state.Run.Pools[old].Occupied} patients at the branch");
                }

                continue;
            }

            ref var from = ref state.Run.Pools[old];
            ref var to = ref pools[pool];
            (to.Occupied, to.Turning, to.Closed, to.ServesBefore, to.Given) = (from.Occupied, from.Turning, from.Closed, from.ServesBefore, from.Given);
            (to.TouchedAt, to.Rostered) = (run.Now, from.Rostered);
            to.IsPlain = capacity.IsPlain(pool);
            pools[pool].KeptOpen = state.Run.Pools[old].KeptOpen;
            Array.Copy(state.Run.Surges[old], surges[pool], Math.Min(state.Run.Surges[old].Length, surges[pool].Length));
            to.Takes = run.Model.Pools[pool].Takes?.IsOpen(run.Now) ?? true;
            to.Rostered = (int)run.Model.Pools[pool].Capacity.At(run.Now);
            capacity.CountSurge(pool);
            capacity.UpdateCapacity(pool);
            for (var surge = state.Run.Surges[old].Length; surge < surges[pool].Length; surge++)
            {
                capacity.ScheduleSurgeCheck(pool, surge);
            }
        }

        for (var at = 0; at < holdings.Used; at++)
        {
            ref var holding = ref holdings.Items[at];
            holding.Pool = (short)(holding.Pool < 0 ? None : map.Pools[holding.Pool]);
        }
    }

    private void TakeOverPatient(Engine state, ModelMap map, int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = map.Stages[item.Stage];
        if (stage < 0)
        {
            throw new SimulationException($"the scenario removes {state.Run.Model.Stages[item.Stage].Name}, where patients are at the branch");
        }

        item.Stage = stage;
        item.Stream = StreamAfter(state, map, item.Stream);
        item.PlaceTaken = (short)(item.PlaceTaken < 0 ? None : map.Pools[item.PlaceTaken]);
        var (delay, delayPool) = (item.DelayKind, item.DelayPool);
        (item.DelayKind, item.DelayPool) = (None, None);
        if (delay >= 0 && map.Delays[delay] >= 0 && map.Pools[delayPool] >= 0)
        {
            (item.DelayKind, item.DelayPool) = ((short)map.Delays[delay], (short)map.Pools[delayPool]);
            recorder.DelayChanged(item.DelayPool, item.DelayKind, +1, run.Now);
        }

        item.LiveSequence = uint.MaxValue;
        item.FirstRequest = None;
        DropRemovedSlots(patient);
        TakeOverValues(state, map, patient);
        if (item.Phase is Phase.WaitingForPlace or Phase.WaitingForStaff)
        {
            waitingForStage[stage]++;
        }

        if (item.Phase == Phase.WaitingForPlace)
        {
            blocking.CountBoarding(patient, +1);
        }
    }

    /// <summary>Slots are used up when taken, so a pool of slots may be removed while somebody holds one.</summary>
    private void DropRemovedSlots(int patient)
    {
        foreach (var at in run.HoldingsOf(patient))
        {
            if (holdings.Items[at].Pool < 0)
            {
                holdings.Remove(ref holdings.LinkTo(ref patients.Items[patient].FirstHolding, at));
            }
        }
    }

    /// <summary>Patients of a stream that the scenario removes keep their random numbers under an index of their own.</summary>
    private int StreamAfter(Engine state, ModelMap map, int stream)
    {
        if (stream < map.Streams.Length && map.Streams[stream] >= 0)
        {
            return map.Streams[stream];
        }

        var key = state.Run.StreamKeys[stream];
        var known = Array.IndexOf(run.StreamKeys, key, run.Model.Streams.Length);
        if (known >= 0)
        {
            return known;
        }

        run.StreamKeys = [.. run.StreamKeys, key];
        return run.StreamKeys.Length - 1;
    }

    private void TakeOverValues(Engine state, ModelMap map, int patient)
    {
        ref var item = ref patients.Items[patient];
        arrivals.InitialValues.CopyTo(patients.ValuesOf(patient));
        for (var old = 0; old < map.Attributes.Length; old++)
        {
            if (map.Attributes[old] >= 0)
            {
                var value = state.Run.Patients.Values[(patient * state.Run.Patients.Attributes) + old];
                patients.Values[(patient * patients.Attributes) + map.Attributes[old]] = map.ValueOf(old, value);
            }
        }

        var running = patients.Running[patient];
        patients.Running[patient] = 0;
        for (var old = 0; old < map.Clocks.Length; old++)
        {
            var clock = map.Clocks[old];
            if (clock >= 0)
            {
                patients.Running[patient] |= (running >> old & 1) << clock;
                patients.ClockStart[(patient * patients.Clocks) + clock] = state.Run.Patients.ClockStart[(patient * state.Run.Patients.Clocks) + old];
                patients.ClockRuns[(patient * patients.Clocks) + clock] = state.Run.Patients.ClockRuns[(patient * state.Run.Patients.Clocks) + old];
            }
        }

        for (var old = 0; old < map.Templates.Length; old++)
        {
            if (map.Templates[old] >= 0)
            {
                patients.Visits[(patient * patients.Templates) + map.Templates[old]] =
                    state.Run.Patients.Visits[(patient * state.Run.Patients.Templates) + old];
            }
        }
    }

    /// <summary>Pending events in their order, so that equal systems go on exactly as they would have.</summary>
    private void TakeOverEvents(Engine state, ModelMap map, bool[] isLive)
    {
        foreach (var old in state.Run.Events.Sorted())
        {
            var subject = old.Subject;
            switch (old.Code)
            {
                case EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer:
                    if (state.Run.Patients.Items[subject].LiveSequence == old.Sequence)
                    {
                        TakeOverPatientEvent(old, isLive);
                    }

                    break;
                case EventCode.PoolChanges:
                    if (state.Run.Pools[subject].LiveSequence == old.Sequence && map.Pools[subject] >= 0)
                    {
                        capacity.SchedulePool(map.Pools[subject]);
                    }

                    break;
                case EventCode.TurnaroundEnds or EventCode.ClosureEnds or EventCode.SurgeOpens or EventCode.SurgeCheck:
                    TakeOverPoolEvent(old, map.Pools[subject]);
                    break;
                case EventCode.Arrival:
                    if (state.Arrivals.Sources[subject].LiveSequence == old.Sequence && map.Streams[subject] >= 0)
                    {
                        arrivals.StartStream(map.Streams[subject], run.Now + 1, isStart: false);
                    }

                    break;
                case EventCode.Census:
                    if (subject < 0 ? recorder.Timelines.NeedsHours : recorder.Layout.CensusTimes.Contains(subject))
                    {
                        events.Push(old.Time, old.Kind, old.Code, subject);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void TakeOverPatientEvent(in Event old, bool[] isLive)
    {
        ref var item = ref patients.Items[old.Subject];
        isLive[old.Subject] = true;
        if (old.Code == EventCode.Timer)
        {
            timers.ScheduleTimer(old.Subject, run.Model.Stages[item.Stage]);
        }
        else
        {
            item.LiveSequence = events.Push(old.Time, old.Kind, old.Code, old.Subject);
        }
    }

    private void TakeOverPoolEvent(in Event old, int pool)
    {
        var isSurge = old.Code is EventCode.SurgeOpens or EventCode.SurgeCheck;
        if (pool >= 0 && (!isSurge || old.Payload < surges[pool].Length))
        {
            events.Push(old.Time, old.Kind, old.Code, pool, old.Payload);
        }
    }

    private void StartWhatIsNew(ModelMap map, Recorder old)
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            if (!map.Pools.Contains(pool))
            {
                capacity.StartPool(pool);
            }
            else if (pools[pool].LiveSequence == RunState.NotScheduled)
            {
                capacity.SchedulePool(pool);
            }
        }

        for (var stream = 0; stream < arrivals.Sources.Length; stream++)
        {
            if (arrivals.Sources[stream].LiveSequence == RunState.NotScheduled)
            {
                arrivals.StartStream(stream, run.Now + 1, isStart: false);
            }
        }

        foreach (var second in recorder.Layout.CensusTimes.Except(old.Layout.CensusTimes))
        {
            censuses.StartCensus(second);
        }

        if (!old.Timelines.NeedsHours)
        {
            censuses.StartHourlySamples();
        }

        datedChanges.ScheduleDatedChanges();
    }

    /// <summary>Requests go into the new lists in order of joining; what the scenario's stage does not ask for any more is dropped.</summary>
    public void TakeOverRequests(Engine state, ModelMap map)
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
    private void EndWhatIsNeedless()
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
