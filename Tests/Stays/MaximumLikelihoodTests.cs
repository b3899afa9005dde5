using System.Globalization;
using FlowSim.Scenarios.Stays;
using FlowSim.Simulator.Sampling.Distributions;
using MathNet.Numerics;

namespace FlowSim.Tests.Stays;

/// <summary>Laws fitted to stays, against answers from other routes.</summary>
public sealed class MaximumLikelihoodTests
{
    /// <summary>
    /// Weeks in remission under 6-mercaptopurine, negative where the study ended first: Freireich et al. (1963), Blood 21: 699-716, the standard example of
    /// censored times.
    /// </summary>
    private static readonly double[] Remissions = [6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35];

    private static readonly (string Law, Distribution Distribution)[] Laws =
    [
        ("lognormal", Lognormal.MuSigma(1.2, 0.9, 1)), ("gamma", Gamma.MeanSd(6, 4)), ("weibull", Weibull.Of(0.8, 5)),
    ];

    private static IEnumerable<TestCaseData> Families => Laws.Select(law => new TestCaseData(law.Law, law.Distribution).SetArgDisplayNames(law.Law));

    [Test]
    public void Of_lognormal_stays_mean_and_spread_of_the_logarithms_are_most_likely()
    {
        double[] days = [0.5, 1.2, 1.9, 2, 3.4, 4.5, 5.1, 7.7, 9, 13, 21, 40];
        var fit = Fit("lognormal", days.Select(Exact));
        var logs = days.Select(day => Math.Log(day)).ToList();
        var (mean, sd) = (logs.Average(), Math.Sqrt(logs.Average(log => Math.Pow(log - logs.Average(), 2))));
        Assert.That(Numbers(fit), Is.EqualTo(new[] { mean, sd }).Within(1e-4));
        var logLikelihood = -logs.Sum() - (days.Length * (Math.Log(sd * Math.Sqrt(2 * Math.PI)) + 0.5));
        Assert.That(fit.LogLikelihood, Is.EqualTo(logLikelihood).Within(1e-6));
        Assert.That(fit.Aic, Is.EqualTo(4 - (2 * logLikelihood)).Within(1e-6));
    }

    [Test]
    public void Of_gamma_stays_the_shape_solves_its_likelihood_equation()
    {
        double[] days = [0.5, 1.2, 1.9, 2, 3.4, 4.5, 5.1, 7.7, 9, 13, 21, 40];
        var right = Math.Log(days.Average()) - days.Average(day => Math.Log(day));
        var shape = Root(k => Math.Log(k) - SpecialFunctions.DiGamma(k) - right, 0.05, 50);
        Assert.That(Numbers(Fit("gamma", days.Select(Exact))), Is.EqualTo(new[] { days.Average(), days.Average() / Math.Sqrt(shape) }).Within(1e-3));
    }

    [Test]
    public void Of_censored_weibull_times_the_shape_solves_Cohens_equation()
    {
        var times = Remissions.Select(Math.Abs).ToList();
        var ended = Remissions.Where(week => week > 0).ToList();
        var right = ended.Average(week => Math.Log(week));
        var shape = Root(k => (times.Sum(t => Math.Pow(t, k) * Math.Log(t)) / times.Sum(t => Math.Pow(t, k))) - (1 / k) - right, 0.1, 10);
        var scale = Math.Pow(times.Sum(t => Math.Pow(t, shape)) / ended.Count, 1 / shape);
        Assert.That(shape, Is.EqualTo(1.354).Within(0.001), "as survival software gives for these data");
        Assert.That(scale, Is.EqualTo(33.77).Within(0.01), "as survival software gives for these data");
        var stays = Remissions.Select(week => week > 0 ? Exact(week) : new Stay(StayKind.Over, -week)).ToList();
        Assert.That(Numbers(MaximumLikelihood.All(stays).Single(fit => fit.Family == "weibull")), Is.EqualTo(new[] { shape, scale }).Within(2e-3));
    }

    [TestCaseSource(nameof(Families))]
    public void The_law_that_stays_were_drawn_from_is_found_and_chosen(string family, Distribution law)
    {
        var fits = MaximumLikelihood.All([.. Drawn(law, 4_000).Select(Exact)]);
        Assert.That(fits[0].Family, Is.EqualTo(family), string.Join("; ", fits.Select(fit => $"{fit.Family} {fit.Aic}")));
        Agrees(fits[0], law, 0.005);
    }

    [TestCaseSource(nameof(Families))]
    public void Stays_that_are_cut_off_count_as_longer_and_not_as_ended(string family, Distribution law)
    {
        var most = law.Quantile(0.8);
        var cut = Drawn(law, 4_000).Select(days => Exact(days).CutAt(most)).ToList();
        Assert.That(cut.Count(stay => stay.Kind == StayKind.Over), Is.EqualTo(800));
        Agrees(Fit(family, cut), law, 0.01);
        var naive = Fit(family, cut.Select(stay => Exact(stay.Days)));
        Assert.That(naive.Survival(law.Quantile(0.9)), Is.Not.EqualTo(0.1).Within(0.02), "as if they had ended there");
    }

    [TestCaseSource(nameof(Families))]
    public void Nights_between_two_dates_give_the_law_of_the_hours(string family, Distribution law)
    {
        var nights = Drawn(law, 20_000).Select((days, at) => new Stay(StayKind.Nights, Math.Floor(days + (at * 0.6180339887 % 1)))).ToList();
        Assert.That(nights.Count(stay => stay.Days == 0), Is.GreaterThan(100), "there are stays within a day");
        Agrees(Fit(family, nights), law, 0.01);
    }

    [Test]
    public void Who_is_still_in_bed_keeps_the_curve_up()
    {
        Stay[] stays = [Exact(1), Exact(2), new(StayKind.Over, 2), Exact(4)];
        Assert.That(Survival.Of(stays), Is.EqualTo(new[] { (0.0, 1.0), (1, 0.75), (2, 0.5), (4, 0) }));
    }

    [Test]
    public void Few_stays_or_stays_of_one_length_are_not_fitted()
    {
        Assert.That(MaximumLikelihood.CanFit([.. Enumerable.Repeat(Exact(2), 50)]), Is.False);
        Assert.That(MaximumLikelihood.CanFit([.. Enumerable.Range(1, 9).Select(day => Exact(day))]), Is.False);
        Assert.That(MaximumLikelihood.CanFit([.. Enumerable.Range(1, 10).Select(day => Exact(day))]), Is.True);
    }

    private static Stay Exact(double days) => new(StayKind.Exact, days);

    private static StayFit Fit(string family, IEnumerable<Stay> stays) => MaximumLikelihood.All([.. stays]).Single(fit => fit.Family == family);

    /// <summary>Quantiles at even distances: a sample without chance.</summary>
    private static IEnumerable<double> Drawn(Distribution law, int count) => Enumerable.Range(0, count).Select(at => law.Quantile((at + 0.5) / count));

    private static void Agrees(StayFit fit, Distribution law, double within)
    {
        foreach (var share in new[] { 0.1, 0.25, 0.5, 0.75, 0.9, 0.97 })
        {
            Assert.That(fit.Survival(law.Quantile(share)), Is.EqualTo(1 - share).Within(within), $"{fit.Text}, {share}");
        }
    }

    /// <summary>The two numbers of a law as written.</summary>
    private static double[] Numbers(StayFit fit) =>
        [.. fit.Text.Split(' ').Where(word => char.IsAsciiDigit(word[^1])).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];

    private static double Root(Func<double, double> of, double low, double high)
    {
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = of(middle) > 0 == of(low) > 0 ? (middle, high) : (low, middle);
        }

        return low;
    }
}
