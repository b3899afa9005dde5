using FlowSim.Plots.Flows;

namespace FlowSim.Tests.Plots.Flows;

public sealed class StepColumnsTests
{
    private static readonly string[] Row = ["in>a 9", "a>b 8", "b>c 7", "c>d 6", "d>e 5"];

    [Test]
    public void A_way_out_stands_behind_each_group_of_steps_that_lead_to_it()
    {
        var columns = StepColumns.Near(Simpler([.. Row, "a>out 1", "b>out 1", "e>out 5"]));
        Assert.That(Copies(columns, "out"), Is.EqualTo(new[] { (3, 2.0), (6, 5.0) }));
    }

    [Test]
    public void A_way_in_that_leads_far_apart_stands_before_each_group_of_steps()
    {
        var columns = StepColumns.Near(Simpler([.. Row, "others>a 2", "others>e 4", "e>out 9"]));
        Assert.That(Copies(columns, "others"), Is.EqualTo(new[] { (0, 2.0), (4, 4.0) }));
    }

    [Test]
    public void In_the_Sankey_diagram_ways_in_are_first_and_ways_out_last()
    {
        var columns = StepColumns.Far(Simpler([.. Row, "others>e 4", "a>gone 1", "e>out 9"]), _ => false);
        Assert.That(Copies(columns, "others").Concat(Copies(columns, "in")).Select(copy => copy.Column), Has.All.Zero);
        Assert.That(Copies(columns, "gone").Concat(Copies(columns, "out")).Select(copy => copy.Column), Has.All.EqualTo(6));
    }

    [Test]
    public void Wards_stand_behind_all_that_comes_before_a_ward_and_what_follows_them_behind_them()
    {
        var columns = StepColumns.Far(
            Simpler("in>triage 9", "triage>doctor 9", "doctor>medical 9", "planned>surgical 3", "surgical>home 3", "medical>home 9", "home>out 12"), step =>
            step.Name is "medical" or "surgical");
        Assert.That(Copies(columns, "medical").Single().Column, Is.EqualTo(3));
        Assert.That(Copies(columns, "surgical").Single().Column, Is.EqualTo(3));
        Assert.That(Copies(columns, "home").Single().Column, Is.EqualTo(4));
    }

    [Test]
    public void Every_flow_leads_to_a_later_column_unless_it_runs_back()
    {
        var simpler = Simpler("in>a 10", "a>b 12", "b>a 2", "b>c 10", "c>b 1", "c>out 9", "in>out 1");
        foreach (var columns in new[] { StepColumns.Near(simpler), StepColumns.Far(simpler, step => step.Name == "b") })
        {
            Assert.That(columns.Flows.Select(flow => columns.Steps[flow.To].Column > columns.Steps[flow.From].Column),
                Is.EqualTo(columns.Flows.Select(flow => !flow.IsBack)));
            Assert.That(columns.Flows.Count(flow => flow.IsBack), Is.EqualTo(2));
        }
    }

    private static SimplerFlows Simpler(params string[] flows)
    {
        var results = FlowResults.Of(flows);
        var graph = FlowGraphReading.Of(results.System, results.Flows, null);
        return SimplerFlows.Of(graph, new StepRoles(results.System, new PoolUse(results, FlowResults.Scenario, "all", null)), Detail.Levels).First();
    }

    private static IEnumerable<(int Column, double PerDay)> Copies(StepColumns columns, string name) =>
        columns.Steps.Where(step => columns.Graph.Steps[step.Step].Name == name).Select(step => (step.Column, step.PerDay)).Order();
}
