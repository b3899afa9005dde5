using FlowSim.Plots.Words;
using FlowSim.Scenarios.Checklist;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Appendix;

/// <summary>A system described item by item of a reporting checklist, in the words that readers of its charts see.</summary>
public static class SystemAppendix
{
    /// <param name="files">The system without changes.</param>
    /// <param name="facts">The same in words, with the scenarios to tell of.</param>
    public static ChecklistDocument Of(SystemFiles files, SystemFacts facts) => StressChecklist.Of(files, facts, WordsOf(SystemNames.Of(facts)));

    /// <summary>What a reader sees in place of the names of a system.</summary>
    public static ReaderWords WordsOf(SystemNames names) => new()
    {
        Step = names.Step,
        Pool = names.Pool,
        Place = names.Place,
        Name = names.Group,
        Measure = names.Measure,
        DelayReason = DelayReason.Of,
        Attribution = DelayReason.Attribution,
    };
}
