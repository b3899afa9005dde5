using FlowSim.Scenarios.Claims;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Uncertainty;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Uncertainty;

/// <summary>A mean that is standard normal, chance with a standard deviation of 3, and the claim that it is below 1/2.</summary>
public sealed class ProbabilityTests
{
    private const double Chance = 3;
    private const double Bound = 0.5;
    private const int Draws = 400;
    private const int Experiments = 50;

    /// <summary>That a future is below it: chance and what is not known together.</summary>
    private static readonly double Happens = Normal.CDF(0, 1, Bound / Math.Sqrt(1 + (Chance * Chance)));

    /// <summary>That the mean is.</summary>
    private static readonly double OnAverage = Normal.CDF(0, 1, Bound);

    [TestCase(4)]
    [TestCase(20)]
    public void The_two_probabilities_are_those_of_theory(int inner)
    {
        var rows = Enumerable.Range(0, Experiments).SelectMany(seed => Judge(Normals.Runs((ulong)seed, Draws, inner, 1, Chance))).ToList();
        var happens = rows.FindAll(row => row.Kind == ProbabilityRow.Happens).ConvertAll(row => row.Probability);

        // Of 20,000 draws a share is known to 0.0035.
        Assert.That(happens.Average(), Is.EqualTo(Happens).Within(0.014));
        var onAverage = rows.FindAll(row => row.Kind == ProbabilityRow.TrueOnAverage);
        Assert.That(onAverage.Average(row => row.Probability), Is.EqualTo(OnAverage).Within(0.03));
        var plain = Normal.CDF(0, 1, Bound / Math.Sqrt(1 + (Chance * Chance / inner)));
        Assert.That(onAverage.Average(row => row.Uncorrected), Is.EqualTo(plain).Within(0.014), "counted among means of runs it lies too near to one half");
        Assert.That(OnAverage - plain, Is.GreaterThan(0.03));
    }

    [Test]
    public void Its_standard_error_and_interval_are_those_of_a_share()
    {
        var row = Judge(Normals.Runs(3, Draws, 2, 1, Chance)).First();
        Assert.That(row.Se, Is.EqualTo(Math.Sqrt(row.Probability * (1 - row.Probability) / Draws)).Within(1e-12));

        // The ends of Wilson's interval are the shares from which what was counted is just 1.96 standard errors away.
        foreach (var end in new[] { row.Lower95, row.Upper95 })
        {
            Assert.That(Math.Abs(row.Probability - end) / Math.Sqrt(end * (1 - end) / Draws), Is.EqualTo(1.959964).Within(1e-5));
        }

        Assert.That((row.NOuter, row.NInner), Is.EqualTo((Draws, 1)));
    }

    [Test]
    public void Ten_of_ten_draws_are_enough_and_six_of_ten_are_not()
    {
        Assert.That(Judge([.. Enumerable.Repeat(0.0, 10).Select(value => new[] { value, value })])[0].Verdict, Is.EqualTo("met"));
        Assert.That(Judge([.. Enumerable.Range(0, 10).Select(draw => draw < 6 ? new[] { 0.0, 0 } : [1, 1])])[0].Verdict,
            Is.EqualTo("cannot be told from 10 draws"));
        Assert.That(Judge([.. Enumerable.Repeat(1.0, 10).Select(value => new[] { value, value })])[0].Verdict, Is.EqualTo("not met"));
    }

    [Test]
    public void Where_inputs_cannot_be_seen_a_mean_near_the_bound_has_no_verdict()
    {
        // All is chance, and the mean is a little below the bound: drawn together, all means meet it.
        var verdicts = Enumerable.Range(0, 40).Select(seed => Judge(Normals.Runs((ulong)seed, 60, 2, 0, Chance, mean: 0.45)).Last())
            .Select(row => row.Verdict.Split(" from ")[0]).ToList();
        Assert.That(verdicts.Count(verdict => verdict == "cannot be told"), Is.GreaterThan(30));
    }

    private static List<ProbabilityRow> Judge(double[][] draws) => [.. ProbabilityJudge.Judge(new Claim
    {
        Name = "below a half",
        Scenario = "",
        Form = ClaimForm.Level,
        Subject = "y",
        Place = "system",
        Period = "all",
        Comparator = "",
        Relation = ClaimWords.Below,
        Target = Bound,
        Verdict = "",
        Where = new SourceLocation("", 0, 0),
    }, "baseline", isTarget: true, draws)];
}
