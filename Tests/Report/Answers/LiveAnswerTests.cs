using System.Net;
using System.Text.RegularExpressions;
using FlowSim.Cli.Running;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report.Answers;

/// <summary>The answer beside what is moved: what is said agrees with what is shown.</summary>
public sealed class LiveAnswerTests
{
    private const string Open = "open";
    private const string Stronger = "stronger";

    /// <summary>No measure of the headline changes, and two queues do.</summary>
    private static HandMade Unmoved => new HandMade()
        .With("visits", "per day", 200, 0.1, -1, 1.2)
        .With("queue_length", "patients", 9, -4, -5, -3, group: "ward-bed", isHeadline: false)
        .With("queue_length", "patients", 3, 0.2, -0.5, 0.9, group: "scanner", isHeadline: false)
        .With("utilisation", "%", 97, -3, -4, -2, group: "ward-bed", isHeadline: false)
        .With("utilisation", "%", 60, 0, -1, 1, group: "scanner", isHeadline: false);

    [Test]
    public void A_queue_that_changes_is_said_beside_a_headline_that_does_not()
    {
        var said = Text(LiveAnswer.Of(Unmoved.Results, []));
        Assert.That(said, Does.Not.Contain("nothing here").IgnoreCase);
        var (headline, queues) = (said.IndexOf("no measure of the headline changes", StringComparison.Ordinal), said.IndexOf("9.00 → 5.00", StringComparison.Ordinal));
        Assert.That(headline, Is.GreaterThanOrEqualTo(0));
        Assert.That(queues, Is.InRange(headline, said.IndexOf("How far to trust it", StringComparison.Ordinal)), "next to each other");
    }

    [Test]
    public void A_column_of_targets_is_there_where_a_row_has_one()
    {
        var without = Unmoved.Results;
        Assert.That(LiveAnswer.Of(without, []), Does.Contain("answer-table").And.Not.Contain(">Target<"));
        Assert.That(Page.Of(without), Does.Not.Contain(">Target<"));
        var alone = new HandMade().WithBaseline("visits", "per day", 3, HandMade.Period).Results;
        var levels = LiveAnswer.Of(alone with { System = alone.System with { Headline = ["visits"] } }, []);
        Assert.That(levels, Does.Contain("id=\"levels\"").And.Not.Contain(">Target<"));
        var with = AnswerTests.Standing(Unmoved.With("seen_in_time", "%", 80, 3, 2, 4).Results);
        Assert.That(LiveAnswer.Of(with, []), Does.Contain(">Target<"));
        Assert.That(Page.Of(with), Does.Contain(">Target<"));
    }

    [Test]
    public void The_scenario_that_is_open_stands_first_and_not_the_one_that_does_most()
    {
        var results = AnswerTests.Standing(new HandMade()
            .With("seen_in_time", "%", 73.6, 2, 1.8, 2.2, scenario: Open).With("seen_in_time", "%", 73.6, 7, 6, 8, scenario: Stronger)
            .With("queue_length", "patients", 9, -1, -2, -0.5, scenario: Open, group: "ward-bed", isHeadline: false)
            .With("queue_length", "patients", 9, -4, -5, -3, scenario: Stronger, group: "ward-bed", isHeadline: false)
            .With("utilisation", "%", 97, -3, -4, -2, scenario: Open, group: "ward-bed", isHeadline: false).Results);
        var page = LiveAnswer.Of(results, []);
        foreach (var table in new[] { "answer-table", "queues" })
        {
            var from = page.IndexOf($"id=\"{table}\"", StringComparison.Ordinal);
            var head = page[from..page.IndexOf("</thead>", from, StringComparison.Ordinal)];
            var words = Text(head).Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            Assert.That(words.TakeLast(2), Is.EqualTo(new[] { Open, Stronger }), table);
        }

        Assert.That(Text(page), Does.Contain("stronger, furthest of all: seen in time rises from 73.6 to 80.6 %"), "each column has its own numbers");
        Assert.That(page, Does.Match("(?s)<td[^>]*>\\+2\\.0 .*<td[^>]*>\\+7\\.0 "));
    }

    [Test]
    public void A_sheet_has_each_queue_with_its_intervals_and_what_a_scenario_changes()
    {
        var sheet = QueueSheet.Of(Unmoved.Results).Single();
        Assert.That(sheet.Columns, Has.Count.EqualTo(sheet.Rows[0].Count));
        object?[][] expected =
        [
            ["Baseline", 9.0, 8.0, 97.0, null, null, null], ["A hub", 5.0, 4.0, 94.0, -4.0, -5.0, -3.0],
            ["Baseline", 3.0, 2.0, 60.0, null, null, null], ["A hub", 3.2, 2.2, 60.0, 0.2, -0.5, 0.9],
        ];
        int[] columns = [2, 3, 4, 6, 7, 8, 9];
        Assert.That(sheet.Rows.Select(row => columns.Select(column => row[column]).ToArray()), Is.EqualTo(expected));
    }

    private static string Text(string html) => WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", " ")).Replace('\u00A0', ' ');

    [Test]
    public void Where_nobody_waits_there_is_no_sheet() => Assert.That(QueueSheet.Of(new HandMade().With("visits", "per day", 200, 1, 0, 2).Results), Is.Empty);
}
