using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Sensitivity;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Sensitivity;

public sealed class RangeTrialTests
{
    [TestCase("30 min", "20 to 60 min", "set", "20 min", "60 min")]
    [TestCase("4 %", "1 % to 8 %", "set", "1 %", "8 %")]
    [TestCase("3 per d", "2 per d to 5 per d", "set", "2 per d", "5 per d")]
    [TestCase("lognormal mean 10 d sd 4 d", "5 d to 20 d", "scale", "0.5", "2")]
    [TestCase("30 min", "+/-10 %", "scale", "0.9", "1.1")]
    [TestCase("30 min", "-25 % to +5 %", "scale", "0.75", "1.05")]
    [TestCase("30 min", "+/-5 min", "add", "-5 min", "5 min")]
    public void The_ends_of_a_range_are_changes_of_its_number(string value, string range, string verb, string low, string high)
    {
        var (trials, left) = Of($"stages: {{ stay: {{ time: {{ value: {value}, range: {range} }}, then: leave }} }}");
        Assert.That(left, Is.Empty);
        Assert.That(trials.Single().Changes.Single(), Is.EqualTo(new RangeChange(verb, "stages.stay.time", low, high)));
    }

    [TestCase("30 min", "exponential mean 30 min")]
    [TestCase("triangular 1 d 2 d 9 d", "1 d to 3 d")]
    public void A_range_that_cannot_be_tried_is_told_with_the_reason(string value, string range)
    {
        var (trials, left) = Of($"stages: {{ stay: {{ time: {{ value: {value}, range: {range} }}, then: leave }} }}");
        Assert.That(trials, Is.Empty);
        Assert.That(left.Single().Why, Is.Not.Empty);
    }

    [Test]
    public void Rows_of_a_table_that_share_a_relative_range_are_moved_together_and_others_apart()
    {
        var (trials, left) = Of("stages: { stay: { time: { table: stay }, then: leave } }",
            ("tables/stay.csv", "age,time,range\nyoung,1 d,+/-10 %\nold,4 d,+/-10 %\nolder,8 d,6 d to 9 d\noldest,9 d,as the others\n"));
        Assert.That(trials.Select(trial => (trial.Path, string.Join(" ", trial.Changes.Select(change => $"{change.Verb} {change.Path} {change.Low}")))),
            Is.EqualTo(new[]
            {
                ("tables.stay", "scale tables.stay[age=young].time 0.9 scale tables.stay[age=old].time 0.9"),
                ("tables.stay[age=older]", "set tables.stay[age=older].time 6 d"),
            }));
        Assert.That(left.Single().Number.Path, Is.EqualTo("tables.stay[age=oldest]"));
    }

    private static (IReadOnlyList<RangeTrial> Trials, IReadOnlyList<(DescribedNumber Number, string Why)> Left) Of(
        string stages, params (string File, string Text)[] tables)
    {
        var yaml = $"system: s\nrun: {{ lasts: 9 d }}\nattributes: {{ age: [young, old, older, oldest] }}\n{stages}\n";
        using var system = TemporarySystem.With([("system.yaml", yaml), .. tables]);
        var files = system.Read()!;
        return RangeTrial.Of(files, SystemNumbers.Of(files, "baseline", system.Problems)!);
    }
}
