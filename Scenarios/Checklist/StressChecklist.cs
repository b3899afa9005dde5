using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Checklist;

/// <summary>
/// A system in the order of the STRESS-DES checklist (Monks T, Currie CSM, Onggo BS, Robinson S, Kunc M, Taylor SJE. Strengthening the reporting of
/// empirical simulation studies: introducing the STRESS guidelines. Journal of Simulation 2019; 13: 55-67).
/// </summary>
public static class StressChecklist
{
    private const string Guideline =
        "Strengthening the Reporting of Empirical Simulation Studies, discrete-event simulation (STRESS-DES; Monks et al., Journal of Simulation 2019; 13: 55-67)";

    /// <summary>The checklist answered from a description.</summary>
    /// <param name="files">The system without changes.</param>
    /// <param name="facts">The same in words, with the scenarios to tell of.</param>
    /// <param name="words">What a reader sees in place of names.</param>
    public static ChecklistDocument Of(SystemFiles files, SystemFacts facts, ReaderWords words)
    {
        var system = new DescribedSystem(files, facts, words);
        return new ChecklistDocument(
            $"{facts.Title}: the model described",
            $"Each item of {Guideline}, answered by FlowSim from the files of the system `{facts.Id}`. What the files do not know is marked \"To be written\". Names between backticks are those of the files.",
            [.. ObjectiveItems.Of(system), .. LogicItems.Of(system), .. ComponentItems.Of(system), .. DataItems.Of(system), .. RunItems.Of(system)]);
    }
}
