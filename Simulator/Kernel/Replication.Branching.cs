using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Going on from a saved state under another scenario; state maps by name.</summary>
public sealed partial class Replication
{
    /// <summary>
    /// Goes on from a state under another scenario. Pools new in the scenario start empty; attributes already drawn stay; who waits asks for what the
    /// scenario's stage asks for, keeping the time of joining. The state is not changed and can be branched again.
    /// </summary>
    /// <exception cref="SimulationException">The scenario has no stage or pool for patients who are there at the branch.</exception>
    public static Replication Branch(SystemTimeline system, Replication state)
    {
        var index = Array.FindLastIndex(system.From, from => from <= state.now);
        var model = system.Models[Math.Max(0, index)];
        var run = CopyOf(state, system, model);
        run.Guarded(() => run.TakeOver(state, new ModelMap(state.model, model)));
        return run;
    }

    /// <summary>A run of a system with what its state has in common with that of another; the rest is to be taken over.</summary>
    private static Replication CopyOf(Replication state, SystemTimeline system, SystemModel model)
    {
        var patients = state.patients.CopyFor(model.Attributes.Length, model.Clocks.Length, model.StageTemplates.Length);
        return new Replication(system, model, state.seed, state.number, patients, state.holdings.Clone())
        {
            now = state.now,
            closedAt = state.closedAt,
            arrived = state.arrived,
            left = state.left,
            invariants = state.invariants is null ? null : NewMemory(model),
            trace = state.trace,
            isWatched = state.isWatched,
            takesLongPaths = state.takesLongPaths,
        };
    }

    private void TakeOver(Replication state, ModelMap map)
    {
        events.StartAt(now);
        recorder.StartAt(now);
        FindPaths();
        recorder.CarryOver(state.recorder);
        TakeOverPools(state, map);
        recorder.Demand?.TakeOver(state.recorder.Demand, map.Pools, now);
        var isLive = new bool[patients.Used];
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                TakeOverPatient(state, map, patient);
            }
        }

        TakeOverRequests(state, map);
        TakeOverEvents(state, map, isLive);
        StartWhatIsNew(map, state.recorder);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            ref var item = ref patients.Items[patient];
            if (item.Phase is Phase.WaitingForPlace or Phase.WaitingForStaff && !isLive[patient])
            {
                ScheduleTimer(patient, model.Stages[item.Stage]);
            }
        }

        BeginWatching();
        ModelHasChanged();
        EndWhatIsNeedless();
        Settle();
        CheckBeginning();
        WatchHeadcount();
    }

    private void TakeOverPools(Replication state, ModelMap map)
    {
        for (var old = 0; old < state.pools.Length; old++)
        {
            var pool = map.Pools[old];
            if (pool < 0)
            {
                if (state.pools[old].Occupied > 0 && state.model.Pools[old].Kind != PoolKind.Slots)
                {
                    throw new SimulationException(
                        $"the scenario removes {state.model.Pools[old].Name}, which holds {state.pools[old].Occupied} patients at the branch");
                }

                continue;
            }

            ref var from = ref state.pools[old];
            ref var to = ref pools[pool];
            (to.Occupied, to.Turning, to.Closed, to.ServesBefore, to.Given) = (from.Occupied, from.Turning, from.Closed, from.ServesBefore, from.Given);
            (to.TouchedAt, to.Rostered) = (now, from.Rostered);
            to.IsPlain = IsPlain(pool);
            keptOpen[pool] = state.keptOpen[old];
            Array.Copy(state.surges[old], surges[pool], Math.Min(state.surges[old].Length, surges[pool].Length));
            to.Takes = model.Pools[pool].Takes?.IsOpen(now) ?? true;
            to.Rostered = (int)model.Pools[pool].Capacity.At(now);
            CountSurge(pool);
            UpdateCapacity(pool);
            for (var surge = state.surges[old].Length; surge < surges[pool].Length; surge++)
            {
                ScheduleSurgeCheck(pool, surge);
            }
        }

        for (var at = 0; at < holdings.Used; at++)
        {
            ref var holding = ref holdings.Items[at];
            holding.Pool = (short)(holding.Pool < 0 ? None : map.Pools[holding.Pool]);
        }
    }

    private void TakeOverPatient(Replication state, ModelMap map, int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = map.Stages[item.Stage];
        if (stage < 0)
        {
            throw new SimulationException($"the scenario removes {state.model.Stages[item.Stage].Name}, where patients are at the branch");
        }

        item.Stage = stage;
        item.Stream = StreamAfter(state, map, item.Stream);
        item.PlaceTaken = (short)(item.PlaceTaken < 0 ? None : map.Pools[item.PlaceTaken]);
        var (delay, delayPool) = (item.DelayKind, item.DelayPool);
        (item.DelayKind, item.DelayPool) = (None, None);
        if (delay >= 0 && map.Delays[delay] >= 0 && map.Pools[delayPool] >= 0)
        {
            (item.DelayKind, item.DelayPool) = ((short)map.Delays[delay], (short)map.Pools[delayPool]);
            recorder.DelayChanged(item.DelayPool, item.DelayKind, +1, now);
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
            CountBoarding(patient, +1);
        }
    }

    /// <summary>Slots are used up when taken, so a pool of slots may be removed while somebody holds one.</summary>
    private void DropRemovedSlots(int patient)
    {
        ref var item = ref patients.Items[patient];
        var previous = None;
        for (var at = item.FirstHolding; at != None;)
        {
            var next = holdings.Items[at].Next;
            if (holdings.Items[at].Pool < 0)
            {
                Unlink(ref item, previous, next);
                holdings.Remove(at);
            }
            else
            {
                previous = at;
            }

            at = next;
        }
    }

    /// <summary>Patients of a stream that the scenario removes keep their random numbers under an index of their own.</summary>
    private int StreamAfter(Replication state, ModelMap map, int stream)
    {
        if (stream < map.Streams.Length && map.Streams[stream] >= 0)
        {
            return map.Streams[stream];
        }

        var key = state.streamKeys[stream];
        var known = Array.IndexOf(streamKeys, key, model.Streams.Length);
        if (known >= 0)
        {
            return known;
        }

        streamKeys = [.. streamKeys, key];
        return streamKeys.Length - 1;
    }

    private void TakeOverValues(Replication state, ModelMap map, int patient)
    {
        ref var item = ref patients.Items[patient];
        initialValues.CopyTo(patients.Values, patient * patients.Attributes);
        for (var old = 0; old < map.Attributes.Length; old++)
        {
            if (map.Attributes[old] >= 0)
            {
                var value = state.patients.Values[(patient * state.patients.Attributes) + old];
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
                patients.ClockStart[(patient * patients.Clocks) + clock] = state.patients.ClockStart[(patient * state.patients.Clocks) + old];
                patients.ClockRuns[(patient * patients.Clocks) + clock] = state.patients.ClockRuns[(patient * state.patients.Clocks) + old];
            }
        }

        for (var old = 0; old < map.Templates.Length; old++)
        {
            if (map.Templates[old] >= 0)
            {
                patients.Visits[(patient * patients.Templates) + map.Templates[old]] = state.patients.Visits[(patient * state.patients.Templates) + old];
            }
        }
    }

    /// <summary>Pending events in their order, so that equal systems go on exactly as they would have.</summary>
    private void TakeOverEvents(Replication state, ModelMap map, bool[] isLive)
    {
        foreach (var old in state.events.Sorted())
        {
            var subject = old.Subject;
            switch (old.Code)
            {
                case EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer:
                    if (state.patients.Items[subject].LiveSequence == old.Sequence)
                    {
                        TakeOverPatientEvent(old, isLive);
                    }

                    break;
                case EventCode.PoolChanges:
                    if (state.pools[subject].LiveSequence == old.Sequence && map.Pools[subject] >= 0)
                    {
                        SchedulePool(map.Pools[subject]);
                    }

                    break;
                case EventCode.TurnaroundEnds or EventCode.ClosureEnds or EventCode.SurgeOpens or EventCode.SurgeCheck:
                    TakeOverPoolEvent(old, map.Pools[subject]);
                    break;
                case EventCode.Arrival:
                    if (state.sources[subject].LiveSequence == old.Sequence && map.Streams[subject] >= 0)
                    {
                        StartStream(map.Streams[subject], now + 1, isStart: false);
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
            ScheduleTimer(old.Subject, model.Stages[item.Stage]);
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

    private void StartWhatIsNew(ModelMap map, Measures.Recorder old)
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            if (!map.Pools.Contains(pool))
            {
                StartPool(pool);
            }
            else if (pools[pool].LiveSequence == NotScheduled)
            {
                SchedulePool(pool);
            }
        }

        for (var stream = 0; stream < sources.Length; stream++)
        {
            if (sources[stream].LiveSequence == NotScheduled)
            {
                StartStream(stream, now + 1, isStart: false);
            }
        }

        foreach (var second in recorder.Layout.CensusTimes.Except(old.Layout.CensusTimes))
        {
            StartCensus(second);
        }

        if (!old.Timelines.NeedsHours)
        {
            StartHourlySamples();
        }

        ScheduleDatedChanges();
    }
}
