using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Experiments;

public sealed class InputEffectTests
{
    [Test]
    public void A_rank_correlation_is_that_of_the_textbook()
    {
        // Ranks 1 to 5 against 2, 1, 4, 3, 5: 1 - 6 × 4 ÷ (5 × 24).
        var effect = InputEffect.Of("a", "", [(1, 20), (2, 10), (3, 41), (4, 30), (9, 500)])!;
        Assert.That(effect.Correlation, Is.EqualTo(0.8).Within(1e-12));
        Assert.That(effect.ExcludesZero, Is.False, "five draws tell nothing");
    }

    [Test]
    public void Equal_values_share_their_ranks()
    {
        // Ranks 1.5, 1.5, 3, 4, 5 against 1 to 5: Pearson's correlation of the ranks, by hand 9.5 ÷ √(9.5 × 10).
        var effect = InputEffect.Of("a", "", [(0, 1), (0, 2), (1, 3), (2, 4), (3, 5)])!;
        Assert.That(effect.Correlation, Is.EqualTo(9.5 / Math.Sqrt(95)).Within(1e-12));
    }

    [Test]
    public void What_is_the_same_in_all_draws_has_no_effect_that_could_be_told() =>
        Assert.That(InputEffect.Of("a", "", [.. Enumerable.Range(0, 14).Select(draw => (0.5, (double)draw))]), Is.Null);

    [Test]
    public void An_input_that_does_nothing_looks_as_if_it_did_in_about_one_of_twenty()
    {
        const int times = 4_000;
        var wrong = Enumerable.Range(0, times).Count(time => InputEffect.Of("a", "", [.. Enumerable.Range(0, 14).Select(draw =>
            (KeyedUniform.Of(1, "input", time, draw), KeyedUniform.Of(1, "difference", time, draw)))])!.ExcludesZero);

        // The interval is an approximation: 5 % within a point, and 1.2 points of chance at four standard errors.
        Assert.That(wrong / (double)times, Is.InRange(0.03, 0.072));
    }

    [Test]
    public void A_known_correlation_lies_within_its_interval_in_about_nineteen_of_twenty()
    {
        // Of two normal variables of correlation r Spearman's is 6 ÷ π asin(r ÷ 2) (Pearson 1907); here r = 0.7.
        const double correlation = 0.7;
        const int times = 2_000;
        var truth = 6 / Math.PI * Math.Asin(correlation / 2);
        var held = Enumerable.Range(0, times).Count(time =>
        {
            var effect = InputEffect.Of("a", "", [.. Enumerable.Range(0, 30).Select(draw =>
            {
                var (x, e) = (Normal("x", time, draw), Normal("e", time, draw));
                return (x, (correlation * x) + (Math.Sqrt(1 - (correlation * correlation)) * e));
            })])!;
            return effect.Lower95 <= truth && truth <= effect.Upper95;
        });
        Assert.That(held / (double)times, Is.InRange(0.93, 0.975));
    }

    private static double Normal(string name, int time, int draw) =>
        MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, KeyedUniform.Of(2, name, time, draw));
}
