using System.Text.RegularExpressions;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Validation;

/// <summary>
/// Half a bed can be given to nobody, and whoever writes one into a scenario means another number: it is refused there as in the system. Only what is scaled is
/// rounded.
/// </summary>
internal static partial class WrittenUnits
{
    private static readonly string[] Sides = ["inside", "outside"];

    public static void Check(ScenarioInfo scenario, ProblemList problems)
    {
        foreach (var change in scenario.Changes.Where(change => change.Verb is ChangeVerb.Set or ChangeVerb.Add && Capacity().IsMatch(change.Path)))
        {
            foreach (var text in Texts(change.Value))
            {
                Check(change.Where, change.Label, text, problems);
            }
        }
    }

    /// <summary>Whether a change of this path would give a pool a part of a unit; if so its problem is said.</summary>
    public static void Check(SourceLocation where, string path, string label, string value, ProblemList problems)
    {
        if (Capacity().IsMatch(path))
        {
            Check(where, label, value, problems);
        }
    }

    /// <summary>What will run of a capacity that has been scaled to parts of a unit; anything else as it stands.</summary>
    public static string Rounded(string path, string value) =>
        Capacity().IsMatch(path) && NumberText.TryParse(value, out var units, out _) && !double.IsInteger(units)
            ? NumberText.Write(Math.Round(units, MidpointRounding.AwayFromZero)) : value;

    private static void Check(SourceLocation where, string label, string value, ProblemList problems)
    {
        if (NumberText.TryParse(value, out var units, out _) && !double.IsInteger(units))
        {
            problems.Error(where, label, WholeUnits.Expected, value, WholeUnits.Hint(units));
        }
    }

    /// <summary>The numbers of a capacity: itself, or what is open inside and outside some hours.</summary>
    private static IEnumerable<string> Texts(Node? value) => value switch
    {
        ScalarNode scalar => [scalar.Text],
        MapNode map => Sides.Append(TableColumns.Value).SelectMany(key => Texts(map[key])),
        _ => [],
    };

    /// <summary>What is open of a pool, at some hours or at all, or in a roster.</summary>
    [GeneratedRegex(@"^(pools|rosters)\..*\.capacity(\.(value|inside|outside))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Capacity();
}
