using FlowSim.Benchmarks.Workloads;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.Harness;

/// <summary>A system read and compiled as the command line would.</summary>
internal static class CompiledFile
{
    /// <summary>The YAML of a workload, over the workload's days.</summary>
    public static SystemModel Of(Workload workload) =>
        Compile(
            Path.Combine(AppContext.BaseDirectory, "Systems", workload.Id + ".yaml"),
            new RunOverrides(Days: workload.Days, WarmUp: FormattableString.Invariant($"{workload.WarmUp} d")));

    /// <exception cref="LimitException">It has problems; all are named.</exception>
    public static SystemModel Compile(string idOrPath, RunOverrides overrides)
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(idOrPath, problems);
        var compiled = files is null ? null : SystemCompiler.Compile(files, overrides, problems);
        return compiled?.Model ?? throw new LimitException(string.Join('\n', problems.Sorted.Select(ProblemText.Render)));
    }
}
