using FlowSim.Scenarios.Experiments;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Experiments;

/// <summary>Who gives up and comes again is told from who gives up and is gone.</summary>
public sealed class ComebacksTests
{
    [TestCase("orbit", true, TestName = "After a while they call again")]
    [TestCase("leave", false, TestName = "They are gone")]
    [TestCase("elsewhere", false, TestName = "They go to another stage and from there home")]
    [TestCase("elsewhere-served", false, TestName = "They are served elsewhere before they come again")]
    [TestCase("sometimes", true, TestName = "A share of them calls again")]
    public void A_way_back_is_found(string to, bool comesBack)
    {
        var model = ModelText.Compile($$"""
            system: calls
            run: { starts: Mon 00:00, lasts: 10 d, begin: empty }
            pools: { line: { kind: staff, capacity: 1 }, nurse: { kind: staff, capacity: 1 } }
            stages:
              call: { staff: line, gives_up: { queue: 0, to: {{to}} }, time: 4 min, then: leave }
              orbit: { time: 10 min, then: call }
              elsewhere-served: { staff: nurse, time: 10 min, then: orbit }
              elsewhere: { time: 10 min, then: leave }
              sometimes: { time: 10 min, then: { orbit: 10 %, leave: rest } }
            streams: { s: { to: call, rate: 9 per h }, t: { to: orbit, rate: 1 per d }, u: { to: elsewhere, rate: 1 per d }, v: { to: sometimes, rate: 1 per d }, w: { to: elsewhere-served, rate: 1 per d } }
            """);
        Assert.That(Comebacks.LeadFrom(model, model.Stages[0]), Is.EqualTo(comesBack));
    }
}
