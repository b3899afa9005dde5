using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Results.Describing;

/// <summary>Says in words what changes of a scenario lead to, what stands there in the baseline, and what then.</summary>
internal static class ChangeDescriber
{
    /// <summary>
    /// Names are those of the system with all changes made, so that a part that a scenario adds has its own; what stood somewhere is what the changes before
    /// have left there.
    /// </summary>
    public static IEnumerable<(string What, string Before, string After)> Of(SystemFiles files, IReadOnlyList<ScenarioChange> changes)
    {
        var copy = SystemCopy.Of(files);
        var maker = new ChangeMaker(copy, null, new ProblemList());
        var counts = changes.CountBy(change => change.Path).ToDictionary(StringComparer.Ordinal);
        var values = changes.Select(change =>
        {
            var found = counts[change.Path] == 1 && !change.IsNew ? Values(copy, change) : ("", "");
            maker.Make(change);
            return found;
        }).ToList();
        var words = new ChangeWords(copy);
        return changes.Zip(values, (change, found) => (words.PathOf(change.Path), found.Item1, found.Item2));
    }

    private static (string Before, string After) Values(SystemFiles files, ScenarioChange change)
    {
        if (!ChangePath.TryParse(change.Path, out var steps) || PathSlots.Of(files, steps, mayBeNew: false, out _) is not [var slot]
            || slot.Parameters.Length > 0 || Inner(slot.Value) is not ScalarNode scalar)
        {
            return ("", "");
        }

        var after = Inner(change.Value) is not ScalarNode number ? null
            : change.Verb == ChangeVerb.Set ? number.Text
            : TextEdit.Apply(scalar.Text, [], new NumericEdit(change.Verb, number.Text, 1), out _);
        return after is null ? ("", "") : (scalar.Text, after);
    }

    /// <summary>The value of a number in long form.</summary>
    private static Node? Inner(Node? node) => node is MapNode map && map.Has(TableColumns.Value) ? map[TableColumns.Value] : node;
}
