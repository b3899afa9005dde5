namespace FlowSim.Tests.Analytic;

/// <summary>M/G/1 (gold/analytic.md section 4; Pollaczek–Khinchine) and priorities without pre-emption (section 7; Cobham).</summary>
[Category("Analytic")]
public sealed class SingleServerTests
{
    [TestCase("constant 60 min", 2.000000, 4000, 0.03)]
    [TestCase("uniform 30 min 90 min", 2.166667, 4000, 0.03)]
    [TestCase("exponential mean 60 min", 4.000000, 9000, 0.03)]
    [TestCase("lognormal mean 60 min sd 90 min", 6.500000, 14000, 0.04)]
    [TestCase("lognormal mean 60 min sd 120 min", 10.000000, 20000, 0.05)]
    public void The_spread_of_the_service_lengthens_the_wait_as_pollaczek_and_khinchine_say(string service, double wait, int days, double narrow)
    {
        var runs = Replications.Of(
            $$"""
            system: mg1
            run: { starts: Mon 00:00, lasts: {{days}} d, warm_up: 100 d, begin: empty }
            pools: { server: { kind: staff, capacity: 1 } }
            streams: { arrivals: { to: care, rate: 0.8 per h } }
            stages: { care: { staff: server, time: {{service}}, then: leave } }
            """,
            20);
        Theory.Agrees(runs.Values("wait_mean", "care"), 60 * wait, narrow, "Wq [min]");
    }

    [Test]
    public void Ranks_wait_as_cobham_says()
    {
        var runs = Replications.Of(
            """
            system: cobham
            run: { starts: Mon 00:00, lasts: 2500 d, warm_up: 20 d, begin: empty }
            pools: { server: { kind: staff, capacity: 5 } }
            streams:
              high: { to: care, rate: 1.5 per h, attributes: { rank: { "1": rest } } }
              low:  { to: care, rate: 2.5 per h, attributes: { rank: { "2": rest } } }
            stages: { care: { staff: server, priority: rank, time: exponential mean 1 h, then: leave } }
            measures:
              wait_by_rank: { wait: care, mean: true, unit: min, group: rank }
            """,
            20);
        Theory.Agrees(runs.Values("wait_by_rank", "1"), 60 * 0.15831787, 0.02, "Wq high [min]");
        Theory.Agrees(runs.Values("wait_by_rank", "2"), 60 * 0.79158936, 0.03, "Wq low [min]");
        Theory.Agrees(runs.Values("wait_mean", "care"), 60 * 0.55411255, 0.03, "Wq of all, as first come first served [min]");
    }
}
