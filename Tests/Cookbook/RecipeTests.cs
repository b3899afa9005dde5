using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Cookbook;

/// <summary>What the cookbook says comes out of its recipes does.</summary>
public sealed class RecipeTests
{
    [Test]
    public void A_third_doctor_in_the_evening_adds_four_points_within_four_hours()
    {
        var run = RecipeRuns.Of("emergency-department");
        Agrees(run, "attendances", (8 * 2) + (2 * 5) + (10 * 6) + (4 * 4), 2);
        Assert.That(run.Mean("four_hour_rate"), Is.EqualTo(92).Within(1.5));
        Assert.That(run.Change("four_hour_rate").Lower, Is.GreaterThan(3));
        Assert.That(run.Change("four_hour_rate").Upper, Is.LessThan(5.5));
        Assert.That(run.Change("left_unseen").Upper, Is.LessThan(-0.4 * run.Mean("left_unseen")));
    }

    [Test]
    public void Cubicles_shorten_handovers_and_with_them_the_response()
    {
        var run = RecipeRuns.Of("ambulance-handover");
        Agrees(run, "handovers", 24 * 2 * 0.7, 1);
        Assert.That(run.Mean("handover_over_30"), Is.GreaterThan(33));
        Assert.That(run.Change("handover_mean").Upper, Is.LessThan(-0.6 * run.Mean("handover_mean")));
        Assert.That(run.Change("response_mean").Upper, Is.LessThan(-0.35 * run.Mean("response_mean")));
    }

    [Test]
    public void Four_community_beds_give_back_about_four_ward_beds()
    {
        var run = RecipeRuns.Of("ward-to-community");
        Assert.That(run.Mean("transfers") + run.Mean("fallbacks"), Is.EqualTo(7 * 0.1).Within(0.04), "who asked has been placed or has given up");
        Assert.That(run.Mean("delayed_beds"), Is.InRange(4.5, 6.5));
        Assert.That(run.Change("delayed_beds").Upper, Is.LessThan(-3));
        Assert.That(run.Change("delayed_beds").Lower, Is.GreaterThan(-5.5));
        Assert.That(run.Mean("fallbacks", scenario: "four-beds-more"), Is.LessThan(0.1 * run.Mean("fallbacks")));
    }

    [Test]
    public void Nineteen_hours_of_work_are_four_fifths_of_the_roster_less_the_time_after_closing()
    {
        var run = RecipeRuns.Of("staff-on-a-roster");
        const int Visits = (2 * 4) + (4 * 4);
        Agrees(run, "visits", Visits + (6 * 5.5), 1.2);
        Assert.That(run.Mean("utilisation", group: "nurse"), Is.InRange(75, 100 * 19.0 / 24));
        Assert.That(run.Change("time_there").Upper, Is.LessThan(-13));
    }

    [Test]
    public void Without_the_diversion_the_north_waits_as_Erlang_says()
    {
        var run = RecipeRuns.Of("two-sites-that-divert");
        var theory = 60 * ErlangDelayMean(3, 7, 60.0 / 22);
        Assert.That(theory, Is.EqualTo(37.6).Within(0.05), "as the page says");
        var halfWidth = run.HalfWidth("wait", "north", scenario: "no-diversion");
        Assert.That(halfWidth, Is.LessThan(4));
        Assert.That(run.Mean("wait", "north", scenario: "no-diversion"), Is.EqualTo(theory).Within(3 * halfWidth));
        Assert.That(run.Mean("wait", "north"), Is.LessThan(theory / 2));
        Assert.That(run.Mean("diverted"), Is.EqualTo(10).Within(1));
    }

    [Test]
    public void The_cancelled_come_back_so_as_many_operations_are_done_as_are_planned()
    {
        var run = RecipeRuns.Of("electives-on-a-schedule");
        Agrees(run, "operations", 30.0 / 7, 0.06);
        Assert.That(run.Mean("cancelled"), Is.EqualTo(10).Within(3.5));
        Assert.That(run.Change("cancelled").Upper, Is.LessThan(0));
    }

    [Test]
    public void Beds_that_stays_need_are_Poisson()
    {
        var run = RecipeRuns.Of("stays-from-a-file");
        Agrees(run, "length_of_stay", 6.3, 0.15);
        Agrees(run, "beds_in_use", 37.8, 1);

        // 1 - sum of the first 48 terms; 6.1 %.
        var (term, below) = (Math.Exp(-37.8), 0.0);
        for (var n = 0; n < 48; n++)
        {
            below += term;
            term *= 37.8 / (n + 1);
        }

        Assert.That(1 - below, Is.EqualTo(0.061).Within(0.0005));
        Assert.That(run.Mean("p_full", group: "bed/48"), Is.EqualTo(1 - below).Within(3 * run.HalfWidth("p_full", group: "bed/48")));
        Assert.That(run.Change("beds_in_use").Lower, Is.LessThan(-2.5));
    }

    [Test]
    public void The_excess_of_the_census_melts_away_exponentially()
    {
        var run = RecipeRuns.Of("start-from-a-census");
        Agrees(run, "midnights", AtMidnight(5), 0.7);
        Assert.That(AtMidnight(5), Is.EqualTo(36.3).Within(0.05));
        Assert.That(AtMidnight(4), Is.EqualTo(32.8).Within(0.05));
        Assert.That(run.Mean("midnights", scenario: "four-a-day"), Is.EqualTo(AtMidnight(4)).Within(2 * run.HalfWidth("midnights", scenario: "four-a-day")));
    }

    private static void Agrees(RecipeRun run, string measure, double expected, double halfWidthAtMost)
    {
        Assert.That(run.HalfWidth(measure), Is.LessThan(halfWidthAtMost), $"the interval of {measure} says something");
        Assert.That(run.Mean(measure), Is.EqualTo(expected).Within(1.5 * run.HalfWidth(measure)), measure);
    }

    /// <summary>
    /// Mean of 14 midnights of two groups of 22 patients with exponential stays of 4 and 14 days, 80 % and 20 % of the admissions (M/M/infinity).
    /// </summary>
    private static double AtMidnight(double admissions)
    {
        double Group(double share, double stay, int day)
        {
            var settled = admissions * share * stay;
            return settled + ((22 - settled) * Math.Exp(-day / stay));
        }

        return Enumerable.Range(1, 14).Average(day => Group(0.8, 4, day) + Group(0.2, 14, day));
    }

    /// <summary>Mean wait in M/M/c, in the unit of time of the rates (Erlang 1917).</summary>
    private static double ErlangDelayMean(int servers, double arrivals, double service) =>
        Formulas.ErlangC(servers, arrivals / service) / ((servers * service) - arrivals);
}
