using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>
/// One pool, first come first served, the same patients with the same treatment times: more beds never lengthen a wait (Kiefer and Wolfowitz 1955).
/// </summary>
[Category("Properties")]
public sealed class MonotonicityTests
{
    [TestCase("exponential mean 20 h")]
    [TestCase("lognormal mean 20 h sd 40 h")]
    [TestCase("uniform 1 h 39 h")]
    [TestCase("[ { share: 90 %, time: 10 h }, { share: 10 %, time: 110 h } ]")]
    public void A_bed_more_never_lengthens_anybodys_wait(string stay)
    {
        var shorter = 0;
        for (var replication = 1; replication <= 3; replication++)
        {
            var fewer = Waits(8, stay, replication);
            var more = Waits(9, stay, replication);
            foreach (var (patient, wait) in fewer)
            {
                Assert.That(more.TryGetValue(patient, out var now), Is.True, $"patient {patient} is served with a bed more too");
                Assert.That(now, Is.LessThanOrEqualTo(wait), $"patient {patient}");
                shorter += now < wait ? 1 : 0;
            }
        }

        Assert.That(shorter, Is.GreaterThan(1000), "waits that became shorter");
    }

    private static Dictionary<long, int> Waits(int beds, string stay, int replication)
    {
        var walk = Walk.Of(
            ModelText.Compile(
                $$"""
                system: one-pool
                run: { starts: Mon 00:00, lasts: 300 d, warm_up: 0 h, begin: empty }
                pools: { bed: { kind: beds, capacity: {{beds}} } }
                streams: { admissions: { to: ward, rate: 9.2 per d } }
                stages: { ward: { place: bed, time: {{stay}}, then: leave } }
                """),
            replication: replication);
        return walk.Steps.ToDictionary(step => step.Patient, step => step.Wait);
    }
}
