using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Uncertainty;

namespace FlowSim.Plots.Words;

/// <summary>What an input acts on, and the input, as a reader knows them.</summary>
public static class InfluenceWords
{
    /// <summary><c>Beds occupied</c>, <c>Beds occupied, change by “Rural hubs”</c>, <c>What “Rural hubs” gains in cash</c>.</summary>
    /// <param name="names">What the system's ids are called.</param>
    /// <param name="row">Of an input.</param>
    /// <param name="scenario">The scenario as a reader calls it.</param>
    public static string Subject(SystemNames names, InfluenceRow row, string scenario) => row.Kind switch
    {
        UncertaintyRow.Saving => $"What “{scenario}” gains, {BasisOf(row.Key.Measure)}",
        UncertaintyRow.Difference => $"{names.Measure(row.Key.Measure)}, change by “{scenario}”",
        _ => names.Measure(row.Key.Measure),
    };

    /// <summary>An input: what it is, in words, and the scenario's reason for it.</summary>
    public static string Name(SystemNames names, InfluenceRow row) => Name(names, row.Input, row.Reason);

    /// <summary>The same.</summary>
    public static string Name(SystemNames names, string input, string reason)
    {
        var what = input.Contains('.', StringComparison.Ordinal) ? NumberPath.InWords(input, names) : input;
        return reason.Length == 0 ? what : $"{what} ({reason})";
    }

    /// <summary>A basis in a sentence.</summary>
    public static string BasisOf(string basis) => basis == Basis.Cash ? "in cash" : "worth if used again";
}
