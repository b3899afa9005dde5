using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Conditions;

/// <summary>The order of an attribute's values: their own numbers if all are whole numbers, else their position from 1.</summary>
internal static class Ranks
{
    /// <summary>Lowest rank in the lists (1 is served first).</summary>
    public const int Lowest = 63;

    public static bool AreNumbers(IReadOnlyList<string> values) => values.All(value => NumberText.TryParseWhole(value, out _, out _));

    public static int[] Of(IReadOnlyList<string> values)
    {
        var numbers = AreNumbers(values);
        return [.. values.Select((value, index) => numbers && NumberText.TryParseWhole(value, out var number, out _) ? number : index + 1)];
    }
}
