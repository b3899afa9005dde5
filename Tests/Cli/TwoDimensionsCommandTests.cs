using System.Globalization;
using FlowSim.Tests.Golden;
using FlowSim.Tests.Loading;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

/// <summary>What is written for each of two dimensions, as the commands tell of it.</summary>
public sealed class TwoDimensionsCommandTests
{
    private const string System = """
        system: pairs
        title: Wards on two sides of two hospitals
        run: { starts: 2017-04-01, lasts: 60 d, warm_up: 10 d, begin: empty, replications: 2 }
        dimensions: { site: [north, south], side: [left, right] }
        titles: { north: North Hospital, left: Left wing }
        partners: [one-trust, other-trust]
        pools:
          bed: { each: [site, side], kind: beds, group: wards, owner: { "north@left": one-trust, "*": other-trust }, capacity: { table: beds } }
          nurse: { each: [site, side], kind: staff, capacity: 3 }
        streams:
          some: { each: [site, side], to: ward, rate: { table: rates, by: [weekday], per: d } }
        stages:
          ward: { each: [site, side], place: bed@site@side, staff: nurse@site@side for 1 h, clock: stay, time: exponential mean 20 h, then: leave }
        measures:
          in_beds: { average: { occupied: wards }, unit: beds, by: site }
          stays: { starts: stay, per: day, by: side }
        headline: [in_beds, stays, occupied]
        timelines: { occupied_beds: { pools: wards, by: site } }
        scenarios:
          wider: [ { set: pools.bed@south@left.capacity, to: 9 }, { scale: "tables.rates[site=north, side=right].rate", by: 1.2 }, { add: pools.nurse@north@right.capacity, by: 1 } ]

        """;

    private static TemporarySystem Folder() => TemporarySystem.With(
        ("system.yaml", System),
        ("tables/beds.csv", "site,side,beds\nnorth,left,5\nnorth,right,6\nsouth,left,7\nsouth,right,8\n"),
        ("tables/rates.csv", "side,site,weekday,rate\nleft,north,*,4\nright,north,*,4.5\nleft,north,Sun,3\nleft,south,*,4\nright,*,*,5\n"));

    private static string Out(TemporarySystem system, params string[] words)
    {
        var typed = TypedCommand.Run([.. words, "--system", system.Folder]);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return typed.Out;
    }

    [Test]
    public void Check_has_nothing_to_say()
    {
        using var system = Folder();
        var typed = TypedCommand.Run("check", system.Folder);
        Assert.That(typed.Exit, Is.Zero, typed.Out + typed.Error);
        Assert.That(typed.Out + typed.Error, Does.Not.Contain("warning"));
    }

    [Test]
    public void The_parts_and_paths_of_each_pair_are_listed()
    {
        using var system = Folder();
        Assert.That(Out(system, "list", "pools", "bed"), Does.Contain("one for each site and side"));
        Assert.That(Out(system, "list", "paths", "bed@north").Split('\n'),
            Does.Contain("pools.bed@north@left.capacity = 5 beds").And.Contain("pools.bed@north@right.capacity = 6 beds"));
    }

    [Test]
    public void The_description_in_words_names_both()
    {
        using var system = Folder();
        var text = Out(system, "describe");
        Assert.That(text, Does.Contain("site and side"));
        Assert.That(text, Does.Contain("bed of the patient's site and of the patient's side").IgnoreCase);
        Assert.That(Out(system, "explain", "in_beds"), Is.Not.Empty);
    }

    [Test]
    public void A_run_has_rows_of_pairs_and_a_change_at_one_pair_changes_it_alone()
    {
        using var system = Folder();
        using var results = new TemporaryFolder();
        var folder = Path.Combine(results.Path, "out");
        var typed = TypedCommand.Run(
            "compare", "wider", "--set", "pools.bed@north@right.capacity+=3", "--system", system.Folder, "--out", folder, "--all");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var rows = File.ReadAllLines(Path.Combine(folder, "summary.csv")).Select(line => line.Split(',')).ToList();
        double Mean(string scenario, string measure, string place, string group) => double.Parse(
            rows.First(row => row[0] == scenario && row[1] == "2017/18" && row[2] == measure && row[3] == place && row[4] == group)[7],
            CultureInfo.InvariantCulture);
        var typedScenario = rows.Select(row => row[0]).Distinct().Single(id => id is not ("scenario" or "baseline" or "wider"));
        foreach (var (place, beds, wider, more) in new[]
            { ("north@left", 5, 5, 5), ("north@right", 6, 6, 9), ("south@left", 7, 9, 7), ("south@right", 8, 8, 8) })
        {
            Assert.That((Mean("baseline", "open", place, "bed"), Mean("wider", "open", place, "bed"), Mean(typedScenario, "open", place, "bed")),
                Is.EqualTo(((double)beds, (double)wider, (double)more)), place);
        }

        Assert.That(Mean("baseline", "in_beds", "north", ""),
            Is.EqualTo(Mean("baseline", "occupied", "north@left", "bed") + Mean("baseline", "occupied", "north@right", "bed")).Within(1e-9));
        Assert.That(Mean("wider", "open", "north@right", "nurse"), Is.EqualTo(4).Within(1e-9));
        Assert.That(typed.Out, Does.Contain("North Hospital, Left wing"), "a pair by its titles");
        Assert.That(File.ReadAllText(Path.Combine(folder, "report.html")), Does.Contain("North Hospital, Left wing"));
    }

    [Test]
    public void An_instance_of_one_dimension_alone_is_no_path()
    {
        using var system = Folder();
        var typed = TypedCommand.Run("compare", "--set", "pools.bed@north.capacity=3", "--system", system.Folder);
        Assert.That(typed.Exit, Is.EqualTo(3));
        Assert.That(typed.Error, Does.Contain("an instance of bed: north@left, north@right, south@left, south@right"));
    }
}
