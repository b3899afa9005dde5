namespace FlowSim.Scenarios.Language;

/// <summary>Keys that say what of a year may be given as it was recorded, and which streams and pools take the difference.</summary>
internal static class RecordedKeys
{
    public static readonly Key Measure = new("measure", new TextKind("the name of a measure"),
        "The measure whose months are those recorded: patients per time, monthly: true. Its places are the places of the file.")
    {
        Required = true,
        Example = "attendances",
    };
    public static readonly Key Streams = new("streams", new ListKind(new TextKind("the name of a stream")),
        "The streams that take the difference between what was recorded and what is described; whoever comes by other ways comes as described.")
    {
        Required = true,
        Example = "[self-referrals]",
    };
    public static readonly Key Also = new("also", new ListKind(Kinds.Text), "Other words for the type in a file.") { Example = "[\"1\"]" };

    /// <summary>A type of attendances.</summary>
    public static readonly Section Type = new("recorded type", "{ measure: attendances, streams: [self-referrals] }",
        [Measure, Streams, Also, ValueKeys.Note, ValueKeys.Source]);

    public static readonly Key Open = new("open", new TextKind("a group of pools"), "The group whose open beds the file gives, added up by place.")
    {
        Required = true,
        Example = "wards",
    };
    public static readonly Key TakenBy = new("taken_by", new TextKind("the name of a pool"),
        "The pool of the group that has more or fewer beds by the difference between what was recorded and what is described.")
    {
        Required = true,
        Example = "ward-bed",
    };

    /// <summary>Open beds.</summary>
    public static readonly Section OpenBeds = new("recorded beds", "{ open: wards, taken_by: ward-bed }", [Open, TakenBy, ValueKeys.Note, ValueKeys.Source]);

    public static readonly Key Arrivals = new("arrivals", new NamesKind(new MapKind(Type), "a map of types of attendances by name"),
        "What --arrivals may give, by type. The type all is all of them together.");
    public static readonly Key Beds = new("beds", new MapKind(OpenBeds), "What --beds may give.");
    public static readonly Key Trusts = new("trusts", new NamesKind(new ListKind(Kinds.Text, "a list of instances"), "a map of trusts and their places"),
        "What a file may name as one place: instances of any dimensions. Of each type a trust has those of its places that the type has.")
    {
        Example = "{ north-trust: [north, north-unit] }",
    };

    /// <summary>What may be recorded of the system.</summary>
    public static readonly Section Recorded = new("recorded", "{ arrivals: …, beds: …, trusts: … }", [Arrivals, Beds, Trusts]);
}
