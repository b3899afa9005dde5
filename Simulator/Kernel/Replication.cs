using System.Runtime.CompilerServices;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// One run of one scenario: the whole state, moved through time. After all events of one instant the pools that changed are served in order of name
/// until none changes. Endings and changes of capacity of one second are one instant, so that nobody is begun in the second in which a pool closes; of
/// later kinds each is one (docs/law.md, sentence 14).
/// </summary>
public sealed partial class Replication
{
    private const int None = -1;
    /// <summary>Live sequence of pools and streams of which no event has been thought yet.</summary>
    private const uint NotScheduled = uint.MaxValue - 1;

    private readonly SystemTimeline timeline;
    private readonly ulong seed;
    private readonly int number;
    private readonly EventList events = new();
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly SurgeState[][] surges;
    private readonly int[] keptOpen;
    private readonly int[] waitingForStage;
    private ulong[] streamKeys;
    private readonly ArrivalSource[] sources;
    private readonly int[] initialValues;
    private readonly uint[] poolHashes;
    private readonly Timetable?[] moveBackHours;
    private readonly Timetable[][] moveBackWakes;
    private readonly Bundle[][] siblings;
    private (int[] Pools, int MostAsked)[] companions;
    private readonly Evaluator evaluator;
    private readonly Recorder recorder;
    private SystemModel model;
    private StagePath[] paths = [];
    private int now;
    private int closedAt = None;

    /// <summary>What is being handled together, before any list is served.</summary>
    private Instant instant;
    private long handled;
    private long handledBefore;
    private long arrived;
    private long left;
    private Action<int>? progress;
    private Action<TraceEntry>? trace;
    private bool isWatched;
    private bool takesLongPaths;
    private CancellationToken cancel;

    private Replication(SystemTimeline timeline, SystemModel model, ulong seed, int number, PatientStore patients, HoldingStore holdings)
    {
        this.timeline = timeline;
        this.model = model;
        this.seed = seed;
        this.number = number;
        this.patients = patients;
        this.holdings = holdings;
        lists = new WaitingLists(model.Pools.Length, timeline.Models.Max(each => each.LowestRank));
        pools = new PoolState[model.Pools.Length];
        surges = [.. model.Pools.Select(pool => new SurgeState[pool.Surges.Length])];
        keptOpen = new int[model.Pools.Length];
        waitingForStage = new int[model.Stages.Length];
        streamKeys = [.. model.Streams.Select(stream => DrawKey.StreamKey(seed, number, stream.KeyHash))];
        var field = new CandidateField();
        sources = [.. model.Streams.Select((stream, index) => new ArrivalSource(stream, streamKeys[index], number, field))];
        initialValues = [.. model.Attributes.Select(attribute => attribute.Initial)];
        evaluator = new Evaluator(model, patients, pools, waitingForStage);
        recorder = new Recorder(model, evaluator, patients, holdings, pools, waitingForStage);
        dirty = new ulong[(model.Pools.Length + 63) / 64];
        foreach (ref var pool in pools.AsSpan())
        {
            pool.LiveSequence = NotScheduled;
        }

        poolHashes = [.. model.Pools.Select(pool => StableHash.Of(pool.Name))];
        moveBackHours = MoveBackHours(model);
        moveBackWakes = MoveBackWakes(model);
        siblings = Siblings(model);
        alsoWanted = new AlsoWanted?[model.Pools.Length];
        overload = new OverloadWatch(model.Pools.Length, model.Stages.Length);
        companions = Companions(model);
    }

    /// <summary>Current time [s].</summary>
    public int Now => now;

    /// <summary>Events handled since the start of this object.</summary>
    public long Events => handled;

    /// <summary>Patients present.</summary>
    public int Present => patients.Present;

    /// <summary>Sequence of the next event; settable so that a test can come near the end of the range.</summary>
    internal long NextSequence
    {
        get => events.NextSequence;
        set => events.NextSequence = value;
    }

    /// <summary>Patients who have arrived and who have left since the start of this object.</summary>
    public (long Arrived, long Left) Passed => (arrived, left);

    /// <summary>A new run at its start, empty or with the described census.</summary>
    /// <param name="system">The scenario.</param>
    /// <param name="seed">Seed of the experiment.</param>
    /// <param name="number">Replication, from 1.</param>
    /// <param name="paranoid">Checks the engine's own state after every instant; slow, and no number changes.</param>
    /// <exception cref="InvariantException">Thrown by a paranoid run that finds a defect, here or later.</exception>
    public static Replication Start(SystemTimeline system, ulong seed, int number, bool paranoid = false) => Start(system, seed, number, null, paranoid);

    /// <summary>
    /// The same, with every step of every patient told to <paramref name="trace"/>. <paramref name="takesLongPaths"/>: no stage is passed by its short path,
    /// which changes nothing, and a test sees to that.
    /// </summary>
    internal static Replication Start(SystemTimeline system, ulong seed, int number, Action<TraceEntry>? trace, bool paranoid = false,
        bool takesLongPaths = false)
    {
        var model = system.First;
        var patients = new PatientStore(model.Attributes.Length, model.Clocks.Length, model.StageTemplates.Length);
        var run = new Replication(system, model, seed, number, patients, new HoldingStore())
        {
            now = model.Run.Start,
            trace = trace,
            invariants = paranoid ? NewMemory(model) : null,
            isWatched = paranoid || trace is not null,
            takesLongPaths = takesLongPaths,
        };
        run.Guarded(run.Begin);
        return run;
    }

    /// <summary>
    /// Runs unmeasured to <paramref name="from"/>, measures the half-open window [from, to) and gives its results. Afterwards the second
    /// <paramref name="to"/> itself has happened as well, since its midnight census belongs to the window; what else happens in it is counted by the
    /// next window if that starts there.
    /// </summary>
    /// <param name="from">Start of the window [s].</param>
    /// <param name="to">End of the window [s].</param>
    /// <param name="progress">Called with the time once a simulated day.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SimulationException">The run cannot go on.</exception>
    public ReplicationResult Measure(int from, int to, Action<int>? progress = null, CancellationToken cancel = default) =>
        Measure(from, to, [], progress, cancel);

    /// <summary>The same with pauses.</summary>
    /// <param name="from">Start of the window [s].</param>
    /// <param name="to">End of the window [s].</param>
    /// <param name="pauses">Times within the window [s], ascending, and what is to be done when all that comes before has happened.</param>
    /// <param name="progress">Called with the time once a simulated day.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SimulationException">The run cannot go on.</exception>
    public ReplicationResult Measure(int from, int to, IReadOnlyList<(int Time, Action Do)> pauses, Action<int>? progress = null,
        CancellationToken cancel = default)
    {
        this.progress = progress;
        this.cancel = cancel;
        handledBefore = handled;
        Guarded(() =>
        {
            var carriesOn = closedAt == from;
            if (!carriesOn)
            {
                recorder.Rest();
                RunBefore(from);
            }

            recorder.Open(MeasuredPeriods.Of(model.Run, from, to), from, carriesOn);
            foreach (var (time, action) in pauses)
            {
                PauseBefore(time);
                action();
            }

            RunToEnd(to);
        });
        return ResultBuilder.Build(model, recorder, handled - handledBefore);
    }

    private void RunToEnd(int to)
    {
        RunBefore(to);
        while (recorder.NextBoundary <= to)
        {
            recorder.CrossBoundary(recorder.NextBoundary);
        }

        RunBefore(to + 1);
        recorder.Close();
        (now, closedAt) = (to, to);
    }

    private void RunBefore(int end)
    {
        while (events.TryPeek(out var next) && next.Time < end)
        {
            if (next.Time >= recorder.NextBoundary)
            {
                recorder.CrossBoundary(recorder.NextBoundary);
                continue;
            }

            RunInstant(next);
            if (events.IsExhausted)
            {
                Renumber();
            }
        }
    }

    /// <summary>
    /// All events of one instant, then the serving. A method of its own, so that it is compiled as hot code and not as part of one long loop.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunInstant(Event next)
    {
        now = next.Time;
        instant = new Instant(next);
        servesInOrder = true;
        do
        {
            events.Drop();
            if (patients.Used > PatientStore.FitIntoCache && events.LikelyNextPatient() is >= 0 and var likely)
            {
                patients.Fetch(likely);
            }

            handled++;
            Handle(next);
        }
        while (events.HasMoreAt(instant) && events.TryPeek(out next));
        Settle();
        if (invariants is not null)
        {
            CheckInvariants();
        }
    }

    /// <summary>Schedules every live event anew in its order, with sequences from 0; stale ones are dropped.</summary>
    private void Renumber()
    {
        var pending = Array.FindAll(events.Drain(), IsLive);
        foreach (var old in pending)
        {
            var sequence = events.Push(old.Time, old.Kind, old.Code, old.Subject, old.Payload);
            switch (old.Code)
            {
                case EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer:
                    patients.Items[old.Subject].LiveSequence = sequence;
                    break;
                case EventCode.PoolChanges:
                    pools[old.Subject].LiveSequence = sequence;
                    break;
                case EventCode.Arrival:
                    sources[old.Subject].LiveSequence = sequence;
                    break;
                default:
                    break;
            }
        }
    }

    private bool IsLive(Event pending) => pending.Code switch
    {
        EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer => patients.Items[pending.Subject].LiveSequence == pending.Sequence,
        EventCode.PoolChanges => pools[pending.Subject].LiveSequence == pending.Sequence,
        EventCode.Arrival => sources[pending.Subject].LiveSequence == pending.Sequence,
        _ => true,
    };

    private void Handle(in Event next)
    {
        var subject = next.Subject;
        switch (next.Code)
        {
            case EventCode.StageEnds:
                if (patients.Items[subject].LiveSequence == next.Sequence)
                {
                    patients.Items[subject].LiveSequence = uint.MaxValue;
                    Enter(subject, EndStage(subject));
                }

                break;
            case EventCode.StaffFree:
                if (patients.Items[subject].LiveSequence == next.Sequence)
                {
                    FreeStaffEarly(subject);
                }

                break;
            case EventCode.Timer:
                if (patients.Items[subject].LiveSequence == next.Sequence)
                {
                    HandleTimer(subject, next.Kind);
                }

                break;
            case EventCode.TurnaroundEnds:
                recorder.Demand?.Touch(subject, now);
                pools[subject].Touch(now);
                pools[subject].Turning -= next.Payload;
                MarkDirty(subject);
                LookForDeadlockAt(subject);
                break;
            case EventCode.PoolChanges:
                ChangePool(subject, next.Sequence);
                break;
            case EventCode.SurgeOpens:
                OpenSurge(subject, next.Payload);
                break;
            case EventCode.SurgeCheck:
                CheckSurge(subject, next.Payload);
                break;
            case EventCode.ClosureEnds:
                pools[subject].Closed -= next.Payload;
                UpdateCapacity(subject);
                break;
            case EventCode.Arrival:
                Arrive(subject, next.Sequence);
                break;
            case EventCode.Census:
                TakeCensus(subject);
                break;
            default:
                SwapModel(subject);
                break;
        }
    }

    private void TakeCensus(int secondOfDay)
    {
        if (secondOfDay < 0)
        {
            recorder.Timelines.OnTheHour(now);
            events.Push(now + SimTime.Hour, EventKind.Census, EventCode.Census, None);
            return;
        }

        recorder.Census(now, Array.IndexOf(recorder.Layout.CensusTimes, secondOfDay));
        if (secondOfDay == 0)
        {
            if (recorder.IsMeasuring)
            {
                recorder.Timelines.EndOfDay(now);
            }

            WatchHeadcount();
            progress?.Invoke(now);
            cancel.ThrowIfCancellationRequested();
        }

        events.Push(now + SimTime.Day, EventKind.Census, EventCode.Census, secondOfDay);
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (SimulationException problem) when (!problem.IsLocated)
        {
            throw problem.Located(Moment(now), now, seed, number);
        }
    }

    private void Note(TraceStep step, int patient, int exit = None)
    {
        if (isWatched)
        {
            Tell(step, patient, exit);
        }
    }

    /// <summary>A time as a person reads it.</summary>
    private string Moment(int time)
    {
        var day = time / SimTime.Day;
        var clock = TimeSpan.FromSeconds(time % SimTime.Day).ToString(@"hh\:mm\:ss", System.Globalization.CultureInfo.InvariantCulture);
        return model.Run.HasDates
            ? $"{model.Run.FirstDay.AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)} {clock}"
            : $"day {day} {clock}";
    }
}
