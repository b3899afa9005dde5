using System.Globalization;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>The same patients with the same random numbers in every scenario: a change changes those it concerns and nobody else.</summary>
[Category("Properties")]
public sealed class CommonRandomNumbersTests
{
    private const ulong Seed = 11;

    /// <summary>Stages whose time is drawn and does not depend on the hour.</summary>
    private static readonly string[] DrawnStages = ["convey", "handover", "assess", "results", "ward", "package", "community"];

    [TestCase("capacity: 34\n", "capacity: 35\n")]
    [TestCase("surgical-bed: { each: site, kind: beds, group: acute-ga, capacity: 12 }",
        "surgical-bed: { each: site, kind: beds, group: acute-ga, capacity: 13 }")]
    [TestCase("community-bed: { kind: beds, group: community, capacity: 30", "community-bed: { kind: beds, group: community, capacity: 31")]
    public void Adding_a_bed_leaves_every_treatment_time_unchanged(string found, string replacement)
    {
        var before = Lengths(SmallHospital.Model());
        var after = Lengths(SmallHospital.Model(found, replacement));
        var common = before.Keys.Intersect(after.Keys).ToList();
        Assert.That(common, Has.Count.GreaterThan(0.99 * before.Count));
        Assert.That(common.Count(key => before[key].Length != after[key].Length), Is.Zero, "treatment times that changed");
        Assert.That(common.Count(key => before[key].Wait != after[key].Wait), Is.Positive, "the bed made a difference to somebody");
    }

    [Test]
    public void A_stage_that_is_added_shifts_nobodys_random_numbers()
    {
        var before = Lengths(SmallHospital.Model());
        var model = SmallHospital.Model(
            "then: { ward: 16 %, leave: rest } }",
            "then: { decided: 16 %, leave: rest } }\n  decided: { each: site, place: keep, clock: ed, time: uniform 5 min 10 min, then: ward }");
        var after = Walk.Of(model, Seed).Steps
            .ToDictionary(step => (step.Stream, step.Patient, Stage: model.Stages[step.Stage].Name, step.Visit), step => step);
        var stages = SmallHospital.Model().Stages;
        var common = before.Where(pair => after.ContainsKey((pair.Key.Stream, pair.Key.Patient, stages[pair.Key.Stage].Name, pair.Key.Visit))).ToList();
        Assert.That(common, Has.Count.GreaterThan(0.99 * before.Count));
        Assert.That(common.Count(pair => after[(pair.Key.Stream, pair.Key.Patient, stages[pair.Key.Stage].Name, pair.Key.Visit)].Length != pair.Value.Length),
            Is.Zero);
        Assert.That(after.Keys.Count(key => key.Stage.StartsWith("decided", StringComparison.Ordinal)), Is.GreaterThan(1000));
    }

    [Test]
    public void A_share_changed_by_a_point_changes_exactly_the_patients_whose_random_number_lies_in_the_point()
    {
        var forty = NextStages(40);
        var fortyOne = NextStages(41);
        Assert.That(fortyOne.Keys, Is.EquivalentTo(forty.Keys));
        var changed = forty.Keys.Where(patient => forty[patient] != fortyOne[patient]).Order().ToList();

        // The random number itself, from its key: stream, patient, stage, purpose, visit (docs/law.md, sentence 21.1).
        var key = DrawKey.StreamKey(Seed, 1, StableHash.Of("arrivals"));
        var expected = forty.Keys.Where(patient =>
        {
            var number = DrawKey.Draw(key, patient, StableHash.Of("first"), DrawPurpose.Stage, 1, 0).W2 / 4294967296.0;
            return number is >= 0.40 and < 0.41;
        }).Order().ToList();
        Assert.That(changed, Is.EqualTo(expected));
        Assert.That(changed, Has.Count.InRange(100, 400), "about one in a hundred of 24,000");
        Assert.That(changed.Select(patient => (forty[patient], fortyOne[patient])).Distinct(), Is.EqualTo(new[] { ("ward", "home") }));
    }

    [Test]
    public void More_demand_adds_patients_and_less_leaves_some_out_and_the_others_are_the_same()
    {
        var less = Arrivals(95);
        var same = Arrivals(100);
        var more = Arrivals(105);
        Assert.Multiple(() =>
        {
            Assert.That(less.Except(same), Is.Empty, "nobody new with less demand");
            Assert.That(same.Except(more), Is.Empty, "nobody missing with more demand");
            Assert.That(same.Count - less.Count, Is.EqualTo(0.05 * same.Count).Within(0.01 * same.Count));
            Assert.That(more.Count - same.Count, Is.EqualTo(0.05 * same.Count).Within(0.01 * same.Count));
        });
    }

    [Test]
    public void One_more_patient_is_one_more_in_every_count_and_changes_nothing_else()
    {
        var without = Observed(50);
        var with = Observed(51);
        Assert.That(with.Rows, Has.Count.EqualTo(without.Rows.Count));
        Assert.Multiple(() =>
        {
            foreach (var (before, after) in without.Rows.Zip(with.Rows))
            {
                Assert.That((after.Measure, after.Place, after.Group), Is.EqualTo((before.Measure, before.Place, before.Group)));
                var byOne = before.Measure is "started" or "came" or "went" or "visits_of_ward" or "starts_of_ward";
                var inUse = before.Measure is "occupied" or "utilisation" or "open";
                Assert.That(after.Value, inUse
                    ? Is.GreaterThanOrEqualTo(before.Value)
                    : Is.EqualTo(before.Value + (byOne ? 1 : 0)), $"{before.Measure} {before.Group}");
            }

            Assert.That(without.Rows.Single(row => row.Measure == "came").Value, Is.EqualTo(50));
        });
    }

    private static Dictionary<(int Stream, long Patient, int Stage, int Visit), Step> Lengths(SystemModel model) => Walk.Of(model, Seed).Steps
        .Where(step => DrawnStages.Contains(model.StageTemplates[model.Stages[step.Stage].Template]))
        .ToDictionary(step => (step.Stream, step.Patient, step.Stage, step.Visit));

    private static Dictionary<long, string> NextStages(int percent)
    {
        var walk = Walk.Of(
            ModelText.Compile(
                $$"""
                system: one-share
                run: { starts: Mon 00:00, lasts: 100 d, warm_up: 0 h, begin: empty }
                pools: { room: { kind: spaces, capacity: unlimited } }
                streams: { arrivals: { to: first, rate: 10 per h } }
                stages:
                  first: { place: room, time: exponential mean 1 h, then: { home: {{percent}} %, ward: rest } }
                  home: { place: none, time: 1 h, then: leave }
                  ward: { place: room, time: 2 h, then: leave }
                """),
            Seed);
        return walk.Steps
            .Where(step => walk.Model.Stages[step.Stage].Name != "first")
            .ToDictionary(step => step.Patient, step => walk.Model.Stages[step.Stage].Name);
    }

    /// <summary>Who came, when, and for how long they were treated.</summary>
    private static HashSet<(long Patient, int Time, int Length)> Arrivals(int perDay) =>
    [
        .. Walk.Of(
            ModelText.Compile(
                $$"""
                system: demand
                run: { starts: Mon 00:00, lasts: 200 d, warm_up: 0 h, begin: empty }
                pools: { room: { kind: spaces, capacity: unlimited } }
                streams: { arrivals: { to: ward, rate: {{perDay}} per d } }
                stages: { ward: { place: room, time: exponential mean 5 h, then: leave } }
                """),
            Seed).Steps.Select(step => (step.Patient, step.Entered, step.Length)),
    ];

    private static ReplicationResult Observed(int patients)
    {
        var times = Enumerable.Range(1, patients).Select(index => string.Create(CultureInfo.InvariantCulture, $"{index * 3607} s\n"));
        return Walk.Of(
            ModelText.Compile(
                """
                system: one-more
                run: { starts: Mon 00:00, lasts: 60 d, warm_up: 0 h, begin: empty }
                pools:
                  bed: { kind: beds, capacity: 100 }
                  nurse: { kind: staff, capacity: 100 }
                streams: { arrivals: { to: ward, observed: { file: tables/arrivals.csv } } }
                stages:
                  ward: { place: bed, staff: nurse, clock: spell, time: uniform 5 h 50 h, then: home }
                  home: { place: none, staff: nurse, time: 1 h, then: leave }
                measures:
                  came: { total: { arrivals: arrivals } }
                  went: { total: { exits: leave } }
                  visits_of_ward: { total: { visits: spell } }
                  starts_of_ward: { total: { starts: spell } }
                """,
                ("tables/arrivals.csv", "time\n" + string.Concat(times))),
            Seed).Result;
    }
}
