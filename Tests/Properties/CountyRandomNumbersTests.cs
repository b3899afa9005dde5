using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.Sampling;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>
/// Common random numbers in the county's system: who differs after a small change, before any queue can pass a difference on. With ample capacities no
/// queue can,
/// and whole journeys are compared; as described, arrivals and drawn lengths of time are, which no queue changes. From 1 April 2015 with those present at
/// the start.
/// </summary>
[Category("Properties")]
public sealed class CountyRandomNumbersTests
{
    private const ulong Seed = 1;

    /// <summary>April 2015 but for its last two days: treatment times go by month.</summary>
    internal const int Days = 28;

    private static readonly Dictionary<(CountyChange Change, bool IsAmple), Journeys> Runs = [];

    private static IEnumerable<CountyChange> Changes => County.All;

    [OneTimeTearDown]
    public void WriteAndForget()
    {
        if (Environment.GetEnvironmentVariable(TheoryRun.WriteVariable) == "1")
        {
            ValidationPage.Write("random numbers: who differs", CountyDifferenceTable.Text());
        }

        Runs.Clear();
    }

    [TestCaseSource(nameof(Changes))]
    public void No_patient_of_both_scenarios_draws_another_length_of_time(CountyChange change)
    {
        foreach (var isAmple in new[] { true, false })
        {
            var (before, after) = (Run(County.None, isAmple).Lengths, Run(change, isAmple).Lengths);
            var common = before.Keys.Where(after.ContainsKey).ToList();
            Assert.That(common, Has.Count.GreaterThan((change == County.LessDemand ? 0.9 : 0.97) * before.Count));
            var others = common.Where(visit => before[visit] != after[visit]);
            Assert.That(isAmple ? others : others.Where(visit => IsSameWay(change, visit)), Is.Empty);
        }
    }

    [Test]
    public void Capacities_routes_and_stages_change_no_arrival()
    {
        var arrivals = Run(County.None, isAmple: false).Arrivals();
        Assert.That(arrivals, Has.Count.GreaterThan(45_000));
        foreach (var change in new[] { County.OneBedMore, County.RouteByAPoint, County.StageAdded })
        {
            Assert.That(arrivals.SetEquals(Run(change, isAmple: false).Arrivals()), change.Name);
        }
    }

    [Test]
    public void A_bed_more_changes_nobody_where_nobody_waits()
    {
        var (before, after) = (Run(County.None, isAmple: true), Run(County.OneBedMore, isAmple: true));
        Assert.That(after.Steps.Keys.ToHashSet().SetEquals(before.Steps.Keys));
        Assert.That(before.Differing(after), Is.Empty);
        Assert.That(Run(County.None, isAmple: false).Differing(Run(County.OneBedMore, isAmple: false)), Is.Not.Empty, "where patients wait it does");
    }

    [Test]
    public void A_route_changed_by_a_point_changes_those_whose_random_number_lies_in_the_point()
    {
        var (before, after) = (Run(County.None, isAmple: true), Run(County.RouteByAPoint, isAmple: true));
        var chosen = InThePoint(before);
        Assert.That(after.Steps.Keys.ToHashSet().SetEquals(before.Steps.Keys));
        Assert.That(chosen.SetEquals(before.Differing(after)));
        var visits = before.Lengths.Keys.Count(visit => visit.Stage == "fit");
        Assert.That(chosen, Has.Count.InRange(0.3 * visits / 100, 2.5 * visits / 100), "about one in a hundred of those who come to the point");
    }

    [TestCase(0.95)]
    [TestCase(1.05)]
    public void Demand_adds_or_leaves_out_its_share_of_patients_and_changes_nobody_else(double by)
    {
        var (before, after) = (Run(County.None, isAmple: true), Run(by < 1 ? County.LessDemand : County.MoreDemand, isAmple: true));
        var (fewer, more) = by < 1 ? (after, before) : (before, after);
        var (some, all) = (fewer.Arrivals(), more.Arrivals());
        Assert.That(some.IsSubsetOf(all));
        Assert.That(before.Differing(after), Is.Empty, "patients of both");

        // Five standard deviations of a Poisson number of patients.
        var expected = Math.Abs(1 - by) * before.Arrivals().Count;
        Assert.That(all.Count - some.Count, Is.EqualTo(expected).Within(5 * Math.Sqrt(expected)));
    }

    [Test]
    public void A_stage_added_changes_those_who_pass_it_and_them_only_in_time()
    {
        var (before, after) = (Run(County.None, isAmple: true), Run(County.StageAdded, isAmple: true));
        var passed = Registered(after);
        var differing = before.Differing(after);
        Assert.That(differing.Where(patient => !passed.Contains(patient)), Is.Empty, "those who do not pass it");
        Assert.That(passed, Has.Count.GreaterThan(5000));

        // Who is a few minutes later may find a unit shut or another weekday; the rest see the same stages.
        var elsewhere = differing.Count(patient => !StagesSeen(after, patient).SequenceEqual(StagesSeen(before, patient)));
        Assert.That(elsewhere, Is.LessThan(0.02 * passed.Count));
    }

    [Test]
    public void The_page_has_a_line_for_every_change()
    {
        foreach (var part in new[] { "random numbers: who differs", "random numbers: variance" })
        {
            Assert.That(County.All.Where(change => !ValidationPage.Read(part).Contains("| " + change.Name + " |", StringComparison.Ordinal)), Is.Empty, part);
        }
    }

    [TestCaseSource(nameof(Changes))]
    public void Nothing_differs_before_the_first_patient_whom_the_change_concerns(CountyChange change)
    {
        var (before, after) = (Run(County.None, isAmple: false), Run(change, isAmple: false));
        var firstConcerned = FirstConcerned(change, before, after);
        Assert.That(before.FirstDifference(after), Is.GreaterThanOrEqualTo(firstConcerned));
    }

    /// <summary>The earliest moment at which somebody is where the change is [s].</summary>
    internal static int FirstConcerned(CountyChange change, Journeys before, Journeys after)
    {
        if (change == County.LessDemand || change == County.MoreDemand)
        {
            var keys = before.Steps.Keys.ToHashSet();
            keys.SymmetricExceptWith(after.Steps.Keys);
            return keys.Min(patient => (before.Steps.GetValueOrDefault(patient) ?? after.Steps[patient])[0].Time);
        }

        var stage = change == County.StageAdded ? "registration@" : change == County.RouteByAPoint ? "fit@" : "-ward@pshft";
        return after.Steps.Values.SelectMany(steps => steps).Where(step => step.Stage.Contains(stage, StringComparison.Ordinal)).Min(step => step.Time);
    }

    internal static Journeys Run(CountyChange change, bool isAmple)
    {
        if (!Runs.TryGetValue((change, isAmple), out var run))
        {
            Runs.Add((change, isAmple), run = Journeys.Of(County.Model(change, isAmple), Seed, Days));
        }

        return run;
    }

    /// <summary>Patients whose random number at the changed route lies in the point, and who have come past it.</summary>
    internal static HashSet<PatientKey> InThePoint(Journeys run) =>
        [.. run.Lengths.Keys.Where(visit => visit.Stage == "fit" && IsInThePoint(visit) && HasEnded(run, visit)).Select(visit => visit.Patient)];

    /// <summary>Patients who pass the added stage.</summary>
    internal static HashSet<PatientKey> Registered(Journeys run) =>
        [.. run.Steps.Where(pair => pair.Value.Exists(step => step.Stage.StartsWith("registration@", StringComparison.Ordinal))).Select(pair => pair.Key)];

    /// <summary>The random number itself, from its key (docs/law.md, sentence 21.1).</summary>
    private static bool IsInThePoint(Visit visit)
    {
        var key = DrawKey.StreamKey(Seed, 1, StableHash.Of(visit.Patient.Stream));
        var number = DrawKey.Draw(key, visit.Patient.Number, StableHash.Of(visit.Stage), DrawPurpose.Stage, visit.Number, 0).W2 / 4294967296.0;
        return number is >= 0.45 and < 0.46;
    }

    /// <summary>True if the patient has come further than this visit.</summary>
    private static bool HasEnded(Journeys run, Visit visit)
    {
        var steps = run.Steps[visit.Patient];
        var starts = Enumerable.Range(0, steps.Count)
            .Where(at => steps[at].What == TraceStep.Entered && steps[at].Stage.StartsWith(visit.Stage + "@", StringComparison.Ordinal)).ToList();
        var entry = starts[Math.Min(visit.Number, starts.Count) - 1];
        return Enumerable.Range(entry + 1, steps.Count - entry - 1).Any(at => steps[at].What is TraceStep.Entered or TraceStep.Left);
    }

    /// <summary>
    /// True if the patient came to this visit through the same stages in both; a long wait may have led another way, or to another first visit.
    /// </summary>
    private static bool IsSameWay(CountyChange change, Visit visit) =>
        WayTo(Run(County.None, isAmple: false), visit).SequenceEqual(WayTo(Run(change, isAmple: false), visit));

    private static IEnumerable<string> WayTo(Journeys run, Visit visit)
    {
        var entered = run.Steps[visit.Patient].Where(step => step.What == TraceStep.Entered
            && !step.Stage.StartsWith("registration@", StringComparison.Ordinal)).Select(step => step.Stage).ToList();
        var visits = Enumerable.Range(0, entered.Count).Where(at => entered[at].Split('@')[0] == visit.Stage).ToList();
        return entered.Take(visits[visit.Number - 1]);
    }

    private static IEnumerable<string> StagesSeen(Journeys run, PatientKey patient) => run.Steps[patient]
        .Where(step => step.What == TraceStep.Entered && !step.Stage.StartsWith("registration@", StringComparison.Ordinal)
            && step.Time < (Days - 1) * SimTime.Day)
        .Select(step => step.Stage);
}
