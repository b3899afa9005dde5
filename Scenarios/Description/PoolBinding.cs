using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads pools.</summary>
internal static class PoolBinding
{
    private const string ExpectedKind = "beds, spaces, crews, staff, caseload or slots";
    private const string ExpectedCapacity = "a number, unlimited, \"3 per day\", { table: … }, { roster: … } or { calendar: …, inside: …, outside: … }";

    public static PoolDescription? Pool(this Binding binding, Written name, Node node)
    {
        if (binding.Map(node, name.Path, "a pool: { kind: …, capacity: … }") is not { } reader)
        {
            return null;
        }

        var kind = Kind(reader);
        var holidays = reader.Text("holidays", "a calendar of dates");
        var capacity = Capacity(reader);
        var pool = new PoolDescription
        {
            Name = name,
            Each = reader.Text("each", "the name of a dimension"),
            Kind = kind ?? PoolKind.Beds,
            Group = reader.PlainName("group"),
            Owner = reader.Text("owner", "the name of a partner"),
            Capacity = (capacity ?? new CapacityDescription()) with { Holidays = capacity?.Holidays ?? holidays },
            Turnaround = reader.Time("turnaround"),
            Takes = reader.Text("takes", "a calendar"),
            Renewed = reader.Text("renewed", "times of day or a calendar of them"),
            EmptyAtClose = reader.Word("at_close", "finish", "empty") == "empty",
            Surges = [.. Binding.Items(reader.Take("surge"), reader.PathOf("surge")).Select(item => Surge(binding, item.Node, item.Path)).OfType<SurgeDescription>()],
        };
        reader.Explanation();
        var overrides = Overrides.Read(reader, (map, path) => binding.Pool(name, map));
        reader.Finish();
        return pool with { Overrides = overrides };
    }

    private static PoolKind? Kind(MapReader reader)
    {
        if (reader.Required("kind", ExpectedKind) is not { } text)
        {
            return null;
        }

        PoolKind? kind = text.Text switch
        {
            "beds" => PoolKind.Beds,
            "spaces" => PoolKind.Spaces,
            "crews" => PoolKind.Crews,
            "staff" => PoolKind.Staff,
            "caseload" => PoolKind.Caseload,
            "slots" => PoolKind.Slots,
            _ => null,
        };
        if (kind is null)
        {
            reader.Binding.Problems.Error(text.Where, text.Path, ExpectedKind, text.Text, Nearest.Hint(text.Text, ["beds", "spaces", "crews", "staff", "caseload", "slots"]));
        }

        return kind;
    }

    private static CapacityDescription? Capacity(MapReader parent)
    {
        var binding = parent.Binding;
        var path = parent.PathOf("capacity");
        if (parent.Take("capacity") is not { } node)
        {
            parent.Missing("capacity", ExpectedCapacity);
            return null;
        }

        node = binding.Unwrap(node, path);
        if (node is not MapNode map || map.Has("table"))
        {
            return binding.Amount(node, path) is { } amount ? new CapacityDescription { Amount = amount } : null;
        }

        var reader = new MapReader(binding, map, path);
        var capacity = map.Has("roster") ? WithRoster(reader) : WithHours(reader);
        reader.Origin(capacity?.Roster is { } roster ? $"roster {roster.Text}" : "");
        reader.Finish();
        return capacity;
    }

    private static CapacityDescription WithRoster(MapReader reader) =>
        new() { Roster = reader.Text("roster", "the name of a roster"), Holidays = reader.Text("holidays", "a calendar of dates") };

    private static CapacityDescription? WithHours(MapReader reader)
    {
        if (reader.Required("calendar", ExpectedCapacity) is not { } calendar)
        {
            return null;
        }

        return new CapacityDescription { Calendar = calendar, Inside = reader.Amount("inside"), Outside = reader.Amount("outside") };
    }

    private static SurgeDescription? Surge(Binding binding, Node node, string path)
    {
        if (binding.Map(node, path, "{ adds: …, opens: …, closes: …, checked: … }") is not { } reader)
        {
            return null;
        }

        var adds = reader.Amount("adds");
        var opens = reader.Required("opens", "a condition");
        var closes = reader.Required("closes", "a condition");
        var at = reader.Required("checked", "times of day or a calendar of them");
        var after = reader.Text("after", "a length of time");
        var atLeast = reader.Text("at_least", "a length of time");
        reader.Explanation();
        reader.Origin(adds?.Text?.Text ?? "");
        reader.Finish();
        if (adds is null)
        {
            reader.Missing("adds", "a number of units");
        }

        return adds is null || opens is null || closes is null || at is null
            ? null
            : new SurgeDescription { Adds = adds, Opens = opens, Closes = closes, Checked = at, After = after, AtLeast = atLeast };
    }
}
