using FlowSim.Scenarios.Inputs;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Inputs;

public sealed class CalibratedSetTests
{
    private const string Head = "member,central,stages.stay.time.mean,\"scale:tables.share[age=young, kind=ill].admit\"\n";

    [Test]
    public void A_member_is_a_value_of_each_input()
    {
        var set = Read(Head + "4,true,2 d,1\n7,,3 d,1.2\n", out _);
        Assert.That(set!.Members.Select(member => (member.Number, member.IsCentral, string.Join(" ", member.Values))), Is.EqualTo(new[]
        {
            (4, true, Said("2 d", "1")),
            (7, false, Said("3 d", "1.2")),
        }));
    }

    [Test]
    public void Each_member_has_the_same_share_of_the_draws()
    {
        var set = Read(Head + "1,true,2 d,1\n2,,3 d,1.2\n3,,4 d,1.2\n", out _);
        Assert.That(new[] { 0, 0.33, 0.34, 0.66, 0.67, 0.99999 }.Select(u => set!.At(u).Number), Is.EqualTo(new[] { 1, 1, 2, 2, 3, 3 }));
    }

    [TestCase("2 d,1")]
    [TestCase("48 h,1.0")]
    public void The_central_member_is_the_description_in_whatever_unit(string values) =>
        Assert.That(Read(Head + $"1,true,{values}\n", out _), Is.Not.Null);

    [TestCase("1,true,2.1 d,1\n", "the description has lognormal mean 2 d sd 1 d")]
    [TestCase("1,true,2 d,1.01\n", "a factor of 1")]
    [TestCase("1,,2 d,1\n", "in one row")]
    [TestCase("1,true,2 d,1\n2,true,2 d,1\n", "in one row")]
    [TestCase("1,true,2 d,1\n1,,3 d,1\n", "each member once")]
    [TestCase("1,true,2 d,1\n2,,,1\n", "a value for stages.stay.time.mean")]
    [TestCase("none,true,2 d,1\n", "a number from 1")]
    [TestCase("1,yes,2 d,1\n", "true or false")]
    [TestCase("", "that is not ruled out")]
    public void What_is_wrong_is_told_with_file_and_line(string rows, string expected)
    {
        Assert.That(Read(Head + rows, out var printed), Is.Null);
        Assert.That(printed, Does.Contain(expected).And.Match("calibrated-set.csv:[1-3]"));
    }

    [TestCase("member,central,stages.stya.time\n1,true,2 d\n", "stya")]
    [TestCase("member,central,stages.\n1,true,2 d\n", "paths of inputs")]
    [TestCase("member,stages.stay.time.mean\n1,2 d\n", "the columns member and central")]
    [TestCase("member,central\n1,true\n", "one for each input")]
    public void Heads_that_are_no_inputs_are_told(string text, string expected)
    {
        Assert.That(Read(text, out var printed), Is.Null);
        Assert.That(printed, Does.Contain(expected));
    }

    private static string Said(string mean, string factor) =>
        $"{new InputValue("set", "stages.stay.time.mean", mean)} {new InputValue("scale", "tables.share[age=young, kind=ill].admit", factor)}";

    private static CalibratedSet? Read(string set, out string printed)
    {
        using var system = TemporarySystem.With(
            ("system.yaml", "system: s\nrun: { lasts: 9 d }\nattributes: { age: [young], kind: [ill] }\nstages: { stay: { time: lognormal mean 2 d sd 1 d, then: leave } }\n"),
            ("tables/share.csv", "age,kind,admit,go\nyoung,ill,10 %,rest\n"), ("calibrated-set.csv", set));
        var read = CalibratedSetReader.Of(system.Read()!, system.Problems);
        printed = system.Printed;
        return read;
    }
}
