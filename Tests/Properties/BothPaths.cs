using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>A run whose patients pass stages by the short paths, beside one in which they pass all of them by the long ones.</summary>
internal static class BothPaths
{
    public static void AreTheSame(SystemModel model, int number) => AreTheSame(model, number, model.Run.MeasureFrom, model.Run.End);

    public static void AreTheSame(SystemModel model, int number, int from, int to)
    {
        var (expected, expectedSteps) = Run(model, number, from, to, takesLongPaths: true);
        var (received, steps) = Run(model, number, from, to, takesLongPaths: false);
        Assert.That(expectedSteps, Has.Count.GreaterThan(50));
        Assert.That(steps, Is.EqualTo(expectedSteps));
        Rows.AreEqual(received, expected, model.Name);
    }

    private static (ReplicationResult Result, List<TraceEntry> Steps) Run(SystemModel model, int number, int from, int to, bool takesLongPaths)
    {
        var steps = new List<TraceEntry>();
        var run = Replication.Start(ModelText.Timeline(model), 3, number, steps.Add, takesLongPaths: takesLongPaths);
        return (run.Measure(from, to), steps);
    }
}
