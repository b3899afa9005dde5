using FlowSim.Cli.Running;
using FlowSim.Scenarios.Beds;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Savings;

/// <summary>One hospital, patients at random: how many it needs is known from their number and their stay.</summary>
public sealed class WardTests
{
    private const double PerDay = 10;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Freed_beds_restore_fullness_first_and_whole_wards_are_given_up_then()
    {
        // 30 of 60 beds in use as it is, 10 when stays are a third.
        var results = Compare(beds: 60, "3 d", "1 d");
        var (before, after) = (Last(results, "baseline"), Last(results, "shorter"));
        Assert.That(before.Demand, Is.EqualTo(PerDay * 3).Within(1));
        Assert.That(after.Demand, Is.EqualTo(PerDay).Within(0.4));
        Assert.That(before.Needed, Is.EqualTo(BedNeed.Of(before.Demand, before.WinterDemand, before.WinterDemand, 0.05)));
        Assert.That((before.Wards, after.Wards), Is.EqualTo(((int)Math.Floor((60.0 - before.Needed) / 10), (int)Math.Floor((60.0 - after.Needed) / 10))));
        Assert.That(after.Wards - before.Wards, Is.GreaterThanOrEqualTo(2));
        var line = results.Ledger.Single(one => one is { Line: "ward", Year: "2018/19" });
        Assert.That(line.Amount, Is.EqualTo((after.Wards - before.Wards) * 1_000_000m));
        Assert.That((line.Partner, line.Quantity), Is.EqualTo(("north", (decimal)(before.Wards - after.Wards))));
    }

    [TestCase(90)]
    [TestCase(50)]
    public void Beds_that_a_scenario_opens_or_closes_are_no_ward_more_or_fewer(int beds)
    {
        // 30 of 60 in use before and after: opening 30 saves nothing, closing ten of those to spare costs nothing.
        var results = CompareTo($"{{ set: pools.bed.capacity, to: {beds}, reason: r }}");
        var (before, after) = (Last(results, "baseline"), Last(results, "shorter"));
        Assert.That((before.Open, after.Open), Is.EqualTo((60.0, (double)beds)));
        Assert.That(before.Wards, Is.GreaterThanOrEqualTo(1));
        Assert.That(after.Wards, Is.EqualTo(before.Wards));
        Assert.That(results.Ledger, Is.Empty);
    }

    [Test]
    public void A_scenario_that_begins_within_the_year_has_its_demand_counted()
    {
        // From December on a third of the beds are needed: before, the months are those of the baseline.
        var results = CompareTo("{ set: stages.stay.time.mean, to: 1 d, from: 2018-12-01, reason: r }");
        var (before, after) = (Last(results, "baseline"), Last(results, "shorter"));
        Assert.That(after.Demand, Is.EqualTo(before.Demand * ((8 + (4 / 3.0)) / 12)).Within(1));
        Assert.That(after.WinterDemand, Is.EqualTo(before.WinterDemand / 3).Within(1));
        Assert.That(results.Wards.Count(row => row.Scenario == "shorter"), Is.EqualTo(results.Wards.Count(row => row.Scenario == "baseline")));
    }

    [Test]
    public void Where_next_to_nobody_comes_every_ward_but_one_can_go()
    {
        var results = CompareTo("{ set: streams.come.rate, to: 0.0001 per day, reason: r }");
        Assert.That((Last(results, "shorter").Needed, Last(results, "shorter").Wards), Is.EqualTo((0, 6)).Or.EqualTo((1, 5)));
    }

    [Test]
    public void Demand_that_the_beds_cut_off_is_seen_all_the_same()
    {
        // 30 would be in use; with 28 beds patients wait and some give up. An unlimited run is the other route.
        var limited = Last(Compare(beds: 28, "3 d", "2.9 d"), "baseline");
        var without = Last(Compare(beds: 200, "3 d", "2.9 d"), "baseline");
        Assert.That(limited.Open, Is.EqualTo(28).Within(0.01));
        Assert.That(limited.Demand, Is.EqualTo(without.Demand).Within(0.02 * without.Demand));
        Assert.That(limited.Needed, Is.EqualTo(without.Needed).Within(1));
        Assert.That(limited.Wards, Is.Zero);
    }

    [Test]
    public void A_group_that_is_not_there_is_refused()
    {
        var typed = Typed(beds: 60, "3 d", "1 d", "wardz");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error.ReplaceLineEndings(" "), Does.Contain("prices.wards.of: expected a group of pools").And.Contain("Did you mean"));
    }

    private static WardRow Last(ResultSet results, string scenario) => results.Wards.Single(row => row.Scenario == scenario && row.Year == "2018/19");

    private ResultSet Compare(int beds, string stay, string shorter)
    {
        var typed = Typed(beds, stay, shorter, "wards");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        return ResultReader.Read(Path.Combine(folder.Path, "results"));
    }

    private ResultSet CompareTo(string change)
    {
        var typed = Run(beds: 60, "3 d", change, "wards");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        return ResultReader.Read(Path.Combine(folder.Path, "results"));
    }

    private TypedCommand Typed(int beds, string stay, string shorter, string group) =>
        Run(beds, stay, $"{{ set: stages.stay.time, to: exponential mean {shorter}, reason: r }}", group);

    private TypedCommand Run(int beds, string stay, string change, string group)
    {
        var system = Path.Combine(folder.Path, "hospital");
        Directory.CreateDirectory(system);
        File.WriteAllText(Path.Combine(system, "system.yaml"), $$"""
            system: hospital
            dimensions: { site: [north] }
            partners: [north]
            prices: { year: 2016/17, wards: { of: {{group}}, size: 10 } }
            run: { starts: 2016-04-01, branch: 2017-04-01, lasts: 2 y, begin: empty, replications: 4 }
            pools: { bed: { each: site, kind: beds, capacity: {{beds}}, group: wards, owner: site } }
            streams: { come: { to: stay, rate: 10 per day, attributes: { site: north } } }
            stages:
              stay: { each: site, place: bed@site, time: exponential mean {{stay}}, gives_up: [ { after: 2 d, to: leave } ], then: leave }
            headline: [ occupied ]
            scenarios:
              shorter: { scenario: shorter, changes: [ {{change}} ] }
            """);
        File.WriteAllText(Path.Combine(system, "costs.csv"),
            TwoPartners.CostHeader + "ward,wards of wards,1000000,ward-year,2016/17,,site,,cash,,,,assumed,none\n");
        return TypedCommand.Run(80, CancellationToken.None, ["compare", "--system", system, "--force", "--out", Path.Combine(folder.Path, "results")]);
    }
}
