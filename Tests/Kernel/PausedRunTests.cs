using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Kernel.Semantics;
using FlowSim.Tests.Properties;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel;

/// <summary>A run that pauses: it has done what comes before, nothing later, and goes on as if it had not; a fork leaves from there.</summary>
public sealed class PausedRunTests
{
    private const int Branch = 2 * Day;
    private const int End = 20 * Day;

    private static readonly SystemModel Few = Hospital(2);
    private static readonly SystemModel Many = Hospital(3);

    [Test]
    public void In_a_pause_all_before_has_happened_and_nothing_later()
    {
        var all = new List<TraceEntry>();
        var undisturbed = Replication.Start(Of(Few), 1, 1, all.Add).Measure(Branch, End);
        var entries = all.Where(step => step.Step == TraceStep.Entered && step.Time > Branch).Select(step => step.Time).Distinct();
        int[] times = [.. entries.Where((_, at) => at % 7 == 0)];
        Assert.That(times, Has.Length.GreaterThan(10));

        var steps = new List<TraceEntry>();
        var run = Replication.Start(Of(Few), 1, 1, steps.Add);
        var paused = run.Measure(Branch, End, [.. times.Select(time => (time, (Action)(() =>
        {
            Assert.That(run.Now, Is.EqualTo(time - 1));
            Assert.That(steps, Has.Count.EqualTo(all.Count(step => step.Time < time)), "those before");
        })))]);
        Rows.AreEqual(paused, undisturbed, "the run that was paused");
        Assert.That(paused.Events, Is.EqualTo(undisturbed.Events));
    }

    /// <summary>The window before the one in which it leaves has been measured too.</summary>
    [TestCase(9 * Hour)]
    [TestCase((5 * Day) + 12_345)]
    public void A_fork_goes_on_as_the_scenario_from_the_branch(int after)
    {
        const int Opens = Branch + (6 * Hour);
        var scenario = new SystemTimeline([Few, Many, Few], [0, Branch + after, Branch + after + (6 * Day)]);
        var state = Replication.Start(Of(Few), 1, 1, paranoid: true);
        state.Measure(Day, Branch);
        Assert.That(state.MayForkTo(scenario), Is.True);

        var whole = Opened(scenario).Measure(Opens, End);
        var undisturbed = Opened(Of(Few)).Measure(Opens, End);
        var run = Opened(Of(Few));
        Replication? fork = null;
        var paused = run.Measure(Opens, End, [(Branch + after, () => fork = Replication.Fork(scenario, run))]);
        var forked = fork!.MeasureRest(End);
        Rows.AreEqual(forked, whole, "the fork");
        Rows.AreEqual(paused, undisturbed, "the run that was paused");
        Assert.That((paused.Events, forked.Events), Is.EqualTo((undisturbed.Events, whole.Events)));
        Assert.That(whole.Rows.SequenceEqual(undisturbed.Rows), Is.False, "the change does something");

        Replication Opened(SystemTimeline timeline)
        {
            var branched = Replication.Branch(timeline, state);
            branched.Measure(Branch, Opens);
            return branched;
        }
    }

    [Test]
    public void A_change_in_the_second_of_a_roster_is_no_fork()
    {
        // Rosters change at 08:00; patients come to the clinic at 09:00, which does no harm.
        var state = Replication.Start(Of(Few), 1, 1);
        state.Measure(Day, Branch);
        Assert.That(MayLeaveAt(8 * Hour), Is.False);
        Assert.That(MayLeaveAt(9 * Hour), Is.True);
        Assert.That(state.MayForkTo(new SystemTimeline([Many, Few], [0, Branch + (9 * Hour)])), Is.False, "another beginning");

        bool MayLeaveAt(int time) => state.MayForkTo(new SystemTimeline([Few, Many], [0, Branch + time]));
    }

    [Test]
    public void What_is_saved_goes_on_as_the_run_itself() => SavedState.GoesOnAsUninterrupted(Few, 1, Day, Branch + 30_271, End);

    private static SystemTimeline Of(SystemModel model) => new([model], [0]);

    private static SystemModel Hospital(int beds) => Compile(
        $$"""
        attributes: { rank: ["1", "2"] }
        pools:
          bed:    { kind: beds, capacity: {{beds}}, turnaround: 20 min }
          doctor: { kind: staff, capacity: { roster: doctors } }
        stages:
          see:
            clock: [ ed, spell ]
            staff: doctor
            priority: [rank, 1 after 3 h of ed]
            gives_up: [ { after: exponential mean 9 h of ed, to: gone } ]
            time: exponential mean 2 h
            then: ward
          ward:   { place: bed, clock: spell, time: lognormal mean 12 h sd 9 h, then: leave }
          clinic: { staff: doctor, time: 20 min, then: leave }
        exits: [gone]
        streams:
          come:   { to: see, rate: 4 per d, attributes: { rank: { "1": 30 %, "2": 70 % } } }
          daily:  { to: clinic, schedule: { every: 1 d, first: 9 h, count: 2 } }
          first:  { to: clinic, schedule: { every: 36 h, first: 0 h } }
        """,
        ("rosters/doctors.csv", "days,from,to,capacity\ndaily,08:00,20:00,2\ndaily,20:00,08:00,1\n"));
}
