using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>The place of an observation: <c>system</c>, an instance, or several joined by <c>+</c>.</summary>
internal static class ObservedPlace
{
    private const char And = '+';

    /// <summary>The places; null where a name is none of the measure's, with the problem said.</summary>
    public static IReadOnlyList<string>? Read(string text, MeasureModel measure, SystemModel model, SourceLocation where, ProblemList problems)
    {
        var numerator = model.Measures.Quantities[measure.Numerator];
        string[] instances = numerator.By < 0 ? [] : model.Dimensions[numerator.By].Instances;
        string[] known = [ResultRow.WholeSystem, .. instances];
        var names = text.Split(And, StringSplitOptions.TrimEntries);
        if (Array.Find(names, name => !known.Contains(name)) is { } unknown)
        {
            problems.Error(where, ObservationReader.Path("place"), $"a place of {measure.Id}: {string.Join(", ", known)}", unknown,
                Nearest.Hint(unknown, known));
            return null;
        }

        if (names.Length == 1)
        {
            return names;
        }

        var wrong = names.Contains(ResultRow.WholeSystem) ? $"places other than {ResultRow.WholeSystem}, which has all of them"
            : names.Distinct().Count() < names.Length ? "each place once"
            : Separable(measure, numerator);
        if (wrong.Length > 0)
        {
            problems.Error(where, ObservationReader.Path("place"), wrong, text);
        }

        return wrong.Length > 0 ? null : names;
    }

    /// <summary>What would have to be so that figures of several places can be put together; empty where they can.</summary>
    private static string Separable(MeasureModel measure, Quantity numerator) =>
        measure.Form == MeasureForm.Quantile ? $"one place: {measure.Id} is a quantile, and those of several places cannot be put together"
        : measure.Form != MeasureForm.Ratio ? $"one place: {measure.Id} is no ratio of sums, and those of several places cannot be put together"
        : numerator.Kind == QuantityKind.CensusOver
            ? $"one place: {measure.Id} counts days on which a place is full, and from those of several places it does not follow when all of them are"
        : "";
}
