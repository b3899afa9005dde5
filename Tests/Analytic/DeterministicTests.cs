using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Analytic;

/// <summary>Cases without chance, exact to the second (gold/analytic.md section 12).</summary>
[Category("Analytic")]
public sealed class DeterministicTests
{
    [Test]
    public void Two_servers_of_two_hours_keep_up_with_an_arrival_an_hour()
    {
        var walk = Hourly(servers: 2);
        Assert.Multiple(() =>
        {
            Assert.That(walk.At("care").Select(step => step.Wait), Is.All.Zero);
            Assert.That(walk.At("care").Select(step => step.Started), Is.EqualTo(Enumerable.Range(0, 48).Select(hour => hour * SimTime.Hour)));
            Assert.That(walk.Value("utilisation", "server"), Is.EqualTo(100), "from the first hour on");
        });
    }

    [Test]
    public void With_one_server_the_kth_patient_waits_k_hours()
    {
        // Starts every two hours: after 48 hours and the second in which the measured period ends, 25 have started.
        var walk = Hourly(servers: 1);
        Assert.That(walk.At("care").Select(step => step.Wait), Is.EqualTo(Enumerable.Range(0, 25).Select(k => k * SimTime.Hour)));
        Assert.That(walk.Value("utilisation", "server"), Is.EqualTo(100));
    }

    [Test]
    public void One_bed_and_stays_of_three_days_make_daily_arrivals_wait_0_2_and_4_days()
    {
        var walk = Walk.Of(ModelText.Compile(
            """
            system: one-bed
            run: { starts: Mon 00:00, lasts: 10 d, warm_up: 0 h, begin: empty }
            pools: { bed: { kind: beds, capacity: 1 } }
            streams: { admissions: { to: ward, schedule: { every: 1 d, count: 1, until: 3 d } } }
            stages: { ward: { place: bed, time: 3 d, then: leave } }
            """));
        Assert.Multiple(() =>
        {
            Assert.That(walk.At("ward").Select(step => step.Wait), Is.EqualTo(new[] { 0, 2 * SimTime.Day, 4 * SimTime.Day }));
            Assert.That(walk.Value("wait_mean", "ward"), Is.EqualTo(2 * 24 * 60), "mean of 0, 2 and 4 days [min]");
            Assert.That(walk.Value("queue_length", "ward"), Is.EqualTo(6.0 / 10).Within(1e-15), "6 patient-days in 10 days");
            Assert.That(walk.Value("occupied", "bed"), Is.EqualTo(9.0 / 10).Within(1e-15));
        });
    }

    private static Walk Hourly(int servers) => Walk.Of(ModelText.Compile(
        $$"""
        system: hourly
        run: { starts: Mon 00:00, lasts: 47 h, warm_up: 1 h, begin: empty }
        pools: { server: { kind: staff, capacity: {{servers}} } }
        streams: { arrivals: { to: care, schedule: { every: 1 h, count: 1, until: 48 h } } }
        stages: { care: { staff: server, time: 2 h, then: leave } }
        """));
}
