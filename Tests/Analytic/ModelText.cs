using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
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

    /// <summary>A system of the library under one of its scenarios.</summary>
    public static SystemModel CompileLibrary(string id, string scenario = ScenarioInfo.BaselineId)
    {
        var problems = new ProblemList();
        var read = SystemReader.Read(id, problems);
        var changed = read is null ? null : ScenarioApplier.Apply(read, scenario, problems);
        var compiled = changed is null ? null : SystemCompiler.Compile(changed.Files, RunOverrides.None, problems);
        Assert.That(problems.HasErrors, Is.False, string.Join("\n", problems.Sorted.Select(ProblemText.Render)));
        return compiled!.Model;
    }

    /// <summary>A system of the library with changes of our own, written as a scenario's list of changes.</summary>
    public static SystemModel CompileLibraryWith(string id, string changes)
    {
        using var system = TemporarySystem.With(
            ("scenarios/changed.yaml",
                "scenario: changed\ntitle: Changed\n" + (changes.Length == 0 ? "" : "changes:\n" + changes.ReplaceLineEndings("\n") + "\n")));
        foreach (var file in SystemLibrary.FilesOf(id))
        {
            system.Write(file.Name, file.Bytes);
        }

        var changed = system.Read() is { } read ? ScenarioApplier.Apply(read, "changed", system.Problems) : null;
        var compiled = changed is null ? null : SystemCompiler.Compile(changed.Files, RunOverrides.None, system.Problems);
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        return compiled!.Model;
    }

    /// <summary>A system without dated changes, over time.</summary>
    public static SystemTimeline Timeline(SystemModel model) => new([model], [model.Run.Start]);

    /// <summary>Shorthand for the two together.</summary>
    public static SystemTimeline Timeline(string yaml, params (string File, string Text)[] files) => Timeline(Compile(yaml, files));
}
