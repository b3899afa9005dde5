using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Sensitivity;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Sweeps;

/// <summary>The methods of sensitivity analysis on functions of which the answer is known.</summary>
public sealed class SensitivityMethodTests
{
    private const ulong Seed = 7;

    [Test]
    public void Neighbours_of_a_trajectory_differ_in_one_factor_and_every_factor_is_moved_once()
    {
        var design = MorrisDesign.Of(5, 8, Seed);
        Assert.That(design.Points, Has.Count.EqualTo(8 * 6));
        Assert.That(design.Points.SelectMany(point => point).Select(place => Math.Round(3 * place, 9)).Distinct().Order(), Is.EqualTo(new[] { 0.0, 1, 2, 3 }));
        for (var trajectory = 0; trajectory < 8; trajectory++)
        {
            var moved = Enumerable.Range(0, 5).Select(step => Changed(design, (trajectory * 6) + step)).ToList();
            Assert.That(moved.SelectMany(one => one), Is.EquivalentTo(new[] { 0, 1, 2, 3, 4 }));
        }
    }

    [Test]
    public void More_trajectories_leave_the_first_as_they_are() =>
        Assert.That(MorrisDesign.Of(3, 9, Seed).Points.Take(16), Is.EqualTo(MorrisDesign.Of(3, 4, Seed).Points));

    [Test]
    public void Of_a_linear_function_effects_are_its_coefficients()
    {
        double[] coefficients = [4, -2.5, 0];
        var design = MorrisDesign.Of(3, 6, Seed);
        var values = design.Points.Select(point => 11 + point.Zip(coefficients, (x, a) => a * x).Sum()).ToList();
        for (var factor = 0; factor < 3; factor++)
        {
            Assert.That(design.EffectsOf(factor, values), Is.All.EqualTo(coefficients[factor]).Within(1e-9));
        }
    }

    [Test]
    public void Factors_that_act_together_have_effects_that_differ()
    {
        // y = x1 x2: the effect of one is the place of the other, which is 1/2 on average with a standard deviation of √5/6 over the places 0, 1/3, 2/3, 1.
        var design = MorrisDesign.Of(2, 2_000, Seed);
        var effects = design.EffectsOf(0, [.. design.Points.Select(point => point[0] * point[1])]);
        Assert.That(effects.Average(), Is.EqualTo(0.5).Within(0.03));
        Assert.That(Math.Sqrt(effects.Average(effect => (effect - 0.5) * (effect - 0.5))), Is.EqualTo(Math.Sqrt(5) / 6).Within(0.02));
    }

    [Test]
    public void A_point_without_a_value_costs_its_two_effects_and_no_other()
    {
        var design = MorrisDesign.Of(2, 2, Seed);
        var values = design.Points.Select(point => point.Sum()).ToList();
        values[1] = double.NaN;
        Assert.That(new[] { 0, 1 }.Select(factor => design.EffectsOf(factor, values)[0]), Is.All.NaN);
        Assert.That(new[] { 0, 1 }.Select(factor => design.EffectsOf(factor, values)[1]), Is.All.EqualTo(1).Within(1e-9));
    }

    /// <summary>Ishigami and Homma (1990), a = 7, b = 0.1: first-order indices 0.3139, 0.4424 and 0.</summary>
    [TestCase(0, 0.3139)]
    [TestCase(1, 0.4424)]
    [TestCase(2, 0)]
    public void First_order_indices_of_Ishigamis_function(int factor, double expected)
    {
        var index = OfFunction(factor, 3, 1_000, x => Math.Sin(Angle(x[0]))
            + (7 * Math.Pow(Math.Sin(Angle(x[1])), 2)) + (0.1 * Math.Pow(Angle(x[2]), 4) * Math.Sin(Angle(x[0]))));
        Assert.That(index.Value, Is.EqualTo(expected).Within(0.04));
        Assert.That(expected, Is.InRange(index.Lower95 - 0.02, index.Upper95 + 0.02));

        static double Angle(double place) => Math.PI * ((2 * place) - 1);
    }

    /// <summary>Sobol's g-function with a = 0, 1, 9: V_i = 1 ÷ (3 (1 + a_i)²), of ∏ (1 + V_i) − 1.</summary>
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(2, 9)]
    public void First_order_indices_of_Sobols_function(int factor, double a)
    {
        double[] all = [0, 1, 9];
        var whole = all.Aggregate(1.0, (product, one) => product * (1 + (1 / (3 * (1 + one) * (1 + one))))) - 1;
        var index = OfFunction(factor, 3, 1_000, x =>
            all.Zip(x, (one, place) => (Math.Abs((4 * place) - 2) + one) / (1 + one)).Aggregate((left, right) => left * right));
        Assert.That(index.Value, Is.EqualTo(1 / (3 * (1 + a) * (1 + a)) / whole).Within(0.04));
    }

    [Test]
    public void Chance_lowers_a_share_by_what_it_adds_to_the_variance()
    {
        // y = x + noise of the same variance: x makes half.
        var index = OfFunction(0, 1, 600, x => x[0] + (KeyedUniform.Of(3, "noise", BitConverter.DoubleToInt64Bits(x[0]), 0) - 0.5));
        Assert.That(index.Value, Is.EqualTo(0.5).Within(0.06));
    }

    [Test]
    public void Nothing_is_said_of_few_points_and_of_what_never_changes()
    {
        Assert.That(FirstOrderIndices.Of([[0.1, 0.5, 0.9]], [1, 2, 3])[0].Value, Is.NaN);
        Assert.That(OfFunction(0, 1, 50, _ => 3).Value, Is.NaN);
        Assert.That(OfFunction(1, 2, 200, x => x[0]).Value, Is.EqualTo(0).Within(0.05), "a factor that does nothing");
    }

    private static FirstOrderIndex OfFunction(int factor, int factors, int points, Func<double[], double> function)
    {
        var columns = Enumerable.Range(0, factors).Select(one => LatinHypercube.Column(Seed, $"x{one}", 0, points)).ToList();
        var values = Enumerable.Range(0, points).Select(point => function([.. columns.Select(column => column[point])])).ToList();
        return FirstOrderIndices.Of(columns, values)[factor];
    }

    private static IEnumerable<int> Changed(MorrisDesign design, int point) =>
        Enumerable.Range(0, design.Points[point].Count).Where(factor => Math.Abs(design.Points[point][factor] - design.Points[point + 1][factor]) > 1e-9);
}
