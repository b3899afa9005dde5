using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>
/// A scenario that includes others beside the sum of these: what its parts change one by one, added up, and what it changes as a whole. The two differ where
/// the parts act on the same patients, staff and beds.
/// </summary>
/// <param name="Whole">The scenario.</param>
/// <param name="Parts">The scenarios it is made of, each once.</param>
public sealed record SumOfParts(string Whole, IReadOnlyList<string> Parts)
{
    /// <summary>Each scenario of the results that includes others, if all that it includes is among the results too.</summary>
    public static IReadOnlyList<SumOfParts> Of(ResultSet results)
    {
        var known = results.System.Scenarios.ToDictionary(scenario => scenario.Id);
        var compared = results.Differences.Select(row => row.Scenario).ToHashSet(StringComparer.Ordinal);
        return [.. results.System.Scenarios.Where(whole => compared.Contains(whole.Id))
            .Select(whole => new SumOfParts(whole.Id, Outermost(whole, known)))
            .Where(sum => sum.Parts.Count > 1 && sum.Parts.All(compared.Contains))];
    }

    /// <summary>The sum of the parts' mean differences; NaN if one of them has none.</summary>
    public double Sum(ResultSet results, ResultKey key)
    {
        var means = results.Differences.Where(row => row.Key == key && Parts.Contains(row.Scenario)).Select(row => row.Mean).ToList();
        return means.Count == Parts.Count ? means.Sum() : double.NaN;
    }

    /// <summary>The difference of the whole; null if it has none.</summary>
    public Difference? Difference(ResultSet results, ResultKey key) => results.Differences.FirstOrDefault(row => row.Scenario == Whole && row.Key == key);

    /// <summary>What is included by another part is counted with that.</summary>
    private static List<string> Outermost(ScenarioFacts whole, Dictionary<string, ScenarioFacts> known)
    {
        var included = whole.Parts.Where(part => part != whole.Id).ToList();
        return included.FindAll(part => !included.Exists(other => other != part && known.TryGetValue(other, out var facts) && facts.Parts.Contains(part)));
    }
}
