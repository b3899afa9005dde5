using System.Globalization;
using System.Text;

namespace FlowSim.Tests.Analytic;

/// <summary>L = λW, exactly, on a sample path that begins and ends empty (Little 1961; gold/analytic.md section 12).</summary>
[Category("Analytic")]
public sealed class LittlesLawTests
{
    private const double Relative = 1e-9;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void The_area_under_the_queue_is_the_sum_of_the_waits(int replication)
    {
        var walk = Walk.Of(Model(), replication: replication);
        Assert.That(walk.Present, Is.Zero, "the path is completed");
        Assert.That(walk.Passed, Is.EqualTo((400L, 400L)));
        Assert.Multiple(() =>
        {
            foreach (var stage in new[] { "triage", "ward" })
            {
                var waits = walk.At(stage).Sum(step => (double)step.Wait);
                Assert.That(waits, Is.Positive, stage);
                Assert.That(Area(walk, "queue_length", stage), Is.EqualTo(waits).Within(Relative * waits), stage);
                Assert.That(walk.Value("wait_mean", stage) * 60 * walk.Value("started", stage), Is.EqualTo(waits).Within(Relative * waits), stage);
            }
        });
    }

    [TestCase(1)]
    [TestCase(2)]
    public void The_area_under_the_number_present_is_the_sum_of_the_visits(int replication)
    {
        var walk = Walk.Of(Model(), replication: replication);
        var visits = walk.Value("visit_sum");
        var present = Area(walk, "occupied", "chair");
        Assert.That(visits, Is.Positive);
        Assert.That(present, Is.EqualTo(visits).Within(Relative * visits));
    }

    [Test]
    public void The_area_of_beds_in_use_is_treatment_and_boarding()
    {
        var walk = Walk.Of(Model());
        var treatment = walk.At("ward").Sum(step => (double)step.Length);
        var staffWait = walk.At("ward").Sum(step => (double)(step.Started - step.Taken));
        Assert.That(Area(walk, "occupied", "bed"), Is.EqualTo(treatment + staffWait).Within(Relative * treatment));
    }

    private static double Area(Walk walk, string measure, string group) => walk.Value(measure, group) * (walk.Model.Run.End - walk.Model.Run.MeasureFrom);

    /// <summary>400 patients in 30 days, then 170 days in which nobody comes. Everybody holds a chair from coming to going.</summary>
    private static Simulator.Model.SystemModel Model() => ModelText.Compile(
        """
        system: completed-path
        run: { starts: Mon 00:00, lasts: 200 d, warm_up: 0 h, begin: empty }
        pools:
          chair: { kind: spaces, capacity: unlimited }
          nurse: { kind: staff, capacity: 2 }
          doctor: { kind: staff, capacity: 2 }
          bed: { kind: beds, capacity: 20 }
        streams: { arrivals: { to: come, observed: { file: tables/arrivals.csv } } }
        stages:
          come: { place: chair, clock: visit, time: 0 s, then: triage }
          triage: { place: keep, clock: visit, staff: nurse, time: lognormal mean 3 h sd 3 h, then: { ward: 50 %, leave: rest } }
          ward: { place: bed, keep: [chair], clock: visit, staff: doctor, time: exponential mean 4 h, then: leave }
        measures:
          visit_sum: { total: { visit_time: visit }, unit: s }
        """,
        ("tables/arrivals.csv", Arrivals()));

    /// <summary>Irregular times made of multiples of an irrational number [s].</summary>
    private static string Arrivals()
    {
        var text = new StringBuilder("time\n");
        var seconds = Enumerable.Range(1, 400).Select(index => (int)(30 * 86400 * (index * 0.6180339887498949 % 1))).Order();
        foreach (var second in seconds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{second} s\n");
        }

        return text.ToString();
    }
}
