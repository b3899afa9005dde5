using FlowSim.Simulator.Checks;
using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// One run of one scenario, moved through time. After all events of one instant the pools that changed are served in order of name until none changes.
/// Endings and changes of capacity of one second are one instant, so that nobody is begun in the second in which a pool closes; of later kinds each is one
/// (docs/law.md, sentence 14). What happens to patients and pools is done by the rooms of the <see cref="Engine"/>.
/// </summary>
public sealed partial class Replication
{
    private const int None = -1;

    private readonly Engine engine;
    private readonly RunState run;
    private readonly EventList events;
    private readonly PatientStore patients;
    private readonly Recorder recorder;
    private readonly EventLoop loop;

    /// <summary>Null: nothing is checked.</summary>
    private readonly StateChecks? checks;
    private int closedAt = None;
    private long handledBefore;

    private Replication(RunState state, Action<TraceEntry>? trace, bool isChecked, bool takesLongPaths)
    {
        engine = new Engine(state, takesLongPaths);
        (run, events, patients, recorder) = (state, state.Events, state.Patients, engine.Recorder);
        checks = isChecked ? engine.NewChecks() : null;
        loop = new EventLoop(engine, checks);
        (engine.Steps.Trace, engine.Steps.Witness) = (trace, checks);
    }

    /// <summary>Current time [s].</summary>
    public int Now => run.Now;

    /// <summary>Events handled since the start of this object.</summary>
    public long Events => loop.Handled;

    /// <summary>Patients present.</summary>
    public int Present => patients.Present;

    /// <summary>Patients who have arrived and who have left since the start of this object.</summary>
    public (long Arrived, long Left) Passed => (run.Arrived, run.Left);

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
        var state = new RunState(system, model, seed, number, patients, new HoldingStore()) { Now = model.Run.Start };
        var run = new Replication(state, trace, paranoid, takesLongPaths);
        run.Guarded(run.Begin);
        return run;
    }

    /// <summary>
    /// Goes on from a state under another scenario. Pools new in the scenario start empty; attributes already drawn stay; who waits asks for what the
    /// scenario's stage asks for, keeping the time of joining. The state is not changed and can be branched again.
    /// </summary>
    /// <param name="system">The scenario.</param>
    /// <param name="state">Where it begins.</param>
    /// <param name="listener">Told of every step from here on, those among them that the change of the scenario brings at once.</param>
    /// <exception cref="SimulationException">The scenario has no stage or pool for patients who are there at the branch.</exception>
    public static Replication Branch(SystemTimeline system, Replication state, StepListener? listener = null)
    {
        var index = Array.FindLastIndex(system.From, from => from <= state.Now);
        var run = state.CopyFor(system, system.Models[Math.Max(0, index)]);
        run.Listener = listener;
        run.Guarded(() =>
        {
            run.engine.Branching.TakeOver(state.engine, run.BeginWatchingAnew);
            run.EndBeginning();
        });
        return run;
    }

    /// <summary>
    /// True where a scenario that begins as this run goes on may be left for from it at its first dated change. A change that takes effect in one second
    /// with something planned before the branch comes after it, but before what is planned later: such a scenario has to be run from the branch.
    /// </summary>
    public bool MayForkTo(SystemTimeline system) =>
        ReferenceEquals(system.First, run.Model)
            && system.Models.Max(each => each.LowestRank) == run.Model.LowestRank
            && !events.Sorted().Any(pending => pending.Kind == EventKind.Roster && system.From.Contains(pending.Time));

    /// <summary>The same run under a scenario whose first dated change comes next, with all that has been counted; to be called in a pause.</summary>
    public static Replication Fork(SystemTimeline system, Replication state)
    {
        var run = state.CopyFor(system, state.run.Model);
        (run.closedAt, run.loop.Handled, run.handledBefore) = (None, state.loop.Handled, state.handledBefore);
        run.Guarded(() => run.engine.Forking.GoOnFrom(state.engine, run.BeginWatchingAnew));
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
    /// <param name="pauses">
    /// Times from <paramref name="from"/> on, within the window [s], ascending, and what is to be done when all that comes before has happened.
    /// </param>
    /// <param name="progress">Called with the time once a simulated day.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SimulationException">The run cannot go on.</exception>
    public ReplicationResult Measure(int from, int to, IReadOnlyList<(int Time, Action Do)> pauses, Action<int>? progress = null,
        CancellationToken cancel = default)
    {
        engine.Censuses.Tell(progress, cancel);
        handledBefore = loop.Handled;
        Guarded(() =>
        {
            var carriesOn = closedAt == from;
            if (!carriesOn)
            {
                recorder.Rest();
                loop.RunBefore(from);
            }

            recorder.Open(MeasuredPeriods.Of(run.Model.Run, from, to), from, carriesOn);
            foreach (var (time, action) in pauses)
            {
                if (time > from)
                {
                    loop.PauseBefore(time);
                }

                action();
            }

            RunToEnd(to);
        });
        return ResultBuilder.Build(run.Model, recorder, loop.Handled - handledBefore);
    }

    /// <summary>Measures the rest of the window of a fork and gives the results of all of it.</summary>
    /// <param name="to">End of the window [s].</param>
    /// <param name="progress">Called with the time once a simulated day.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SimulationException">The run cannot go on.</exception>
    public ReplicationResult MeasureRest(int to, Action<int>? progress = null, CancellationToken cancel = default)
    {
        engine.Censuses.Tell(progress, cancel);
        Guarded(() => RunToEnd(to));
        return ResultBuilder.Build(run.Model, recorder, loop.Handled - handledBefore);
    }

    /// <summary>Runs unmeasured to a time, which has not happened yet; by itself it allocates nothing [s].</summary>
    internal void RunTo(int time)
    {
        try
        {
            loop.RunBefore(time);
        }
        catch (SimulationException problem) when (!problem.IsLocated)
        {
            throw Located(problem);
        }
    }

    /// <summary>A run of a system with what its state has in common with this one; the rest is to be taken over.</summary>
    private Replication CopyFor(SystemTimeline system, SystemModel model)
    {
        var copy = new RunState(system, model, run.Seed, run.Number,
            patients.CopyFor(model.Attributes.Length, model.Clocks.Length, model.StageTemplates.Length), run.Holdings.Clone())
        {
            Now = run.Now,
            Arrived = run.Arrived,
            Left = run.Left,
        };
        return new Replication(copy, engine.Steps.Trace, checks is not null, engine.Paths.AreLong) { closedAt = closedAt };
    }

    private void Begin()
    {
        events.StartAt(run.Now);
        recorder.StartAt(run.Now);
        engine.Paths.Find();
        checks?.BeginWatching();
        for (var pool = 0; pool < run.Pools.Length; pool++)
        {
            engine.Capacity.StartPool(pool);
        }

        for (var stream = 0; stream < engine.Arrivals.Sources.Length; stream++)
        {
            engine.Arrivals.StartStream(stream, run.Now, isStart: true);
        }

        foreach (var second in recorder.Layout.CensusTimes)
        {
            engine.Censuses.StartCensus(second);
        }

        engine.Censuses.StartHourlySamples();
        engine.DatedChanges.ScheduleDatedChanges();
        if (!run.Model.Run.BeginsEmpty)
        {
            engine.DescribedStart.PlaceInitialPatients();
        }

        EndBeginning();
    }

    private void EndBeginning()
    {
        engine.Settling.Settle();
        checks?.CheckInvariants();
        engine.Overload.WatchHeadcount();
    }

    /// <summary>What goes on now began under another model.</summary>
    private void BeginWatchingAnew()
    {
        checks?.BeginWatching();
        checks?.ModelHasChanged();
    }

    private void RunToEnd(int to)
    {
        loop.RunToEnd(to);
        closedAt = to;
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (SimulationException problem) when (!problem.IsLocated)
        {
            throw Located(problem);
        }
    }

    private SimulationException Located(SimulationException problem) => problem.Located(run.Moment(run.Now), run.Now, run.Seed, run.Number);
}
