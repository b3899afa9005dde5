using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Checks;
using FlowSim.Simulator.Events;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using FlowSim.Tests.Analytic;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Kernel;

/// <summary>The invariants can break: a state that is spoilt from outside is found out within a day, by the invariant that is meant to.</summary>
public sealed class InvariantTests
{
    private const int FirstDays = 60;

    private static readonly Lazy<SystemModel> Hospital = new(() => SmallHospital.Model());

    private static readonly (Invariant Breaks, string How, Action<State> Spoil)[] Cases =
    [
        (Invariant.Time, "an event in the past", state => state.Events.Push(state.Now - 100, EventKind.Ending, EventCode.Census, 0)),
        (Invariant.Everyone, "somebody is here twice", state =>
        {
            var (one, other) = state.TwoOfOneStream();
            state.Patient(other).Number = state.Patient(one).Number;
        }),
        (Invariant.Everyone, "somebody came with another stream", state => state.Patient(state.One(Phase.InService)).Stream ^= 1),
        (Invariant.Records, "a holding nobody has", state => state.Holdings.Add(0, 1, false, false, -1)),
        (Invariant.Records, "free records that are lost", state => state.Patients.Items[state.Patients.FirstFree].FirstHolding = -1),
        (Invariant.OnePlace, "a second place", state =>
        {
            ref var patient = ref state.Patient(state.One(Phase.InService));
            patient.FirstHolding = state.Holdings.Add(state.Pool("corridor@north"), 1, false, false, patient.FirstHolding);
        }),
        (Invariant.OnePlace, "another bed than the one taken", state =>
        {
            var holding = state.Patient(state.One(Phase.InService, "ward")).FirstHolding;
            state.Holdings.Items[holding].Pool = (short)state.Pool("corridor@north");
        }),
        (Invariant.Staff, "a doctor with nobody to treat", state =>
        {
            ref var patient = ref state.Patient(state.One(Phase.InService, "results"));
            patient.FirstHolding = state.Holdings.Add(state.Pool("doctor@north"), 1, true, false, patient.FirstHolding);
        }),
        (Invariant.Units, "a unit that boards for nobody", state => state.Pools[state.Pool("crew")].Boarding++),
        (Invariant.Units, "a turnaround without an end", state => state.Pools[state.Pool("crew")].Turning++),
        (Invariant.Capacity, "a roster that is not the roster", state => state.Pools[state.Pool("crew")].Rostered++),
        (Invariant.Capacity, "closed at all hours", state => state.Pools[state.Pool("crew")].Takes = false),
        (Invariant.WithinCapacity, "more given than there is", state =>
        {
            ref var pool = ref state.Pools[state.Pool("crew")];
            (pool.Occupied, pool.Given) = (pool.Occupied + 50, pool.Given + 50);
        }),
        (Invariant.Lists, "a request of the future", state => state.Request(state.One(Phase.WaitingForPlace)).JoinedAt = state.Now + SimTime.Day),
        (Invariant.Lists, "a request not linked back", state => state.Request(state.One(Phase.WaitingForPlace)).Previous = 7777),
        (Invariant.Lists, "a request of another rank", state => state.Request(state.One(Phase.WaitingForPlace)).Rank++),
        (Invariant.Lists, "a patient who has lost a request", state => state.Patient(state.One(Phase.WaitingForPlace)).FirstRequest = -1),
        (Invariant.Serving, "capacity that opens unseen", state =>
        {
            ref var pool = ref state.Pools[state.PoolAskedForAlone()];
            pool.Occupied -= 3;
        }),
        (Invariant.Serving, "kept open for nobody", state => state.Pools[state.Pool("crew")].ServesBefore = 5),
        (Invariant.Clocks, "a clock that should not run", state => state.Patients.Running[state.One(Phase.InService, "ward")] ^= 1),
        (Invariant.Clocks, "a clock that starts in a week", state =>
        {
            var patient = state.One(Phase.InService, "ward");
            state.Patients.ClockStart.AsSpan(patient * state.Patients.Clocks, state.Patients.Clocks).Fill(state.Now + (7 * SimTime.Day));
        }),
        (Invariant.Clocks, "a place taken tomorrow", state => state.Patient(state.One(Phase.InService, "ward")).TakenAt = state.Now + SimTime.Day),
        (Invariant.Events, "a stage without an end", state => state.Patient(state.One(Phase.InService, "ward")).LiveSequence = uint.MaxValue),
        (Invariant.Events, "an end at another time", state => state.Patient(state.One(Phase.InService, "ward")).EndsAt += 17),
        (Invariant.Events, "patience without end", state => state.Patient(state.One(Phase.WaitingForPlace, "package")).LiveSequence = uint.MaxValue),
        (Invariant.Sums, "a second too much", state => state.Pools[state.Pool("crew")].OccupiedArea++),
        (Invariant.Delays, "a delay that nobody has", state =>
        {
            ref var patient = ref state.Patient(state.One(Phase.InService, "ward"));
            (patient.DelayKind, patient.DelayPool) = (0, patient.PlaceTaken);
        }),
        (Invariant.Added, "a mile nobody drove", state =>
        {
            var miles = Array.FindIndex(Hospital.Value.Attributes, attribute => attribute.Name == "miles");
            state.Patients.ValuesOf(state.One(Phase.InService, "ward"))[miles]++;
        }),
        (Invariant.Paths, "a timer that was overlooked", state => state.Paths[state.StageWithTimers()] = default),
        (Invariant.Paths, "the path of another stage", state => state.Paths[0] = state.Paths[1]),
    ];

    private static IEnumerable<TestCaseData> Spoilt => Cases.Select((each, index) => new TestCaseData(index).SetArgDisplayNames($"{each.Breaks}", each.How));

    [TestCaseSource(nameof(Spoilt))]
    public void A_spoilt_state_is_found_out_by_the_invariant_that_it_breaks(int index)
    {
        var run = Replication.Start(ModelText.Timeline(Hospital.Value), 1, 1, paranoid: true);
        run.RunTo(FirstDays * SimTime.Day);
        var state = new State(run);
        Cases[index].Spoil(state);
        var found = Assert.Throws<InvariantException>(() => run.RunTo((FirstDays + 1) * SimTime.Day))!;
        Assert.That(found.Invariant, Is.EqualTo(Cases[index].Breaks), found.Message);
        Assert.That(found.Message, Does.Contain("second ").And.Contain("replication 1, seed 1"));
    }

    [Test]
    public void A_circle_that_is_overlooked_is_found_out()
    {
        var model = ModelText.Compile(
            """
            system: circle
            run: { starts: Mon 00:00, lasts: 1 d, warm_up: 0 h, begin: empty }
            pools: { east-bed: { kind: beds, capacity: 1 }, west-bed: { kind: beds, capacity: 1 }, chair: { kind: spaces, capacity: unlimited } }
            streams:
              eve: { to: east, schedule: { every: 300 d, first: 1 h } }
              will: { to: west, schedule: { every: 300 d, first: 1 h } }
              xena: { to: sit, schedule: { every: 300 d, first: 3601 s } }
            stages:
              east: { place: east-bed, time: 2 h, then: west }
              west: { place: west-bed, time: 3 h, then: east }
              sit: { place: chair, time: 10799 s, then: leave }
            """);
        Replication? run = null;

        // Will and Xena end in the same second, Will first: what he asks for is forgotten before it is looked at.
        run = Replication.Start(ModelText.Timeline(model), 1, 1, step => ForgetCandidates(run, step), paranoid: true);
        var found = Assert.Throws<InvariantException>(() => run.RunTo(SimTime.Day))!;
        Assert.That(found.Invariant, Is.EqualTo(Invariant.Deadlocks), found.Message);
    }

    [Test]
    public void Every_invariant_has_been_seen_to_break() =>
        Assert.That(Cases.Select(each => each.Breaks).Append(Invariant.Deadlocks).Distinct(), Is.EquivalentTo(Enum.GetValues<Invariant>()));

    [Test]
    public void Checking_changes_no_number()
    {
        var model = SmallHospital.Model();
        var plain = Replication.Start(ModelText.Timeline(model), 1, 1).Measure(0, 60 * SimTime.Day);
        var checkedRun = Replication.Start(ModelText.Timeline(model), 1, 1, paranoid: true).Measure(0, 60 * SimTime.Day);
        Rows.AreEqual(checkedRun, plain, "paranoid");
    }

    private static void ForgetCandidates(Replication? run, in TraceEntry step)
    {
        if (run is not null && step.Step == TraceStep.Left)
        {
            run.Engine.Agenda.Blocked.Clear();
        }
    }

    /// <summary>The inside of a run.</summary>
    private sealed class State(Replication run)
    {
        public int Now => run.Now;

        public PatientStore Patients => run.Engine.Run.Patients;

        public HoldingStore Holdings => run.Engine.Run.Holdings;

        public EventList Events => run.Engine.Run.Events;

        public StagePath[] Paths => run.Engine.Paths.All;

        public PoolState[] Pools => run.Engine.Run.Pools;

        private SystemModel Model => run.Engine.Run.Model;

        public ref Patient Patient(int index) => ref Patients.Items[index];

        public ref Request Request(int patient) => ref run.Engine.Run.Lists.Items[Patient(patient).FirstRequest];

        public int Pool(string name) => Array.FindIndex(Model.Pools, pool => pool.Name == name);

        public int StageWithTimers() => Array.FindIndex(Model.Stages, stage => stage.HasTimers);

        /// <summary>A pool whose first in the list asks for nothing else.</summary>
        public int PoolAskedForAlone() => Enumerable.Range(0, Patients.Used)
            .Where(index => Patients.Items[index].Phase == Phase.WaitingForPlace && Request(index).NextOfPatient < 0)
            .Select(index => (int)Request(index).Pool)
            .First(pool => Pools[pool].Takes && Pools[pool].Free <= 0);

        /// <summary>The patient who has been longest in a phase, in any stage or in one.</summary>
        public int One(Phase phase, string stage = "")
        {
            var found = Enumerable.Range(0, Patients.Used)
                .Where(index => Patients.Items[index].Phase == phase
                    && (stage.Length == 0 || Model.StageTemplates[Model.Stages[Patients.Items[index].Stage].Template] == stage))
                .OrderByDescending(index => phase == Phase.InService ? Patients.Items[index].EndsAt : Patients.Items[index].EnteredAt)
                .ToList();
            Assert.That(found, Is.Not.Empty, $"{phase} {stage}");
            return found[0];
        }

        public (int One, int Other) TwoOfOneStream()
        {
            var pair = Enumerable.Range(0, Patients.Used)
                .Where(index => Patients.Items[index].Phase == Phase.InService)
                .OrderByDescending(index => Patients.Items[index].EndsAt)
                .GroupBy(index => Patients.Items[index].Stream)
                .First(group => group.Count() > 1)
                .ToList();
            return (pair[0], pair[1]);
        }
    }
}
