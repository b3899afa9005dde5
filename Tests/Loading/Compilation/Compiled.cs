using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>Systems written in a test and compiled.</summary>
internal static class Compiled
{
    /// <summary>The model; the test fails with the printed problems when there is none.</summary>
    public static SystemModel Model(string yaml, params (string, string)[] files) => Model(yaml, RunOverrides.None, files);

    public static SystemModel Model(string yaml, RunOverrides overrides, params (string, string)[] files)
    {
        using var system = TemporarySystem.With([("system.yaml", yaml), .. files]);
        var compiled = system.Read() is { } read ? SystemCompiler.Compile(read, overrides, system.Problems) : null;
        Assert.That(compiled, Is.Not.Null, system.Printed);
        return compiled!.Model;
    }

    /// <summary>The problems as printed, in order.</summary>
    public static List<string> Problems(string yaml, params (string, string)[] files)
    {
        using var system = TemporarySystem.With([("system.yaml", yaml), .. files]);
        if (system.Read() is { } read)
        {
            SystemCompiler.Compile(read, RunOverrides.None, system.Problems);
        }

        return [.. system.Problems.Sorted.Select(ProblemText.Render)];
    }

    public static PoolModel Pool(this SystemModel model, string name) => Array.Find(model.Pools, pool => pool.Name == name)!;

    public static StageModel Stage(this SystemModel model, string name) => Array.Find(model.Stages, stage => stage.Name == name)!;

    public static StreamModel Stream(this SystemModel model, string name) => Array.Find(model.Streams, stream => stream.Name == name)!;

    /// <summary>Seconds from day 0 for a day and a time of day.</summary>
    public static int At(int day, int hour, int minute = 0) => (day * SimTime.Day) + (hour * SimTime.Hour) + (minute * SimTime.Minute);
}
