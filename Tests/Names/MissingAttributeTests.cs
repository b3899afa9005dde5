using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Tests.Names;

/// <summary>Attributes that the patients of one stream have and those of another lack: found before the run meets the first of them.</summary>
[TestFixture]
internal sealed class MissingAttributeTests
{
    private static readonly string TwoStreams = Checked.With("streams:", "streams:\n  calls: { to: desk, rate: 1 per w }");

    [Test]
    public void A_stage_that_needs_what_one_stream_does_not_set_is_refused() =>
        Checked.IsRefused(TwoStreams, "stages.desk: expected the attribute urgency set before it is needed", "a patient of the stream calls without it");

    [Test]
    public void A_stage_before_that_sets_it_is_enough() =>
        Checked.IsSound(TwoStreams.Replace("to: desk, rate: 1 per w", "to: ring, rate: 1 per w", StringComparison.Ordinal)
            .Replace("stages:", "stages:\n  ring: { sets: { urgency: \"2\" }, time: 1 min, then: desk }", StringComparison.Ordinal));

    [Test]
    public void Patients_whom_the_routing_keeps_away_do_not_count() =>
        Checked.IsSound(ByKind("{ by: kind, a: sort, b: join }", "{ by: kind, a: detail, b: leave }"));

    [Test]
    public void A_condition_on_an_attribute_that_is_known_keeps_them_away_too() =>
        Checked.IsSound(ByKind("[ { if: \"kind = a\", to: sort }, { to: join } ]", "[ { if: \"kind != b\", to: detail }, { to: leave } ]"));

    [Test]
    public void Patients_whom_only_the_state_of_the_system_sends_there_are_warned_about() =>
        Checked.IsWarned(ByKind("{ by: kind, a: sort, b: join }", "[ { if: \"waiting(nurse) > 100\", to: detail }, { by: kind, a: detail, b: leave } ]"),
            "stages.detail", "a patient of the stream walk-ins without it");

    [Test]
    public void Patients_of_the_other_kind_who_are_sent_there_are_found() =>
        Checked.IsRefused(ByKind("{ by: kind, a: sort, b: join }", "detail"), "stages.detail", "the attribute urgency set");

    [Test]
    public void A_share_of_nothing_sends_nobody() =>
        Checked.IsSound(ByKind("{ by: kind, a: sort, b: join }", "[ { if: \"kind = a\", to: detail }, { to: { detail: 0 %, leave: rest } } ]"));

    [Test]
    public void Who_gives_up_goes_on_without_it() =>
        Checked.IsRefused(ByKind("{ by: kind, a: sort, b: join }", "{ by: kind, a: detail, b: leave }")
            .Replace("to: left", "to: detail", StringComparison.Ordinal), "stages.detail", "without it");

    [Test]
    public void An_empty_cell_of_an_observed_list_is_found() =>
        Checked.IsRefused(
            Checked.With("rate: 50 per d, attributes: { urgency: { \"1\": 20 %, \"2\": rest } }", "observed: { file: tables/list.csv }"),
            "stages.desk", "whose cell in the list is empty", ("tables/list.csv", "time,urgency\n1 d,1\n2 d,\n"));

    [TestCase("after: 2 h", "after: patience", 0)]
    [TestCase("after: 2 h", "after: patience of visit", 0)]
    [TestCase("exponential mean 20 min", "patience", 0)]
    [TestCase("staff: nurse", "staff: { pool: nurse, for: patience }", 0)]
    [TestCase("exponential mean 20 min", "{ table: stay }", 1)]
    public void A_length_of_time_that_one_stream_does_not_set_would_be_0(string found, string replacement, int tables)
    {
        (string File, string Text)[] files = tables == 0 ? [] : [("tables/stay.csv", "urgency,time\n1,patience\n2,5 min\n")];
        var both = Checked.With(found, replacement)
            .Replace("attributes: { urgency: [\"1\", \"2\"] }", "attributes: { urgency: [\"1\", \"2\"], patience: duration }", StringComparison.Ordinal)
            .Replace("\"2\": rest } } }",
                "\"2\": rest }, patience: uniform 1 h 3 h } }\n  calls: { to: desk, rate: 1 per w, attributes: { urgency: \"2\", patience: 30 min } }",
                StringComparison.Ordinal);
        Checked.IsSound(both, files);
        Checked.IsRefused(both.Replace(", patience: 30 min", "", StringComparison.Ordinal),
            "stages.desk: expected the attribute patience set before it is needed", "it would be 0 s here", files);
    }

    [Test]
    public void A_length_of_time_that_a_stage_before_sets_is_sound() =>
        Checked.IsSound(Checked.With("attributes: { urgency: [\"1\", \"2\"] }", "attributes: { urgency: [\"1\", \"2\"], patience: duration }")
            .Replace("after: 2 h", "after: patience", StringComparison.Ordinal)
            .Replace("to: desk, rate", "to: door, rate", StringComparison.Ordinal)
                .Replace("stages:", "stages:\n  door: { place: none, sets: { patience: uniform 1 h 3 h }, time: 1 min, then: desk }",
                    StringComparison.Ordinal));

    [Test]
    public void A_number_that_nothing_sets_is_warned_about_and_one_that_is_counted_is_sound()
    {
        var seen = Checked.With("attributes: { urgency: [\"1\", \"2\"] }", "attributes: { urgency: [\"1\", \"2\"], seen: number }")
            .Replace("then: leave", "then: [ { if: \"seen > 1\", to: left }, { to: leave } ]", StringComparison.Ordinal);
        Checked.IsWarned(seen, "stages.desk", "the attribute seen set before a condition looks at it");
        Checked.IsSound(seen.Replace("place: none", "place: none\n    sets: { seen: +1 }", StringComparison.Ordinal));
    }

    [Test]
    public void What_check_finds_stops_the_run() => Assert.That(
        () => Run(TwoStreams.Replace("calls: { to: desk, rate: 1 per w }", "calls: { to: door, rate: 9 per d }", StringComparison.Ordinal)
            .Replace("stages:", "stages:\n  door: { time: 1 min, then: [ { if: \"waiting(nurse) > 0\", to: desk }, { to: leave } ] }",
                StringComparison.Ordinal)),
        Throws.InstanceOf<SimulationException>().With.Message.Contains("urgency"));

    /// <summary>Patients of two kinds, of whom only one is sorted; both join, and one goes on to a stage that needs the urgency.</summary>
    private static string ByKind(string atDoor, string atJoin) =>
        Checked.With("attributes: { urgency: [", "attributes: { kind: [a, b], urgency: [")
            .Replace("attributes: { urgency: { \"1\": 20 %, \"2\": rest } }", "attributes: { kind: { a: 50 %, b: rest } }", StringComparison.Ordinal)
            .Replace("    priority: urgency\n", "", StringComparison.Ordinal)
            .Replace("then: leave",
                $"then: {atDoor}\n  sort: {{ place: none, sets: {{ urgency: {{ \"1\": 20 %, \"2\": rest }} }}, then: join }}\n  join: {{ place: none, time: 1 min, then: {atJoin} }}\n  detail: {{ place: none, time: 1 min, then: {{ by: urgency, \"1\": leave, \"2\": left }} }}", StringComparison.Ordinal);

    private static void Run(string yaml)
    {
        using var system = Loading.TemporarySystem.With(("system.yaml", yaml));
        var model = SystemCompiler.Compile(system.Read()!, RunOverrides.None, system.Problems)!.Model;
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        Replication.Start(new SystemTimeline([model], [model.Run.Start]), 1, 1).Measure(model.Run.MeasureFrom, model.Run.End);
    }
}
