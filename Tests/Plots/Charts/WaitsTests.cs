using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>Where there is nothing to draw the chart says what there is.</summary>
public sealed class WaitsTests
{
    [TestCase(0, "nobody waited in period 2017/18: every wait_mean is 0")]
    [TestCase(double.NaN, "no wait ended in period 2017/18: wait_mean has no value")]
    [TestCase(null, "there is no wait_mean for period 2017/18")]
    public void It_says_why_there_is_nothing_to_draw(double? mean, string reason)
    {
        var results = new ChartData().Build();
        var key = new ResultKey("2017/18", mean is null ? "queue_length" : "wait_mean", "system", "triage");
        var row = new Summary
        {
            Scenario = "baseline",
            Key = key,
            Unit = "min",
            N = 1,
            Mean = mean ?? 0,
            Sd = double.NaN,
            Lower95 = double.NaN,
            Upper95 = double.NaN,
        };
        Assert.That(Draw(results with { Summaries = [row] }).Reason, Is.EqualTo(reason));
    }

    [Test]
    public void Its_marks_are_at_round_times()
    {
        // Waits of 0 to 25 hours.
        var results = new ChartData().Build();
        Summary Row(string stage, double mean) => new()
        {
            Scenario = "baseline",
            Key = new ResultKey("2017/18", "wait_mean", "system", stage),
            Unit = "min",
            N = 1,
            Mean = mean,
            Sd = double.NaN,
            Lower95 = double.NaN,
            Upper95 = double.NaN,
        };
        var texts = System.Xml.Linq.XDocument.Parse(Draw(results with { Summaries = [Row("ward", 1500), Row("triage", 60)] }).All[0].ToString()).Descendants()
            .Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.That(texts, Does.Contain("8 h").And.Contain("25.0 h").And.Not.Contain("1.0 d").And.Not.Contain("8.3 h"));
    }

    [TestCase(1500, "an axis of multiples")]
    [TestCase(90, "an axis from 0")]
    public void No_interval_reaches_below_0(double longest, string axis)
    {
        var results = new ChartData().Build();
        Summary Row(string stage, double mean, double lower, double upper) => new()
        {
            Scenario = "baseline",
            Key = new ResultKey("2017/18", "wait_mean", "system", stage),
            Unit = "min",
            N = 2,
            Mean = mean,
            Sd = 1,
            Lower95 = lower,
            Upper95 = upper,
        };
        var drawing = Draw(results with { Summaries = [Row("ward", longest, -longest, 3 * longest), Row("triage", 30, 20, 40)] }).All[0];
        Assert.That(drawing.Numbers.Select(number => number.Lower), Has.All.GreaterThanOrEqualTo(0), axis);
        var text = string.Join(' ', drawing.Texts.Select(box => box.Text));
        Assert.That(text, Does.Contain("[0, ").And.Not.Contain("[−").And.Contain("would reach below 0"), axis);
        var zero = drawing.Marks.Where(mark => mark.Kind == FlowSim.Plots.Drawings.MarkKind.Interval).Min(mark => mark.Left);
        Assert.That(drawing.Rules.Min(rule => Math.Abs(rule.X1 - zero)), Is.LessThan(0.1), "the interval ends where the axis begins");
    }

    [Test]
    public void Nothing_is_said_of_0_where_no_interval_reaches_it()
    {
        var results = new ChartData().Build();
        var row = new Summary
        {
            Scenario = "baseline",
            Key = new ResultKey("2017/18", "wait_mean", "system", "ward"),
            Unit = "min",
            N = 2,
            Mean = 30,
            Sd = 1,
            Lower95 = 20,
            Upper95 = 40,
        };
        Assert.That(string.Join(' ', Draw(results with { Summaries = [row] }).All[0].Texts.Select(box => box.Text)), Does.Not.Contain("would reach below 0"));
    }

    private static ChartDrawings Draw(ResultSet results) =>
        ChartList.Find("waits", results)!.Draw(new ChartRequest { Results = results, Scenario = "baseline" });
}
