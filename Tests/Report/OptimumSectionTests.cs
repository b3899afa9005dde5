using System.Text.RegularExpressions;
using FlowSim.Plots.Report;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>The section on what targets take, and its sentences.</summary>
public sealed class OptimumSectionTests
{
    private const string Title = "What the targets take";

    [Test]
    public void It_stands_behind_the_answer_and_where_nothing_was_searched_there_is_none()
    {
        var page = Page.Of(OptimumResults.Priced);
        Assert.That(Place("id=\"answer\""), Is.LessThan(Place("id=\"optimum\"")));
        Assert.That(Place("id=\"optimum\""), Is.LessThan(Place("id=\"comparison\"")));
        Assert.That(Page.Of(OptimumResults.Priced with { Designs = [], Levers = [] }), Does.Not.Contain(Title));

        int Place(string text) => page.IndexOf($"<section {text}", StringComparison.Ordinal) is >= 0 and var at ? at : throw new AssertionException(text);
    }

    [Test]
    public void Its_elements_are_closed_and_its_ids_unique() => Assert.That(HtmlOutline.Of(Page.Of(OptimumResults.Priced)).Problems, Is.Empty);

    [Test]
    public void The_answer_names_cost_levers_and_every_target() =>
        Assert.That(OptimumWords.Answer(OptimumResults.Priced), Is.EqualTo(
            "Least cost: £1.24m a year, with Home care a day +12, Assessors 2.5. Target breaches < 100 per day with 95 %: 95.0 per day (met; 31 of 32 runs meet it); target occupancy_rate < 95 %: 94.0 % (met on average; 32 of 32 runs meet it)."));

    [Test]
    public void Where_further_steps_cost_more_than_they_save_is_said_and_what_cannot_be_told_too() =>
        Assert.That(OptimumWords.Turning(OptimumResults.Priced), Is.EqualTo(new[]
        {
            "Valued as if what is freed is used again, steps save more than they cost down to 140 per day; from there on they cost more than they save.",
            "In cash, it cannot be told whether any step pays for itself: most is gained at 140 per day, but points from 190 per day to 105 per day cannot be told apart.",
        }));

    [Test]
    public void Without_prices_nothing_is_said_of_gains()
    {
        Assert.That(OptimumWords.Turning(OptimumResults.Unpriced), Is.Empty);
        Assert.That(Section(OptimumResults.Unpriced), Does.Not.Contain("Net gain in cash").And.Not.Contain("must not be added").And.Contain("95.0 [94.0, 96.0] per day"));
    }

    [Test]
    public void A_lever_that_no_design_moves_has_no_row_and_one_that_a_design_leaves_has_a_dash()
    {
        var section = Section(OptimumResults.Priced);
        Assert.That(section, Does.Not.Contain("Ward beds"));
        Assert.That(Words(section), Does.Contain("Assessors 2.5 (£40,000) –").And.Contain("Home care a day +12 (£1.20m) +15 (£1.50m) The councils"));
    }

    [Test]
    public void Its_tables_have_costs_and_gains_in_millions_a_year()
    {
        var section = Words(Section(OptimumResults.Priced));
        Assert.That(section, Does.Contain("As it is 0.00 breaches < 100 per day with 95 % 190 [189, 191] per day not met; 0 of 32 runs meet it"));
        Assert.That(section, Does.Contain("0.50 140 [139, 141] per day +0.30 [+0.21, +0.39] highest +0.02 [−0.04, +0.08] highest"));
    }

    [Test]
    public void The_curve_is_drawn_in_it_and_not_once_more_among_the_charts()
    {
        var page = Page.Of(OptimumResults.Priced);
        Assert.That(Regex.Count(page, "data-file=\"cost-curve\""), Is.EqualTo(1), "the script makes a button for each format");
    }

    /// <summary>What a reader sees of the section.</summary>
    private static string Section(ResultSet results)
    {
        var text = HtmlOutline.Of(Page.Of(results)).Text;
        var from = text.LastIndexOf(Title, StringComparison.Ordinal);
        return text[from..text.IndexOf("Comparison", from, StringComparison.Ordinal)];
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
