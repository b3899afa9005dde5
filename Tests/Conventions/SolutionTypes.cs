using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace FlowSim.Tests.Conventions;

/// <summary>The compiled projects of the product.</summary>
internal static class SolutionTypes
{
    public static readonly System.Reflection.Assembly[] Projects =
    [
        typeof(Simulator.Model.SystemModel).Assembly,
        typeof(FlowSim.Scenarios.Loading.SystemReader).Assembly,
        typeof(FlowSim.Plots.Answers.Headline).Assembly,
        typeof(FlowSim.Cli.Running.ExitCode).Assembly,
    ];

    /// <summary>Their types and what depends on what.</summary>
    public static readonly Architecture All = new ArchLoader().LoadAssemblies(Projects).Build();
}
