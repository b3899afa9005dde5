using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>docs/law.md, sentence 9, for who waits in two stages within one second: only the second wait counts.</summary>
public sealed class BegunWaitTests
{
    /// <summary>At 1 h Anna joins the list of the desk, and Yan lets it go in the same second: she is through, and waits for the bed.</summary>
    private static Scene Two(string desk, string ward, string streams = "") => Play($$"""
        pools: { desk: { kind: spaces, capacity: 1 }, bed: { kind: beds, capacity: 1 } }
        stages:
          walk:  { place: none, time: 1 h, then: enter }
          talk:  { place: desk, time: 1 h, then: leave }
          lie:   { place: bed, time: 9 h, then: leave }
          enter: { place: desk, {{desk}} time: 0 min, then: ward }
          ward:  { place: bed, {{ward}} time: 1 h, then: leave }
        exits: [lost, gone]
        streams:
          {{Patient("anna", "walk")}}
          {{Patient("yan", "talk")}}
          {{Patient("zoe", "lie")}}
          {{streams}}
        """);

    [TestCase("5 h", "1 h", 2)]
    [TestCase("1 h", "5 h", 6)]
    public void Patience_is_that_of_the_stage_where_the_wait_goes_on(string atDesk, string atWard, int hour)
    {
        var scene = Two($"gives_up: [ {{ after: {atDesk}, to: lost }} ],", $"gives_up: [ {{ after: {atWard}, to: gone }} ],");
        Assert.That(scene.Taken("anna", "enter"), Is.EqualTo(1 * Hour));
        Assert.That(scene.GaveUp("anna", "ward"), Is.EqualTo(hour * Hour));
        Assert.That(scene.ExitOf("anna"), Is.EqualTo("gone"));
    }

    [Test]
    public void A_queue_limit_of_a_stage_left_in_the_same_second_drives_nobody_out()
    {
        // Two wait for the bed: too many for the desk's limit, which does not hold in the ward.
        var scene = Two("gives_up: [ { queue: 1, to: lost } ],", "", Patient("ben", "ward", "10 min") + "\n  " + Patient("cora", "ward", "11 min"));
        Assert.That(scene.Taken("anna", "enter"), Is.EqualTo(1 * Hour));
        Assert.That(scene.Taken("anna", "ward"), Is.EqualTo(11 * Hour));
    }
}
