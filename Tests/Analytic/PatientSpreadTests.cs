namespace FlowSim.Tests.Analytic;

/// <summary>
/// One server, first come, first served, exponential gaps and services (M/M/1): who comes is there for an exponential time of mean 1 / (μ − λ), so its
/// spread is its mean; the number there is geometric (Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory).
/// </summary>
[Category("Analytic")]
public sealed class PatientSpreadTests
{
    private const double Load = 0.5;

    private static readonly Lazy<Replications> Runs = new(() => Replications.Of(
        $$"""
        system: mm1
        run: { starts: Mon 00:00, lasts: {{Theory.Days(1000)}} d, warm_up: 20 d, begin: empty }
        pools: { server: { kind: staff, capacity: 1 } }
        streams: { arrivals: { to: care, rate: 0.5 per h } }
        stages: { care: { staff: server, clock: { stay: within 0 min }, time: exponential mean 1 h, then: leave } }
        measures:
          spread: { clock: stay, sd: true, unit: h }
          median: { clock: stay, quantile: 50 %, unit: h }
          wait_then: { wait: care, mean: true, unit: h, when: ended }
          wait_spread: { wait: care, sd: true, unit: h }
          begun: { ratio: [ { service_time: care }, { open: server } ], unit: "%" }
          there: { average: { present: care } }
          number: { measure: occupancy_distribution, stages: care }
        """, 20));

    [Test]
    public void Times_in_system_spread_as_theory_says() => Theory.Agrees(Runs.Value.Values("spread"), 1 / (1 - Load), Theory.Narrow(0.03), "sd [h]");

    [Test]
    public void Half_of_them_are_below_the_median() =>
        Theory.Agrees(Runs.Value.Values("median"), Math.Log(2) / (1 - Load), Theory.Narrow(0.03), "median [h]");

    [Test]
    public void Waits_of_those_who_leave_have_the_mean_of_all_waits() =>
        Theory.Agrees(Runs.Value.Values("wait_then"), Load / (1 - Load), Theory.Narrow(0.04), "Wq [h]");

    /// <summary>The wait is 0 with chance 1 − ρ, else exponential with mean 1 / (μ − λ): variance ρ (2 − ρ) / (μ − λ)².</summary>
    [Test]
    public void Waits_spread_as_theory_says() =>
        Theory.Agrees(Runs.Value.Values("wait_spread"), Math.Sqrt(Load * (2 - Load)) / (1 - Load), Theory.Narrow(0.03), "sd of the wait [h]");

    [Test]
    public void Services_begun_are_the_load_offered() => Theory.Agrees(Runs.Value.Values("begun"), 100 * Load, Theory.Narrow(0.01), "services begun [%]");

    [Test]
    public void Patients_in_the_stage_are_those_of_the_queue_and_the_server() =>
        Theory.Agrees(Runs.Value.Values("there"), Load / (1 - Load), Theory.Narrow(0.03), "L");

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public void Their_number_is_geometric(int number) =>
        Theory.Agrees(Runs.Value.Values("occupancy_distribution", $"care/{number}"), (1 - Load) * Math.Pow(Load, number), Theory.Narrow(0.04), $"P(N = {number})");
}
