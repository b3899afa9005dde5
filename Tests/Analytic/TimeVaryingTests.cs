using System.Globalization;
using System.Text;

namespace FlowSim.Tests.Analytic;

/// <summary>
/// Mt/G/∞: demand of 20 (1 + 0.6 sin 2πt/24) an hour, nobody waits (gold/analytic.md section 8; Eick, Massey and Whitt 1993, Management Science 39:241–252).
/// The rate stands in a table every quarter of an hour and is joined by lines: the mean number then differs from that of the sine by less than 0.04 %.
/// </summary>
[Category("Analytic")]
public sealed class TimeVaryingTests
{
    [TestCase("exponential mean 4 h", 20, new[] { 56.02550, 79.23594, 102.89396, 113.14101, 103.97450, 80.76406, 57.10604, 46.85899 })]
    [TestCase("exponential mean 48 h", 40, new[] { 914.45181, 930.35555, 963.62461, 994.77042, 1005.54819, 989.64445, 956.37539, 925.22958 })]
    [TestCase("constant 4 h", 20, new[] { 57.08169, 91.86339, 119.69568, 124.27478, 102.91831, 68.13661, 40.30432, 35.72522 })]
    [TestCase("lognormal mean 4 h sd 4 h", 20, new[] { 57.6266, 82.5278, 105.9483, 114.1686, 102.3734, 77.4722, 54.0517, 45.8314 })]
    public void The_mean_number_present_follows_the_day(string stay, int warmUpDays, double[] everyThreeHours)
    {
        var model = ModelText.Compile(
            $$"""
            system: mt-g-inf
            run: { starts: Mon 00:00, lasts: 280 d, warm_up: {{warmUpDays}} d, begin: empty }
            pools: { bed: { kind: beds, capacity: unlimited } }
            streams: { admissions: { to: stay, rate: { table: sine, by: [hour], shape: linear, per: h } } }
            stages: { stay: { place: bed, time: {{stay}}, then: leave } }
            timelines: { present: { pools: bed, hours_of_week: true, unit: patients } }
            """,
            ("tables/sine.csv", SineTable()));
        var weeks = Replications.Of(model, 20).HoursOfWeek("present");
        for (var at = 0; at < everyThreeHours.Length; at++)
        {
            var hour = 3 * at;
            double[] means = [.. weeks.Select(week => Enumerable.Range(0, 7).Average(day => week[(24 * day) + hour]))];
            Theory.Agrees(means, everyThreeHours[at], 0.015, $"mean number at {hour}:00");
        }
    }

    [Test]
    public void Deterministic_stays_give_the_published_answer_at_nine()
    {
        // m(t) = L D + L A (cos w(t − D) − cos wt) / w: the formula behind the table, evaluated here.
        const double w = 2 * Math.PI / 24;
        var mean = (20 * 4) + (20 * 0.6 * (Math.Cos(w * (9 - 4)) - Math.Cos(w * 9)) / w);
        Assert.That(mean, Is.EqualTo(124.27478).Within(1e-5));
    }

    private static string SineTable()
    {
        var table = new StringBuilder("hour,rate\n");
        for (var quarter = 0; quarter < 96; quarter++)
        {
            var rate = 20 * (1 + (0.6 * Math.Sin(2 * Math.PI * quarter / 96)));
            table.Append(CultureInfo.InvariantCulture, $"{quarter / 4:00}:{quarter % 4 * 15:00},{rate:0.000000}\n");
        }

        return table.ToString();
    }
}
