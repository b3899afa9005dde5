using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Numbers;
using FlowSim.Scenarios.Reading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Checklist;

/// <summary>A description with all that is needed to put it into words.</summary>
internal sealed class DescribedSystem
{
    /// <summary>The way out that every system has.</summary>
    private const string Leave = "leave";

    private readonly Dictionary<string, string> titles;
    private readonly HashSet<string> exits;
    private readonly HashSet<string> instances;

    public DescribedSystem(SystemFiles files, SystemFacts facts, ReaderWords words)
    {
        // The system was compiled before, so what is bound again here has no problems.
        Files = files;
        Facts = facts;
        Words = words;
        Description = SystemBinding.Bind(files, new ProblemList());
        Numbers = SystemNumbers.Of(files, Description);
        Tables = new TableNumbers(Description, SystemNumbers.ReadersOf(files, Description));
        titles = Description.Titles.DistinctBy(title => title.Name.Text).ToDictionary(title => title.Name.Text, title => title.Title, StringComparer.Ordinal);
        exits = Description.Exits.Select(exit => exit.Text).ToHashSet(StringComparer.Ordinal);
        Dimensions = Description.Dimensions.ToDictionary(one => one.Name.Text, one => one.Instances, StringComparer.Ordinal);
        instances = Dimensions.Values.SelectMany(some => some).Select(one => one.Text).ToHashSet(StringComparer.Ordinal);
        Attributes = Description.Attributes.Select(one => one.Name.Text).Concat(Dimensions.Keys).ToHashSet(StringComparer.Ordinal);
    }

    public SystemFiles Files { get; }

    public SystemFacts Facts { get; }

    public ReaderWords Words { get; }

    public SystemDescription Description { get; }

    public IReadOnlyList<DescribedNumber> Numbers { get; }

    public TableNumbers Tables { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<Written>> Dimensions { get; }

    /// <summary>What a patient carries, dimensions among them.</summary>
    public IReadOnlySet<string> Attributes { get; }

    /// <summary>A stage as a reader sees it, or how a patient leaves.</summary>
    public string Target(string target) =>
        target == Leave ? "leaves the system" : exits.Contains(target) ? $"{Words.Step(target)} (way out)" : Heading(Words.Step(target.Split('@')[0]));

    /// <summary>A value of an attribute: with its title, else as it stands.</summary>
    public string Value(string value) => value == "*" ? "any other" : titles.GetValueOrDefault(value, instances.Contains(value) ? Words.Place(value) : value);

    /// <summary>A pool, with whose it is.</summary>
    public string Pool(string name, string? instance) =>
        Words.Pool(name) + (instance is null ? "" : string.Join(" and", instance.Split(EachText.Joint).Select(At)));

    private string At(string instance) => Dimensions.ContainsKey(instance) || Attributes.Contains(instance)
        ? $" of the patient's {Words.Name(instance)}"
        : $" at {Words.Place(instance)}";

    /// <summary>The name of a part with the id under which the files have it.</summary>
    public static string Named(string words, string id) => $"{Heading(words)} (`{id}`)";

    /// <summary>The dimension of which a part is there once for each instance, or the two of which for each pair, or empty.</summary>
    public string Each(Written? each) => each is null ? "" : string.Join(" and ", each.Text.Split(EachText.Joint).Select(Words.Name));

    /// <summary>Values of a dimension as a list.</summary>
    public string InstancesOf(string dimension) => string.Join(", ", Dimensions[dimension].Select(instance => Words.Place(instance.Text)));

    public static string Heading(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary><c>1 stage</c>, <c>3 stages</c>.</summary>
    public static string Count(int count, string one, string? many = null) =>
        FormattableString.Invariant($"{count} {(count == 1 ? one : many ?? one + "s")}");
}
