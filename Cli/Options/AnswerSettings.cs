using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli.Options;

/// <summary>What <c>compare</c> prints beside its answer, as asked for.</summary>
/// <param name="Places">The lines of the answer by place.</param>
/// <param name="Measures">Ids of measures in place of those that are chosen; none: they are chosen.</param>
/// <param name="All">Everything.</param>
internal sealed record AnswerSettings(bool Places, IReadOnlyList<string> Measures, bool All)
{
    /// <exception cref="CommandFailure">The system has no such measure: said before anything is run.</exception>
    public void Demand(LoadedSystem system)
    {
        foreach (var measure in Measures.Where(measure => !system.Measures.Contains(measure) && GenericMeasures.Find(measure) is null))
        {
            var known = system.Measures.Concat(GenericMeasures.All.Select(one => one.Id)).ToList();
            var hint = Nearest.Hint(measure, known);
            throw new CommandFailure(ExitCode.Usage,
                $"--measures: system {system.Id} has no measure '{measure}'. {(hint.Length > 0 ? hint + " " : "")}'flowsim list measures --system {system.Files.Name}' lists them.");
        }
    }
}
