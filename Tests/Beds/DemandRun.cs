using FlowSim.Scenarios.Beds;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Analytic;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Beds;

/// <summary>Runs of a small system that record the demand for pools.</summary>
internal static class DemandRun
{
    private const ulong Seed = 1;

    /// <summary>The compiled system; a problem of the text fails the test.</summary>
    public static SystemModel Compile(string yaml, params string[] demands)
    {
        using var system = TemporarySystem.With((SystemFolder.MainFile, yaml));
        var compiled = SystemCompiler.Compile(system.Read()!, RunOverrides.None with { Demands = demands }, system.Problems);
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        return compiled!.Model;
    }

    /// <summary>The demand for one set of pools, a replication each.</summary>
    public static ReplicationDemand[] Of(string yaml, string pools, int count, string place = "system") =>
        [.. Months(yaml, pools, count).Select(months => new ReplicationDemand(months.FindAll(month => month.Place == place)))];

    /// <summary>The same month by month, of all places.</summary>
    public static List<DemandOfMonth>[] Months(string yaml, string pools, int count)
    {
        var model = Compile(yaml, pools);
        var timeline = ModelText.Timeline(model);
        return [.. Enumerable.Range(1, count).Select(number =>
            Replication.Start(timeline, Seed, number).Measure(model.Run.MeasureFrom, model.Run.End).Demands.ToList())];
    }
}
