using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Inputs;

public sealed class ScenarioInputsTests
{
    private const string System = "system: s\nrun: { lasts: 9 d }\npools: { bed: { kind: beds, capacity: 40 } }\nstages: { stay: { place: bed, time: lognormal mean 2 d sd 1 d, then: leave } }\n";

    [TestCase("set: stages.stay.time.mean, to: { value: 3 d, range: 2 d to 4 d }", "set stages.stay.time.mean 2 d 3 d 4 d")]
    [TestCase("set: stages.stay.time.mean, to: 3 d, range: 2 d to 4 d", "set stages.stay.time.mean 2 d 3 d 4 d")]
    [TestCase("scale: stages.stay.time, by: { value: 1.5, range: 1.2 to 2.0 }", "scale stages.stay.time 1.2 1.6 2")]
    [TestCase("scale: stages.stay.time, by: { value: 1.5, range: +/-20 % }", "scale stages.stay.time 1.2 1.5 1.8")]
    [TestCase("add: pools.bed.capacity, by: { value: 8, range: 4 to 16 }", "add pools.bed.capacity 4 10 16")]
    [TestCase("set: stages.stay.time, to: { value: exponential mean 2 d, range: 1 d to 5 d }",
        "set stages.stay.time exponential mean 1 d exponential mean 3 d exponential mean 5 d")]
    public void An_amount_with_a_range_is_an_input(string change, string expected)
    {
        using var system = With(("a", change));
        var input = ScenarioInputs.Of(system.Read()!, ["a"], system.Problems)!.Inputs.Single();
        Assert.That($"{input.Verb} {input.Path} {input.At(0)} {input.At(0.5)} {input.At(1)}", Is.EqualTo(expected), system.Printed);
    }

    [Test]
    public void The_same_change_for_the_same_reason_is_one_input_and_for_another_reason_another()
    {
        const string change = "scale: stages.stay.time, by: { value: 0.9, range: 0.8 to 1 }, reason: ";
        using var system = With(("a", change + "home first"), ("b", change + "home first"), ("c", change + "rounds every day"));
        var inputs = ScenarioInputs.Of(system.Read()!, ["a", "b", "c"], system.Problems)!;
        Assert.That(inputs.Inputs.Select(input => string.Join(" ", input.Places.Select(place => place.Scenario))), Is.EqualTo(new[] { "a b", "c" }));
        Assert.That(inputs.Inputs.Select(input => (inputs.ActsOn(input, "b"), inputs.ActsOn(input, "c"))), Is.EqualTo(new[] { (true, false), (false, true) }));
    }

    [Test]
    public void Two_ranges_of_one_amount_are_told_with_both_places()
    {
        using var system = With(("a", "scale: stages.stay.time, by: { value: 0.9, range: 0.8 to 1 }"), ("b", "scale: stages.stay.time, by: { value: 0.9, range: 0.7 to 1 }"));
        Assert.That(ScenarioInputs.Of(system.Read()!, ["a", "b"], system.Problems), Is.Null);
        Assert.That(system.Printed, Does.Contain("scenarios/a.yaml:3").And.Contain("scenarios/b.yaml:3").And.Contain("0.7 to 1"));
    }

    [Test]
    public void A_drawn_amount_reaches_the_scenario_and_all_that_include_it()
    {
        using var system = With(("a", "set: stages.stay.time.mean, to: { value: 3 d, range: 2 d to 4 d }, from: 2017-04-01"));
        system.Write("scenarios/both.yaml", "scenario: both\ninclude: [a]\n"u8.ToArray());
        var files = system.Read()!;
        var input = ScenarioInputs.Of(files, ["both"], system.Problems)!.Inputs.Single();
        var drawn = ScenarioInputs.At(files, [(input, input.At(0.9))]);
        Assert.That((TimeOf(drawn, "both", system), TimeOf(files, "both", system)), Is.EqualTo(("lognormal mean 3.8 d sd 1 d", "lognormal mean 3 d sd 1 d")));
    }

    [Test]
    public void A_range_that_cannot_be_drawn_from_is_told_and_the_scenario_stays_as_it_is()
    {
        using var system = With(("a", "scale: stages.stay.time, by: { value: 0.9, range: normal mean 0.9 sd 0.1 }"));
        Assert.That(ScenarioInputs.Of(system.Read()!, ["a"], system.Problems)!.Inputs, Is.Empty);
        Assert.That(system.Printed, Does.Contain("Nothing is drawn from it").And.Contain("scenarios/a.yaml:3"));
    }

    private static string TimeOf(SystemFiles files, string scenario, TemporarySystem system)
    {
        var changed = ScenarioApplier.Apply(files, scenario, system.Problems)!.Files;
        return ((MapNode)((MapNode)changed.Root["stages"]!)["stay"]!)["time"]!.ToString()!;
    }

    private static TemporarySystem With(params (string Id, string Change)[] scenarios) => TemporarySystem.With(
        [("system.yaml", System), .. scenarios.Select(one => ($"scenarios/{one.Id}.yaml", $"scenario: {one.Id}\nchanges:\n  - {{ {one.Change} }}\n"))]);
}
