using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Checks;

/// <summary>
/// Checks of the engine's own state after every instant, for tests and for <c>--paranoid</c>. They decide by docs/law.md, not by asking
/// the code that changed the state. Every pool and every patient to whom something happened is looked at in every instant; the whole state as well
/// while it is small, else once a simulated hour.
/// </summary>
internal sealed class StateChecks : IWitness
{
    /// <summary>A state of up to this many patients and pools is checked whole in every instant.</summary>
    private const int SmallState = 300;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly EventChecks eventChecks;
    private readonly Exchange exchange;
    private readonly Findings findings;
    private readonly ListChecks listChecks;
    private readonly PatientChecks patientChecks;
    private readonly PlaceChecks placeChecks;
    private readonly PoolChecks poolChecks;
    private readonly WholeChecks wholeChecks;
    private readonly InvariantMemory memory;

    public StateChecks(RunState run, EventChecks eventChecks, Exchange exchange, Findings findings, ListChecks listChecks, PatientChecks patientChecks,
        PlaceChecks placeChecks, PoolChecks poolChecks, WholeChecks wholeChecks)
    {
        this.run = run;
        this.eventChecks = eventChecks;
        this.exchange = exchange;
        this.findings = findings;
        this.listChecks = listChecks;
        this.patientChecks = patientChecks;
        this.placeChecks = placeChecks;
        this.poolChecks = poolChecks;
        this.wholeChecks = wholeChecks;
        (patients, lists, pools) = (run.Patients, run.Lists, run.Pools);
        memory = new InvariantMemory(run.Pools.Length, run.Model.Streams.Length, run.Model.Stages.Length, run.Model.Clocks.Length, run.Model.Attributes.Length);
    }

    private int OldestWhole => patients.Present + pools.Length <= SmallState ? run.Now : run.Now / SimTime.Hour * SimTime.Hour;

    /// <summary>From here on the state is watched; to be called when it is complete but nothing has been served.</summary>
    public void BeginWatching()
    {
        memory.CheckedAt = run.Now;
        RememberWithin();
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                memory.CountArrival(patients.Items[patient].Stream);
                memory.CountHere(patients.ValuesOf(patient));
            }
        }

        RememberPools();
    }

    /// <summary>What goes on now began under another model.</summary>
    public void ModelHasChanged()
    {
        memory.ModelSince = run.Now;
        RememberWithin();
    }

    public void Came(int stream) => memory.CountArrival(stream);

    public void Leaves(int stream, int patient)
    {
        memory.CountLeft(stream, patient);
        memory.CountGone(patients.ValuesOf(patient));
    }

    public void Added(int attribute, int amount) => memory.Expected[attribute] += amount;

    public void Stepped(TraceStep step, int patient) => placeChecks.CheckStep(step, patient, memory);

    private void RememberWithin()
    {
        foreach (var use in run.Model.Stages.SelectMany(stage => stage.Clocks))
        {
            memory.LongestWithin[use.Clock] = Math.Max(memory.LongestWithin[use.Clock], use.Within);
        }
    }

    /// <summary>To be called when an instant's serving is complete.</summary>
    public void CheckInvariants()
    {
        if (run.Now < memory.CheckedAt)
        {
            throw findings.Broken(Invariant.Time, $"second {memory.CheckedAt} was before this one");
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            poolChecks.CheckPool(pool, memory);
        }

        foreach (var patient in memory.Touched)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                patientChecks.CheckPatient(patient, memory);
            }
        }

        memory.Touched.Clear();
        if (memory.WholeAt < OldestWhole || patients.Present + pools.Length <= SmallState)
        {
            CheckWhole();
        }

        memory.CheckedAt = run.Now;
        memory.Exchanges = exchange.Count;
        RememberPools();
    }

    private void CheckWhole()
    {
        memory.Begin(lists.Items.Length, patients.Used);
        wholeChecks.CheckPaths();
        wholeChecks.CheckAdded(memory);
        eventChecks.CheckEvents(memory);
        listChecks.CheckLists(memory);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                patientChecks.CheckPatient(patient, memory);
                listChecks.CheckOwnRequests(patient, memory);
                eventChecks.CheckLiveEvent(patient, memory);
            }
        }

        wholeChecks.CheckEveryone(memory, isThorough: memory.WholeAt < run.Now / SimTime.Hour * SimTime.Hour);
        wholeChecks.CheckRecords(memory);
        wholeChecks.CheckUnits();
        listChecks.CheckCountsOfWaiting(memory);
        wholeChecks.CheckCountsOfStages();
        wholeChecks.CheckCountsOfDelays();
        wholeChecks.CheckDeadlocks();
        memory.WholeAt = run.Now;
    }

    private void RememberPools()
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            ref var state = ref pools[pool];
            var untouched = (long)(run.Now - state.TouchedAt);
            memory.Pools[pool] = new PoolMemory
            {
                Occupied = state.Occupied,
                Open = state.Open,
                Waiting = state.Waiting,
                InUse = state.Occupied + state.Turning,
                Rostered = state.Rostered,
                KeptOpen = pools[pool].KeptOpen,
                Given = state.Given,
                OccupiedArea = state.OccupiedArea + (untouched * state.Occupied),
                OpenArea = state.OpenArea + (untouched * state.Open),
                WaitingArea = state.WaitingArea + (untouched * state.Waiting),
            };
        }
    }
}
