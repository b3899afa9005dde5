using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli.Running;

/// <summary>The measures that a command line names.</summary>
internal static class AskedMeasures
{
    /// <exception cref="CommandFailure">The system has no such measure: said before anything is run.</exception>
    public static void Demand(LoadedSystem system, IReadOnlyList<string> measures, string option = "--measures")
    {
        foreach (var measure in measures.Where(measure => !system.Measures.Contains(measure) && GenericMeasures.Find(measure) is null))
        {
            var known = system.Measures.Concat(GenericMeasures.All.Select(one => one.Id)).ToList();
            var hint = Nearest.HintOfMany(measure, known);
            throw new CommandFailure(ExitCode.Usage,
                $"{option}: system {system.Id} has no measure '{measure}'. {(hint.Length > 0 ? hint + " " : "")}'flowsim list measures --system {system.Files.Name}' lists them.");
        }
    }
}
