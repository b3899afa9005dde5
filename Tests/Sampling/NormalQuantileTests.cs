using FlowSim.Simulator.Sampling;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Sampling;

public sealed class NormalQuantileTests
{
    private const int Steps = 1_000_000;

    [Test]
    public void The_exact_quantile_agrees_with_another_implementation_to_twelve_digits()
    {
        for (var i = 1; i < 20_000; i++)
        {
            var u = i / 20_000.0;
            Assert.That(NormalQuantile.Exact(u), Is.EqualTo(Normal.InvCDF(0, 1, u)).Within(1e-12));
        }
    }

    [TestCase(1e-4)]
    [TestCase(1e-8)]
    [TestCase(1e-12)]
    [TestCase(1e-16)]
    public void The_exact_quantile_agrees_with_another_implementation_far_into_the_tail(double u) =>
        Assert.That(NormalQuantile.Exact(u), Is.EqualTo(Normal.InvCDF(0, 1, u)).Within(1e-12));

    /// <summary>Wichura's own check values, from the heading of the published routine.</summary>
    [TestCase(0.25, -0.6744897501960817)]
    [TestCase(0.001, -3.090232306167814)]
    [TestCase(1e-20, -9.262340089798408)]
    public void The_published_check_values_come_out(double u, double expected) =>
        Assert.That(NormalQuantile.Exact(u), Is.EqualTo(expected).Within(1e-14));

    [Test]
    public void The_ends_are_infinite_and_beyond_them_there_is_no_quantile()
    {
        Assert.That(NormalQuantile.Exact(0), Is.EqualTo(double.NegativeInfinity));
        Assert.That(NormalQuantile.Exact(1), Is.EqualTo(double.PositiveInfinity));
        Assert.That(NormalQuantile.Exact(-0.1), Is.NaN);
        Assert.That(NormalQuantile.Exact(1.1), Is.NaN);
        Assert.That(NormalQuantile.Exact(double.NaN), Is.NaN);
    }

    [Test]
    public void The_table_errs_by_less_than_a_ten_thousandth_everywhere()
    {
        var worst = Enumerable.Range(1, Steps - 1)
            .Max(i => Math.Abs(NormalQuantile.Of((double)i / Steps) - NormalQuantile.Exact((double)i / Steps)));
        Assert.That(worst, Is.LessThan(1e-4).And.GreaterThan(0));
    }

    [Test]
    public void The_table_never_falls_not_even_where_it_meets_the_exact_tails()
    {
        var places = Enumerable.Range(1, Steps - 1).Select(i => (double)i / Steps)
            .Concat(Enumerable.Range(-100, 201).SelectMany(i => new[] { 1.0 / 64 + i * 1e-15, 63.0 / 64 + i * 1e-15 }))
            .Order();
        Assert.That(places.Select(NormalQuantile.Of), Is.Ordered);
    }

    [Test]
    public void In_the_outer_sixty_fourths_the_quantile_is_the_exact_one()
    {
        Assert.That(NormalQuantile.Of(0.0156), Is.EqualTo(NormalQuantile.Exact(0.0156)));
        Assert.That(NormalQuantile.Of(0.9999), Is.EqualTo(NormalQuantile.Exact(0.9999)));
    }
}
