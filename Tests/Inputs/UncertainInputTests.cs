using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Inputs;

public sealed class UncertainInputTests
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
        var (inputs, left) = Of($"stages: {{ stay: {{ time: {{ value: {value}, range: {range} }}, then: leave }} }}");
        Assert.That(left, Is.Empty);
        Assert.That(inputs.Single().Changes.Single(), Is.EqualTo(new InputChange(verb, "stages.stay.time", low, high)));
    }

    [TestCase("30 min", "exponential mean 30 min")]
    [TestCase("triangular 1 d 2 d 9 d", "1 d to 3 d")]
    public void A_range_that_cannot_be_tried_is_told_with_the_reason(string value, string range)
    {
        var (inputs, left) = Of($"stages: {{ stay: {{ time: {{ value: {value}, range: {range} }}, then: leave }} }}");
        Assert.That(inputs, Is.Empty);
        Assert.That(left.Single().Why, Is.Not.Empty);
    }

    [Test]
    public void Rows_of_a_table_that_share_a_relative_range_are_moved_together_and_others_apart()
    {
        var (inputs, left) = Of("stages: { stay: { time: { table: stay }, then: leave } }",
            ("tables/stay.csv", "age,time,range\nyoung,1 d,+/-10 %\nold,4 d,+/-10 %\nolder,8 d,6 d to 9 d\noldest,9 d,as the others\n"));
        Assert.That(inputs.Select(input => (input.Path, string.Join(" ", input.Changes.Select(change => $"{change.Verb} {change.Path} {change.Low}")))),
            Is.EqualTo(new[]
            {
                ("tables.stay", "scale tables.stay[age=young].time 0.9 scale tables.stay[age=old].time 0.9"),
                ("tables.stay[age=older]", "set tables.stay[age=older].time 6 d"),
            }));
        Assert.That(left.Single().Number.Path, Is.EqualTo("tables.stay[age=oldest]"));
    }

    [TestCase("30 min", "20 to 60 min", 0.25, "set stages.stay.time 30 min")]
    [TestCase("2 h", "90 min to 3 h", 0.5, "set stages.stay.time 2.25 h")]
    [TestCase("4 %", "1 % to 8 %", 0.1, "set stages.stay.time 1.7 %")]
    [TestCase("lognormal mean 10 d sd 4 d", "5 d to 20 d", 0.5, "scale stages.stay.time 1.25")]
    [TestCase("30 min", "+/-10 %", 0.75, "scale stages.stay.time 1.05")]
    [TestCase("30 min", "+/-5 min", 0.4, "add stages.stay.time -1 min")]
    [TestCase("30 min", "20 to 60 min", 0, "set stages.stay.time 20 min")]
    [TestCase("30 min", "20 to 60 min", 1, "set stages.stay.time 60 min")]
    public void An_input_can_be_put_anywhere_in_its_range(string value, string range, double u, string expected)
    {
        var (inputs, _) = Of($"stages: {{ stay: {{ time: {{ value: {value}, range: {range} }}, then: leave }} }}");
        var at = inputs.Single().At(u).Single();
        Assert.That($"{at.Verb} {at.Path} {at.Operand}", Is.EqualTo(expected));
    }

    [Test]
    public void A_system_with_inputs_put_elsewhere_says_so_and_the_one_it_came_from_does_not()
    {
        using var system = TemporarySystem.With(("system.yaml", Yaml("stages: { stay: { time: lognormal mean 2 d sd 1 d, then: leave } }")));
        var files = system.Read()!;
        var changed = InputSetting.Put(files, [new("set", "stages.stay.time.mean", "3 d"), new("scale", "stages.stay.time", "2")],
            new SourceLocation("here", 1, 1), system.Problems);
        Assert.That(TimeOf(changed!), Is.EqualTo("lognormal mean 6 d sd 2 d"));
        Assert.That(TimeOf(files), Is.EqualTo("lognormal mean 2 d sd 1 d"));
    }

    [Test]
    public void A_path_that_leads_nowhere_is_told_with_its_place()
    {
        using var system = TemporarySystem.With(("system.yaml", Yaml("stages: { stay: { time: 2 d, then: leave } }")));
        var files = system.Read()!;
        Assert.That(InputSetting.Put(files, [new("set", "stages.stya.time", "3 d")], new SourceLocation("set.csv", 7, 1), system.Problems), Is.Null);
        Assert.That(system.Printed, Does.Contain("set.csv:7").And.Contain("stay"));
    }

    [TestCase("stages.stay.time", "set", "stages.stay.time")]
    [TestCase("scale:tables.stay[age=young].time", "scale", "tables.stay[age=young].time")]
    [TestCase("add:stages.stay.time", "add", "stages.stay.time")]
    public void The_head_of_a_column_names_what_is_changed_and_how(string head, string verb, string path)
    {
        Assert.That(InputValue.TryParseName(head, out var readVerb, out var readPath), Is.True);
        Assert.That((readVerb, readPath), Is.EqualTo((verb, path)));
        Assert.That(InputValue.NameOf(verb, path), Is.EqualTo(head));
    }

    private static string TimeOf(SystemFiles files) => ((MapNode)((MapNode)files.Root["stages"]!)["stay"]!)["time"]!.ToString()!;

    private static string Yaml(string stages) => $"system: s\nrun: {{ lasts: 9 d }}\nattributes: {{ age: [young, old, older, oldest] }}\n{stages}\n";

    private static (IReadOnlyList<UncertainInput> Inputs, IReadOnlyList<(DescribedNumber Number, string Why)> Left) Of(
        string stages, params (string File, string Text)[] tables)
    {
        using var system = TemporarySystem.With([("system.yaml", Yaml(stages)), .. tables]);
        var files = system.Read()!;
        return UncertainInput.Of(files, SystemNumbers.Of(files, "baseline", system.Problems)!);
    }
}
