using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Beds;

/// <summary>
/// Pools by name, and the scenario in which there is no limit on them: its changes are those that anybody could write. Whatever opens, closes or adds units
/// of them goes; hours of taking, cleaning and renewing stay as they are.
/// </summary>
public sealed class PoolsWithoutLimit
{
    private const char BeforePlace = '@';
    private const string System = "system";

    private readonly SystemFiles files;
    private readonly IReadOnlyList<string> parts;
    private readonly List<PoolName> pools;

    private PoolsWithoutLimit(SystemFiles files, IReadOnlyList<string> parts, string name, List<PoolName> pools, PoolIndex index, Dimension[] dimensions)
    {
        this.files = files;
        this.parts = parts;
        this.pools = pools;
        Name = name;
        Kind = pools.Select(pool => pool.Kind).Distinct().Order().First();
        Places = [.. pools.Select(pool => pool.Dimension < 0 ? System : dimensions[pool.Dimension].Instances[pool.Instance]).Distinct()];
        IsAll = pools.Count == index.Of(name).Length;
        Id = Free($"unlimited-{string.Join('-', IsAll ? [name] : Places.Prepend(name)).Replace(BeforePlace, '-')}", files.Scenarios.Keys);
    }

    /// <summary>The pool as written, or the group.</summary>
    public string Name { get; }

    /// <summary>What its units are; of several kinds the first.</summary>
    public PoolKind Kind { get; }

    /// <summary>Instances, or <c>system</c>.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>True when it is all pools of the name.</summary>
    public bool IsAll { get; }

    /// <summary>Id of the scenario without limit.</summary>
    public string Id { get; }

    /// <summary>Full names of the pools.</summary>
    public IReadOnlyList<string> Pools => [.. pools.Select(pool => pool.Name)];

    /// <summary>Finds pools; null with a message if there are none of the name, or the scenario cannot be read.</summary>
    /// <param name="files">The system.</param>
    /// <param name="scenario">Scenario that the pools are of; <see cref="ScenarioInfo.BaselineId"/> for the system as described.</param>
    /// <param name="name">A pool, a pool with its instance, or a group, with an instance or without.</param>
    /// <param name="place">An instance, or null for all.</param>
    /// <param name="problems">Takes what is wrong with the system.</param>
    /// <param name="message">What is wrong with the name; empty if it is the system.</param>
    public static PoolsWithoutLimit? Find(SystemFiles files, string scenario, string name, string? place, ProblemList problems, out string message)
    {
        message = "";
        if (ScenarioApplier.Apply(files, scenario, problems) is not { } changed)
        {
            return null;
        }

        var description = SystemBinding.Bind(changed.Files, problems);
        if (problems.HasErrors)
        {
            return null;
        }

        var names = new NameTable(description, problems);
        var at = name.IndexOf(BeforePlace, StringComparison.Ordinal);
        var (known, written) = at < 0 ? (name, place) : (name[..at], name[(at + 1)..]);
        if (at >= 0 && place is not null && place != written)
        {
            message = $"{name} is at {written}, not at {place}: leave one of them out";
            return null;
        }

        var all = names.Pools.Of(known);
        if (all.Length == 0)
        {
            string[] candidates = [.. names.Pools.TemplatesAndGroups.Order(StringComparer.Ordinal)];
            message = Sentence($"there is no pool or group '{known}'.", Nearest.Hint(known, candidates), $"There are: {string.Join(", ", candidates)}");
            return null;
        }

        string PlaceOf(PoolName pool) => pool.Dimension < 0 ? System : names.Dimensions[pool.Dimension].Instances[pool.Instance];
        var chosen = all.Select(index => names.Pools.Pools[index]).Where(pool => written is null || PlaceOf(pool) == written).ToList();
        if (chosen.Count == 0)
        {
            string[] places = [.. all.Select(index => PlaceOf(names.Pools.Pools[index])).Distinct()];
            message = Sentence($"there is no {known} at '{written}'.", Nearest.Hint(written!, places), $"It is at: {string.Join(", ", places)}");
            return null;
        }

        return new PoolsWithoutLimit(changed.Files, changed.Scenario.Parts, known, chosen, names.Pools, names.Dimensions);
    }

    /// <summary>The scenarios of a system and this one beside them.</summary>
    public SystemFiles AddedTo(SystemFiles system)
    {
        var where = new SourceLocation(system.Name, 0, 0);
        ScalarNode Text(string text) => new(text, where, quoted: true);
        MapEntry Entry(string key, Node value) => new(key, where, value);
        MapNode Change(string verb, string path, params MapEntry[] more) => new(where, [Entry(verb, Text(path)), .. more]);
        var changes = Targets.SelectMany(target => (MapNode[])
        [
            Change("set", $"pools.{target.Path}.{PoolKeys.Capacity}", Entry("to", Text(WholeUnits.Unlimited))),
            .. KeysOf(target.Template).Select(key => IsAll ? Change("remove", $"pools.{target.Path}.{key}")
                : Change("set", $"pools.{target.Path}.{key}", Entry("to", Nothing(key, where)))),
        ]);
        if (files.Root["recorded"] is MapNode recorded && recorded.Has("beds"))
        {
            // Beds without limit cannot take what a recorded number of beds leaves.
            changes = changes.Append(Change("remove", "recorded.beds"));
        }

        MapEntry[] entries =
        [
            Entry("scenario", Text(Id)),
            Entry("title", Text($"{TitleOf(Name)}{(IsAll ? "" : $" at {string.Join(", ", Places.Select(TitleOf))}")} without limit")),
            Entry("changes", new ListNode(where, [.. ChangesOf(system), .. changes])),
        ];
        return system.WithScenarios(new Dictionary<string, MapNode>(system.Scenarios, StringComparer.Ordinal) { [Id] = new MapNode(where, [.. entries]) });
    }

    /// <summary>
    /// The changes of the scenario that is described and of those it includes, but how many units it sets here: one capacity is set once.
    /// </summary>
    private IEnumerable<Node> ChangesOf(SystemFiles system)
    {
        var paths = Targets.Select(target => $"pools.{target.Path}.{PoolKeys.Capacity}").ToHashSet(StringComparer.Ordinal);
        return parts.Where(system.Scenarios.ContainsKey).SelectMany(part => (system.Scenarios[part]["changes"] as ListNode)?.Items ?? [])
            .Where(change => !(change is MapNode map && map["set"] is ScalarNode path && paths.Contains(path.Text)));
    }

    /// <summary>The pools as paths have them: a whole pool as written, else its instances.</summary>
    private IEnumerable<(string Path, string Template)> Targets =>
        IsAll ? pools.Select(pool => (pool.Template, pool.Template)).Distinct() : pools.Select(pool => (pool.Name, pool.Template));

    /// <summary>
    /// Keys of a pool that mean nothing without a limit, and are refused. At single instances holidays stay: those of the others still have theirs.
    /// </summary>
    private IEnumerable<string> KeysOf(string template)
    {
        Key[] keys = IsAll ? [PoolKeys.Surges, PoolKeys.AtClose, PoolKeys.Holidays] : [PoolKeys.Surges, PoolKeys.AtClose];
        return files.Root["pools"] is MapNode all && all[template] is MapNode pool ? keys.Select(key => key.Name).Where(pool.Has) : [];
    }

    /// <summary>What an instance has in place of its pool's value: a key that is taken away there comes back from the others.</summary>
    private static Node Nothing(string key, SourceLocation where) =>
        key == PoolKeys.Surges.Name ? new ListNode(where, []) : new ScalarNode("finish", where, quoted: true);

    /// <summary>What a reader sees in place of a name: what the system says, else the name as words.</summary>
    private string TitleOf(string name)
    {
        var pool = files.Root["pools"] is MapNode all ? all[name] as MapNode : null;
        var title = pool?[ValueKeys.Title.Name] ?? (files.Root["titles"] as MapNode)?[name];
        return title is ScalarNode { Text.Length: > 0 } said ? said.Text : $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('-', ' ')}";
    }

    private static string Free(string id, IEnumerable<string> used)
    {
        var taken = used.ToHashSet(StringComparer.Ordinal);
        while (taken.Contains(id))
        {
            id += "-beds";
        }

        return id;
    }

    private static string Sentence(params string[] parts) => string.Join(" ", parts.Where(part => part.Length > 0));
}
