using System.Text.RegularExpressions;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Conventions;

/// <summary>The code names nothing of the county: what is called how, and what is drawn, stands in its YAML.</summary>
public sealed partial class CountyNamesTests
{
    /// <summary>Words of the field, or of the language, that happen to be ids of the county too.</summary>
    private static readonly string[] WordsOfTheField = ["assessment", "attendances", "choice", "crew", "equipment", "fit", "housing", "stay", "tci", "triage"];

    private static readonly IReadOnlyCollection<string> Ids = CountyIds();

    [Test]
    public void The_county_has_names_to_look_for() =>
        Assert.That(Ids, Is.SupersetOf(new[] { "cuhft", "medical-bed", "acute-ga", "four_hour_rate", "four-hour", "in_ed" }));

    [TestCase("Simulator")]
    [TestCase("Scenarios")]
    [TestCase("Plots")]
    [TestCase("Cli")]
    public void No_site_pool_stage_or_measure_of_the_county_is_named(string project)
    {
        var found = SourceFile.Product.Where(file => file.Folders[0] == project)
            .SelectMany(file => file.Lines.SelectMany((line, index) => Named(line).Select(id => $"{file.RelativePath}:{index + 1}: {id}")));
        Assert.That(found, Is.Empty);
    }

    /// <summary>An id of several parts wherever it stands; a single word where it is the whole of a text.</summary>
    private static IEnumerable<string> Named(string line) =>
        Token().Matches(line).Select(match => match.Value).Where(token => token.AsSpan().ContainsAny('-', '_'))
            .Concat(Literal().Matches(line).Select(match => match.Groups[1].Value).Except(WordsOfTheField))
            .Where(Ids.Contains);

    private static HashSet<string> CountyIds()
    {
        var files = SystemReader.Read("cambridgeshire-peterborough", new ProblemList())!;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in new[] { "pools", "stages", "streams", "measures", "timelines" })
        {
            ids.UnionWith(Entries(files.Root[section]).Select(entry => entry.Key));
        }

        ids.UnionWith(Entries(files.Root["dimensions"]).SelectMany(entry => ((ListNode)entry.Value).Items).Select(item => item.ToString()!));
        ids.UnionWith(Entries(files.Root["pools"]).Select(entry => (entry.Value as MapNode)?["group"]?.ToString()).OfType<string>());
        ids.UnionWith(Entries(files.Root["measures"]).Select(entry => (entry.Value as MapNode)?["topic"]?.ToString()).OfType<string>());
        ids.ExceptWith(GenericMeasures.All.Select(measure => measure.Id));
        return ids;
    }

    private static List<MapEntry> Entries(Node? node) => ((MapNode)node!).Entries;

    [GeneratedRegex(@"[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
