using FlowSim.Simulator.Checks;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Overloads;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// All rooms of one run, each built from those before it: none reaches one that comes after. What they share is the <see cref="RunState"/>; every other
/// field belongs to one room.
/// </summary>
internal sealed class Engine
{
    /// <param name="run">The state that the rooms change.</param>
    /// <param name="takesLongPaths">No stage is passed by its short path, which changes nothing, and a test sees to that.</param>
    public Engine(RunState run, bool takesLongPaths)
    {
        Run = run;
        Recorder = new Recorder(run.Model, run.Evaluator, run.Patients, run.Holdings, run.Pools, run.WaitingForStage);
        Agenda = new Agenda(run);
        Steps = new Steps(run);
        Paths = new Paths(run, Recorder, takesLongPaths);
        Overload = new Overload(run);

        var (clocks, delays, sets, demand) = (new Clocks(run, Recorder), new Delays(run, Recorder, Steps), new Sets(run), new DemandWatch(run, Recorder));
        var (companions, lacking, timers) = (new Companions(run, Agenda), new Lacking(run, Agenda), new Timers(run));
        var blocking = new Blocking(run, Agenda);
        var requests = new Requests(run, Agenda, blocking, lacking);
        var moveBacks = new MoveBacks(run, requests);
        var possession = new Possession(run, Recorder, Agenda, blocking, companions, demand, moveBacks);
        Capacity = new Capacity(run, Recorder, Agenda, blocking, companions, possession);
        var waiting = new Waiting(run, Recorder, Agenda, blocking, delays, moveBacks, Paths, possession, requests, timers);
        ServiceEnds = new ServiceEnds(run, possession, Steps);
        Journey = new Journey(run, Recorder, clocks, delays, demand, new Loops(run), moveBacks, Paths, possession, requests, new Routes(run), ServiceEnds, sets,
            new Starts(run, Recorder, Steps), Steps, waiting);

        var back = new Returning(run, Agenda, blocking, delays, Journey, lacking, moveBacks, possession, requests, Steps);
        var serving = new Serving(run, Agenda, Capacity, Journey, lacking, moveBacks, possession, back, waiting);
        Patience = new Patience(run, Recorder, Agenda, blocking, Journey, Paths, requests, Steps, timers, waiting);
        var deadlocks = new DeadlockSearch(run, blocking, Capacity);
        var circles = new Circles(run, deadlocks);
        Exchange = new Exchange(run, Recorder, Agenda, circles, deadlocks, new DeadlockText(run, deadlocks), Journey, possession, waiting);
        Settling = new Settling(run, Agenda, Exchange, Patience, serving);

        Arrivals = new Arrivals(run, Recorder, Agenda, Capacity, Journey, Overload, Paths, sets, Steps);
        DescribedStart = new DescribedStart(run, Recorder, Arrivals, clocks, delays, demand, Journey, possession, sets, waiting);
        Censuses = new Censuses(run, Recorder, Overload);
        DatedChanges = new DatedChanges(run, Agenda, Arrivals, blocking, Capacity, companions, lacking, moveBacks, Paths, requests, Steps);
        LiveEvents = new LiveEvents(run, Arrivals);
        var branchedWaits = new BranchedWaits(run, Agenda, Journey, moveBacks, possession, requests);
        Branching = new Branching(run, Recorder, Arrivals, blocking, branchedWaits, Capacity, Censuses, DatedChanges, Paths, timers);
        Forking = new Forking(run, Recorder, Agenda, Arrivals, branchedWaits, Branching, DatedChanges, Overload, Paths);

        var findings = new Findings(run);
        var lists = new ListChecks(run, findings);
        var places = new PlaceChecks(run, findings);
        var people = new PatientChecks(run, findings, lists, places);
        NewChecks = () => new StateChecks(run, new EventChecks(run, Arrivals, findings, LiveEvents, people, timers), Exchange, findings, lists, people, places,
            new PoolChecks(run, Recorder, Exchange, findings, moveBacks, serving), new WholeChecks(run, Recorder, circles, deadlocks, findings, Paths));
    }

    public RunState Run { get; }

    /// <summary>Counts what happens.</summary>
    public Recorder Recorder { get; }

    public Agenda Agenda { get; }

    public Steps Steps { get; }

    public Paths Paths { get; }

    public Overload Overload { get; }

    public Capacity Capacity { get; }

    public ServiceEnds ServiceEnds { get; }

    public Journey Journey { get; }

    public Patience Patience { get; }

    public Exchange Exchange { get; }

    public Settling Settling { get; }

    public Arrivals Arrivals { get; }

    public DescribedStart DescribedStart { get; }

    public Censuses Censuses { get; }

    public DatedChanges DatedChanges { get; }

    public LiveEvents LiveEvents { get; }

    public Branching Branching { get; }

    public Forking Forking { get; }

    /// <summary>Checks of the state, for who asks for them.</summary>
    public Func<StateChecks> NewChecks { get; }
}
