using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Changes;

/// <summary>
/// Puts one more place into a dimension, or one more value into an attribute: <c>add: dimensions.site, to: west, like: north</c>. What tables, rosters,
/// calendars and parts say of the one that it is like holds for it too, until the scenario says otherwise. Two things are never taken over, since nobody
/// would notice: streams (nobody comes to it of itself) and the columns of its name in tables of shares (nobody is sent to it).
/// </summary>
internal sealed class NewInstance(SystemFiles files, ScenarioChange change)
{
    private const string Nobody = "0 per d";
    private const string Assumed = "assumed";
    private static readonly string Dimensions = SystemKeys.Dimensions.Name;
    private static readonly string Attributes = SystemKeys.Attributes.Name;

    private readonly string name = change.Value!.ToString() ?? "";
    private readonly string like = change.Like;

    /// <summary>True for a path to all instances of a dimension, or all values of an attribute.</summary>
    public static bool IsMeant(IReadOnlyList<PathStep> steps) => steps.Count == 2 && (steps[0].Name == Dimensions || steps[0].Name == Attributes);

    /// <summary>Takes over what is said of the one that it is like; an empty text, or what was expected of it.</summary>
    public string TakeOver(IReadOnlyList<PathStep> steps)
    {
        var values = ValuesOf(steps);
        if (!values.Contains(like) || like == name)
        {
            return $"one of {string.Join(", ", values.Where(value => value != name))}, under \"like\"";
        }

        HashSet<string> columns = [steps[1].Name];
        if (steps[0].Name == Dimensions)
        {
            columns.UnionWith(AttributesOf(steps[1].Name));
            TakeOverParts(steps[1].Name);
            TakeOverCalendars();
        }

        foreach (var table in files.Tables.Values.Concat(files.Rosters.Values))
        {
            TakeOverRows(table, columns);
        }

        return "";
    }

    private List<string> ValuesOf(IReadOnlyList<PathStep> steps) =>
        (files.Root[steps[0].Name] as MapNode)?[steps[1].Name] is ListNode list ? list.Items.ConvertAll(item => item.ToString() ?? "") : [];

    /// <summary>Attributes whose values are the instances of a dimension.</summary>
    private IEnumerable<string> AttributesOf(string dimension) => files.Root[Attributes] is MapNode attributes
        ? attributes.Entries.Where(entry => entry.Value is ScalarNode scalar && scalar.Text == dimension).Select(entry => entry.Key)
        : [];

    private void TakeOverRows(TableData table, HashSet<string> columns)
    {
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (columns.Contains(table.Columns[column]))
            {
                foreach (var row in table.Rows.Where(row => row.Cells[column].Trim().Split('|').Contains(like)).ToList())
                {
                    string[] cells = [.. row.Cells];
                    cells[column] = name;
                    table.AddRow(change.Where, AsAtTheOther(table, cells));
                }
            }
        }
    }

    /// <summary>What was measured there is assumed here.</summary>
    private string[] AsAtTheOther(TableData table, string[] cells)
    {
        Put(table, cells, ValueKeys.Status.Name, _ => Assumed);
        Put(table, cells, ValueKeys.Source.Name, source => source.Length > 0 ? $"as at {like}: {source}" : $"as at {like}");
        return cells;
    }

    private static void Put(TableData table, string[] cells, string column, Func<string, string> text)
    {
        if (table.ColumnOf(column) is >= 0 and var index)
        {
            cells[index] = text(cells[index]);
        }
    }

    private void TakeOverParts(string dimension)
    {
        foreach (var section in NodePath.TemplateSections)
        {
            foreach (var part in (files.Root[section] as MapNode)?.Entries.ConvertAll(entry => entry.Value).OfType<MapNode>() ?? [])
            {
                if (IsAtEach(part, dimension))
                {
                    TakeOverOwner(part);
                    TakeOverOwnValues(part, dimension, isStream: section == SystemKeys.Streams.Name);
                }
            }
        }
    }

    private static bool IsAtEach(MapNode part, string dimension) =>
        part["each"] is { } each && (each is ListNode both ? both.Items : [each]).Exists(item => item is ScalarNode scalar && scalar.Text == dimension);

    /// <summary>It is given an owner by name, so that another can be set.</summary>
    private void TakeOverOwner(MapNode part)
    {
        if (part["owner"] is MapNode owners && (owners[like] ?? owners["*"]) is { } owner && !owners.Has(name))
        {
            owners.Set(name, owner.Clone());
        }
    }

    private void TakeOverOwnValues(MapNode part, string dimension, bool isStream)
    {
        foreach (var instance in EachNode.Instances(part["each"], of => of == dimension ? [like] : InstancesOf(of)))
        {
            var own = string.Join('@', instance.Split('@').Select(word => word == like ? name : word));
            if (part[NodePath.Overrides] is MapNode overrides && overrides[instance] is { } values)
            {
                overrides.Set(own, values.Clone());
            }

            if (isStream && part.Has("rate") && own != instance)
            {
                NodePath.Inner(NodePath.Inner(part, NodePath.Overrides), own).Set("rate", new ScalarNode(Nobody, change.Where, quoted: true));
            }
        }
    }

    private List<string> InstancesOf(string dimension) =>
        (files.Root[Dimensions] as MapNode)?[dimension] is ListNode values ? values.Items.ConvertAll(value => value.ToString() ?? "") : [];

    private void TakeOverCalendars()
    {
        if (files.Root[SystemKeys.Calendars.Name] is MapNode calendars)
        {
            foreach (var (calendar, hours) in calendars.Entries.Select(entry => (NameText.Split(entry.Key), entry.Value)).ToList())
            {
                if (calendar.Instance == like && !calendars.Has($"{calendar.Name}@{name}"))
                {
                    calendars.Set($"{calendar.Name}@{name}", hours.Clone());
                }
            }
        }
    }
}
