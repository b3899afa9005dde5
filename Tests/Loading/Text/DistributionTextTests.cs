using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading.Text;

public sealed class DistributionTextTests
{
    private const double Day = 86_400;
    private const double Hour = 3_600;

    [TestCase("lognormal mean 3.1 d sd 4 d", 3.1 * Day)]
    [TestCase("lognormal sd 4 d mean 3.1 d", 3.1 * Day)]
    [TestCase("lognormal median 9 d mean 18 d", 18 * Day)]
    [TestCase("exponential mean 2 d", 2 * Day)]
    [TestCase("gamma mean 2 d sd 1 d", 2 * Day)]
    [TestCase("uniform 7 d 28 d", 17.5 * Day)]
    [TestCase("triangular 10 min 15 min 36 min", 61.0 * 60 / 3)]
    [TestCase("constant 5 min", 300)]
    [TestCase("8 min", 480)]
    [TestCase("4h", 4 * Hour)]
    [TestCase("0", 0)]
    public void The_law_has_the_mean_that_was_written(string text, double seconds)
    {
        var law = Read(text).ToDistribution();
        Assert.That(law.Mean, Is.EqualTo(seconds).Within(1e-9 * (seconds + 1)));
    }

    [Test]
    public void Mu_and_sigma_are_of_the_logarithm_in_the_unit_behind_them()
    {
        var law = Read("lognormal mu 1.2 sigma 0.8 d").ToDistribution();
        Assert.That(law.Mean, Is.EqualTo(Math.Exp(1.2 + 0.32) * Day).Within(1e-6 * Day));
        Assert.That(law.Quantile(0.5), Is.EqualTo(Math.Exp(1.2) * Day).Within(1e-3 * Day));
    }

    [Test]
    public void Bounds_limit_what_is_drawn()
    {
        var law = Read("lognormal mean 3.1 d sd 4 d at least 1 h at most 60 d").ToDistribution();
        Assert.That(law.Seconds(1e-12), Is.EqualTo(3_600));
        Assert.That(law.Seconds(1 - 1e-12), Is.EqualTo(60 * 86_400));
    }

    [Test]
    public void An_empirical_sample_is_read_in_its_unit()
    {
        var spec = Read("empirical tables/stays.csv column days in d");
        Assert.That((spec.Table, spec.Column), Is.EqualTo(("stays", "days")));
        Assert.That(spec.ToDistribution([1, 2, 6]).Mean, Is.EqualTo(3 * Day).Within(1e-6));
    }

    [Test]
    public void Plain_numbers_are_drawn_where_no_time_is_meant()
    {
        Assert.That(DistributionText.TryParseNumber("binomial 30 80 %", out var binomial, out _), Is.True);
        Assert.That(binomial!.ToDistribution().Mean, Is.EqualTo(24).Within(1e-9));
        Assert.That(DistributionText.TryParseNumber("22", out var constant, out _), Is.True);
        Assert.That(constant!.ToDistribution().Mean, Is.EqualTo(22));
        Assert.That(DistributionText.TryParseNumber("22 d", out _, out _), Is.False);
    }

    [TestCase("lognormal mean 3.1 d sd 4 d")]
    [TestCase("lognormal median 9 d mean 18 d")]
    [TestCase("lognormal mu 1.2 sigma 0.8 d")]
    [TestCase("lognormal mu 1.2 sigma 0")]
    [TestCase("weibull shape 1.5 scale 2 d")]
    [TestCase("uniform 7 d 28 d")]
    [TestCase("triangular 10 min 15 min 30 min at most 20 min")]
    [TestCase("exponential mean 90 min at least 1 min at most 1 w")]
    [TestCase("8 min")]
    [TestCase("empirical stays column days in d")]
    public void A_distribution_is_written_as_it_was_read(string text) => Assert.That(Read(text).ToText(), Is.EqualTo(text));

    [TestCase("6.2")]
    [TestCase("NaN")]
    [TestCase("NaN d")]
    [TestCase("Infinity d")]
    [TestCase("1e999 d")]
    [TestCase("-2 d")]
    [TestCase("1,000 d")]
    [TestCase("2 dayes")]
    [TestCase("lognormal mean 3.1 sd 4 d")]
    [TestCase("lognormal mean 3.1 d")]
    [TestCase("lognormal mean 3.1 d mean 4 d")]
    [TestCase("lognormal mean 0 d sd 4 d")]
    [TestCase("lognormal median 18 d mean 9 d")]
    [TestCase("lognormal mean NaN d sd 4 d")]
    [TestCase("uniform 28 d 7 d")]
    [TestCase("triangular 30 min 10 min 15 min")]
    [TestCase("exponential mean 2 d at least 3 d at most 1 d")]
    [TestCase("exponential mean 2 d at least 3")]
    [TestCase("exponentail mean 2 d")]
    [TestCase("empirical stays column days")]
    [TestCase("weibull shape 0 scale 2 d")]
    [TestCase("")]
    public void What_is_no_time_is_refused_and_says_what_was_expected(string text)
    {
        Assert.That(DistributionText.TryParse(text, out _, out var expected), Is.False);
        Assert.That(expected, Is.Not.Empty);
    }

    private static DistributionSpec Read(string text)
    {
        Assert.That(DistributionText.TryParse(text, out var spec, out var expected), Is.True, expected);
        return spec!;
    }
}
