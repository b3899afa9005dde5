using FlowSim.Scenarios.Calibration;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Calibration;

/// <summary>The model's own error of levels, from what it gave for a year to which nothing was fitted.</summary>
public sealed class LevelErrorTests
{
    [Test]
    public void Percentages_are_off_by_points_and_half_the_width_is_two_root_mean_squares()
    {
        var errors = new LevelErrors([Predicted("rate", "north", 90, 87, "%"), Predicted("rate", "south", 90, 94, "%")]);
        Assert.That(errors.Of("rate", "")!.HalfWidth(50), Is.EqualTo(2 * Math.Sqrt((9 + 16) / 2.0)).Within(1e-12));
    }

    [Test]
    public void Other_units_are_off_by_a_share_of_the_level_so_that_large_and_small_places_can_be_pooled()
    {
        var errors = new LevelErrors([Predicted("beds", "north", 48, 60, "beds"), Predicted("beds", "south", 6, 5, "beds")]);
        Assert.That(errors.Of("beds", "")!.HalfWidth(30), Is.EqualTo(2 * 0.2 * 30).Within(1e-12));
    }

    [Test]
    public void A_level_of_0_has_no_share_that_an_error_could_be_of()
    {
        var errors = new LevelErrors([Predicted("beds", "north", 0, 0, "beds"), Predicted("beds", "south", 3, 0, "beds"), Predicted("beds", "east", 0, 3, "beds")]);
        Assert.That((errors.Of("beds", "")!.RootMeanSquare, errors.Of("beds", "")!.Count), Is.EqualTo((1.0, 1)));
        Assert.That(new LevelErrors([Predicted("beds", "north", 1e300, 1e-300, "beds")]).Of("beds", ""), Is.Null);
    }

    [TestCase(1, 0.70483, TestName = "One error: 2 atan(2) / pi")]
    [TestCase(2, 0.81650, TestName = "Two errors: 2 / the root of 6")]
    [TestCase(1_000_000, 0.95450, TestName = "Many errors: the normal distribution")]
    public void What_is_left_of_95_per_cent_with_few_errors_is_said(int count, double cover) =>
        Assert.That(new LevelError(1, false, count).Cover, Is.EqualTo(cover).Within(1e-5));

    [Test]
    public void Months_are_no_further_evidence_of_the_winter_that_they_are_part_of()
    {
        var errors = new LevelErrors(
        [
            Predicted("rate", "north", 90, 88, "%", "2015-12..2016-02"), Predicted("rate", "north", 90, 60, "%", "2016-01"), Predicted("rate", "south", 90, 88, "%", "2015-12"),
        ]);
        Assert.That((errors.Of("rate", "")!.RootMeanSquare, errors.Of("rate", "")!.Count), Is.EqualTo((2.0, 2)));
    }

    [Test]
    public void Years_have_the_error_and_months_and_other_measures_have_none()
    {
        var errors = new LevelErrors([Predicted("rate", "north", 90, 87, "%")]);
        var rows = errors.On([Row("rate", "2017/18"), Row("rate", "2017-04"), Row("rate", Periods.All), Row("other", "2017/18")]);
        Assert.That(rows.Select(row => row.ModelError95), Is.EqualTo(new[] { 6, double.NaN, 6, double.NaN }));
    }

    [Test]
    public void A_measure_in_another_group_has_another_error()
    {
        var errors = new LevelErrors([Predicted("rate", "north", 90, 87, "%") with { Group = "adult" }]);
        Assert.That((errors.Of("rate", ""), errors.Of("rate", "adult")?.Count), Is.EqualTo(((LevelError?)null, (int?)1)));
    }

    [TestCase("2015/16", 1, "2016/17")]
    [TestCase("2015/16", -1, "2014/15")]
    [TestCase("2015-12", 1, "2016-12")]
    [TestCase("2015-12..2016-02", 2, "2017-12..2018-02")]
    [TestCase("all", 1, null)]
    public void The_same_part_of_another_year(string period, int years, string? expected) =>
        Assert.That(ObservedPeriod.Read(period)!.Later(years)?.Text, Is.EqualTo(expected));

    private static Summary Row(string measure, string period) => new()
    {
        Scenario = "baseline",
        Key = new ResultKey(period, measure, "system", ""),
        Unit = "%",
        N = 2,
        Mean = 80,
        Sd = 1,
        Lower95 = 79,
        Upper95 = 81,
    };

    private static PredictedFigure Predicted(string measure, string place, double observed, double modelled, string unit, string period = "2015/16") =>
        new() { Measure = measure, Place = place, Period = period, Unit = unit, Observed = observed, Modelled = modelled };
}
