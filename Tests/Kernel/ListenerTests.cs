using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Kernel.Semantics;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel;

/// <summary>What a listener is told of a patient, step by step: the stage, the pool that it is about, what is held and where it leads.</summary>
public sealed class ListenerTests
{
    private const string Text = """
        pools:
          bed:   { kind: beds, capacity: 1 }
          spare: { kind: beds, capacity: 1 }
          nurse: { kind: staff, capacity: 3 }
        stages:
          ward: { place: bed, staff: 2 of nurse for 30 min, time: 2 h, then: rest }
          rest: { place: keep, time: 1 h, then: talk }
          talk: { place: none, staff: nurse, time: 1 h, then: home }
          home: { place: none, time: 1 h, then: well }
          stay: { place: [ bed, spare after 10 min ], time: 1 h, then: well }
          call: { place: none, staff: nurse for 0 min, time: 1 h, then: well }
          fast: { place: bed, gives_up: [ { after: 30 min, to: lost } ], time: 1 h, then: well }
        exits: [lost, well]
        """;

    [Test]
    public void A_patient_is_followed_from_the_door_to_the_exit() => Assert.That(Told("anna", Patient("anna", "ward", "10 min")), Is.EqualTo(new[]
    {
        "10 Arrived - of none, holds nothing",
        "10 Entered ward of bed, holds nothing",
        "10 Taken ward of bed, holds 1 bed",
        "10 Started ward of bed, served, holds 2 nurse 1 bed",
        "40 StaffFreed ward of bed, served, holds 1 bed",
        "130 Ended ward of bed, served, holds 1 bed, to rest",
        "130 Entered rest of bed, holds 1 bed",
        "130 Taken rest of bed, holds 1 bed",
        "130 Started rest of bed, served, holds 1 bed",
        "190 Ended rest of bed, served, holds 1 bed, to talk",
        "190 Entered talk of nurse, holds 1 bed",
        "190 Taken talk of nurse, holds nothing",
        "190 Started talk of nurse, served, holds 1 nurse",
        "250 Ended talk of nurse, served, holds nothing, to home",
        "250 Entered home of none, holds nothing",
        "250 Taken home of none, holds nothing",
        "250 Started home of none, served, holds nothing",
        "310 Ended home of none, served, holds nothing, to well",
        "310 Left home of none, holds nothing, to well",
    }));

    [Test]
    public void Who_waits_is_told_of_with_what_is_asked_for() =>
        Assert.That(Told("ben", Patient("anna", "ward") + "\n  " + Patient("ben", "fast", "10 min")), Is.EqualTo(new[]
        {
            "10 Arrived - of none, holds nothing",
            "10 Entered fast of bed, holds nothing",
            "40 GaveUp fast of bed, holds nothing, to lost",
            "40 Left fast of none, holds nothing, to lost",
        }));

    [Test]
    public void Who_has_an_alternative_is_told_of_with_it() =>
        Assert.That(Told("cora", Patient("anna", "ward") + "\n  " + Patient("cora", "stay", "10 min")), Is.EqualTo(new[]
        {
            "10 Arrived - of none, holds nothing",
            "10 Entered stay of bed, holds nothing",
            "20 Taken stay of spare, holds 1 spare",
            "20 Started stay of spare, served, holds 1 spare",
            "80 Ended stay of spare, served, holds 1 spare, to well",
            "80 Left stay of none, holds nothing, to well",
        }));

    [Test]
    public void Staff_who_come_free_at_once_are_told_of_after_the_start() =>
        Assert.That(Told("dan", Patient("dan", "call", "10 min")), Is.EqualTo(new[]
        {
            "10 Arrived - of none, holds nothing",
            "10 Entered call of nurse, holds nothing",
            "10 Taken call of nurse, holds nothing",
            "10 Started call of nurse, served, holds 1 nurse",
            "10 StaffFreed call of nurse, served, holds nothing",
            "70 Ended call of nurse, served, holds nothing, to well",
            "70 Left call of none, holds nothing, to well",
        }));

    [Test]
    public void Who_is_there_is_told_of_when_it_is_asked_for()
    {
        // At 20 min, when something happened last, Anna is in the ward, Ben waits for her bed, and Cora is at home; Dora has not come yet.
        var model = Compile(Text + "\nstreams:\n  " + Nobody("stay", "fast", "call") + $"""

              {Patient("anna", "ward")}
              {Patient("ben", "ward", "10 min")}
              {Patient("cora", "home", "20 min")}
              {Patient("dora", "fast", "9 d")}

            """);
        var run = Replication.Start(new SystemTimeline([model], [0]), 1, 1);
        run.RunTo(25 * Minute);
        var told = new List<string>();
        run.Listener = (in PatientStep step) =>
        {
            var since = $"since {step.Since / Minute}, visit {step.Visit}, placed {step.IsPlaced}";
            told.Add($"{model.Streams[step.Stream].Name} {since}: {Words(model, step)}");
        };
        run.TellPresent();
        Assert.That(told, Is.EquivalentTo(new[]
        {
            "anna since 0, visit 1, placed True: 20 Present ward of bed, served, holds 2 nurse 1 bed",
            "ben since 10, visit 1, placed False: 20 Present ward of bed, holds nothing",
            "cora since 20, visit 1, placed True: 20 Present home of none, served, holds nothing",
        }));
    }

    [Test]
    public void All_that_is_held_is_told_however_much_it_is()
    {
        var pools = Enumerable.Range(0, 10).Select(index => $"p{index}").ToArray();
        var model = Compile($$"""
            pools: { {{string.Join(", ", pools.Select(pool => $"{pool}: {{ kind: spaces, capacity: 2 }}"))}} }
            stages: { all: { place: {{string.Join(" + ", pools)}}, time: 1 h, then: leave } }
            streams: { {{Patient("anna", "all")}} }
            """);
        var run = Replication.Start(new SystemTimeline([model], [0]), 1, 1);
        var told = new List<string>();
        run.Listener = (in PatientStep step) => told.Add(Words(model, step));
        run.RunTo(Day);
        Assert.That(told.Single(words => words.Contains("Ended", StringComparison.Ordinal)),
            Is.EqualTo($"60 Ended all of p0, served, holds {string.Join(' ', pools.Reverse().Select(pool => $"1 {pool}"))}, to leave"));
    }

    [Test]
    public void The_pool_asked_for_is_that_to_which_the_attribute_leads()
    {
        var model = Compile($$"""
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 1 } }
            stages: { ward: { place: bed@site, time: 1 h, then: leave } }
            streams:
              {{Patient("zoe", "ward", "0 h", "site: south")}}
              {{Patient("anna", "ward", "10 min", "site: south")}}
              {{Patient("ben", "ward", "10 min", "site: north")}}
            """);
        var run = Replication.Start(new SystemTimeline([model], [0]), 1, 1);
        var told = new List<string>();
        run.Listener = (in PatientStep step) => told.Add($"{model.Streams[step.Stream].Name} {step.Values[0]}: {Words(model, step)}");
        run.RunTo(Hour);
        Assert.That(told, Has.Some.EqualTo("anna 1: 10 Entered ward of bed@south, holds nothing"));
        Assert.That(told, Has.Some.EqualTo("ben 0: 10 Taken ward of bed@north, holds 1 bed@north"));
    }

    private static List<string> Told(string who, string streams)
    {
        var model = Compile(Text + "\nstreams:\n  " + Nobody("fast", "ward", "stay", "call") + "\n  " + streams + "\n");
        var run = Replication.Start(new SystemTimeline([model], [0]), 1, 1);
        var told = new List<string>();
        run.Listener = Note;
        run.RunTo(Day);
        return told;

        void Note(in PatientStep step)
        {
            if (model.Streams[step.Stream].Name == who)
            {
                told.Add(Words(model, step));
            }
        }
    }

    private static string Words(SystemModel model, in PatientStep step)
    {
        var stage = step.Stage < 0 ? "-" : model.Stages[step.Stage].Name;
        var pool = step.Pool < 0 ? "none" : model.Pools[step.Pool].Name;
        var held = "";
        foreach (var units in step.Held)
        {
            held += $" {units.Amount} {model.Pools[units.Pool].Name}";
        }

        var to = step.To < 0 ? "" : $", to {(step.Step == TraceStep.Left ? model.Exits[step.To] : model.Targets[step.To].Name)}";
        var served = step.IsServed && step.Step != TraceStep.Left ? ", served" : "";
        return $"{step.Time / Minute} {step.Step} {stage} of {pool}{served}, holds{(held.Length == 0 ? " nothing" : held)}{to}";
    }
}
