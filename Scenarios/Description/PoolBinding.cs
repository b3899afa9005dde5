using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads pools.</summary>
internal static class PoolBinding
{
    /// <summary>Keys that tell a capacity by roster or hours from other maps.</summary>
    private static readonly List<Key> Forms = [PoolKeys.Roster, PoolKeys.Calendar, PoolKeys.Inside, PoolKeys.Outside];

    public static PoolDescription? Pool(this Binding binding, Written name, Node node)
    {
        if (binding.Map(node, name.Path, PoolKeys.Pool) is not { } reader)
        {
            return null;
        }

        var kind = reader.Word(PoolKeys.Kind);
        var holidays = reader.Text(PoolKeys.Holidays);
        var capacity = Capacity(reader);
        return new PoolDescription
        {
            Name = name,
            Title = reader.Text(ValueKeys.Title)?.Text ?? "",
            Each = EachBinding.Read(reader, PoolKeys.Each),
            Kind = PoolKeys.KindOf(kind),
            Group = reader.Name(PoolKeys.Group),
            Owner = OwnerDescription.Read(reader, PoolKeys.Owner),
            Capacity = (capacity ?? new CapacityDescription()) with { Holidays = capacity?.Holidays ?? holidays },
            Turnaround = reader.Time(PoolKeys.Turnaround),
            Takes = reader.Text(PoolKeys.Takes),
            Renewed = reader.Text(PoolKeys.Renewed),
            EmptyAtClose = reader.Word(PoolKeys.AtClose) == "empty",
            Surges = [.. reader.InnerList(PoolKeys.Surges).Select(Surge).OfType<SurgeDescription>()],
            Overrides = Description.Overrides.Read(reader, PoolKeys.Overrides, (map, path) => binding.Pool(name, map)),
        };
    }

    private static CapacityDescription? Capacity(MapReader parent)
    {
        if (parent.Take(PoolKeys.Capacity) is not { } node)
        {
            return null;
        }

        var path = parent.PathOf(PoolKeys.Capacity);
        node = parent.Binding.Unwrap(node, path);
        if (node is not MapNode map || Binding.Means(map, ValueKeys.Table) || !Forms.Exists(key => Binding.Means(map, key)))
        {
            return parent.Binding.Amount(node, path, PoolKeys.Capacity.Expected) is { } amount ? new CapacityDescription { Amount = amount } : null;
        }

        if (Binding.Means(map, PoolKeys.Roster))
        {
            var reader = new MapReader(parent.Binding, map, path, PoolKeys.OfRoster);
            var roster = reader.Text(PoolKeys.Roster);
            reader.Origin(roster is null ? "" : $"roster {roster.Text}");
            return new CapacityDescription { Roster = roster, Holidays = reader.Text(PoolKeys.RosterHolidays) };
        }

        var hours = new MapReader(parent.Binding, map, path, PoolKeys.OfHours);
        hours.Origin("");
        return hours.Text(PoolKeys.Calendar) is { } calendar
            ? new CapacityDescription { Calendar = calendar, Inside = hours.Amount(PoolKeys.Inside), Outside = hours.Amount(PoolKeys.Outside) }
            : null;
    }

    private static SurgeDescription? Surge(MapReader reader)
    {
        var adds = reader.Amount(PoolKeys.Adds);
        var opens = reader.Text(PoolKeys.Opens);
        var closes = reader.Text(PoolKeys.Closes);
        var at = reader.Text(PoolKeys.Checked);
        reader.Origin(adds?.Text?.Text ?? "");
        return adds is null || opens is null || closes is null || at is null
            ? null
            : new SurgeDescription
            {
                Adds = adds,
                Opens = opens,
                Closes = closes,
                Checked = at,
                After = reader.Text(PoolKeys.After),
                AtLeast = reader.Text(PoolKeys.AtLeast),
            };
    }
}
