using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Analytic;

/// <summary>
/// The stroke and rehabilitation beds of Monks et al. 2016 (BMC Health Services Research 16:530), with warm-up, length and 150 replications as published:
/// a network of M/G/∞, so occupancy is Poisson and p(delay | n beds) is Erlang's loss (gold/stroke_monks2016.md section E).
/// </summary>
[Category("Analytic")]
public sealed class StrokeUnitTests
{
    private const int Runs = 150;
    private static readonly double[] AsuBase = [0.18065, 0.12827, 0.08675, 0.05561, 0.03367, 0.01921, 0.01033];
    private static readonly double[] RehabBase = [0.20155, 0.15115, 0.10906, 0.07538, 0.04972, 0.03121, 0.01860, 0.01052];

    private static readonly Lazy<Replications> Baseline = new(() => Replications.Of(ModelText.CompileLibrary("stroke-unit"), Runs));

    [Test]
    public void The_baseline_agrees_with_erlangs_loss()
    {
        var runs = Baseline.Value;
        Assert.Multiple(() =>
        {
            AgreeWithinThreeErrors(runs, "asu-bed", 9, AsuBase);
            AgreeWithinThreeErrors(runs, "rehab-bed", 10, RehabBase);
        });
    }

    [Test]
    public void Five_percent_less_between_arrivals_agrees()
    {
        var runs = Replications.Of(ModelText.CompileLibrary("stroke-unit", "plus5"), Runs);
        Assert.Multiple(() =>
        {
            AgreeWithinThreeErrors(runs, "asu-bed", 9, [0.20269, 0.14806, 0.10347, 0.06884, 0.04343, 0.02591, 0.01459]);
            AgreeWithinThreeErrors(runs, "rehab-bed", 10, [0.22511, 0.17311, 0.12859, 0.09189, 0.06292, 0.04114, 0.02563, 0.01519]);
        });
    }

    [Test]
    public void Without_complex_neurological_patients_it_agrees()
    {
        var runs = Replications.Of(ModelText.CompileLibrary("stroke-unit", "no-neuro"), Runs);
        Assert.Multiple(() =>
        {
            AgreeWithinThreeErrors(runs, "asu-bed", 9, [0.12382, 0.08012, 0.04874, 0.02778, 0.01481]);
            AgreeWithinThreeErrors(runs, "rehab-bed", 10, [0.12185, 0.08144, 0.05153, 0.03075, 0.01728]);
        });
    }

    [Test]
    public void Pooled_beds_agree()
    {
        var runs = Baseline.Value;
        Assert.Multiple(() =>
        {
            AgreesWithinThreeErrors(runs, "p_pooled", "0-0-22/first", 0.06291);
            AgreesWithinThreeErrors(runs, "p_pooled", "0-0-22/second", 0.06291);
            AgreesWithinThreeErrors(runs, "p_pooled", "0-0-26/first", 0.01581);
            AgreesWithinThreeErrors(runs, "p_pooled", "0-0-26/second", 0.01581);
            foreach (var (beds, first, second) in new[]
            {
                ("11-11-4", 0.04216, 0.08565), ("11-10-5", 0.03584, 0.08685), ("10-10-6", 0.03991, 0.06284),
                ("10-9-7", 0.03734, 0.06341), ("9-9-8", 0.04005, 0.05069), ("9-8-9", 0.03914, 0.05092),
            })
            {
                AgreesWithinThreeErrors(runs, "p_pooled", beds + "/first", first);
                AgreesWithinThreeErrors(runs, "p_pooled", beds + "/second", second);
            }
        });
    }

    private static void AgreeWithinThreeErrors(Replications runs, string pool, int fromBeds, double[] expected)
    {
        for (var index = 0; index < expected.Length; index++)
        {
            AgreesWithinThreeErrors(runs, "p_delay", $"{pool}/{fromBeds + index}", expected[index]);
        }
    }

    /// <summary>The rule of the published comparison: within three standard errors, which are themselves at most 6 % of theory.</summary>
    private static void AgreesWithinThreeErrors(Replications runs, string measure, string group, double expected)
    {
        var values = runs.ValuesOrZero(measure, group);
        var (mean, error) = (values.Average(), Theory.StandardError(values));
        var said = FormattableString.Invariant($"{measure} {group}: theory {expected:0.00000}, simulated {mean:0.00000}, standard error {error:0.00000} ({(mean - expected) / error:+0.0;-0.0} errors)");
        TestContext.Out.WriteLine(said);
        Assert.That(error, Is.Positive.And.LessThan(0.06 * expected), said);
        Assert.That(mean, Is.EqualTo(expected).Within(3 * error), said);
    }
}
