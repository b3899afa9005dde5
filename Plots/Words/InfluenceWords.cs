using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Uncertainty;

namespace FlowSim.Plots.Words;

/// <summary>What an input acts on, and the input, as a reader knows them.</summary>
public static class InfluenceWords
{
    /// <summary><c>Beds occupied</c>, <c>Beds occupied with rural-hubs</c>, <c>What rural-hubs saves in cash</c>.</summary>
    public static string Subject(SystemNames names, InfluenceRow row) => row.Kind switch
    {
        UncertaintyRow.Saving => $"What {row.Scenario} gains, {BasisOf(row.Key.Measure)}",
        UncertaintyRow.Difference => $"{names.Measure(row.Key.Measure)}, change by {row.Scenario}",
        _ => names.Measure(row.Key.Measure),
    };

    /// <summary>An input: the scenario's reason for it, or its path.</summary>
    public static string Name(InfluenceRow row) => Name(row.Input, row.Reason);

    /// <summary>The same.</summary>
    public static string Name(string input, string reason) => reason.Length == 0 ? input : $"{reason} ({input})";

    /// <summary>A basis in a sentence.</summary>
    public static string BasisOf(string basis) => basis == Basis.Cash ? "in cash" : "worth if used again";
}
