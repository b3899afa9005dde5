using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Asked;

/// <summary>The paths into a pool, stage, stream or calendar.</summary>
internal sealed class PartPaths
{
    private const string Overrides = "overrides";

    /// <summary>What a part is called and whose it is: no change of what happens.</summary>
    private static readonly HashSet<string> Passed =
    [
        .. TableColumns.Metadata, ValueKeys.Title.Name, ValueKeys.Notes.Name, PoolKeys.Each.Name, PoolKeys.Kind.Name, PoolKeys.Group.Name,
        PoolKeys.Owner.Name,
    ];

    /// <summary>A map with one of these is set as a whole.</summary>
    private static readonly string[] Whole = ["table", "roster", "calendar"];

    private readonly SystemFiles files;
    private readonly ChangeWords words;
    private readonly string section;
    private readonly string name;
    private readonly MapNode part;
    private readonly string area;
    private readonly List<SettablePath> found = [];

    private PartPaths(SystemFiles files, string section, string name, MapNode part)
    {
        (this.files, this.section, this.name, this.part) = (files, section, name, part);
        words = new ChangeWords(files);
        area = new SystemAreas(files, words).Of(part.Where.File);
    }

    /// <summary>In written order; those of an instance after those of all.</summary>
    public static IReadOnlyList<SettablePath> Of(SystemFiles files, string section, string name, MapNode part)
    {
        var paths = new PartPaths(files, section, name, part);
        var start = $"{section}.{Step(name)}";
        paths.Map(start, part, SaidOrigin.None, level: 0);
        paths.Capacities(start);
        return paths.found;
    }

    /// <summary>What stands at the top of a system: one value, or one for each place.</summary>
    public static IReadOnlyList<SettablePath> Of(SystemFiles files, string key, Node node)
    {
        var paths = new PartPaths(files, key, key, node as MapNode ?? new MapNode(node.Where));
        paths.Node(key, node, SaidOrigin.None, level: 1);
        return paths.found;
    }

    /// <summary>A name as a step of a path: in quotation marks where it has a dot.</summary>
    public static string Step(string name) => name.AsSpan().IndexOfAny('.', '[') >= 0 ? $"\"{name}\"" : name;

    private void Node(string path, Node node, SaidOrigin origin, int level)
    {
        switch (node)
        {
            case ScalarNode scalar:
                Add(path, scalar.Text, scalar.Where, origin, level);
                Inside(path, scalar, origin, level);
                break;
            case MapNode map when map.Has(TableColumns.Value):
                Node(path, map[TableColumns.Value]!, SaidOrigin.Of(map), level);
                break;
            case MapNode map when Whole.Any(map.Has):
                Add(path, NodeText.Of(map), map.Where, SaidOrigin.Of(map), level);
                break;
            case MapNode map:
                Map(path, map, map.Has("status") || map.Has("source") ? SaidOrigin.Of(map) : origin, level);
                break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    if (ItemStep.Of(list, item) is { } step)
                    {
                        Node(path + step, item, origin, level + 1);
                    }
                }

                break;
        }
    }

    private void Map(string path, MapNode map, SaidOrigin origin, int level)
    {
        foreach (var entry in map.Entries.Where(entry => !Passed.Contains(entry.Key)))
        {
            if (level == 0 && entry.Key == Overrides && entry.Value is MapNode instances)
            {
                foreach (var instance in instances.Entries.Where(one => one.Value is MapNode))
                {
                    Map($"{section}.{Step($"{name}@{instance.Key}")}", (MapNode)instance.Value, origin, level);
                }
            }
            else
            {
                Node($"{path}.{Step(entry.Key)}", entry.Value, origin, level + 1);
            }
        }
    }

    /// <summary>The times inside a request: <c>spare-bed after 2 h</c>.</summary>
    private void Inside(string path, ScalarNode scalar, SaidOrigin origin, int level)
    {
        if (!path.EndsWith(']') || !RequestTextReader.TryParse(scalar.Text, out var request, out _))
        {
            return;
        }

        foreach (var (clause, time) in new[] { ("after", request.After), ("for", request.For) })
        {
            if (time is not null)
            {
                Add($"{path}.{clause}", time.ToText(), scalar.Where, origin, level + 1);
            }
        }
    }

    /// <summary>Of a pool that is written once, what is open at each instance: what most people ask for first.</summary>
    private void Capacities(string start)
    {
        var key = PoolKeys.Capacity.Name;
        if (section != SystemKeys.Pools.Name || part[key] is not { } capacity || InstancesOf(part) is not { Count: > 0 } instances)
        {
            return;
        }

        foreach (var instance in instances.Where(one => (part[Overrides] as MapNode)?[one] is not MapNode own || !own.Has(key)))
        {
            var path = $"{section}.{Step($"{name}@{instance}")}.{key}";
            var value = capacity is MapNode { } map && map.Has(TableColumns.Value) ? map[TableColumns.Value]! : capacity;
            var cell = TableCell.Of(files, path, value);
            var origin = cell is null ? capacity is MapNode own ? SaidOrigin.Of(own) : SaidOrigin.None : SaidOrigin.Of(cell.Row, cell.Table);
            Add(path, cell?.Text ?? NodeText.Of(value), cell?.Row.Where ?? value.Where, origin, level: 1, cell);
        }
    }

    private List<string> InstancesOf(MapNode template) =>
    [
        .. EachNode.Instances(template[PoolKeys.Each.Name], name => (files.Root[SystemKeys.Dimensions.Name] as MapNode)?[name] is ListNode values
            ? values.Items.ConvertAll(value => value.ToString() ?? "")
            : []),
    ];

    private void Add(string path, string text, SourceLocation where, SaidOrigin origin, int level, TableCell? cell = null)
    {
        var property = level == 1 ? path[(path.LastIndexOf('.') + 1)..] : "";
        var unit = ValueWords.UnitOf(text);
        found.Add(new SettablePath(path, words.PathOf(path), text)
        {
            Section = section,
            Part = name,
            Unit = unit.Length == 0 && property == PoolKeys.Capacity.Name ? part[PoolKeys.Kind.Name]?.ToString() ?? "" : unit,
            MayBe = ValueWords.MayBe(section, property, text),

            // A range may stand beside several values, of which it is one's.
            Range = InputRange.Of(origin.Range, text, out _) is null ? "" : origin.Range,
            Status = origin.Status,
            Source = origin.Source,
            File = where.File,
            Line = where.Line,
            Area = area,
            Cell = cell is null ? null : new CellPlace(cell.Table.Name, cell.Index, cell.Name),
        });
    }
}
