using FlowSim.Scenarios.Beds;
using FlowSim.Tests.Analytic;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Beds;

/// <summary>The demand for beds as it is recorded, against exact answers: patients come at random, 5 or 2 an hour, and stay 4 h.</summary>
public sealed class DemandTheoryTests
{
    private const int Count = 10;

    [TestCase("exponential mean 4 h")]
    [TestCase("lognormal mean 4 h sd 6 h")]
    [TestCase("constant 4 h")]
    public void Beds_without_limit_are_taken_as_poisson_says_whatever_the_stays(string stay)
    {
        const double Load = 20;
        var demands = DemandRun.Of(Ward("unlimited", "5 per h", stay, 400), "bed", Count);
        Theory.Agrees(Values(demands, demand => demand.Mean), Load, 0.01, "mean");
        Theory.Agrees(Values(demands, demand => demand.OfferedLoad), Load, 0.01, "offered load");
        foreach (var oneIn in new[] { 5, 20, 50 })
        {
            // By another route than the code's: the first number whose upper tail is small enough.
            var beds = Enumerable.Range(1, 100).First(number => 1 - Poisson.CDF(Load, number - 1) <= 1.0 / oneIn);
            var tail = 1 - Poisson.CDF(Load, beds - 1);
            Theory.Agrees(Values(demands, demand => demand.Found!.Full(beds)), tail, 0.25, $"found by those who come, 1 in {oneIn}");
            Theory.Agrees(Values(demands, demand => demand.Taken!.Full(beds)), tail, 0.25, $"over time, 1 in {oneIn}");
            Theory.Agrees(Values(demands, demand => demand.Taken!.Delay(beds)), Formulas.ErlangB(beds, Load), 0.25, $"Erlang's loss form, 1 in {oneIn}");
            Assert.That(demands.Average(demand => demand.Found!.NeededFor(1.0 / oneIn)), Is.EqualTo(beds).Within(0.8), $"1 in {oneIn}");
        }
    }

    [Test]
    public void A_ward_that_turns_away_loses_what_erlang_says_and_its_load_is_told_all_the_same()
    {
        // 10 beds, load 8: the table of M/G/c/c. 7.03 are occupied.
        var demands = DemandRun.Of(Ward("10", "2 per h", "lognormal mean 4 h sd 5 h", 500, "gives_up: [ { queue: 0, to: lost } ], "), "bed", Count);
        Theory.Agrees(Values(demands, demand => demand.Taken!.Full(10)), 0.12166106, 0.05, "p_full");
        Theory.Agrees(Values(demands, demand => demand.Taken!.Delay(10)), 0.12166106, 0.05, "p_delay");
        Theory.Agrees(Values(demands, demand => demand.FoundNone), 0.12166106, 0.05, "found none");
        Theory.Agrees(Values(demands, demand => demand.InUse), 0.702671 * 10, 0.01, "in use");
        Theory.Agrees(Values(demands, demand => demand.OfferedLoad), 8, 0.01, "offered load");
    }

    [Test]
    public void A_ward_for_which_patients_wait_is_full_as_often_as_erlang_says()
    {
        // 10 beds, 80 % in use: the table of M/M/c. Who waits has his stay later, so what is in use is the load.
        var demands = DemandRun.Of(Ward("10", "2 per h", "exponential mean 4 h", 500), "bed", Count);
        Theory.Agrees(Values(demands, demand => demand.Taken!.Full(10)), 0.40918015, 0.05, "p_full");
        Theory.Agrees(Values(demands, demand => demand.FoundNone), 0.40918015, 0.05, "found none");
        Theory.Agrees(Values(demands, demand => demand.OfferedLoad), 8, 0.01, "offered load");
    }

    [Test]
    public void The_load_and_need_of_wards_that_lend_each_other_beds_are_those_of_a_run_without_limit()
    {
        var described = DemandRun.Of(Wards("20", "12"), "medical", Count);
        var unlimited = DemandRun.Of(Wards("unlimited", "unlimited"), "medical", Count);
        Theory.Agrees(Values(unlimited, demand => demand.Mean), 20, 0.02, "without limit");
        Theory.Agrees(Values(described, demand => demand.OfferedLoad), 20, 0.02, "as described");
        Assert.That(described.Average(demand => demand.InUse), Is.LessThan(18.5), "in use: the rest lie in surgical beds or have gone");
        Theory.Agrees(Values(DemandRun.Of(Wards("20", "12"), "surgical", Count), demand => demand.OfferedLoad), 10, 0.02, "who lends is not asked for more");
        Theory.Agrees(Values(DemandRun.Of(Wards("20", "12"), "all-beds", Count), demand => demand.OfferedLoad), 30, 0.02, "both together");

        var load = described.Average(demand => demand.OfferedLoad);
        var estimated = BedNeed.Of(load, load, load, alpha: 0.05);
        var counted = unlimited.Select(demand => BedNeed.Of(demand.Mean, demand.Taken!, alpha: 0.05)).Average();
        Assert.That(estimated, Is.EqualTo(counted).Within(1), "P(demand > b) of a Poisson distribution of 20, and as counted");
    }

    private static double[] Values(ReplicationDemand[] demands, Func<ReplicationDemand, double> of) => Array.ConvertAll(demands, demand => of(demand));

    private static string Ward(string beds, string rate, string stay, int days, string givesUp = "") => $$"""
        system: ward
        run: { starts: Mon 00:00, lasts: {{days}} d, warm_up: 5 d, begin: empty }
        pools: { bed: { kind: beds, capacity: {{beds}} } }
        streams: { admissions: { to: ward, rate: {{rate}} } }
        stages: { ward: { place: bed, {{givesUp}}time: {{stay}}, then: leave } }
        exits: [ lost ]
        """;

    /// <summary>Loads of 20 and 10; medical patients stay three times as long, and lie in surgical beds when they have waited for two hours.</summary>
    private static string Wards(string medical, string surgical) => $$"""
        system: wards
        run: { starts: Mon 00:00, lasts: 1000 d, warm_up: 10 d, begin: empty }
        pools:
          medical:  { kind: beds, group: all-beds, capacity: {{medical}} }
          surgical: { kind: beds, group: all-beds, capacity: {{surgical}} }
        streams:
          to-medical:  { to: medical-ward, rate: 20 per d }
          to-surgical: { to: surgical-ward, rate: 30 per d }
        exits: [ gone ]
        stages:
          medical-ward:  { place: [ medical, surgical after 2 h ], gives_up: [ { after: 12 h, to: gone } ], time: exponential mean 24 h, then: check }
          check:         { place: keep, time: 0 min, then: leave }
          surgical-ward: { place: surgical, gives_up: [ { after: 12 h, to: gone } ], time: exponential mean 8 h, then: leave }
        """;
}
