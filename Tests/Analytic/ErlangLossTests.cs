namespace FlowSim.Tests.Analytic;

/// <summary>
/// M/G/c/c: a ward that turns away who finds it full (gold/analytic.md section 1; de Bruin et al. 2010, Annals of Operations Research 178:23–43).
/// Only the mean stay matters, not its shape.
/// </summary>
[Category("Analytic")]
public sealed class ErlangLossTests
{
    [TestCase(5, 3, "exponential mean 4 h", 53.3967, 0.11005435)]
    [TestCase(10, 8, "exponential mean 4 h", 70.2671, 0.12166106)]
    [TestCase(28, 25, "exponential mean 4 h", 81.8923, 0.08280657)]
    [TestCase(100, 95, "exponential mean 4 h", 90.3636, 0.04880421)]
    [TestCase(5, 3, "lognormal mean 4 h sd 6 h", 53.3967, 0.11005435)]
    [TestCase(10, 8, "lognormal mean 4 h sd 8 h", 70.2671, 0.12166106)]
    [TestCase(28, 25, "lognormal mean 4 h sd 4 h", 81.8923, 0.08280657)]
    [TestCase(28, 25, "constant 4 h", 81.8923, 0.08280657)]
    [TestCase(28, 25, "gamma mean 4 h sd 6 h", 81.8923, 0.08280657)]
    [TestCase(213, 213, "lognormal mean 4 h sd 5 h", 94.7272, 0.05272815)]
    public void A_full_ward_turns_away_erlangs_share_whatever_the_shape_of_the_stay(int beds, double load, string stay, double occupancy, double lost)
    {
        // Twenty runs of about 100,000 patients each; more where the ward is large and its state changes slowly.
        var days = (int)((beds > 100 ? 200_000 : 100_000) / (load / 4 * 24));
        var runs = Replications.Of(
            $$"""
            system: erlang-loss
            run: { starts: Mon 00:00, lasts: {{days}} d, warm_up: 20 d, begin: empty }
            pools: { bed: { kind: beds, capacity: {{beds}} } }
            streams: { admissions: { to: ward, rate: {{load / 4:0.####}} per h } }
            stages: { ward: { place: bed, gives_up: [ { queue: 0, to: lost } ], time: {{stay}}, then: leave } }
            exits: [lost]
            measures:
              lost: { unit: "%", ratio: [ { exits: lost }, { arrivals: admissions } ] }
              occupancy_rate: { unit: "%", ratio: [ { occupied: bed }, { open: bed } ] }
            """,
            20);
        Theory.Agrees(runs.Values("lost"), 100 * lost, 0.04, "lost [%]");
        Theory.Agrees(runs.Values("occupancy_rate"), occupancy, 0.01, "occupancy rate [%]");
        Assert.That(runs.Values("queue_length", "ward"), Is.All.Zero);
    }
}
