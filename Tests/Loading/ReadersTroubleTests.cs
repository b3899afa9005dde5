using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading;

/// <summary>What <c>check</c> says of systems in which readers met a wrong message, or none.</summary>
public sealed class ReadersTroubleTests
{
    [Test]
    public void A_stage_or_a_pool_may_be_called_like_a_key_whose_text_is_for_the_reader()
    {
        Assert.That(Told("""
            attributes: { kind: [a, b] }
            dimensions: { site: [n, s] }
            pools: { unit: { each: site, kind: beds, capacity: { table: beds } } }
            tables: { beds: { keys: [site], rows: { n: 3, s: 2 } } }
            stages:
              note: { each: site, place: unit@site, time: 1 h, then: { by: kind, a: other, b: leave } }
              other: { place: none, time: 1 min, then: leave }
            streams: { s: { each: site, to: note, rate: 2 per d, attributes: { kind: { a: 50 %, b: rest } } } }
            """), Is.Empty);
    }

    [Test]
    public void A_word_in_a_text_for_the_reader_is_no_use_of_a_name()
    {
        Assert.That(Told("""
            attributes: { kind: [a, b] }
            stages: { see: { title: kind, time: 1 min, then: leave } }
            streams: { s: { to: see, rate: 2 per h } }
            """).Single(), Does.Contain("attributes.kind"));
    }

    [TestCase("hour = 13", "hour >= 13 and hour < 14")]
    [TestCase("13 = hour", "hour >= 13 and hour < 14")]
    [TestCase("hour != 13", "hour >= 13 and hour < 14")]
    public void An_hour_that_is_compared_by_its_second_is_told(string condition, string better)
    {
        Assert.That(Told(Lunch(condition)).Single(), Does.Contain(better));
    }

    [TestCase("hour >= 13")]
    [TestCase("hour < 13.5")]
    [TestCase("weekday = Sun")]
    public void Other_conditions_on_the_time_are_not(string condition) => Assert.That(Told(Lunch(condition)), Is.Empty);

    [Test]
    public void Of_a_table_in_place_with_a_fault_it_is_not_said_that_it_is_not_there()
    {
        var told = Told("""
            attributes: { band: [young, old] }
            tables: { stay: { keys: [band, weekday], rows: { "young,Mon-Fri": 3 d, "old *": 8 d } } }
            stages: { ward: { time: { table: stay }, then: leave } }
            streams: { s: { to: ward, rate: 10 per d, attributes: { band: { young: 50 %, old: rest } } } }
            """);
        Assert.That(told.Single(), Does.Contain("2 key values separated by spaces"));
    }

    [Test]
    public void A_closure_by_schedule_takes_no_count()
    {
        var told = Told("""
            pools: { doctor: { kind: staff, capacity: 10 } }
            stages: { see: { staff: doctor, time: 1 min, then: leave } }
            streams:
              some: { to: see, rate: 1 per d }
              late: { closes: { pool: doctor, amount: 1, time: 12 h }, schedule: { every: 1 d, count: 4 } }
            """);
        Assert.That(told.Single(), Does.Contain("streams.late.schedule.count").And.Contain("A closure takes its units from amount."));
    }

    private static string Lunch(string condition) => $$"""
        exits: [lunch]
        stages: { a: { time: 1 min, then: [ { if: {{condition}}, to: lunch }, { to: leave } ] } }
        streams: { s: { to: a, rate: 10 per h } }
        """;

    private static IReadOnlyList<string> Told(string text)
    {
        using var system = TemporarySystem.With((SystemFolder.MainFile, $"system: small\nrun: {{ starts: Mon 00:00, lasts: 10 d, begin: empty }}\n{text}"));
        if (system.Read() is { } files)
        {
            SystemCompiler.Compile(files, RunOverrides.None, system.Problems);
        }

        return [.. system.Problems.Sorted.Select(ProblemText.Render)];
    }
}
