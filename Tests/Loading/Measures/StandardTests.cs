using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Loading.Measures;

public sealed class StandardTests
{
    [TestCase("95 %", "%", 95, "standard")]
    [TestCase("2.5% target", "%", 2.5, "target")]
    [TestCase("0 %", "% of days", 0, "standard")]
    [TestCase("5 % of days", "% of days", 5, "standard")]
    [TestCase("5 % of days at most", "% of days", 5, "at most")]
    [TestCase("5 %", "share", 0.05, "standard")]
    [TestCase("7 min", "min", 7, "standard")]
    [TestCase("4 h", "min", 240, "standard")]
    [TestCase("2 days at most", "d", 2, "at most")]
    [TestCase("12 per day", "per day", 12, "standard")]
    [TestCase("12", "beds", 12, "standard")]
    [TestCase("12 planned", "beds", 12, "planned")]
    public void A_standard_is_in_the_unit_of_its_measure_and_may_have_a_name(string text, string unit, double value, string name)
    {
        Assert.That(StandardText.TryParse(text, unit, out var read, out var called));
        Assert.That((read, called), Is.EqualTo((value, name)));
    }

    [TestCase("95", "%")]
    [TestCase("95 min", "%")]
    [TestCase("7", "min")]
    [TestCase("7 beds", "min")]
    [TestCase("7 minx", "min")]
    [TestCase("many", "beds")]
    [TestCase("", "beds")]
    public void One_in_another_unit_or_in_none_where_one_is_needed_is_refused(string text, string unit) =>
        Assert.That(StandardText.TryParse(text, unit, out _, out _), Is.False);

    [Test]
    public void What_is_said_for_readers_is_kept()
    {
        var words = MeasuredSystem.Of("{ visits: ed, within: 4 h, title: The share, short: Share, topic: four, standard: 95 %, better: higher }").Measure.Words;
        Assert.That((words.Title, words.Short, words.Topic, words.Better), Is.EqualTo(("The share", "Share", "four", Better.Higher)));
        Assert.That(words.Standards, Is.EqualTo(new[] { new MeasureStandard("", 95, "standard") }));
    }
}
