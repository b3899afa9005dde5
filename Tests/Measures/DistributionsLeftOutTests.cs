using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Measures;

/// <summary>A run whose distributions nobody reads is the same to the last event, and has every other row.</summary>
public sealed class DistributionsLeftOutTests
{
    [TestCase("stroke-unit", 400)]
    [TestCase("cambridgeshire-peterborough", 9)]
    public void Every_row_but_those_of_distributions_is_the_same_where_they_are_left_out(string id, int days)
    {
        var (with, without) = (Run(id, days, leavesOut: false), Run(id, days, leavesOut: true));
        Assert.That(with.Rows.Count(IsOfDistribution), Is.GreaterThan(10));
        Assert.That(without.Rows, Is.EqualTo(with.Rows.Where(row => !IsOfDistribution(row))));
        Assert.That(without.Flows, Is.EqualTo(with.Flows));
        Assert.That(without.Timelines.SelectMany(series => series.Values), Is.EqualTo(with.Timelines.SelectMany(series => series.Values)));
        Assert.That(without.Events, Is.EqualTo(with.Events));
    }

    private static bool IsOfDistribution(ResultRow row) => Scenarios.Compilation.Measures.GenericMeasures.IsCurve(row.Measure);

    private static ReplicationResult Run(string id, int days, bool leavesOut)
    {
        var problems = new ProblemList();
        var model = SystemCompiler.Compile(SystemReader.Read(id, problems)!, RunOverrides.None with { LeavesOutDistributions = leavesOut }, problems)!.Model;
        return Replication.Start(ModelText.Timeline(model), 5, 1, paranoid: true).Measure(model.Run.Start, model.Run.Start + (days * SimTime.Day));
    }
}
