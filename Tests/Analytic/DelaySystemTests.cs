namespace FlowSim.Tests.Analytic;

/// <summary>M/M/c, M/M/c/K and Erlang-A: exponential times, one pool (gold/analytic.md sections 2, 5 and 6; Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory). The unit of time is the mean service, 1 h.</summary>
[Category("Analytic")]
public sealed class DelaySystemTests
{
    private const int Runs = 20;

    [TestCase(1, 0.7, 0.70000000, 2.33333333, 0.60249558, 0.51857275, 5000, 0.03)]
    [TestCase(2, 0.95, 0.92564103, 9.25641026, 0.88049698, 0.83755464, 13000, 0.05)]
    [TestCase(5, 0.8, 0.55411255, 0.55411255, 0.33608625, 0.20384662, 1500, 0.03)]
    [TestCase(10, 0.9, 0.66873152, 0.66873152, 0.40560617, 0.24601258, 1500, 0.04)]
    [TestCase(20, 0.85, 0.38505623, 0.12835208, 0.08591766, 0.01917082, 1000, 0.045)]
    public void Waits_of_an_mmc_are_those_of_erlang_c(int c, double rho, double delayed, double wait, double overHalf, double overOne, int days, double narrow)
    {
        var runs = Replications.Of(
            $$"""
            system: mmc
            run: { starts: Mon 00:00, lasts: {{days}} d, warm_up: 30 d, begin: empty }
            pools: { server: { kind: staff, capacity: {{c}} } }
            streams: { arrivals: { to: care, rate: {{c * rho:0.####}} per h } }
            stages: { care: { staff: server, time: exponential mean 1 h, then: leave } }
            measures:
              delayed: { started: care, over: 0 s }
              over_half: { started: care, over: 30 min }
              over_one: { started: care, over: 1 h }
            """,
            Runs);
        Theory.Agrees(runs.Values("delayed"), 100 * delayed, narrow / 2, "P(wait > 0) [%]");
        Theory.Agrees(runs.Values("wait_mean", "care"), 60 * wait, narrow, "Wq [min]");
        Theory.Agrees(runs.Values("over_half"), 100 * overHalf, narrow, "P(wait > half a service) [%]");
        Theory.Agrees(runs.Values("over_one"), 100 * overOne, narrow * 2, "P(wait > a service) [%]");
        Theory.Agrees(runs.Values("queue_length", "care"), c * rho * wait, narrow, "Lq");
        Theory.Agrees(runs.Values("utilisation", "server"), 100 * rho, 0.01, "utilisation [%]");
    }

    [TestCase(10, 0.21458234, 0)]
    [TestCase(12, 0.15014529, 0.05300151)]
    [TestCase(15, 0.10351736, 0.17320585)]
    [TestCase(20, 0.06821182, 0.40262907)]
    [TestCase(30, 0.04055115, 0.88756587)]
    public void A_finite_waiting_room_loses_and_delays_as_an_mmck(int k, double lost, double wait)
    {
        var runs = Replications.Of(
            $$"""
            system: mmck
            run: { starts: Mon 00:00, lasts: {{(k > 15 ? 1000 : 400)}} d, warm_up: 10 d, begin: empty }
            pools: { server: { kind: staff, capacity: 10 } }
            streams: { arrivals: { to: care, rate: 10 per h } }
            stages: { care: { staff: server, gives_up: [ { queue: {{k - 10}}, to: lost } ], time: exponential mean 1 h, then: leave } }
            exits: [lost]
            measures:
              lost: { unit: "%", ratio: [ { exits: lost }, { arrivals: arrivals } ] }
            """,
            Runs);
        Theory.Agrees(runs.Values("lost"), 100 * lost, 0.04, "lost [%]");
        if (wait == 0)
        {
            Assert.That(runs.Values("wait_mean", "care"), Is.All.Zero);
        }
        else
        {
            Theory.Agrees(runs.Values("wait_mean", "care"), 60 * wait, 0.04, "Wq of those accepted [min]");
        }
    }

    [TestCase(0.1, 0.77338128, 0.04281007, 8.562014)]
    [TestCase(0.5, 0.60992955, 0.07368739, 2.947496)]
    [TestCase(1, 0.52974273, 0.08883532, 1.776706)]
    [TestCase(2, 0.45009333, 0.10388172, 1.038817)]
    public void Impatient_patients_leave_as_in_erlang_a(double theta, double delayed, double lost, double queue)
    {
        var runs = Replications.Of(
            $$"""
            system: erlang-a
            run: { starts: Mon 00:00, lasts: {{(theta < 0.5 ? 500 : 300)}} d, warm_up: 10 d, begin: empty }
            pools: { server: { kind: staff, capacity: 20 } }
            streams: { arrivals: { to: care, rate: 20 per h } }
            stages: { care: { staff: server, gives_up: [ { after: exponential mean {{60 / theta:0}} min, to: lost } ], time: exponential mean 1 h, then: leave } }
            exits: [lost]
            measures:
              lost: { unit: "%", ratio: [ { exits: lost }, { arrivals: arrivals } ] }
              at_once: { unit: "%", ratio: [ { started: care, within: 0 s }, { arrivals: arrivals } ] }
            """,
            Runs);
        Theory.Agrees(runs.Values("lost"), 100 * lost, 0.03, "lost [%]");
        Theory.Agrees(runs.Values("at_once"), 100 * (1 - delayed), 0.03, "served at once [%]");
        Theory.Agrees(runs.Values("queue_length", "care"), queue, 0.03, "Lq");
    }
}
