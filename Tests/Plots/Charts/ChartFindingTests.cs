using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>The title of a chart is what its numbers say, where they say anything that chance does not.</summary>
public sealed class ChartFindingTests
{
    private const string Rate = "four_hour_rate";
    private const string Clinic = "clinic";
    private const string Shown = "Four hour";

    [Test]
    public void Which_goes_furthest_towards_the_target_and_how_far() =>
        Assert.That(Title("four-hour", HandMade(5.5, 5.0, 6.0).With(Rate, "%", 73.6, 2.2, 1.7, 2.7, scenario: Clinic)),
            Is.EqualTo("A hub, furthest of all: A&E within four hours rises from 73.6 to 79.1 %, not to the 95 % standard"));

    [Test]
    public void None_goes_furthest_where_two_may_be_equal() =>
        Assert.That(Title("four-hour", HandMade(2.5, 2.0, 3.0).With(Rate, "%", 73.6, 2.2, 1.7, 2.7, scenario: Clinic)),
            Does.StartWith("A hub: A&E within four hours rises from 73.6 to 76.1 %"));

    [Test]
    public void A_target_that_is_reached_is_told() =>
        Assert.That(Title("four-hour", HandMade(22, 21.8, 22.2)), Does.EndWith("rises from 73.6 to 95.6 %, above the 95 % standard"));

    [Test]
    public void What_makes_it_worse_leads_away_from_the_target() =>
        Assert.That(Title("four-hour", HandMade(-3, -3.5, -2.5)),
            Is.EqualTo("A hub: A&E within four hours falls from 73.6 to 70.6 %, away from the 95 % standard"));

    [Test]
    public void No_effect_is_a_finding_where_the_interval_leaves_room_for_none() =>
        Assert.That(Title("four-hour", HandMade(0.1, -0.5, 0.7)), Is.EqualTo("A hub: A&E within four hours does not change by more than chance would"));

    [Test]
    public void What_cannot_be_told_from_chance_is_called_by_what_is_shown()
    {
        var drawing = Draw("four-hour", HandMade(3, -9, 15).Results);
        Assert.That(drawing.Title, Is.EqualTo(Shown));
        Assert.That(Words(drawing), Does.Not.Contain("chance would"));
    }

    [Test]
    public void One_replication_tells_nothing() =>
        Assert.That(Draw("four-hour", new HandMade { Replications = 1 }.With(Rate, "%", 73.6, 5, double.NaN, double.NaN).Results).Title, Is.EqualTo(Shown));

    [Test]
    public void What_is_not_known_may_turn_a_finding_round_and_then_it_is_none()
    {
        var results = HandMade(5.5, 5.0, 6.0).Results;
        var open = results with { Differences = [.. results.Differences.Select(row => row with { Lower95All = -1, Upper95All = 9, NOuter = 40 })] };
        Assert.That(Draw("four-hour", open).Title, Is.EqualTo(Shown));
    }

    [Test]
    public void One_scenario_is_held_against_the_target()
    {
        Assert.That(Draw("four-hour", Alone(73.6, 72.6, 74.6)).Title, Is.EqualTo("A&E within four hours is 73.6 %, below the 95 % standard"));
        Assert.That(Draw("four-hour", Alone(96, 95.5, 96.5)).Title, Is.EqualTo("A&E within four hours is 96.0 %, above the 95 % standard"));
        Assert.That(Draw("four-hour", Alone(95, 94, 96)).Title, Is.EqualTo(Shown), "the interval holds the standard");
    }

    [Test]
    public void A_scenario_by_itself_tells_what_it_moves_furthest_and_the_subtitle_what_is_shown()
    {
        var drawing = Draw("differences", HandMade(5.5, 5.0, 6.0).With("breaches", "per day", 120, -1, -2, 0.5).Results);
        Assert.That(drawing.Title, Is.EqualTo("A hub: A&E within four hours rises from 73.6 to 79.1 %, not to the 95 % standard"));
        Assert.That(Words(drawing), Does.Contain("A hub: difference from the baseline. Whole system, year 2018/19."));
    }

    [Test]
    public void A_scenario_that_moves_nothing_says_so() =>
        Assert.That(Draw("differences", HandMade(0.1, -0.5, 0.7).Results).Title, Is.EqualTo("A hub: none of these changes by more than chance would"));

    [Test]
    public void What_the_title_speaks_of_stands_first_better_and_worse_are_said_and_single_measures_have_a_heading()
    {
        var made = HandMade(5.5, 5.0, 6.0).With("breaches", "per day", 120, -60, -61, -59).With("admissions", "per day", 90, 1, 0.5, 1.5);
        List<string> texts = [.. Draw("differences", made.Results).Texts.Select(text => text.Text)];
        Assert.That(texts, Has.Some.EndsWith("points, better"));
        Assert.That(texts.IndexOf("Other measures"), Is.GreaterThan(texts.FindIndex(text => text == "A&E within four hours")), string.Join(" | ", texts));
    }

    [Test]
    public void Each_part_of_a_chart_is_titled_by_what_is_in_it()
    {
        var made = HandMade(5.5, 5.0, 6.0);
        foreach (var other in Enumerable.Range(1, 70))
        {
            made.With(Rate, "%", 73.6, 0.6 + (other / 100.0), 0.55 + (other / 100.0), 0.65 + (other / 100.0), scenario: $"other-{other}");
        }

        var results = Against95(made.Results);
        var parts = ChartList.Of(results).First(chart => chart.Id == "four-hour").Draw(new ChartRequest { Results = results }).All;
        Assert.That(parts, Has.Count.GreaterThan(1));
        Assert.That(parts[0].Title, Does.StartWith("A hub, furthest of all"));
        Assert.That(parts[^1].Title, Does.StartWith("other-70: A&E within four hours"));
    }

    [Test]
    public void A_tornado_names_what_moves_most_only_where_it_stands_apart()
    {
        Assert.That(Title("tornado", HandMade(5.5, 5.0, 6.0).With(Rate, "%", 73.6, -2.2, -2.7, -1.7, scenario: Clinic)),
            Is.EqualTo("A&E within four hours is moved most by A hub: +5.50 points"));
        Assert.That(Title("tornado", HandMade(2.5, 2.0, 3.0).With(Rate, "%", 73.6, -2.2, -2.7, -1.7, scenario: Clinic)), Does.EndWith("what moves it most"));
    }

    [Test]
    public void A_title_of_ones_own_goes_before_and_the_subtitle_stays()
    {
        var results = Against95(HandMade(5.5, 5.0, 6.0).Results);
        var own = ChartList.Find("four-hour", results)!.Draw(new ChartRequest { Results = results, Title = "Mine" }).All[0];
        Assert.That(own.Title, Is.EqualTo("Mine"));
        Assert.That(Words(own), Does.Contain(Shown + ". The share of").And.Not.Contain("furthest of all"));
    }

    [Test]
    public void A_title_without_room_leaves_out_target_and_levels() =>
        Assert.That(Draw("four-hour", new HandMade { ScenarioTitle = new string('x', 30) + " " + new string('y', 30) }
            .With(Rate, "%", 73.6, 5.5, 5, 6).Results, ChartRequest.LeastWidth).Title, Does.EndWith("yyy: A&E within four hours +5.50 points"));

    private static HandMade HandMade(double difference, double lower, double upper) =>
        new HandMade().With(Rate, "%", 73.6, difference, lower, upper);

    private static ResultSet Alone(double mean, double lower, double upper)
    {
        var results = HandMade(1, 0.5, 1.5).Results;
        return results with
        {
            Run = results.Run with { Scenarios = [ExperimentPlan.BaselineId] },
            Differences = [],
            Summaries = [.. results.Summaries.Where(row => row.Scenario == ExperimentPlan.BaselineId)
                .Select(row => row with { Mean = mean, Lower95 = lower, Upper95 = upper })],
        };
    }

    private static string Title(string chart, HandMade made) => Draw(chart, made.Results).Title;

    private static Drawing Draw(string chart, ResultSet results, double width = ChartRequest.PageWidth) =>
        Draw(chart, new ChartRequest { Results = Against95(results), WidthMillimetres = width });

    private static Drawing Draw(string chart, ChartRequest request) => ChartList.Find(chart, request.Results)!.Draw(request).All[0];

    private static ResultSet Against95(ResultSet results) => results with
    {
        System = results.System with
        {
            Measures = [.. results.System.Measures
                .Select(measure => measure.Id == Rate ? measure with { Standards = [new StandardFacts("", 95, "standard")] } : measure)],
        },
    };

    private static string Words(Drawing drawing) => string.Join(' ', drawing.Texts.Select(text => text.Text));
}
