using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Cli.Running;

/// <summary>That what was tried of a system's numbers cannot be read: no number of a run depends on it, so the run goes on, and says it.</summary>
internal static class TrialNotes
{
    private const string End = $"; what was tried of the numbers ({SensitivityFile.FileName}) is left out of the results";

    /// <summary>A line for each problem; none where there is none.</summary>
    public static IEnumerable<string> Of(ProblemList problems) => problems.Sorted.Where(problem => problem.Severity == Severity.Error)
        .Select(problem => $"warning: {problem.Where}: expected {problem.Expected}, received {problem.Received}{End}");

    /// <summary>Those of some notes that say it.</summary>
    public static IEnumerable<string> Among(IEnumerable<string> notes) => notes.Where(note => note.EndsWith(End, StringComparison.Ordinal));
}
