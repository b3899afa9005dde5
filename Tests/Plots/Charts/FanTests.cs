using System.Xml.Linq;
using FlowSim.Plots.Charts;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Tests.Plots.Charts;

public sealed class FanTests
{
    [Test]
    public void Open_beds_are_occupied_beds_divided_by_the_occupancy_rate()
    {
        var panel = FanPanel.Of("hub", null, [Series("occupied_beds", "north", 93), Series("occupancy_rate", "north", 75), Series("occupied_beds", "system", 200)]).Single();
        Assert.That(panel.Place, Is.EqualTo("north"));
        Assert.That(panel.Open.Single(), Is.EqualTo(124));
    }

    [Test]
    public void A_system_without_sites_has_one_panel()
    {
        var panel = FanPanel.Of("hub", null, [Series("occupied_beds", "system", 200)]).Single();
        Assert.That(panel.Place, Is.EqualTo("system"));
        Assert.That(panel.Open, Is.Empty);
    }

    [Test]
    public void A_week_is_the_mean_of_its_days_and_the_last_may_be_short()
    {
        var panel = new FanPanel("north", default, [.. Enumerable.Range(0, 9).Select(day => new TimelinePoint(day, day - 1, day, day + 1))], []);
        Assert.That(panel.Thinned(7).Select(week => (week.At, week.Occupied.Mean, week.Occupied.P95)), Is.EqualTo(new[] { (3.0, 3f, 4f), (7.5, 7.5f, 8.5f) }));
    }

    [TestCase("ordinary", "lowest to highest")]
    [TestCase("many replications", "5 % to 95 %")]
    [TestCase("one replication", "there is no band")]
    public void The_band_is_named_for_what_it_is(string results, string expected) =>
        Assert.That(string.Join(' ', Draw(AwkwardResults.Get(results)).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)), Does.Contain(expected));

    [Test]
    public void A_day_without_a_value_breaks_the_line()
    {
        var results = new ChartData { Sites = 1, Days = 5 }.Build();
        var gap = results.Timelines.Where(series => series is { Measure: "occupied_beds", Place: "cuhft", Scenario: "baseline" })
            .Select(series => series with { Points = [.. series.Points.Select((point, day) => day == 2 ? new TimelinePoint(float.NaN, float.NaN, float.NaN, float.NaN) : point)] });
        var mean = Draw(results with { Timelines = [.. gap] }).Descendants().Last(element => element.Attribute("class")?.Value == "line").Attribute("d")!.Value;
        Assert.That(mean.Count(character => character == 'M'), Is.EqualTo(2));
    }

    private static XElement Draw(FlowSim.Scenarios.Results.ResultSet results) =>
        XDocument.Parse(ChartList.Find("occupancy-fan")!.Draw(new ChartRequest { Results = results, Scenario = "baseline" }).All[0].ToString()).Root!;

    private static TimelineSummary Series(string measure, string place, float mean) =>
        new() { Scenario = "hub", Measure = measure, Place = place, HoursOfWeek = false, FirstDay = new DateOnly(2017, 4, 1), Points = [new TimelinePoint(mean, mean, mean, mean)] };
}
