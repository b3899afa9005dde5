using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Language;

/// <summary>Keys of a pool.</summary>
internal static class PoolKeys
{
    private const string ExpectedCapacity = "a number, unlimited, \"3 per day\", { table: … }, { roster: … } or { calendar: …, inside: …, outside: … }";

    public static readonly Key Roster = new("roster", new TextKind("the name of a roster"), "The file of rosters/ with the capacity by day and hour.")
    {
        Required = true,
        Example = "nurses",
    };
    public static readonly Key RosterHolidays = new("holidays", Kinds.DatesCalendar, "The days on which rows of days \"holidays\" hold.")
    {
        Default = $"{SystemKeys.DefaultHolidays}, if there is such a calendar",
    };

    /// <summary>Capacity from a roster.</summary>
    public static readonly Section OfRoster = new("capacity of a roster", "{ roster: nurses }", [Roster, RosterHolidays, .. ValueKeys.Origin]);

    public static readonly Key Calendar = new("calendar", Kinds.Calendar, "The hours.") { Required = true, Example = "office" };
    public static readonly Key Inside = new("inside", Kinds.Amount, "Units in these hours.") { Required = true, Example = "14" };
    public static readonly Key Outside = new("outside", Kinds.Amount, "Units at all other times.") { Default = "0" };

    /// <summary>Capacity in and out of hours.</summary>
    public static readonly Section OfHours =
        new("capacity by hours", "{ calendar: office, inside: 14, outside: 0 }", [Calendar, Inside, Outside, .. ValueKeys.Origin]);

    public static readonly Key Adds = new("adds", Kinds.Amount, "How many units.") { Required = true };
    public static readonly Key Opens = new("opens", Kinds.Condition, "Opened when it holds at a time of looking.") { Required = true };
    public static readonly Key Closes =
        new("closes", Kinds.Condition, "Closed when it holds at a time of looking. Take another level than for opens, or it flutters.")
        {
            Required = true,
        };
    public static readonly Key Checked = new("checked", Kinds.Gates, "When the conditions are looked at.") { Required = true, Example = "daily 08:00 & 16:00" };
    public static readonly Key After = new("after", Kinds.Duration, "From the decision until it is open.") { Default = "at once" };
    public static readonly Key AtLeast = new("at_least", Kinds.Duration, "How long it stays open at least.");

    /// <summary>Capacity that opens on a trigger.</summary>
    public static readonly Section Surge = new("surge", "{ adds: …, opens: …, closes: …, checked: … }",
        [Adds, Opens, Closes, Checked, After, AtLeast, ValueKeys.Status, ValueKeys.Range, .. ValueKeys.Explanation]);

    public static readonly Key Each = new("each", Kinds.Each, "Written once, there once for each instance of a dimension, or for each pair of two.")
    {
        Example = "site",
    };
    public static readonly Key Kind =
        new("kind", new WordKind("beds", "spaces", "crews", "staff", "caseload", "slots"), "What its units are. Slots are used up, not given back.")
        {
            Required = true,
        };
    public static readonly Key Group = new("group", Kinds.Name, "Pools that are reported together.") { Example = "acute" };
    public static readonly Key Owner = new("owner",
        new EitherKind("owner", "the name of a partner, a dimension, or a map of instances and partners",
            () => [Kinds.Partner, new NamesKind(Kinds.Partner, "instances, or * for all others, and the partner there")]),
        "The partner whose resource it is; a dimension: each instance is its own; or a map of instances, * being all others.")
    {
        Example = "{ north: one-council, \"*\": other-council }",
    };
    public static readonly Key Capacity = new("capacity",
        new EitherKind("capacity", ExpectedCapacity, () => [Kinds.Amount, new MapKind(OfRoster), new MapKind(OfHours)]),
        "How many units there are, over time. Units are whole: 60.5 is refused, here and in a scenario that sets or adds it; what a scenario scales is rounded to the nearest whole number.")
    {
        Required = true,
        Example = "{ roster: nurses }",
    };
    public static readonly Key Holidays = new("holidays", Kinds.DatesCalendar, "As in a roster's capacity; for all of the pool.");
    public static readonly Key Turnaround =
        new("turnaround", Kinds.Time, "For how long a unit that is let go is open but not usable: cleaning a bed, clearing up an ambulance.")
        {
            Default = "none",
        };
    public static readonly Key Takes = new("takes", Kinds.Calendar, "Requests are met only while it is open. Who is in may stay.") { Default = "always" };
    public static readonly Key Renewed = new("renewed", Kinds.Gates, "Of slots: when a new lot is given out.");
    public static readonly Key AtClose = new("at_close", new WordKind("finish", "empty"),
        "finish: those in hand are finished, nobody is begun from the second of closing on; empty: those already waiting when a roster or a calendar brings the capacity to 0 are seen too, as long as takes is open.")
    {
        Default = "finish",
    };
    public static readonly Key Surges = new("surge", new ListKind(new MapKind(Surge)), "Units that open on a trigger and close on another.");
    public static readonly Key Overrides = new("overrides", new NamesKind(new AnythingKind("the keys that differ"), "instances and the keys that differ there"),
        "What differs at single instances.")
    {
        Hidden = true,
    };

    /// <summary>Interchangeable capacity with one waiting list.</summary>
    public static readonly Section Pool = new("pool", "a pool: { kind: …, capacity: … }",
        [Each, Kind, Group, Owner, Capacity, Holidays, Turnaround, Takes, AtClose, Surges, Renewed, Overrides, .. ValueKeys.Explanation]);

    /// <summary>The kind of a word.</summary>
    public static PoolKind KindOf(string word) => word switch
    {
        "spaces" => PoolKind.Spaces,
        "crews" => PoolKind.Crews,
        "staff" => PoolKind.Staff,
        "caseload" => PoolKind.Caseload,
        "slots" => PoolKind.Slots,
        _ => PoolKind.Beds,
    };
}
