using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Sensitivity;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Sensitivity;

public sealed class TriedNumbersTests
{
    private const string System = """
        system: s
        run: { lasts: 9 d }
        dimensions: { site: [north, south] }
        pools:
          bed: { each: site, kind: beds, capacity: { table: beds, column: open } }
          desk: { kind: staff, capacity: { value: 4, status: derived, range: 3 to 5 } }
        streams: { patients: { each: site, to: admit, rate: 5 per d } }
        stages:
          admit: { staff: desk, time: 5 min, then: stay }
          stay: { place: bed@site, time: { value: lognormal mean 2 d sd 1 d, status: assumed, range: 1 d to 4 d }, then: leave }
        """;

    private const string Beds = "site,open,status,range\nnorth,10,assumed,+/-10 %\nsouth,20,assumed,+/-10 %\n";

    private const string Heads = "path,measure,unit,baseline,low,at_low,at_low_half,high,at_high,at_high_half,run,value\n";

    private const string Desk = "pools.desk.capacity,wait,min,9,3,2,1,5,-1,1,r,4\n";

    private const string Stay = "stages.stay.time,occupied,beds,10,1 d,-5,0.5,4 d,10,0.5,r,lognormal mean 2 d sd 1 d\n";

    [Test]
    public void Numbers_are_counted_and_tried_ones_stand_in_the_order_of_what_they_move()
    {
        var facts = Facts(Desk + "pools.desk.capacity,occupied,beds,10,3,1,0.5,5,-2,0.5,r,4\n" + Stay);
        Assert.That((facts.Count, facts.Assumed, facts.Triable), Is.EqualTo((6, 3, 3)), "two rows of beds are moved together");
        Assert.That(facts.Tried.Select(one => (one.Path, one.Measure, one.Status, one.AtLow, one.AtHigh)), Is.EqualTo(new[]
        {
            ("pools.desk.capacity", "wait", "derived", 2.0, -1.0), ("stages.stay.time", "occupied", "assumed", -5.0, 10.0),
        }), "both are the strongest of a measure, and the desk moves the other too");
        Assert.That(facts.IsOutdated, Is.False);
    }

    [Test]
    public void Rows_that_were_moved_together_stand_once_under_the_name_of_their_table()
    {
        var beds = Facts("tables.beds,occupied,beds,10,-10 %,-1,0.5,+10 %,1,0.5,r,\n").Tried.Single();
        Assert.That((beds.Path, beds.Status, beds.Together, beds.File, beds.Line), Is.EqualTo(("tables.beds", "assumed", 2, "tables/beds.csv", 2)));
        Assert.That(beds.UsedBy.Single().Id, Is.EqualTo("bed"));
    }

    [TestCase("stages.stay.time,occupied,beds,10,1 d,-5,0.5,4 d,10,0.5,r,lognormal mean 9 d sd 1 d\n", "lognormal mean 9 d sd 1 d")]
    [TestCase("stages.stay.time,occupied,beds,10,1 d,-5,0.5,3 d,10,0.5,r,\n", "from 1 d to 3 d")]
    [TestCase("tables.beds,occupied,beds,10,-20 %,-1,0.5,+20 %,1,0.5,r,\n", "from -20 % to +20 %")]
    public void Another_value_or_range_now_is_said(string row, string expected)
    {
        var facts = Facts(Desk + row);
        Assert.That(facts.IsOutdated, Is.True);
        Assert.That(facts.Tried.Single(one => one.Path != "pools.desk.capacity").Since, Does.Contain(expected));
        Assert.That(facts.Tried.Single(one => one.Path == "pools.desk.capacity").Since, Is.Empty);
    }

    [Test]
    public void One_of_the_rows_moved_together_that_has_changed_is_noticed()
    {
        var value = Rewritten(Beds);
        Assert.That(value, Does.StartWith("2 values "));
        Assert.That(Rewritten(Beds.Replace("20,a", "21,a", StringComparison.Ordinal)), Does.StartWith("2 values ").And.Not.EqualTo(value));
    }

    [Test]
    public void What_is_there_no_more_is_named_and_decides_nothing()
    {
        var facts = Facts(Stay + "stages.gone.time,occupied,beds,10,1 d,-50,0.5,4 d,100,0.5,r,\n");
        Assert.That(facts.Gone, Is.EqualTo(new[] { "stages.gone.time" }));
        Assert.That(facts.Tried.Select(one => (one.Path, one.Share)), Is.EqualTo(new[] { ("stages.stay.time", 1.0) }));
    }

    [Test]
    public void A_trial_of_an_earlier_range_gives_way_to_one_of_the_range_as_it_is()
    {
        var facts = Facts("stages.stay.time,occupied,beds,10,0 d,-50,0.5,9 d,100,0.5,r,\n" + Stay);
        Assert.That((facts.Tried.Single().High, facts.IsOutdated), Is.EqualTo(("4 d", false)));
    }

    [Test]
    public void Without_a_file_nothing_was_tried() => Assert.That(Facts(null).Tried, Is.Empty);

    [Test]
    public void Of_a_damaged_file_the_numbers_are_counted_and_the_damage_is_told()
    {
        using var system = Folder("stages.stay.time,occupied,beds,ten,1 d,-5,0.5,4 d,10,0.5,r,\n");
        var facts = TriedNumbers.FactsOf(system.Read()!, system.Problems);
        Assert.That((facts.Count, facts.Tried.Count), Is.EqualTo((6, 0)));
        Assert.That(system.Problems.Sorted.Single().Received, Is.EqualTo("ten"));
    }

    private static NumberFacts Facts(string? rows)
    {
        using var system = Folder(rows);
        var facts = TriedNumbers.FactsOf(system.Read()!, system.Problems);
        Assert.That(system.Problems.Sorted, Is.Empty);
        return facts;
    }

    /// <summary>The value of the beds as the message has it that finds another.</summary>
    private static string Rewritten(string beds)
    {
        using var system = Folder("tables.beds,occupied,beds,10,-10 %,-1,0.5,+10 %,1,0.5,r,another\n", beds);
        var since = TriedNumbers.FactsOf(system.Read()!, system.Problems).Tried.Single().Since;
        return since.Split(", not ")[1];
    }

    private static TemporarySystem Folder(string? rows, string beds = Beds) => TemporarySystem.With(
        [("system.yaml", System), ("tables/beds.csv", beds), .. rows is null ? Array.Empty<(string, string)>() : [("sensitivity.csv", Heads + rows)]]);
}
