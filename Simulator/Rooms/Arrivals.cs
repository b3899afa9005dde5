using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Overloads;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;
using FlowSim.Simulator.Saving;
using FlowSim.Simulator.State;
using FlowSim.Simulator.Streams;

namespace FlowSim.Simulator.Rooms;

/// <summary>Arrivals of patients, alone or together, and what patients bring with them.</summary>
internal sealed class Arrivals
{
    private const int None = -1;
    /// <summary>Numbers of patients kept free below each second of a schedule.</summary>
    private const int BitsOfInstant = 12;

    /// <summary>Bits that hold the number of any event: of a candidate (hours shifted by 22) and of a second of a schedule.</summary>
    private const int BitsOfEvent = 43;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly EventList events;
    private readonly Evaluator evaluator;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Capacity capacity;
    private readonly Journey journey;
    private readonly Overload overload;
    private readonly Paths paths;
    private readonly Sets sets;
    private readonly Steps steps;
    private readonly ArrivalSource[] sources;
    private readonly int[] initialValues;

    public Arrivals(RunState run, Recorder recorder, Agenda agenda, Capacity capacity, Journey journey, Overload overload, Paths paths, Sets sets,
        Steps steps)
    {
        var model = run.Model;
        this.run = run;
        this.recorder = recorder;
        this.agenda = agenda;
        this.capacity = capacity;
        this.journey = journey;
        this.overload = overload;
        this.paths = paths;
        this.sets = sets;
        this.steps = steps;
        (patients, events, evaluator) = (run.Patients, run.Events, run.Evaluator);
        var field = new CandidateField();
        sources = [.. model.Streams.Select((stream, index) => new ArrivalSource(stream, run.StreamKeys[index], run.Number, field))];
        initialValues = [.. model.Attributes.Select(attribute => attribute.Initial)];
    }

    /// <summary>By stream: who comes next.</summary>
    public ArrivalSource[] Sources => sources;

    /// <summary>Saves what a branch takes over, or makes it what was saved: which events are those of the next arrivals.</summary>
    public void Transfer(StateStream state)
    {
        foreach (var source in sources)
        {
            source.LiveSequence = state.Value(source.LiveSequence);
        }
    }

    /// <summary>Values of the attributes of who has just come.</summary>
    public ReadOnlySpan<int> InitialValues => initialValues;

    public void StartStream(int stream, int from, bool isStart)
    {
        var description = run.Model.Streams[stream];
        sources[stream].StartAt(description, FirstStageDrawn(stream), from, isStart);
        Schedule(sources[stream], stream, description);
    }

    /// <summary>Key of the draw that the patients of a stream make in their first stage; 0: none is made there, or it is not known which stage it is.</summary>
    public uint FirstStageDrawn(int stream)
    {
        var model = run.Model;
        if (model.Streams[stream].To is not (>= 0 and var to))
        {
            return 0;
        }

        var target = model.Targets[to];
        var stage = target.Stage >= 0 ? target.Stage : Array.Find(target.StageByValue, index => index >= 0);
        return target.Exit < 0 && paths[stage].Has(StageTraits.Draws) ? model.Stages[stage].KeyHash : 0;
    }

    private void Schedule(ArrivalSource source, int stream, StreamModel description)
    {
        source.LiveSequence = source.Next == int.MaxValue
            ? uint.MaxValue
            : events.Push(source.Next, description.Closes is null ? EventKind.Arrival : EventKind.Roster, EventCode.Arrival, stream);
    }

    public void Arrive(int stream, uint sequence)
    {
        var now = run.Now;
        var source = sources[stream];
        if (source.LiveSequence != sequence)
        {
            return;
        }

        // The next one is scheduled first: it may come in the same second, and then nobody is served between the two.
        var (isArrival, patientNumber) = (source.IsArrival, source.Number);
        var description = run.Model.Streams[stream];
        source.Advance();
        Schedule(source, stream, description);
        if (!isArrival)
        {
            return;
        }

        if (description.Closes is { } closure)
        {
            // The events of a schedule have no numbers: what tells one from another is its time.
            capacity.Close(closure, stream, description.Schedule is null ? patientNumber : now);
        }
        else if (description.Schedule is { } schedule)
        {
            var block = DrawKey.Draw(run.StreamKeys[stream], now, 0, DrawPurpose.Schedule, 0, 0);
            var factor = schedule.DayFactor[Math.Min(now / SimTime.Day, schedule.DayFactor.Length - 1)];
            ArriveTogether(stream, description, schedule.Counts[evaluator.Cell(schedule.Lookup, None, now)], factor, block, (long)now << BitsOfInstant,
                BitsOfInstant, ArrivalDraws.None);
        }
        else if (description.Count is { } count)
        {
            var block = DrawKey.Draw(run.StreamKeys[stream], patientNumber, 0, DrawPurpose.Count, 0, 0);
            ArriveTogether(stream, description, count.Laws[evaluator.Cell(count.Lookup, None, now)], 1, block, patientNumber, 0, source.Draws);
        }
        else
        {
            Create(stream, description, patientNumber, source.Draws, description.Observed);
        }
    }

    /// <summary>
    /// The patients of one event. The first has its number, and with it the random numbers of one who comes alone; numbers of the others lie beyond those
    /// of all events.
    /// </summary>
    /// <param name="stream">Index of the stream.</param>
    /// <param name="description">The stream.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="factor">What that is multiplied by.</param>
    /// <param name="block">The draw of that.</param>
    /// <param name="first">Number of the first.</param>
    /// <param name="bits">Bits below the event's own, in which patients are counted before they go beyond.</param>
    /// <param name="draws">Draws of the first made beforehand.</param>
    private void ArriveTogether(int stream, StreamModel description, Distribution count, double factor, in RandomBlock block, long first, int bits,
        ArrivalDraws draws)
    {
        var mean = count.Quantile(block.Uniform) * factor;
        var patientsNow = (int)Math.Floor(mean + (block.W2 / 4294967296.0));
        agenda.ServesInOrder = agenda.ServesInOrder && patientsNow < 2;
        for (var index = 0; index < patientsNow; index++)
        {
            var number = first + (index & ((1 << bits) - 1)) + ((long)(index >> bits) << BitsOfEvent);
            Create(stream, description, number, index == 0 ? draws : ArrivalDraws.None, null);
        }
    }

    private void Create(int stream, StreamModel description, long patientNumber, ArrivalDraws draws, ObservedModel? observed)
    {
        if (patients.Present >= run.Model.Run.PatientLimit)
        {
            throw overload.Overloaded();
        }

        var patient = AddPatient(stream, description, patientNumber, draws);
        if (observed is not null)
        {
            var row = (int)patientNumber * observed.Attributes.Length;
            for (var index = 0; index < observed.Attributes.Length; index++)
            {
                patients.Values[(patient * patients.Attributes) + observed.Attributes[index]] = observed.Values[row + index];
            }
        }

        journey.Enter(patient, description.To);
    }

    public int AddPatient(int stream, StreamModel description, long patientNumber, ArrivalDraws draws)
    {
        var patient = patients.Add(initialValues);
        ref var item = ref patients.Items[patient];
        item.Stream = stream;
        item.Number = patientNumber;
        patients.Take(patient, description.Own);
        ref var first = ref patients.First[patient];
        first.Stage = draws.FirstStage;
        if (first.Stage != 0)
        {
            item.HasFirstDraw = true;
            first.Block = draws.OfFirstStage;
        }

        sets.MakeAttributes(description.Attributes, patient, draws);
        recorder.Arrived(stream, patient, run.Now);
        run.Arrived++;
        steps.Witness?.Came(stream);
        steps.Mention(TraceStep.Arrived, patient);
        return patient;
    }
}
