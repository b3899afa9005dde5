using FlowSim.Simulator.Sampling;
using MathNet.Numerics;

namespace FlowSim.Tests.Sampling;

public sealed class GammaQuantileTests
{
    [TestCase(0.05)]
    [TestCase(0.3)]
    [TestCase(1.7)]
    [TestCase(30)]
    [TestCase(400)]
    [TestCase(999)]
    public void A_quantile_has_the_tail_it_was_asked_for(double shape)
    {
        foreach (var tail in new[] { 1e-15, 1e-10, 1e-5, 0.01, 0.015, 0.1, 0.4 })
        {
            var lower = GammaQuantile.Of(shape, tail);
            if (lower > 1e-10) // nearer 0, MathNet's integral is 0
            {
                Assert.That(SpecialFunctions.GammaLowerRegularized(shape, lower), Is.EqualTo(tail).Within(1e-8 * tail));
            }

            var u = 1 - tail; // 1 − u is then exactly what the quantile sees
            Assert.That(SpecialFunctions.GammaUpperRegularized(shape, GammaQuantile.Of(shape, u)), Is.EqualTo(1 - u).Within(1e-8 * (1 - u)));
        }
    }

    /// <summary>With shape 1/2 a gamma variate is half the square of a normal one; with shape 1 it is exponential.</summary>
    [TestCase(1e-15)]
    [TestCase(1e-9)]
    [TestCase(0.2)]
    [TestCase(0.9)]
    [TestCase(0.999999)]
    public void Shapes_with_a_closed_form_agree_with_it(double u)
    {
        var normal = NormalQuantile.Exact((1 + u) / 2);
        Assert.That(GammaQuantile.Of(1, u), Is.EqualTo(-Math.Log(1 - u)).Within(0.1).Percent);
        if (u > 1e-3) // (1 + u) / 2 keeps too few digits below
        {
            Assert.That(GammaQuantile.Of(0.5, u), Is.EqualTo(normal * normal / 2).Within(1e-9).Percent);
            Assert.That(GammaQuantile.Of(1, u), Is.EqualTo(-Math.Log(1 - u)).Within(1e-9).Percent);
        }
    }

    [Test]
    public void Large_shapes_change_method_without_a_step()
    {
        foreach (var u in new[] { 1e-6, 0.001, 0.3, 0.9, 1 - 1e-6 })
        {
            var below = GammaQuantile.Of(1000, u);
            var above = GammaQuantile.Of(1000 + 1e-6, u);
            Assert.That(above, Is.EqualTo(below).Within(0.03), $"u = {u}"); // a thousandth of the standard deviation
        }
    }
}
