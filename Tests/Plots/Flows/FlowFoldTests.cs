using FlowSim.Plots.Charts;
using FlowSim.Plots.Flows;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Flows;

/// <summary>A system that is too long for a page, in two parts.</summary>
public sealed class FlowFoldTests
{
    private static readonly string[] Short = ["call>door 10", "door>home 4", "door>ward 6", "ward>round 6", "round>out 5", "round>door 1"];

    [Test]
    public void The_fold_is_before_the_beds_and_nobody_is_lost_there()
    {
        var parts = FlowFold.Of(Selection(Short));
        Assert.That(parts, Has.Count.EqualTo(2));
        Assert.That(Flows(parts[0]), Is.EquivalentTo(new[] { "call>door 10", "door>home 4", "door>to ward 6", "from round>door 1" }));
        Assert.That(Flows(parts[1]), Is.EquivalentTo(new[] { "from door>ward 6", "ward>round 6", "round>out 5", "round>to door 1" }));
    }

    [Test]
    public void Who_comes_and_goes_at_once_is_in_the_first_part_only()
    {
        var parts = FlowFold.Of(Selection([.. Short, "call>out 2"]));
        Assert.That(Flows(parts[0]), Does.Contain("call>out 2"));
        Assert.That(Flows(parts[1]), Does.Not.Contain("call>out 2"));
    }

    [Test]
    public void A_system_without_beds_has_no_parts() =>
        Assert.That(FlowFold.Of(FlowSelection.Of(new ChartRequest { Results = FlowResults.Of(Short) }).Selection!), Is.Empty);

    [Test]
    public void A_long_system_is_drawn_on_two_pages_of_the_width_asked_for()
    {
        var results = Long();
        var drawings = ChartList.Find("network", results)!.Draw(new ChartRequest { Results = results }).All;
        Assert.That(drawings, Has.Count.EqualTo(2));
        Assert.That(drawings.Select(drawing => drawing.WidthMillimetres), Is.All.EqualTo(ChartRequest.PageWidth).Within(1e-9));
        Assert.That(drawings.Select(drawing => drawing.Name), Is.EqualTo(new[] { "network-baseline", "network-baseline-page-2" }));
        Assert.That(string.Join(' ', drawings[0].Texts.Select(text => text.Text)), Does.Contain("Part 1 of 2").And.Contain("to ward"));
        Assert.That(string.Join(' ', drawings[1].Texts.Select(text => text.Text)), Does.Contain("Part 2 of 2"));
    }

    /// <summary>Columns stand closer before the page is turned: seven such steps in a row, with a way in and out, have room upright so, and only so.</summary>
    [Test]
    public void Parts_that_are_a_little_too_long_keep_the_width_asked_for()
    {
        var results = Long(7);
        var drawings = ChartList.Find("network", results)!.Draw(new ChartRequest { Results = results }).All;
        Assert.That(drawings.Select(drawing => drawing.WidthMillimetres), Is.EqualTo(new[] { ChartRequest.PageWidth, ChartRequest.PageWidth }).Within(1e-9));
    }

    /// <summary>A bed in which many lie and to which hardly anybody comes is shown, but not a row of them for which the page had to be turned.</summary>
    [Test]
    public void Beds_in_a_row_that_hardly_anybody_comes_to_do_not_turn_the_page()
    {
        string[] rare = [.. Enumerable.Range(0, 12).Select(i => $"rare-bed-{i}>rare-bed-{i + 1} 0.01")];
        var results = Results(["in>door 9", "door>ward 9", "ward>rare-bed-0 0.01", .. rare, "rare-bed-12>out 0.01", "ward>out 8.99"],
            stage => stage.StartsWith("rare", StringComparison.Ordinal));
        var drawings = ChartList.Find("network", results)!.Draw(new ChartRequest { Results = results }).All;
        Assert.That(drawings.Select(drawing => drawing.WidthMillimetres), Is.All.EqualTo(ChartRequest.PageWidth).Within(1e-9));
        Assert.That(string.Join(' ', drawings[^1].Texts.Select(text => text.Text)), Does.Contain("ward").And.Contain("Left out"));
    }

    /// <summary>Of its flows only those that matter are drawn, and these have room on one.</summary>
    [Test]
    public void A_long_system_as_a_sankey_is_one_page_of_the_width_asked_for()
    {
        var results = Long();
        var drawings = ChartList.Find("sankey", results)!.Draw(new ChartRequest { Results = results }).All;
        Assert.That(drawings.Select(drawing => drawing.Name), Is.EqualTo(new[] { "sankey-baseline" }));
        Assert.That(drawings[0].WidthMillimetres, Is.EqualTo(ChartRequest.PageWidth).Within(1e-9));
    }

    [Test]
    public void The_title_of_a_sankey_says_how_many_come_into_a_bed_and_where_they_go()
    {
        var results = Results(["in>door 9", "door>ward 6", "door>out 3", "ward>wait 4", "ward>out 1.5", "ward>door 0.5", "wait>out 4"]);
        var drawing = ChartList.Find("sankey", results)!.Draw(new ChartRequest { Results = results }).All[0];
        Assert.That(drawing.Title, Is.EqualTo("Of 9.0 patients a day, 6.0 come into a bed; from beds 4.0 go on to “wait” and 1.5 end at “out”"));
    }

    /// <summary>So many steps before the ward and as many after it.</summary>
    private static ResultSet Long(int steps = 6)
    {
        string[] before = [.. Enumerable.Range(0, steps - 1).Select(i => $"before-the-bed-{i}>before-the-bed-{i + 1} 9")];
        string[] after = [.. Enumerable.Range(0, steps - 1).Select(i => $"after-the-bed-{i}>after-the-bed-{i + 1} 9")];
        return Results(["in>before-the-bed-0 9", .. before, $"before-the-bed-{steps - 1}>ward 9", "ward>after-the-bed-0 9", .. after,
            $"after-the-bed-{steps - 1}>out 9"]);
    }

    private static IEnumerable<string> Flows(FlowSelection part) =>
        part.Graph.Flows.Select(flow => FormattableString.Invariant($"{part.Graph.Steps[flow.From].Label}>{part.Graph.Steps[flow.To].Label} {flow.PerDay}"));

    private static FlowSelection Selection(string[] flows) => FlowSelection.Of(new ChartRequest { Results = Results(flows) }).Selection!;

    /// <summary>The ward is a stage with beds, and every other one has staff of its own, or a caseload.</summary>
    private static ResultSet Results(string[] flows, Func<string, bool>? hasCaseload = null)
    {
        var rows = flows.Select(FlowResults.Flow).ToList();
        var stages = rows.Select(row => row.From).Intersect(rows.Select(row => row.To)).ToList();
        var facts = FlowResults.Facts() with
        {
            Stages = [.. stages.Select(stage => FlowResults.Stage(stage, "request", stage == "ward" ? "bed" : $"staff-{stage}"))],
            Pools = [new PoolFacts("bed", "system", "beds", "", ""), .. stages.Select(stage => new PoolFacts($"staff-{stage}", "system", hasCaseload?.Invoke(stage) == true ? "caseload" : "staff", "", ""))],
            Streams = [.. rows.Select(row => row.From).Except(stages).Select(stream => new StreamFacts(stream, "system", ""))],
            Exits = [.. rows.Select(row => row.To).Except(stages)],
        };
        return FlowResults.Of(facts, rows,
            [.. FlowResults.Pool("bed", 40, 50, 1), .. stages.Where(stage => stage != "ward")
                .SelectMany(stage => FlowResults.Pool($"staff-{stage}", 1, 2, 1))]);
    }
}
