using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// Who would move back, or waits with a choice, when a run goes on under another description. The pools are bed, other (in order of name); Anna has
/// the bed until 5 h, so from 10 min on Ben is in the other one.
/// </summary>
public sealed class BranchMoveBackTests
{
    private const int Bed = 0, Other = 1;

    private static string Ward(string ward, string bed = "bed", string other = "other") => $$"""
        pools:
          {{bed}}: { kind: beds, capacity: 1 }
          {{other}}: { kind: beds, capacity: 1 }
        stages:
          stay: { place: {{bed}}, time: 5 h, then: leave }
          ward: { place: [ {{bed}}, {{other}} after 10 min ], {{ward}} time: 9 h, then: leave }
        streams:
          {{Patient("anna", "stay")}}
          {{Patient("ben", "ward")}}
        """;

    [TestCase("bed", "other", 0)]
    [TestCase("z-bed", "other", 1)] // then the other bed is the first of all pools
    public void Who_would_move_back_at_the_branch_still_would(string bed, string other, int index)
    {
        var text = Ward("moves_back: { priority: 8 },", bed, other);
        var run = Branched.At(2 * Hour, text, text);
        run.RunTo((5 * Hour) + 1);
        Assert.That((run.UnitsOf(index).Occupied, run.UnitsOf(1 - index).Occupied), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Where_the_scenario_moves_nobody_back_who_would_have_stays()
    {
        var run = Branched.At(2 * Hour, Ward("moves_back: { priority: 8 },"), Ward(""));
        run.RunTo((5 * Hour) + 1);
        Assert.That((run.UnitsOf(Bed).Occupied, run.UnitsOf(Other).Occupied), Is.EqualTo((0, 1)));
    }

    [Test]
    public void The_scenario_says_with_which_priority_patients_move_back()
    {
        // Cora asks for the bed at 4 h, with priority 5: first under 8, second under 2.
        string Text(int priority) => Ward($"moves_back: {{ priority: {priority} }},")
            .Replace("streams:", $"  next: {{ place: bed, priority: \"5\", time: 100 h, then: leave }}\nstreams:\n  {Patient("cora", "next", "4 h")}",
                StringComparison.Ordinal);
        var run = Branched.At(2 * Hour, Text(2), Text(8));
        run.RunTo((5 * Hour) + 1);
        Assert.That(run.UnitsOf(Other).Occupied, Is.EqualTo(1), "Cora has the bed");
        run = Branched.At(2 * Hour, Text(8), Text(2));
        run.RunTo((5 * Hour) + 1);
        Assert.That(run.UnitsOf(Other).Occupied, Is.Zero, "Ben has moved back");
    }

    [Test]
    public void A_request_to_move_goes_with_the_stage_in_which_it_was_put()
    {
        // Ben has gone on to rest, in the other bed; under the scenario there is no ward.
        string Text(string ward, string to) => $$"""
            pools: { bed: { kind: beds, capacity: 1 }, other: { kind: beds, capacity: 1 } }
            stages:
              stay: { place: bed, time: 5 h, then: leave }
              {{ward}}
              first: { place: other, time: 1 h, then: rest }
              rest: { place: keep, time: 20 h, then: leave }
            streams:
              {{Nobody("first")}}
              {{Patient("anna", "stay")}}
              {{Patient("ben", to)}}
            """;
        var run = Branched.At(2 * Hour, Text("ward: { place: [ bed, other after 10 min ], moves_back: { priority: 8 }, time: 30 min, then: rest }", "ward"),
            Text("", "first"));
        run.RunTo((5 * Hour) + 1);
        Assert.That((run.UnitsOf(Bed).Occupied, run.UnitsOf(Other).Occupied), Is.EqualTo((0, 1)));
    }

    [Test]
    public void An_alternative_that_is_not_due_yet_is_not_asked_for_at_the_branch()
    {
        var text = Ward("").Replace("after 10 min", "after 4 h", StringComparison.Ordinal);
        var run = Branched.At(2 * Hour, text, text);
        run.RunTo(4 * Hour);
        Assert.That(run.UnitsOf(Other).Occupied, Is.Zero);
        run.RunTo((4 * Hour) + 1);
        Assert.That(run.UnitsOf(Other).Occupied, Is.EqualTo(1));
    }

    [Test]
    public void An_alternative_that_is_new_is_asked_for_when_it_is_due()
    {
        var before = Ward("").Replace(" [ bed, other after 10 min ]", " bed", StringComparison.Ordinal);
        var run = Branched.At(2 * Hour, before + "\n  nobody: { to: also, rate: 0 per d }".Replace("also", "ward", StringComparison.Ordinal), Ward("")
            .Replace("10 min", "4 h", StringComparison.Ordinal));
        run.RunTo(4 * Hour);
        Assert.That(run.UnitsOf(Other).Occupied, Is.Zero);
        run.RunTo((4 * Hour) + 1);
        Assert.That(run.UnitsOf(Other).Occupied, Is.EqualTo(1), "counted from entry, not from the branch");
    }

    [Test]
    public void Patience_that_is_new_in_the_scenario_is_counted_from_entry()
    {
        string Text(string patience) =>
            Ward(patience).Replace(", other after 10 min", "", StringComparison.Ordinal).Replace("other: {", "# {", StringComparison.Ordinal);
        var run = Branched.At(2 * Hour, Text(""), Text("gives_up: [ { after: 3 h, to: leave } ],"));
        run.RunTo(3 * Hour);
        Assert.That(run.Passed.Left, Is.Zero);
        run.RunTo((3 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1), "Ben");
    }

    [Test]
    public void Of_two_alternatives_that_have_become_one_the_earlier_time_of_joining_stays()
    {
        // Ben waits for one unit since 0 and for two since 1 h; Cora since 30 min. Under the scenario there is only the one; it comes free at 5 h.
        string Text(string place) => $$"""
            pools: { bed: { kind: beds, capacity: 1 }, chair: { kind: spaces, capacity: 1 } }
            stages:
              stay: { place: bed, time: 5 h, then: leave }
              ward: { place: {{place}}, time: 1 h, then: leave }
              next: { place: bed + chair, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "stay")}}
              {{Patient("ben", "ward")}}
              {{Patient("cora", "next", "30 min")}}
            """;
        var run = Branched.At(2 * Hour, Text("[ bed, 2 of bed after 1 h ]"), Text("bed"));
        run.RunTo((6 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(2), "Anna at 5 h and Ben at 6 h");
    }

    [Test]
    public void Who_lacks_nothing_any_more_is_served_at_the_branch()
    {
        // The chair is taken until 9 h, the bed is free; under the scenario the bed is enough.
        string Text(string place) => $$"""
            pools: { bed: { kind: beds, capacity: 1 }, chair: { kind: spaces, capacity: 1 } }
            stages:
              sit: { place: chair, time: 9 h, then: leave }
              ward: { place: {{place}}, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "sit")}}
              {{Patient("ben", "ward")}}
              nobody: { to: sit, rate: 0 per d }
            """;
        var run = Branched.At(2 * Hour, Text("bed + chair"), Text("bed"));
        Assert.That(run.UnitsOf(0).Occupied, Is.EqualTo(1));
        run.RunTo((7 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(1), "for 5 h from the branch");
    }

    [Test]
    public void Who_would_move_back_asks_for_what_the_scenario_asks_for()
    {
        // Under the scenario there are two beds and the ward asks for both: one is free at the branch, and at 5 h two are.
        string Text(string first, int beds) =>
            Ward("moves_back: { priority: 8 },").Replace("[ bed,", $"[ {first},", StringComparison.Ordinal)
                .Replace("bed: { kind: beds, capacity: 1 }", $"bed: {{ kind: beds, capacity: {beds} }}", StringComparison.Ordinal);
        var run = Branched.At(2 * Hour, Text("bed", 1), Text("2 of bed", 2));
        run.RunTo(5 * Hour);
        Assert.That((run.UnitsOf(Bed).Occupied, run.UnitsOf(Other).Occupied), Is.EqualTo((1, 1)));
        run.RunTo((5 * Hour) + 1);
        Assert.That((run.UnitsOf(Bed).Occupied, run.UnitsOf(Other).Occupied), Is.EqualTo((2, 0)));
    }

    [Test]
    public void Who_waits_at_the_first_of_all_stages_keeps_the_time_of_joining()
    {
        var text = $$"""
            pools: { bed: { kind: beds, capacity: 1 } }
            stages:
              a-ward: { place: bed, time: 1 h, then: leave }
              b-ward: { place: bed, time: 9 h, then: leave }
            streams:
              {{Patient("anna", "b-ward")}}
              {{Patient("cora", "b-ward", "20 min")}}
              {{Patient("ben", "a-ward", "10 min")}}
            """;
        var run = Branched.At(2 * Hour, text, text);
        run.RunTo((10 * Hour) + 1);
        Assert.That(run.Passed.Left, Is.EqualTo(2), "Anna at 9 h and Ben at 10 h");
    }

    [Test]
    public void Only_the_wait_after_the_branch_is_measured_after_it()
    {
        // Ben waits until 5 h, of which three hours lie in the 22 after the branch.
        var text = Ward("").Replace("10 min", "100 h", StringComparison.Ordinal);
        var rows = Branched.At(2 * Hour, text, text).Measure(2 * Hour, 1 * Day).Rows;
        Assert.That(rows.Single(row => row is { Measure: "queue_length", Group: "ward" }).Value, Is.EqualTo(3.0 / 22).Within(1e-12));
        Assert.That(rows.Single(row => row is { Measure: "queue_length", Group: "bed" }).Value, Is.EqualTo(3.0 / 22).Within(1e-12));
    }
}
