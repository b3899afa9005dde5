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
    private readonly PoolState[] pools;
    private readonly int[] waitingForStage;
    private readonly EventList events;
    private readonly SurgeState[][] surges;
    private readonly Recorder recorder;
    private readonly Arrivals arrivals;
    private readonly Blocking blocking;
    private readonly BranchedWaits branchedWaits;
    private readonly Capacity capacity;
    private readonly Censuses censuses;
    private readonly DatedChanges datedChanges;
    private readonly Paths paths;
    private readonly Timers timers;

    public Branching(RunState run, Recorder recorder, Arrivals arrivals, Blocking blocking, BranchedWaits branchedWaits, Capacity capacity,
        Censuses censuses, DatedChanges datedChanges, Paths paths, Timers timers)
    {
        this.run = run;
        this.recorder = recorder;
        this.arrivals = arrivals;
        this.blocking = blocking;
        this.branchedWaits = branchedWaits;
        this.capacity = capacity;
        this.censuses = censuses;
        this.datedChanges = datedChanges;
        this.paths = paths;
        this.timers = timers;
        (patients, holdings, pools) = (run.Patients, run.Holdings, run.Pools);
        (waitingForStage, events, surges) = (run.WaitingForStage, run.Events, run.Surges);
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
        branchedWaits.TakeOver(state, map);
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
        branchedWaits.EndWhatIsNeedless();
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
        recorder.PresenceChanged(stage, +1, run.Now);
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
}
