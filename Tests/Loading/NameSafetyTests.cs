using FlowSim.Cli.Running;
using FlowSim.Scenarios.Validation;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Loading;

/// <summary>Names that a spreadsheet would run or a terminal obey are refused wherever they are given.</summary>
public sealed class NameSafetyTests
{
    private const string Sound = """
        system: s
        run: { starts: 2016-01-04, lasts: 5 d, begin: empty, replications: 2 }
        dimensions: { site: [north, south] }
        attributes: { age: [young, old] }
        exits: [home, elsewhere]
        pools: { bed: { each: site, kind: beds, group: wards, owner: ours, capacity: 3 } }
        streams: { a: { each: site, to: w, rate: 5 per d, attributes: { age: { young: 50 %, old: rest } } } }
        stages: { w: { each: site, place: bed@site, clock: spell, time: exponential mean 8 h, then: { home: 50 %, elsewhere: rest } } }
        measures: { los: { clock: spell, mean: true, by: site, group: age } }
        timelines: { used: { pools: bed } }
        scenarios: { more: [ { scale: streams.a.rate, by: 2 } ] }

        """;

    [Test]
    public void Sound_names_pass()
    {
        using var system = new FlowFile(Sound);
        Assert.That(TypedCommand.Run("check", system.Path).Exit, Is.Zero);
    }

    [TestCase("south", "=1+1", 3)]
    [TestCase("south", "@SUM(1+1)", 3)]
    [TestCase("south", "-2+3", 3)]
    [TestCase("south", " =1+1", 3)]
    [TestCase("south", "\\uFF1D1+1", 3)]
    [TestCase("south", "\\tsouth", 3)]
    [TestCase("south", "so\\ruth", 3)]
    [TestCase("south", "so\\e[2Juth", 3)]
    [TestCase("south", "so\\x9Buth", 3)]
    [TestCase("south", "so\\u202Euth", 3)]
    [TestCase("south", "so\\u2028uth", 3)]
    [TestCase("old", "=1", 4)]
    [TestCase("elsewhere", "+cmd|x", 5)]
    [TestCase("spell", "=spell", 8)]
    [TestCase("bed", "-bed", 6)]
    [TestCase("ours", "+ours", 6)]
    [TestCase("wards", "+wards", 6)]
    [TestCase("los", "=los", 9)]
    [TestCase("used", "@used", 10)]
    [TestCase("more", "+more", 11)]
    public void A_name_that_would_be_run_or_obeyed_is_refused_at_its_line(string sound, string dangerous, int line)
    {
        using var system = new FlowFile(
            System.Text.RegularExpressions.Regex.Replace(Sound, $@"\b{sound}\b(?!@)",
                $"\"{dangerous.Replace("\\", "\\\\", StringComparison.Ordinal)}\"".Replace("\\\\", "\\", StringComparison.Ordinal)));
        var typed = TypedCommand.Run("check", system.Path);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput), typed.Out);
        Assert.That(typed.Out, Does.Contain($"flow.yaml:{line}"));
        Assert.That(typed.Out.Where(sign => char.IsControl(sign) && sign != '\n'), Is.Empty);
    }

    [Test]
    public void A_value_that_only_a_share_gives_is_refused_too()
    {
        using var system = new FlowFile(Sound.Replace("attributes: { age: [young, old] }\n", "", StringComparison.Ordinal)
            .Replace("old: rest", "\"=1+1\": rest", StringComparison.Ordinal));
        var typed = TypedCommand.Run("check", system.Path);
        Assert.That((typed.Exit, typed.Out.Contains("flow.yaml:6", StringComparison.Ordinal)), Is.EqualTo((ExitCode.InvalidInput, true)), typed.Out);
    }

    [TestCase("0-4")]
    [TestCase("65+")]
    [TestCase("<1 h")]
    [TestCase("Addenbrooke's, A&E")]
    [TestCase("Ysbyty Ystrad Fawr – ü")]
    [TestCase("*")]
    [TestCase("(none)")]
    public void Names_as_people_write_them_are_safe(string name) => Assert.That(NameSafety.IsSafe(name));
}
