using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>A stream with a rate whose events bring several patients at once.</summary>
public sealed class BatchTests
{
    [Test]
    public void Events_of_one_are_those_of_a_stream_without_a_count()
    {
        var alone = Coaches("");
        var ones = Coaches("count: 1, ");
        Assert.That(Arrivals(ones), Is.EqualTo(Arrivals(alone)));
        Assert.That(Arrivals(alone), Has.Count.GreaterThan(50));
    }

    [Test]
    public void Every_event_brings_its_number_at_one_moment()
    {
        var times = Arrivals(Coaches("")).ConvertAll(arrival => arrival.Time);
        var threes = Arrivals(Coaches("count: 3, ")).ConvertAll(arrival => arrival.Time);
        Assert.That(threes, Is.EqualTo(times.SelectMany(time => Enumerable.Repeat(time, 3))));
    }

    [Test]
    public void Each_patient_of_an_event_has_a_number_and_attributes_of_its_own()
    {
        var patients = Arrivals(Coaches("count: 40, "));
        Assert.That(patients.Select(patient => patient.Number).Distinct().Count(), Is.EqualTo(patients.Count));
        var old = patients.Count(patient => patient.Old) / (double)patients.Count;
        Assert.That(old, Is.EqualTo(0.5).Within(0.05), "half are old, of whichever coach");
        Assert.That(patients.GroupBy(patient => patient.Time)
            .All(coach => coach.Select(patient => patient.Old).Distinct().Count() == 2), Is.True, "every coach has young and old");
    }

    [Test]
    public void More_coaches_change_nobody_in_those_that_came_before()
    {
        var few = Arrivals(Coaches("count: binomial 10 50 %, "));
        var more = Arrivals(Coaches("count: binomial 10 50 %, ", "4 per d"));
        Assert.That(more, Has.Count.GreaterThan(few.Count));
        Assert.That(few, Is.SubsetOf(more));
    }

    [Test]
    public void A_larger_coach_adds_patients_and_changes_none()
    {
        var three = Arrivals(Coaches("count: 3, "));
        Assert.That(three, Is.SubsetOf(Arrivals(Coaches("count: 5, "))));
    }

    [Test]
    public void An_empty_coach_brings_nobody() => Assert.That(Arrivals(Coaches("count: 0, ")), Is.Empty);

    [Test]
    public void A_table_gives_the_number_by_the_moment()
    {
        var patients = Arrivals(Coaches("count: { table: sizes }, ", tables: "tables: { sizes: { keys: [weekday], rows: { Sat-Sun: 7, \"*\": 2 } } }"));
        var sizes = patients.GroupBy(patient => patient.Time).Select(coach => (IsWeekend: coach.Key / Day % 7 >= 5, Size: coach.Count())).Distinct().Order();
        Assert.That(sizes, Is.EqualTo(new[] { (false, 2), (true, 7) }));
    }

    [Test]
    public void Many_patients_of_one_moment_of_a_schedule_are_different_patients()
    {
        var patients = Arrivals(Compile("""
            stages: { see: { time: 1 h, then: leave } }
            streams: { a: { to: see, schedule: { every: 1 s, until: 2 s, count: 5000 } }, nobody: { to: see, rate: 0 per d } }
            """));
        Assert.That(patients, Has.Count.EqualTo(10_000));
        Assert.That(patients.Select(patient => patient.Number).Distinct().Count(), Is.EqualTo(10_000));
    }

    [Test]
    public void So_it_does_for_a_schedule()
    {
        var patients = Arrivals(Compile("""
            attributes: { age: [young, old] }
            exits: [left]
            tables: { sizes: { keys: [weekday], rows: { Sat-Sun: 7, "*": 2 } } }
            stages: { see: { time: 1 h, then: { by: age, young: leave, old: left } } }
            streams: { a: { to: see, schedule: { at: daily 10:00, count: { table: sizes } }, attributes: { age: { young: 50 %, old: rest } } } }
            """));
        Assert.That(patients.GroupBy(patient => patient.Time / Day).Select(day => day.Count()).Take(7), Is.EqualTo(new[] { 2, 2, 2, 2, 2, 7, 7 }));
    }

    private static SystemModel Coaches(string count, string rate = "3 per d", string tables = "") => Compile($$"""
        attributes: { age: [young, old] }
        stages: { see: { time: 1 h, then: { by: age, young: leave, old: left } } }
        exits: [left]
        streams: { coach: { to: see, rate: {{rate}}, {{count}}attributes: { age: { young: 50 %, old: rest } } } }
        {{tables}}
        """);

    /// <summary>Time of arrival, number and age of everybody who has left.</summary>
    private static List<(int Time, long Number, bool Old)> Arrivals(SystemModel model)
    {
        var came = new Dictionary<long, int>();
        var found = new List<(int, long, bool)>();
        var run = Replication.Start(new SystemTimeline([model], [model.Run.Start]), 1, 1, Note, paranoid: true);
        run.Measure(model.Run.MeasureFrom, model.Run.End);
        return found;

        void Note(TraceEntry step)
        {
            if (step.Step == TraceStep.Entered)
            {
                came.Add(step.Number, step.Time);
            }
            else if (step.Step == TraceStep.Left)
            {
                found.Add((came[step.Number], step.Number, model.Exits[step.Exit] == "left"));
            }
        }
    }
}
