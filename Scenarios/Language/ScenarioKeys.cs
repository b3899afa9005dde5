namespace FlowSim.Scenarios.Language;

/// <summary>Keys of a scenario, its changes and its investment.</summary>
internal static class ScenarioKeys
{
    private const string ExpectedPath = "a path, such as pools.ward-bed.capacity";

    public static readonly Key Set = new("set", new TextKind(ExpectedPath), "Replaces a value: beside to.") { Example = "pools.hostel-bed.takes" };
    public static readonly Key Scale = new("scale", new TextKind(ExpectedPath), "Multiplies a number: beside by.") { Example = "streams.*.rate" };
    public static readonly Key Add = new("add", new TextKind(ExpectedPath), "Adds to a number, beside by; or adds a part that is not there yet, beside to.");
    public static readonly Key Remove = new("remove", new TextKind(ExpectedPath), "Takes a part away; an error if something still points to it.");
    public static readonly Key To = new("to", new AnythingKind("what may stand at the path"), "The new value or part.");
    public static readonly Key Like = new("like", Kinds.Name,
        "Of one more place (add: dimensions.site, to: west): the place whose rows in tables and rosters, hours, owners and own values hold for it too. "
            + "Nobody comes to it and nobody is sent to it until the scenario says who.")
    {
        Example = "north",
    };
    public static readonly Key By = new("by", new TextKind("a number, or { value: …, range: … }"), "The factor or the amount.") { Example = "0.97" };
    public static readonly Key From = new("from", Kinds.Date, "The day on which it begins.") { Default = "the branch, or the start" };
    public static readonly Key Over = new("over", Kinds.Duration, "Of numbers: phased in over that period from that day, in equal steps at every midnight.")
    {
        Example = "90 d",
    };
    public static readonly Key Every = new("every", Kinds.Duration, "Of over: the length of a step, where a long phase need not step every day.")
    {
        Default = "1 d",
        Example = "30 d",
    };
    public static readonly Key Reason = new("reason", Kinds.Text, "Why.");

    /// <summary>What a change may do, in the order of the verbs of a change.</summary>
    public static IReadOnlyList<Key> Verbs { get; } = [Set, Scale, Add, Remove];

    /// <summary>One edit by path.</summary>
    public static readonly Section Change = new("change", "a change, such as { scale: stages.ward.time, by: 0.9, reason: \"…\" }",
        [.. Verbs, To, Like, By, From, Over, Every, Reason, .. ValueKeys.Origin])
    { OneOf = [Verbs] };

    public static readonly Key Line = new("line", Kinds.Text, "What it is for.") { Required = true };
    public static readonly Key Partner = new("partner", Kinds.Partner, "Who pays.") { Required = true };
    public static readonly Key PerYear = new("gbp_per_year", new TextKind("an amount in pounds, such as \"420000\""), "Pounds a year.") { Example = "420000" };
    public static readonly Key Once = new("gbp", new TextKind("an amount in pounds, such as \"420000\""), "Pounds, once.");
    public static readonly Key Recurrent = new("recurrent", Kinds.Flag, "Whether it comes again every year.");
    public static readonly Key PriceYear =
        new("price_year", new TextKind("a year, such as \"2016/17\"", @"^\d{4}(/\d\d)?$"), "The year of its prices.") { Example = "2016/17" };

    public static readonly Key Life = new("life", new CountKind(100), "Of pounds once: the years over which they are spread.")
    {
        Default = "life of prices",
    };
    public static readonly Key Buys = new("buys", new ListKind(new TextKind("a pool or a stage")),
        "Pools and stages that the money pays for: on a basis on which costs.csv prices their use, the line is not counted a second time.")
    {
        Example = "[hostel-bed]",
    };

    /// <summary>A line of investment.</summary>
    public static readonly Section Investment = new("investment", "a line, such as { line: four beds, partner: trust, gbp_per_year: 420000 }",
        [Line, Partner, PerYear, Once, Recurrent, From, PriceYear, Life, Buys, .. ValueKeys.Origin]);

    public static readonly Key Id = new("scenario", Kinds.Name, "Its id: the name of the file.") { Example = "more-community" };
    public static readonly Key Description = new("description", Kinds.Text, "What it is about, in a few sentences.");
    public static readonly Key Include = new("include", new ListKind(new TextKind("the id of a scenario")), "Scenarios whose changes come first.");
    public static readonly Key Changes = new("changes", new ListKind(new MapKind(Change)), "The changes, in the order in which they are made.");
    public static readonly Key Investments = new("investment", new ListKind(new MapKind(Investment)), "What it costs.");

    /// <summary>The baseline with changes.</summary>
    public static readonly Section Scenario = new("scenario", "a scenario, such as { scenario: ID, changes: [ … ] }, or its list of changes",
        [Id, ValueKeys.Title, Description, Include, Changes, Investments, Reason, ValueKeys.Source, ValueKeys.Note, ValueKeys.Notes]);

    /// <summary>A scenario in the file of its system.</summary>
    public static readonly EitherKind Short = new("short scenario", Scenario.Expected,
        () => [new MapKind(Scenario), new ListKind(new MapKind(Change)) { IsAlwaysList = true }]);
}
