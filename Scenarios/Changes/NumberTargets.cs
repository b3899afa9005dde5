using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>The numbers behind a value that is not a plain text: the long form, mixtures, rates by table, capacity by calendar.</summary>
internal static class NumberTargets
{
    /// <summary>Key of a rate's map that multiplies it: written by scenarios, read by the compilation.</summary>
    public const string RateFactor = "times";

    private static readonly string[] CalendarSides = ["inside", "outside"];

    /// <summary>Slots with text in them; empty if a map or list has no number to change, and then what to name instead.</summary>
    public static IReadOnlyList<ValueSlot> Of(ValueSlot slot, ChangeVerb verb, out string hint)
    {
        hint = "";
        switch (slot.Value)
        {
            case ScalarNode:
                return [slot];
            case MapNode map when map.Has(TableColumns.Value):
                return Of(new EntrySlot(slot.Id, map, TableColumns.Value), verb, out hint);
            case MapNode map when verb == ChangeVerb.Scale && slot.Id.EndsWith(".rate", StringComparison.Ordinal):
                return Rate(slot, map);
            case MapNode map when verb == ChangeVerb.Scale && map.Has("calendar"):
                return [.. CalendarSides.Where(map.Has).SelectMany(key => Of(new EntrySlot($"{slot.Id}.{key}", map, key), verb, out _))];
            case MapNode map when map["table"] is { } table:
                hint = $"The numbers are in its table: write tables.{table}[…].COLUMN.";
                return [];
            case MapNode map when map["roster"] is { } roster:
                hint = $"The numbers are in its roster: write rosters.{roster}.capacity.";
                return [];
            case ListNode list when verb == ChangeVerb.Scale:
                return [.. list.Items.OfType<MapNode>().Where(part => part.Has("share") && part.Has("time"))
                    .SelectMany((part, index) => Of(new EntrySlot($"{slot.Id}[{index}].time", part, "time"), verb, out _))];
            default:
                return [];
        }
    }

    private static IReadOnlyList<ValueSlot> Rate(ValueSlot slot, MapNode rate)
    {
        if (rate["scale"] is ScalarNode)
        {
            return [new EntrySlot(slot.Id + ".scale", rate, "scale")];
        }

        if (!rate.Has(RateFactor))
        {
            rate.Set(RateFactor, new ScalarNode("1", rate.Where));
        }

        return [new EntrySlot($"{slot.Id}.{RateFactor}", rate, RateFactor)];
    }
}
