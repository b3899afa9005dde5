using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Analytic;

/// <summary>Systems written in the model language, in a test.</summary>
internal static class ModelText
{
    /// <summary>The compiled system; a problem of the text fails the test.</summary>
    public static SystemModel Compile(string yaml, params (string File, string Text)[] files)
    {
        using var system = TemporarySystem.With([(SystemFolder.MainFile, yaml), .. files]);
        var compiled = system.Read() is { } read ? SystemCompiler.Compile(read, RunOverrides.None, system.Problems) : null;
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        return compiled!.Model;
    }

    /// <summary>A system without dated changes, over time.</summary>
    public static SystemTimeline Timeline(SystemModel model) => new([model], [model.Run.Start]);

    /// <summary>Shorthand for the two together.</summary>
    public static SystemTimeline Timeline(string yaml, params (string File, string Text)[] files) => Timeline(Compile(yaml, files));
}
