using FlowSim.Simulator.Model;
using FlowSim.Simulator.Streams;
using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Kernel;

/// <summary>The arrivals of a stream are the same from wherever it is entered, and as many as its rate says.</summary>
public sealed class ArrivalSourceTests
{
    private const int End = 60 * Scene.Day;

    private static readonly StreamModel[] Streams = Scene.Compile("""
        tables: { calls: { keys: [hour], rows: { "0-7": 1, "8-19": 5, "20-23": 0 } } }
        stages: { call: { time: exponential mean 1 h, then: leave } }
        streams:
          steady:   { to: call, rate: 30 per d }
          by-hours: { to: call, rate: { table: calls, by: [hour], per: h } }
          rare:     { to: call, rate: 1 per d }
        """).Streams;

    [Test]
    public void From_any_second_on_the_same_patients_come([Values(0, 1, 2)] int stream)
    {
        var all = From(stream, 0);
        Assert.That(all.Select(each => each.Time), Is.Ordered);
        Assert.That(all.Select(each => each.Number), Is.Unique);
        foreach (var time in new[] { 1, 9 * Scene.Hour, (17 * Scene.Day) + 12_345, 41 * Scene.Day })
        {
            Assert.That(From(stream, time), Is.EqualTo(all.Where(each => each.Time >= time)), $"from second {time}");
        }
    }

    [TestCase(0, 30 * 60)]
    [TestCase(1, (8 + 60) * 60)]
    [TestCase(2, 60)]
    public void As_many_come_as_the_rate_says(int stream, int expected) =>
        Assert.That(From(stream, 0).Count, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected)), "a Poisson number: four standard errors");

    [Test]
    public void In_hours_without_a_rate_nobody_comes() =>
        Assert.That(From(1, 0).Select(each => each.Time % Scene.Day / Scene.Hour), Is.All.LessThan(20));

    private static List<(int Time, long Number)> From(int stream, int time)
    {
        var source = new ArrivalSource(Streams[stream], 20261130, 1, new CandidateField());
        source.StartAt(Streams[stream], 0, time, isStart: true);
        var all = new List<(int, long)>();
        for (; source.Next < End; source.Advance())
        {
            if (source.IsArrival)
            {
                all.Add((source.Next, source.Number));
            }
        }

        return all;
    }
}
