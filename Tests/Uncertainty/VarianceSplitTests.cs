using FlowSim.Scenarios.Uncertainty;

namespace FlowSim.Tests.Uncertainty;

/// <summary>The two variances on numbers made up from known ones.</summary>
public sealed class VarianceSplitTests
{
    private const int Experiments = 400;
    private const double VInputs = 4;
    private const double VChance = 9;

    [Test]
    public void Of_four_numbers_it_can_be_worked_out_by_hand()
    {
        var split = VarianceSplit.Of([[1, 3], [5, 7]], block: 10)!;
        Assert.That((split.Mean.Value, split.Chance.Value, split.Inputs.Value, split.Draws, split.Inner), Is.EqualTo((4, 2, (16 - 2) / 2.0, 2, 2)));
        Assert.That(split.BestInner, Is.EqualTo(1 + (2 / 7.0)).Within(1e-12));
        Assert.That(split.InputsShare, Is.EqualTo(7 / 9.0).Within(1e-12));
    }

    [TestCase(2)]
    [TestCase(5)]
    public void Both_are_unbiased(int inner)
    {
        var splits = Splits(30, inner, VInputs, VChance);
        foreach (var (estimates, truth) in new[]
        {
            (splits.ConvertAll(split => split.Chance.Value), VChance), (splits.ConvertAll(split => split.Inputs.Value), VInputs),
        })
        {
            var error = Sd(estimates) / Math.Sqrt(Experiments);
            Assert.That(estimates.Average(), Is.EqualTo(truth).Within(4 * error));
            Assert.That(error, Is.LessThan(truth / 10), "narrow enough to see a bias");
        }
    }

    [Test]
    public void Where_inputs_do_nothing_it_is_negative_as_often_as_not_and_stays_so()
    {
        var inputs = Splits(30, 4, 0, VChance).ConvertAll(split => split.Inputs.Value);

        // MSB / MSW follows F(29, 90), whose median is 0.99: within four standard errors of a share of 400.
        Assert.That(inputs.Count(value => value < 0) / (double)Experiments, Is.EqualTo(0.52).Within(0.1));
        Assert.That(inputs.Average(), Is.EqualTo(0).Within(4 * Sd(inputs) / Math.Sqrt(Experiments)));
    }

    [TestCase(30)]
    [TestCase(200)]
    public void The_standard_error_is_what_estimates_really_vary_by(int draws)
    {
        // From 100 draws on the jackknife is by blocks of ten.
        var splits = Splits(draws, 3, VInputs, VChance);
        foreach (var of in new Func<VarianceSplit, Estimated>[] { split => split.Mean, split => split.Chance, split => split.Inputs })
        {
            var said = Math.Sqrt(splits.Average(split => of(split).Error * of(split).Error));
            Assert.That(said / Sd(splits.ConvertAll(split => of(split).Value)), Is.EqualTo(1).Within(0.17),
                "the standard deviation of 400 is known to 3.5 %, of squares to twice that");
        }
    }

    [Test]
    public void A_draw_with_a_run_that_says_nothing_is_left_out()
    {
        double[][] runs = [[1, 3], [double.NaN, 4], [5, 7]];
        Assert.That(VarianceSplit.Of(runs, 10)!.Inputs.Value, Is.EqualTo(7).Within(1e-12));
        Assert.That(VarianceSplit.Of(runs[..2], 10), Is.Null, "one draw is none");
        Assert.That(VarianceSplit.Of([[1], [2], [3]], 10), Is.Null, "with one run of each nothing can be told apart");
    }

    [Test]
    public void A_large_level_loses_no_digits()
    {
        var runs = Normals.Runs(1, 50, 3, 2, 3);
        var far = Array.ConvertAll(runs, draw => Array.ConvertAll(draw, value => value + 1e9));
        Assert.That(VarianceSplit.Of(far, 10)!.Inputs.Value, Is.EqualTo(VarianceSplit.Of(runs, 10)!.Inputs.Value).Within(1e-4));
    }

    private static List<VarianceSplit> Splits(int draws, int inner, double inputs, double chance) =>
    [
        .. Enumerable.Range(0, Experiments)
            .Select(seed => VarianceSplit.Of(Normals.Runs((ulong)seed, draws, inner, Math.Sqrt(inputs), Math.Sqrt(chance)), 10)!),
    ];

    private static double Sd(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
