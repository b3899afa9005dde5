using FlowSim.Plots.Words;

namespace FlowSim.Tests.Plots.Words;

public sealed class TargetWordsTests
{
    [TestCase("dtoc_rate < 2.5 % with 95 %", "dtoc_rate", "system", "", "< 2.5 %", "95 %")]
    [TestCase("beds_lost@north > 2 beds", "beds_lost", "north", "", "> 2 beds", "")]
    [TestCase(" wait_mean @ north of triage<20 min", "wait_mean", "north", "triage", "<20 min", "")]
    [TestCase("dtoc_rate", "dtoc_rate", "system", "", "", "")]
    public void A_target_is_taken_apart(string text, string measure, string place, string group, string asked, string share) =>
        Assert.That(TargetWords.Of(text), Is.EqualTo(new TargetWords(measure, place, group, asked, share)));

    [TestCase("dtoc_rate < 2.5 % with 95 %", "%", 2.5)]
    [TestCase("dtoc_rate < 2.5%", "% of days", 2.5)]
    [TestCase("gain > -3 beds", "beds", -3)]
    [TestCase("lost < 7", "patients", 7)]
    public void A_bound_in_the_unit_of_the_measure_is_a_number(string text, string unit, double expected) =>
        Assert.That(TargetWords.Of(text).BoundIn(unit), Is.EqualTo(expected));

    // A line at 20 on an axis of hours would be a wrong one.
    [TestCase("wait_mean < 20 min", "h")]
    [TestCase("wait_mean < 2 h", "min")]
    [TestCase("lost < many beds", "beds")]
    [TestCase("lost", "beds")]
    public void A_bound_in_another_unit_is_none(string text, string unit) => Assert.That(TargetWords.Of(text).BoundIn(unit), Is.NaN);
}
