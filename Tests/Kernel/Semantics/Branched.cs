using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Runs that go on under another description, written in the model language.</summary>
internal static class Branched
{
    /// <summary>Runs a description up to a time, which has happened by then, and goes on under another [s].</summary>
    public static Replication At(int time, string before, string after) => Again(time, Start(before), after);

    public static Replication Start(string text) => Replication.Start(Timeline(text), 1, 1, paranoid: true);

    /// <summary>The same of a run that has begun, perhaps in a branch.</summary>
    public static Replication Again(int time, Replication run, string after)
    {
        run.Measure(run.Now, time);
        return Replication.Branch(Timeline(after), run);
    }

    private static SystemTimeline Timeline(string text)
    {
        var model = Scene.Compile(text);
        return new SystemTimeline([model], [model.Run.Start]);
    }
}
