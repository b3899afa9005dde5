using FlowSim.Cli.Running;
using FlowSim.Scenarios.Claims;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Savings;

/// <summary>Claims on <see cref="TwoPartners"/>, where everything is known, and on values made up.</summary>
public sealed class ClaimTests
{
    private const string Given = ClaimWords.GivenTheseInputs;

    // 12 beds in place of 24.
    [TestCase("c,,level,beds-in-use,,2018/19,,below,12.5,,s", 12, "met")]
    [TestCase("c,,level,beds-in-use,,2018/19,,below,12,,s", 12, "not met")]
    [TestCase("c,,every-month,beds-in-use,,2018/19,,below,12.5,,s", 12, "met")]
    [TestCase("c,,change,beds-in-use,,2018/19,2016/17,below,-4000,,s", (12 * 365) - FirstYear, "met")]
    [TestCase("c,,change,beds-in-use,,2018/19,baseline,below,-5000,,s", -12 * 365, "not met")]
    [TestCase("c,,change,visits,,2018/19,baseline,within,0.5,,s", 0, "met")]
    [TestCase("c,,change,visits-in-all,,2018/19,2016/17,within,0.5,,s", 0, "met")]
    [TestCase("c,shorter,saving,cash gross,,2017/18 to 2018/19,,above,2.6,,s", ((((12 * 365 * 2) - FirstDays) * 300) - (12 * 40)) / 1e6, "met")]
    [TestCase("c,,growth,beds-in-use,,2018/19,baseline,within,49,,s", -50, "not met")]
    [TestCase("c,,growth,visits,,2018/19,2017/18,within,1,,s", 0, "met")]
    [TestCase("c,shorter,saving,cash gross,,2018/19,,above,1.3,,s", 12 * 365 * 300 / 1e6, "met")]
    [TestCase("c,shorter,saving,cash net,,2018/19,,above,1.3,,s", ((12 * 365 * 300) - 100_000) / 1e6, "not met")]
    [TestCase("c,,return,cash,,2018/19,,above,1,,s", 12 * 365 * 300 / 1e5, "met")]
    public void A_claim_is_held_against_what_was_run(string row, double estimate, string verdict)
    {
        using var pair = Pair(row);
        var claim = pair.Compare("--replications", "5").Claims.Single();
        Assert.That((claim.Kind, claim.Claim, claim.Scenario), Is.EqualTo((Given, "c", "shorter")));
        Assert.That(claim.Estimate, Is.EqualTo(estimate).Within(1e-6 * Math.Abs(estimate) + 1e-9));
        Assert.That((claim.Verdict, claim.NInner, claim.Probability), Is.EqualTo((verdict, 5, verdict == "met" ? 1.0 : 0.0)));
    }

    /// <summary>
    /// Bed-days of 2016/17, which begins empty: one patient more every two hours, so (23 + 22 + … + 0) times two hours, 23 days, are missing.
    /// </summary>
    private const double FirstYear = (24 * 365) - 23;

    /// <summary>
    /// Bed-days by which the first year has fewer to save: patients in bed at the branch stay out their two days, so 24 beds are in use for a day more, and
    /// on the next day those above 12 leave one by one, every two hours. The council has twelve days of care more, of those who come out a day earlier.
    /// </summary>
    private const double FirstDays = 12 + 6.5;

    [TestCase("c,,change,visits-in-all,,2017/18,2016/17,below,-1000,,s")]
    [TestCase("c,,level,beds-in-use,,2017/18,,below,13,,s")]
    [TestCase("c,,every-month,beds-in-use,,2017/18,,below,30,,s")]
    [TestCase("c,,saving,cash gross,,2017/18,,above,0,,s")]
    public void Part_of_a_year_is_not_that_year(string row)
    {
        using var pair = Pair(row);
        Assert.That(pair.Compare("--days", "90").Claims.Single().Verdict, Does.StartWith("not run: 2017/18"));
    }

    [Test]
    public void Two_years_stay_two_years_however_many_are_run()
    {
        using var pair = Pair("c,,saving,cash gross,,2017/18 to 2018/19,,above,3,,s");
        var (two, four) = (pair.Compare("--years", "2").Claims.Single(), pair.Compare("--years", "4").Claims.Single());
        Assert.That((four.Estimate, four.Period), Is.EqualTo((two.Estimate, "2017/18 to 2018/19")));
        Assert.That(pair.Compare("--years", "1").Claims.Single().Verdict, Is.EqualTo("not run: 2017/18 to 2018/19"));
    }

    [Test]
    public void Prices_are_among_what_a_mean_is_given()
    {
        using var pair = Pair("c,,saving,cash gross,,2018/19,,above,1.095,,s");
        pair.Costs = TwoPartners.CostHeader + TwoPartners.Bed.Replace(",cash,,,", ",cash,,200 to 400,");

        // 4380 bed-days: 1.095 million at £250, which three of four prices are above.
        var claims = pair.Compare("--draws", "100", "--replications", "2").Claims;
        Assert.That(claims.Select(claim => claim.Kind), Is.EqualTo(new[] { Given, ClaimWords.Happens, ClaimWords.TrueOnAverage }));
        Assert.That(claims.Skip(1).Select(claim => claim.Probability), Is.All.EqualTo(0.75).Within(0.03));
    }

    [Test]
    public void Three_of_three_are_too_few_to_tell()
    {
        using var pair = Pair("c,,level,beds-in-use,,2018/19,,below,13,,s");

        // Wilson: 3 of 3 may be as few as 44 in 100.
        Assert.That(pair.Compare().Claims.Single().Verdict, Is.EqualTo("cannot be told from 3 replications"));
    }

    [Test]
    public void What_was_not_run_is_not_extrapolated()
    {
        using var pair = Pair("c,,level,beds-in-use,,2020/21,,below,13,,s");
        var claim = pair.Compare().Claims.Single();
        Assert.That((claim.Verdict, claim.Estimate, claim.Probability), Is.EqualTo(("not run: 2020/21", double.NaN, double.NaN)));
    }

    [Test]
    public void Nothing_gained_is_no_return_and_not_unknown()
    {
        using var pair = Pair("c,,return,cash,,2017/18,,above,1,,s");
        pair.Scenarios = TwoPartners.Scenario("later", "{ set: stages.stay.time, to: 1 d, from: 2018-04-01, reason: r }",
            "{ line: team, partner: trust, gbp_per_year: 100000, recurrent: true, from: 2017-04-01, price_year: 2016/17 }");
        var claim = pair.Compare("--replications", "5").Claims.Single();
        Assert.That((claim.Estimate, claim.Verdict), Is.EqualTo((0.0, "not met")));
    }

    [Test]
    public void What_cannot_be_tested_says_why()
    {
        using var pair = Pair("c,shorter,said,,,all,,,,outside the model,s");
        Assert.That(pair.Compare().Claims.Single().Verdict, Is.EqualTo("outside the model"));
    }

    [Test]
    public void With_draws_both_probabilities_are_given_by_name()
    {
        // The time is drawn between 0.5 and 1.5 d, so the beds are 6 to 18, evenly; below 9 in a quarter of them. Nothing else varies: mean and future agree.
        using var pair = Pair("c,,level,beds-in-use,,2018/19,,below,9,,s");
        pair.Scenarios = TwoPartners.Scenario("shorter", "{ set: stages.stay.time, to: { value: 1 d, range: 0.5 d to 1.5 d }, reason: r }");
        var claims = pair.Compare("--draws", "100", "--replications", "2").Claims;
        Assert.That(claims.Select(claim => claim.Kind), Is.EqualTo(new[] { Given, ClaimWords.Happens, ClaimWords.TrueOnAverage }));
        foreach (var claim in claims.Skip(1))
        {
            Assert.That(claim.Probability, Is.EqualTo(0.25).Within(0.03), claim.Kind);
            Assert.That((claim.NOuter, claim.NInner, claim.Verdict), Is.EqualTo((100, 1, "not met")));
        }
    }

    [Test]
    public void Chance_is_taken_out_of_the_mean_given_the_inputs()
    {
        // Y = 4 x + noise: P(E[Y | x] < 1) is P(x < 1/4), while P(Y < 1) is nearer a half for the noise.
        double[] x = [.. Enumerable.Range(0, 400).Select(at => (at + 0.5) / 400)];
        double[] y = [.. x.Select((place, at) => (4 * place) + (3 * (Uniform(at, 0) + Uniform(at, 1) + Uniform(at, 2) - 1.5)))];
        var fit = MeanGivenInputs.Of([.. x.Select((place, at) => new[] { place, Uniform(at, 3) })], y)!;
        Assert.That(fit.Means.Count(mean => mean < 1) / 400.0, Is.EqualTo(0.25).Within(0.06));
        Assert.That(y.Count(value => value < 1) / 400.0, Is.GreaterThan(0.3));
        Assert.That(fit.Explained, Is.InRange(0.2, 0.6), "16/12 of a variance of 16/12 + 9/4");
    }

    [Test]
    public void Inputs_that_explain_nothing_are_found_out()
    {
        double[][] places = [.. Enumerable.Range(0, 20).Select(draw => Enumerable.Range(0, 30).Select(input => Uniform(draw, input)).ToArray())];
        double[] values = [.. places.Select((_, draw) => Uniform(draw, 30))];
        Assert.That(MeanGivenInputs.Of(places, values)!.Explained, Is.LessThan(MeanGivenInputs.LeastExplained));
    }

    // Wilson (1927), as tabled by Newcombe (1998): 81 of 263, and 0 of 20.
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(10, 10, 0.7225, 1.0000)]
    public void A_share_has_the_score_interval(int yes, int of, double lower, double upper)
    {
        var share = Proportion.Of(yes, of);
        Assert.That((share.Lower, share.Upper), Is.EqualTo((lower, upper)).Using<(double, double)>((one, other) =>
            Math.Abs(one.Item1 - other.Item1) < 5e-5 && Math.Abs(one.Item2 - other.Item2) < 5e-5 ? 0 : 1));
    }

    [TestCase("c,,level,beds-in-yuse,,2018/19,,below,9,,s", "claims.subject: expected a measure")]
    [TestCase("c,,every-month,visits,,2018/19,,below,9,,s", "a measure with months")]
    [TestCase("c,,change,visits,,2018/19,,below,9,,s", "claims.comparator: expected baseline, or a financial year")]
    [TestCase("c,,level,visits,,2018,,below,9,,s", "claims.period: expected a financial year")]
    [TestCase("c,,level,visits,,2018/19,,under,9,,s", "claims.relation: expected one of below, above, within")]
    [TestCase("c,,level,visits,,2018/19,,below,nine,,s", "claims.target: expected a number")]
    [TestCase("c,longer,level,visits,,2018/19,,below,9,,s", "claims.scenario: expected a scenario of this system")]
    [TestCase("c,,saving,cash,,2018/19,,below,9,,s", "claims.subject: expected a basis with gross or net")]
    [TestCase("c,,said,,,all,,,,,s", "claims.verdict: expected why it is not tested")]
    [TestCase(",,level,visits,,2018/19,,below,9,,s", "claims.claim: expected what is claimed")]
    [TestCase("c,,level,visits,,2018/19,,below,9,,", "claims.source: expected where it is from")]
    [TestCase("c,,level,visits,,2018/19,baseline,below,9,,s", "claims.comparator: expected nothing")]
    [TestCase("c,,change,visits,,2018/19,2016/18,below,9,,s", "claims.comparator: expected baseline, or a financial year")]
    [TestCase("c,,change,visits,,all,2016/17,below,9,,s", "claims.comparator: expected baseline, where the period is all")]
    [TestCase("c,,saving,cash net,north,2018/19,,below,9,,s", "claims.place: expected nothing")]
    [TestCase("c,,saving,cash net,,2018/19 to 2017/18,,below,9,,s", "claims.period: expected a financial year such as 2018/19, years together")]
    [TestCase("c,,level,visits,,2017/18 to 2018/19,,below,9,,s", "claims.period: expected a financial year such as 2018/19, or all")]
    [TestCase("c,,guess,visits,,2018/19,,below,9,,s", "claims.form: expected one of")]
    public void A_row_that_is_wrong_is_named_by_its_line(string row, string expected)
    {
        using var pair = Pair(row);
        var typed = pair.Typed();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput), typed.Error);
        Assert.That(typed.Error.ReplaceLineEndings(" "), Does.Contain("claims.csv:2").And.Contain(expected));
    }

    [Test]
    public void A_claim_has_a_name_of_its_own()
    {
        using var pair = Pair("c,,level,visits,,2018/19,,below,9,,s\nc,,level,visits,,2018/19,,below,8,,s");
        var typed = pair.Typed();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error.ReplaceLineEndings(" "), Does.Contain("claims.csv:3").And.Contain("a name of its own"));
    }

    private static double Uniform(int run, int index) => KeyedUniform.Of(7, "noise", run, index);

    private static TwoPartners Pair(string claim) => new()
    {
        Claims = claim + "\n",
        Scenarios = TwoPartners.Scenario("shorter", TwoPartners.Set("stages.stay.time", "1 d"),
            "{ line: team, partner: trust, gbp_per_year: 100000, recurrent: true, from: 2017-04-01, price_year: 2016/17 }"),
    };
}
