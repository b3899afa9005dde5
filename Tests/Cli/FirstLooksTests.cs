using FlowSim.Cli.Running;
using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;

namespace FlowSim.Tests.Cli;

/// <summary>What is said of the first replications while the others run.</summary>
public sealed class FirstLooksTests
{
    [Test]
    public void Numbers_have_units_and_lines_end_between_words_behind_an_indent()
    {
        var looks = new FirstLooks(new LookWords(new SystemFacts
        {
            Id = "made-up",
            Title = "Made up",
            Measures =
            [
                new MeasureFacts("share", "%", "", "", "Patients seen in time"), new MeasureFacts("stay", "d", "", "", "Length of stay"),
                new MeasureFacts("visits", "per day", "", "", "Visits"),
            ],
        }, ["share", "stay", "visits"]));
        var first = looks.Lines(Look("baseline", 73.64, 5.16, 716), 40).ToList();
        var second = looks.Lines(Look("hub", 79.14, 5.01, 709), 40).ToList();
        Assert.That(first.Max(line => line.Length), Is.LessThanOrEqualTo(40));
        Assert.That(first, Has.Count.GreaterThan(2));
        Assert.That(first.Skip(1), Has.All.StartsWith("    "));
        Assert.That(string.Join(' ', first.Select(line => line.Trim())),
            Is.EqualTo("first look, one replication: baseline: Patients seen in time 73.6 %; Length of stay 5.16 days; Visits 716 a day"));
        Assert.That(string.Join(' ', second.Select(line => line.Trim())),
            Is.EqualTo("first look, one replication: hub: Patients seen in time +5.5 points; Length of stay -0.15 days; Visits -7 a day"));
        Assert.That(first.Concat(second), Has.None.EndsWith("5.16").And.None.EndsWith("716 a").And.None.EndsWith("-7"));
    }

    private static FirstLook Look(string scenario, params double[] values) => new(scenario,
        [.. values.Zip([("share", "%"), ("stay", "d"), ("visits", "per day")],
            (value, measure) => new ResultRow("all", measure.Item1, "system", "", measure.Item2, value))]);
}
