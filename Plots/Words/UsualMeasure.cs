using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>Whether a system means by an id what is documented. Only then do a chart's own words, and the standards it knows, belong to the numbers.</summary>
internal static class UsualMeasure
{
    /// <summary>True where the system calls a measure as it is documented and has it in that unit, or says nothing of it.</summary>
    public static bool Is(SystemFacts system, string measure, string unit) =>
        system.Measures.FirstOrDefault(known => known.Id == measure) is not { } facts || (facts.Title == MeasureName.Of(measure) && facts.Unit == unit);

    /// <summary>What a system says that a measure is, as the beginning of a sentence.</summary>
    public static string Definition(SystemFacts system, string measure) =>
        system.Measures.FirstOrDefault(known => known.Id == measure)?.Definition.TrimEnd('.') is { Length: > 0 } definition ? definition : MeasureName.Of(system, measure);
}
