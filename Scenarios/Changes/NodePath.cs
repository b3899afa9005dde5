using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>Finds the values of the description that a path means.</summary>
internal sealed class NodePath
{
    /// <summary>Where the values of single instances are kept, beside those of the template.</summary>
    public const string Overrides = "overrides";
    private const int TemplateLevel = 1;
    private const int PropertyLevel = 2;

    /// <summary>Sections whose entries may be written once <c>each</c> and whose properties are a fixed set.</summary>
    public static readonly string[] TemplateSections = ["pools", "streams", "stages"];

    private readonly MapNode root;
    private readonly IReadOnlyList<PathStep> steps;
    private readonly bool mayBeNew;
    private readonly List<ValueSlot> found = [];
    private PathMiss? miss;
    private int missedAt = -1;

    private NodePath(MapNode root, IReadOnlyList<PathStep> steps, bool mayBeNew)
    {
        this.root = root;
        this.steps = steps;
        this.mayBeNew = mayBeNew;
    }

    private bool IsTemplateSection => TemplateSections.Contains(steps[0].Name);

    /// <summary>The values; if there are none, why.</summary>
    /// <param name="mayBeNew">True if the last step may be a property that a pool, stream or stage does not have yet.</param>
    public static List<ValueSlot> Resolve(MapNode root, IReadOnlyList<PathStep> steps, bool mayBeNew, out PathMiss? miss)
    {
        var path = new NodePath(root, steps, mayBeNew);
        path.WalkMap(root, 0, "");
        miss = path.found.Count > 0 ? null : path.miss;
        return path.found;
    }

    private void Walk(ValueSlot slot, int level)
    {
        var node = slot.Value!;
        if (level == steps.Count)
        {
            found.Add(slot);
        }
        else if (node is MapNode map)
        {
            var isLong = map.Has(TableColumns.Value) && !map.Entries.Exists(entry => steps[level].Matches(entry.Key));
            if (isLong)
            {
                Walk(new EntrySlot(slot.Id, map, TableColumns.Value), level);
            }
            else
            {
                WalkMap(map, level, slot.Id + ".");
            }
        }
        else if (node is ScalarNode && steps.Skip(level).All(step => step.Selector is null))
        {
            found.Add(new InnerSlot(slot, [.. steps.Skip(level).Select(step => step.Name)]));
        }
        else
        {
            Miss(level, "an item in brackets, such as \"place[spare-bed]\"", steps[level].Name, []);
        }
    }

    private void WalkMap(MapNode map, int level, string prefix)
    {
        var step = steps[level];
        var matches = map.Entries.FindAll(entry => entry.Key != Overrides && step.Matches(entry.Key));
        foreach (var entry in matches)
        {
            WalkEntry(map, entry, level, prefix);
        }

        if (matches.Count > 0)
        {
            return;
        }

        if (level == TemplateLevel && IsTemplateSection && step.Name.Contains('@', StringComparison.Ordinal))
        {
            WalkInstance(map, prefix);
        }
        else if (mayBeNew && level == PropertyLevel && IsTemplateSection && steps.Count == PropertyLevel + 1 && step.Selector is null
            && !step.Name.Contains('*', StringComparison.Ordinal))
        {
            found.Add(new EntrySlot(prefix + step.Name, map, step.Name));
        }
        else
        {
            Miss(level, prefix.Length == 0
                ? "a section of the system"
                : $"a name under {prefix.TrimEnd('.')}", step.Name, map.Entries.Select(entry => entry.Key));
        }
    }

    private void WalkEntry(MapNode map, MapEntry entry, int level, string prefix)
    {
        var slot = new EntrySlot(prefix + entry.Key, map, entry.Key);
        if (steps[level].Selector is { } selector)
        {
            WalkItems(slot, entry.Value, selector, level);
        }
        else
        {
            Walk(slot, level + 1);
        }

        if (level == PropertyLevel && IsTemplateSection && map[Overrides] is MapNode overrides)
        {
            WalkOverrides(overrides, entry.Key, prefix);
        }
    }

    /// <summary>A path to a template means all its instances, also those that have a value of their own.</summary>
    private void WalkOverrides(MapNode overrides, string property, string prefix)
    {
        foreach (var instance in overrides.Entries)
        {
            if (instance.Value is MapNode own && own.Entries.Find(entry => entry.Key == property) is { } entry)
            {
                WalkEntry(own, entry, PropertyLevel, prefix.TrimEnd('.') + "@" + instance.Key + ".");
            }
        }
    }

    private void WalkItems(ValueSlot slot, Node value, IReadOnlyList<(string Key, string Value)> selector, int level)
    {
        var before = found.Count;
        if (value is ListNode list)
        {
            foreach (var item in list.Items.Where(item => ItemSelector.Matches(item, selector)).ToList())
            {
                Walk(new ItemSlot($"{slot.Id}[{list.Items.IndexOf(item)}]", list, item), level + 1);
            }
        }
        else if (ItemSelector.Matches(value, selector))
        {
            Walk(slot, level + 1);
        }

        if (found.Count == before)
        {
            Miss(level, $"an item of {slot.Id}", steps[level].ToString(), []);
        }
    }

    private void WalkInstance(MapNode section, string prefix)
    {
        var (name, instance) = NameText.Split(steps[TemplateLevel].Name);
        if (section[name] is not MapNode template)
        {
            Miss(TemplateLevel, $"a name under {prefix.TrimEnd('.')}", name, section.Entries.Select(entry => entry.Key));
            return;
        }

        var instances = Instances(template);
        if (!instances.Contains(instance!))
        {
            Miss(TemplateLevel, instances.Count == 0
                ? $"no \"@\", because {name} is not written \"each\""
                : $"an instance of {name}: {string.Join(", ", instances)}", instance!, instances);
        }
        else if (steps.Count <= PropertyLevel)
        {
            Miss(TemplateLevel, "a property of the instance, such as \".time\"", steps[TemplateLevel].Name, []);
        }
        else
        {
            WalkOverride(template, instance!, prefix + steps[TemplateLevel].Name + ".");
        }
    }

    private void WalkOverride(MapNode template, string instance, string prefix)
    {
        var property = template.Entries.Find(entry => entry.Key == steps[PropertyLevel].Name);
        if (property is null && !(mayBeNew && steps.Count == PropertyLevel + 1))
        {
            Miss(PropertyLevel, $"a name under {prefix.TrimEnd('.')}", steps[PropertyLevel].Name, template.Entries.Select(entry => entry.Key));
            return;
        }

        var own = Inner(Inner(template, Overrides), instance);
        if (property is not null && !own.Has(property.Key))
        {
            own.Entries.Add(property with { Value = property.Value.Clone() });
        }

        WalkMap(own, PropertyLevel, prefix);
    }

    /// <summary>The map under a key, which is made where there is none.</summary>
    public static MapNode Inner(MapNode map, string key)
    {
        if (map[key] is not MapNode inner)
        {
            inner = new MapNode(map.Where);
            map.Set(key, inner);
        }

        return inner;
    }

    private List<string> Instances(MapNode template) =>
    [
        .. EachNode.Instances(template["each"], name =>
            (root["dimensions"] as MapNode)?[name] is ListNode values ? values.Items.ConvertAll(value => value.ToString() ?? "") : []),
    ];

    private void Miss(int level, string expected, string received, IEnumerable<string> known)
    {
        if (level > missedAt)
        {
            (missedAt, miss) = (level, new PathMiss(expected, received, Nearest.Hint(received, known)));
        }
    }
}
