using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>What was tried, found by the numbers that say where they come from.</summary>
internal sealed class TriedByNumber
{
    private readonly NumberFacts numbers;
    private readonly Dictionary<(string File, int Line), int> byPlace = [];
    private readonly Dictionary<string, int> byPath = new(StringComparer.Ordinal);

    public TriedByNumber(NumberFacts numbers)
    {
        this.numbers = numbers;
        for (var rank = 0; rank < numbers.Tried.Count; rank++)
        {
            var one = numbers.Tried[rank];
            byPath.TryAdd(one.Path, rank);

            // A row of a table is found by its line; rows that were moved together by the table's name.
            if (one.Together == 1)
            {
                byPlace.TryAdd((one.File, one.Line), rank);
            }
        }
    }

    /// <summary>Its place in the order [from 0]; those that were not tried stand after all others.</summary>
    public int RankOf(AssumptionFacts number)
    {
        if (number.Range.Length == 0)
        {
            return int.MaxValue;
        }

        // Several numbers may stand in a line: the row of a table is meant.
        return byPlace.TryGetValue((number.File, number.Line), out var rank) && numbers.Tried[rank].Path.StartsWith(number.Path + "[", StringComparison.Ordinal)
            || byPath.TryGetValue(number.Path, out rank) ? rank : int.MaxValue;
    }

    /// <summary>Null where it was not tried.</summary>
    public TriedNumberFacts? Of(AssumptionFacts number) => RankOf(number) is var rank && rank < int.MaxValue ? numbers.Tried[rank] : null;
}
