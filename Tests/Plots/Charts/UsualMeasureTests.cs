using FlowSim.Plots.Charts;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>A chart's own words, and the standards it knows, stand only over what the system means as documented; otherwise over nobody's numbers.</summary>
public sealed class UsualMeasureTests
{
    [TestCase("response-times", "response_mean", "response_p90", "Ambulance response")]
    [TestCase("handovers", "handover_over_30", "handover_over_60", "ambulance arrivals")]
    [TestCase("four-hour", "four_hour_rate", "", "type-1 attendances")]
    public void What_another_system_means_by_the_same_id_has_its_own_words(string chart, string one, string other, string usual)
    {
        var results = new ChartData().Build();
        Assert.That(Text(chart, results), Does.Contain(usual).IgnoreCase, "nothing is said of the measures: the usual words");
        MeasureFacts[] own = [.. new[] { one, other }.Where(id => id.Length > 0).Select(id => new MeasureFacts(id, "h", "Time until a letter is answered.", ""))];
        var text = Text(chart, results with { System = results.System with { Measures = own } });
        Assert.That(text, Does.Contain("Time until a letter is answered").And.Not.Contain("ambulance").IgnoreCase);
        Assert.That(text, Does.Not.Contain("type-1").And.Not.Contain("tandard"));
    }

    [TestCase("2019-04-01", "2018/19")]
    [TestCase("2018-10-01", "all")]
    public void Where_the_last_year_is_not_whole_everything_measured_is_drawn(string to, string period)
    {
        var results = new ChartData().Build();
        var whole = results.Summaries.Where(row => row.Key.Period == "2018/19").Select(row => row with { Key = row.Key with { Period = "all" } });
        results = results with { Summaries = [.. results.Summaries, .. whole], Run = results.Run with { Measured = results.Run.Measured with { To = to } } };
        Assert.That(results.LastPeriod, Is.EqualTo(period));
    }

    private static string Text(string chart, ResultSet results) =>
        string.Join(" ", System.Xml.Linq.XDocument.Parse(ChartList.Find(chart)!.Draw(new ChartRequest { Results = results }).All[0].ToString()).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
}
