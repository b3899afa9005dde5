using FlowSim.Scenarios.Uncertainty;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Uncertainty;

/// <summary>Decisions of which it is known what knowing is worth.</summary>
public sealed class ValueOfKnowingTests
{
    private const ulong Seed = 11;
    private const double Mean = 0.5;
    private const double Chance = 3;

    [Test]
    public void Of_means_that_are_known_it_is_the_loss_integral()
    {
        // E max(0, X) - max(0, E X) of a normal X with mean 1/2 and variance 1 + 9/2: what means of two runs would say, three times too much.
        var sd = Math.Sqrt(1 + (Chance * Chance / 2));
        double[] means = [.. Enumerable.Range(0, 20_000).Select(draw => Mean + (sd * Normals.Of(Seed, "x", draw)))];
        Assert.That(ValueOfKnowing.Of([means]), Is.EqualTo(sd * Normals.Loss(Mean / sd)).Within(0.05));
    }

    [Test]
    public void A_normal_decision_seen_once_a_draw_is_worth_what_the_formula_says()
    {
        // The example of which nested means of 2, 5 and 20 runs say 0.71, 0.45 and 0.27.
        var found = Enumerable.Range(0, 5).Select(seed => OfAll([Theta(seed, "a", 2_000)], seed, [1], 2_000)!.Value).ToList();
        Assert.That(found.Average(one => one.Value), Is.EqualTo(Normals.Loss(Mean)).Within(0.05));
        Assert.That(found.Average(one => one.Error), Is.LessThan(0.08));
    }

    [Test]
    public void Knowing_one_of_two_inputs_is_worth_its_part()
    {
        const int draws = 4_000;
        var (a, b) = (Theta(1, "a", draws), Theta(1, "b", draws));
        double[] gain = [.. Enumerable.Range(0, draws).Select(draw => Mean + (0.8 * a[draw]) + (0.6 * b[draw]) + Normals.Of(1, "chance", draw))];
        foreach (var (places, sd) in new[] { (a, 0.8), (b, 0.6) })
        {
            Assert.That(ValueOfKnowing.OfOne(places, [gain], Seed, out _)!.Value.Value, Is.EqualTo(sd * Normals.Loss(Mean / sd)).Within(0.04));
        }

        Assert.That(ValueOfKnowing.OfAll([a, b], [gain], Seed, out var explained, out _)!.Value.Value, Is.EqualTo(Normals.Loss(Mean)).Within(0.05));
        Assert.That(explained[0], Is.EqualTo(0.5).Within(0.05), "half of the variance is chance");
        Assert.That(ValueOfKnowing.OfOne(Theta(1, "neither", draws), [gain], Seed, out _), Is.Null, "an input that does nothing");
    }

    [Test]
    public void The_better_of_two_scenarios_is_chosen_draw_by_draw()
    {
        // Gains of -x and x with a standard normal x: E |x| = √(2/π), and on average neither gains.
        const int draws = 2_000;
        var x = Theta(2, "x", draws);
        double[][] gains = [x, Array.ConvertAll(x, value => -value)];
        Assert.That(ValueOfKnowing.OfAll([x], gains, Seed, out _, out _)!.Value.Value, Is.EqualTo(Math.Sqrt(2 / Math.PI)).Within(0.05));
    }

    [Test]
    public void What_bends_and_what_acts_together_is_found()
    {
        const int draws = 1_500;
        double[] x = [.. Enumerable.Range(0, draws).Select(draw => (2 * KeyedUniform.Of(Seed, "x", draw, 0)) - 1)];
        double[] y = [.. Enumerable.Range(0, draws).Select(draw => (2 * KeyedUniform.Of(Seed, "y", draw, 0)) - 1)];
        double[] bent = [.. Enumerable.Range(0, draws).Select(draw => (x[draw] * x[draw]) - (1 / 3.0) + (0.2 * Normals.Of(Seed, "bent", draw)))];
        double[] both = [.. Enumerable.Range(0, draws).Select(draw => (x[draw] * y[draw]) + (0.2 * Normals.Of(Seed, "both", draw)))];

        // ∫ max(0, x² - 1/3) over -1 to 1, halved, is 2 ÷ (9 √3); E max(0, x y) is 1/8.
        Assert.That(ValueOfKnowing.OfAll([x, y], [bent], Seed, out _, out _)!.Value.Value, Is.EqualTo(2 / (9 * Math.Sqrt(3))).Within(0.02));
        Assert.That(ValueOfKnowing.OfOne(x, [bent], Seed, out _)!.Value.Value, Is.EqualTo(2 / (9 * Math.Sqrt(3))).Within(0.02));
        Assert.That(ValueOfKnowing.OfAll([x, y], [both], Seed, out _, out _)!.Value.Value, Is.EqualTo(1 / 8.0).Within(0.015));
        Assert.That(ValueOfKnowing.OfOne(x, [both], Seed, out _), Is.Null, "by itself neither changes the mean");
    }

    [Test]
    public void Where_gains_do_not_follow_the_inputs_nothing_is_said()
    {
        var refused = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var places = Enumerable.Range(0, 5).Select(input => Theta(seed, $"input {input}", 100)).ToList();
            double[] gain = [.. Enumerable.Range(0, 100).Select(draw => 1 + Normals.Of((ulong)seed, "chance", draw))];
            refused += ValueOfKnowing.OfAll(places, [gain], Seed, out _, out var why) is null && why.Contains("do not tell", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.That(refused, Is.AtLeast(18));
    }

    [Test]
    public void With_few_draws_nothing_is_said()
    {
        var x = Theta(1, "x", 29);
        Assert.That(ValueOfKnowing.OfAll([x], [x], Seed, out _, out var why), Is.Null);
        Assert.That(why, Does.Contain("too few draws: 29"));
    }

    private static double[] Theta(int seed, string name, int draws) => [.. Enumerable.Range(0, draws).Select(draw => Normals.Of((ulong)seed, name, draw))];

    private static Estimated? OfAll(IReadOnlyList<double[]> places, int seed, double[] weights, int draws)
    {
        double[] gain = [.. Enumerable.Range(0, draws)
            .Select(draw => Mean + places.Zip(weights, (place, weight) => weight * place[draw]).Sum() + (Chance * Normals.Of((ulong)seed, "chance", draw)))];
        return ValueOfKnowing.OfAll(places, [gain], Seed, out _, out _);
    }
}
