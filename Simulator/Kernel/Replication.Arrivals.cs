using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Simulator.Kernel;

/// <summary>The beginning of a run, arrivals, the initial census, dated changes.</summary>
public sealed partial class Replication
{
    /// <summary>Numbers of patients kept free below each second of a schedule.</summary>
    private const int BitsOfInstant = 12;

    /// <summary>Bits that hold the number of any event: of a candidate (hours shifted by 22) and of a second of a schedule.</summary>
    private const int BitsOfEvent = 43;

    private void Begin()
    {
        events.StartAt(now);
        recorder.StartAt(now);
        FindPaths();
        BeginWatching();
        for (var pool = 0; pool < pools.Length; pool++)
        {
            StartPool(pool);
        }

        for (var stream = 0; stream < sources.Length; stream++)
        {
            StartStream(stream, now, isStart: true);
        }

        foreach (var second in recorder.Layout.CensusTimes)
        {
            StartCensus(second);
        }

        StartHourlySamples();
        ScheduleDatedChanges();
        if (!model.Run.BeginsEmpty)
        {
            PlaceInitialPatients();
        }

        Settle();
        CheckBeginning();
        WatchHeadcount();
    }

    private void StartStream(int stream, int from, bool isStart)
    {
        sources[stream].StartAt(model.Streams[stream], FirstStageDrawn(stream), from, isStart);
        ScheduleArrival(stream);
    }

    private void FindPaths() => paths = [.. model.Stages.Select((stage, index) => new StagePath(stage, index, recorder.Layout, takesLongPaths))];

    /// <summary>Key of the draw that the patients of a stream make in their first stage; 0: none is made there, or it is not known which stage it is.</summary>
    private uint FirstStageDrawn(int stream)
    {
        if (model.Streams[stream].To is not (>= 0 and var to))
        {
            return 0;
        }

        var target = model.Targets[to];
        var stage = target.Stage >= 0 ? target.Stage : Array.Find(target.StageByValue, index => index >= 0);
        return target.Exit < 0 && paths[stage].Draws ? model.Stages[stage].KeyHash : 0;
    }

    private void ScheduleArrival(int stream)
    {
        var source = sources[stream];
        source.LiveSequence = source.Next == int.MaxValue
            ? uint.MaxValue
            : events.Push(source.Next, model.Streams[stream].Closes is null ? EventKind.Arrival : EventKind.Roster, EventCode.Arrival, stream);
    }

    private void StartCensus(int second)
    {
        var today = (now / SimTime.Day * SimTime.Day) + second;
        events.Push(today > now ? today : today + SimTime.Day, EventKind.Census, EventCode.Census, second);
    }

    private void StartHourlySamples()
    {
        if (recorder.Timelines.NeedsHours)
        {
            events.Push(((now / SimTime.Hour) + 1) * SimTime.Hour, EventKind.Census, EventCode.Census, None);
        }
    }

    private void ScheduleDatedChanges()
    {
        for (var index = 1; index < timeline.Models.Length; index++)
        {
            if (timeline.From[index] > now)
            {
                events.Push(timeline.From[index], EventKind.Roster, EventCode.DatedChange, index);
            }
        }
    }

    /// <summary>The next model of the timeline comes into force: same indices, other numbers.</summary>
    private void SwapModel(int index)
    {
        model = timeline.Models[index];
        evaluator.Model = model;
        ModelHasChanged();
        companions = Companions(model);
        FindPaths();
        for (var pool = 0; pool < pools.Length; pool++)
        {
            pools[pool].IsPlain = IsPlain(pool);
        }

        Array.Clear(alsoWanted);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].FirstRequest != None && patients.Items[patient].Phase != Phase.None)
            {
                AskForNewAmounts(patient);
            }
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            RefreshPool(pool);
            SchedulePool(pool);
        }

        for (var patient = 0; patient < patients.Used; patient++)
        {
            LookForDeadlockOf(patient);
        }

        for (var stream = 0; stream < sources.Length; stream++)
        {
            // A closure is of the same kind as this change, so that of this second may have happened already.
            var isOver = model.Streams[stream].Closes is not null && sources[stream].Next > now;
            StartStream(stream, isOver ? now + 1 : now, isStart: false);
        }
    }

    private void Arrive(int stream, uint sequence)
    {
        var source = sources[stream];
        if (source.LiveSequence != sequence)
        {
            return;
        }

        // The next one is scheduled first: it may come in the same second, and then nobody is served between the two.
        var (isArrival, patientNumber) = (source.IsArrival, source.Number);
        source.Advance();
        ScheduleArrival(stream);
        if (!isArrival)
        {
            return;
        }

        var description = model.Streams[stream];
        if (description.Closes is { } closure)
        {
            Close(closure, stream, patientNumber);
        }
        else if (description.Schedule is { } schedule)
        {
            var block = DrawKey.Draw(streamKeys[stream], now, 0, DrawPurpose.Schedule, 0, 0);
            var factor = schedule.DayFactor[Math.Min(now / SimTime.Day, schedule.DayFactor.Length - 1)];
            ArriveTogether(stream, schedule.Counts[evaluator.Cell(schedule.Lookup, None, now)], factor, block, (long)now << BitsOfInstant, BitsOfInstant,
                ArrivalDraws.None);
        }
        else if (description.Count is { } count)
        {
            var block = DrawKey.Draw(streamKeys[stream], patientNumber, 0, DrawPurpose.Count, 0, 0);
            ArriveTogether(stream, count.Laws[evaluator.Cell(count.Lookup, None, now)], 1, block, patientNumber, 0, source.Draws);
        }
        else
        {
            Create(stream, patientNumber, source.Draws, description.Observed);
        }
    }

    /// <summary>
    /// The patients of one event. The first has its number, and with it the random numbers of one who comes alone; numbers of the others lie beyond those
    /// of all events.
    /// </summary>
    /// <param name="stream">Index of the stream.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="factor">What that is multiplied by.</param>
    /// <param name="block">The draw of that.</param>
    /// <param name="first">Number of the first.</param>
    /// <param name="bits">Bits below the event's own, in which patients are counted before they go beyond.</param>
    /// <param name="draws">Draws of the first made beforehand.</param>
    private void ArriveTogether(int stream, Distribution count, double factor, in RandomBlock block, long first, int bits, ArrivalDraws draws)
    {
        var mean = count.Quantile(block.Uniform) * factor;
        var patientsNow = (int)Math.Floor(mean + (block.W2 / 4294967296.0));
        servesInOrder = servesInOrder && patientsNow < 2;
        for (var index = 0; index < patientsNow; index++)
        {
            var number = first + (index & ((1 << bits) - 1)) + ((long)(index >> bits) << BitsOfEvent);
            Create(stream, number, index == 0 ? draws : ArrivalDraws.None, null);
        }
    }

    private void Create(int stream, long patientNumber, ArrivalDraws draws, ObservedModel? observed)
    {
        if (patients.Present >= model.Run.PatientLimit)
        {
            throw Overloaded();
        }

        var patient = AddPatient(stream, patientNumber, draws);
        if (observed is not null)
        {
            var row = (int)patientNumber * observed.Attributes.Length;
            for (var index = 0; index < observed.Attributes.Length; index++)
            {
                patients.Values[(patient * patients.Attributes) + observed.Attributes[index]] = observed.Values[row + index];
            }
        }

        Enter(patient, model.Streams[stream].To);
    }

    private int AddPatient(int stream, long patientNumber, ArrivalDraws draws)
    {
        var description = model.Streams[stream];
        var patient = patients.Add(initialValues);
        ref var item = ref patients.Items[patient];
        item.Stream = stream;
        item.Number = patientNumber;
        if (description.InstanceAttribute >= 0)
        {
            patients.Values[(patient * patients.Attributes) + description.InstanceAttribute] = description.InstanceValue;
        }

        ref var first = ref patients.First[patient];
        first.Stage = draws.FirstStage;
        if (first.Stage != 0)
        {
            first.Block = draws.OfFirstStage;
        }

        MakeAttributes(description.Attributes, patient, draws);
        recorder.Arrived(stream, patient, now);
        arrived++;
        invariants?.CountArrival(stream);
        return patient;
    }

    private void PlaceInitialPatients()
    {
        var numbers = new long[model.Streams.Length];
        var residuals = new Dictionary<Distribution, ResidualStay?>();
        for (var stage = 0; stage < model.Stages.Length; stage++)
        {
            foreach (var census in model.Stages[stage].StartsWith)
            {
                for (var index = 0; index < census.InPlace; index++)
                {
                    PlaceInitial(InitialPatient(census, numbers), stage, residuals);
                }
            }
        }

        for (var stage = 0; stage < model.Stages.Length; stage++)
        {
            foreach (var census in model.Stages[stage].StartsWith)
            {
                for (var index = 0; index < census.Waiting; index++)
                {
                    var patient = InitialPatient(census, numbers);
                    if (EnterStage(patient, stage))
                    {
                        Enter(patient, EndStage(patient));
                    }
                }
            }
        }
    }

    /// <summary>Initial patients have numbers below 0: no arrival ever has one.</summary>
    private int InitialPatient(InitialCensus census, long[] numbers)
    {
        var patient = AddPatient(census.Stream, -++numbers[census.Stream], ArrivalDraws.None);
        MakeSets(census.Sets, patient, DrawPurpose.Census, 0);
        return patient;
    }

    /// <summary>Puts a patient into a stage that has been going on for some time; those for whom there is no room wait.</summary>
    private void PlaceInitial(int patient, int stageIndex, Dictionary<Distribution, ResidualStay?> residuals)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[stageIndex];
        item.Stage = stageIndex;
        item.EnteredAt = now;
        item.TakenAt = now;
        if (stage.InstanceAttribute >= 0)
        {
            patients.Values[(patient * patients.Attributes) + stage.InstanceAttribute] = stage.InstanceValue;
        }

        item.Visit = ++patients.Visits[(patient * patients.Templates) + stage.Template];
        MakeSets(stage.Sets, patient, DrawPurpose.Sets, item.Visit);
        if (stage.PlaceMode == PlaceMode.Request)
        {
            var index = FirstWithRoom(patient, stage);
            if (index < 0)
            {
                StartLaterClocks(stage, patient);
                WaitForPlace(patient, stage);
                return;
            }

            AcquireBundle(patient, stage.Place[index], isStaff: false);
            StartDelayInPlace(patient, stage, stage.Place[index]);
            if (recorder.Demand is not null)
            {
                CountPlaced(patient, stage);
            }
        }

        item.Phase = Phase.InService;
        var block = DrawKey.Draw(streamKeys[item.Stream], item.Number, stage.KeyHash, DrawPurpose.Stage, item.Visit, 0);
        item.RoutingDraw = block.W2;
        var (total, elapsed) = InitialStay(stage, patient, block, residuals);
        foreach (var use in stage.Clocks)
        {
            StartClock(patient, use.Clock, now - elapsed);
        }

        item.EndsAt = Later(now, Math.Max(1, total - elapsed));
        item.LiveSequence = events.Push(item.EndsAt, EventKind.Ending, EventCode.StageEnds, patient);
    }

    private (int Total, int Elapsed) InitialStay(StageModel stage, int patient, in RandomBlock block, Dictionary<Distribution, ResidualStay?> residuals)
    {
        var spec = evaluator.Spec(stage.Time, patient, now);
        if (spec.Kind != TimeKind.Drawn || ResidualOf(spec.Distribution!, residuals) is not { } residual)
        {
            return (evaluator.Length(spec, patient, now, block.Uniform), 0);
        }

        ref var item = ref patients.Items[patient];
        var second = DrawKey.Draw(streamKeys[item.Stream], item.Number, stage.KeyHash, DrawPurpose.Census, item.Visit, 0);
        return residual.Draw(block.Uniform, second.Uniform);
    }

    /// <summary>Null for a stay that is 0 on average: nobody is found in the middle of it.</summary>
    private static ResidualStay? ResidualOf(Distribution stay, Dictionary<Distribution, ResidualStay?> residuals)
    {
        if (!residuals.TryGetValue(stay, out var residual))
        {
            residuals.Add(stay, residual = stay.Mean > 0 ? new ResidualStay(stay) : null);
        }

        return residual;
    }

    private int FirstWithRoom(int patient, StageModel stage)
    {
        for (var index = 0; index < stage.Place.Length; index++)
        {
            if (stage.Place[index].Items.All(item => pools[evaluator.PoolOf(item, patient)].Free >= item.Amount))
            {
                return index;
            }
        }

        return None;
    }
}
