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
    public static ChecklistDocument Of(SystemFiles files, SystemFacts facts) => StressChecklist.Of(files, facts, SystemNames.Of(facts).ForReaders);
}
