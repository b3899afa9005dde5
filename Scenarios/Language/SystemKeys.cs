using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Language;

/// <summary>Keys at the top of a system, of its run and of its calendars.</summary>
internal static class SystemKeys
{
    /// <summary>More independent runs make no interval narrower that anybody reads.</summary>
    public const int MostReplications = 1_000_000;

    /// <summary>The calendar of dates that rosters and streams take as holidays unless another is named.</summary>
    public const string DefaultHolidays = "bank-holidays";

    public static readonly Key Open = new("open", Kinds.Hours, "Opening hours.") { Example = "Mon-Fri 09:00-17:00" };
    public static readonly Key At = new("at", Kinds.Gates, "Instants that come again.") { Example = "Mon-Fri 10:00" };
    public static readonly Key Days = new("dates", new ListKind(Kinds.Date), "Days.") { Example = "[2016-12-26, 2016-12-27]" };
    public static readonly Key From = new("from", Kinds.Date, "The first day of a span.");
    public static readonly Key To = new("to", Kinds.Date, "The first day after it.");
    public static readonly Key Months = new("months", new TextKind(MonthText.Expected), "A season.") { Example = "Dec-Mar" };
    public static readonly Key Except = new("except", new ListKind(Kinds.DatesCalendar), "Days that are taken out.") { Example = "bank-holidays" };

    /// <summary>Hours, instants, days or a season.</summary>
    public static readonly Section Calendar = new("calendar", "a calendar: { open: Mon-Fri 09:00-17:00 }",
        [Open, At, Days, From, To, Months, Except, ValueKeys.Status, ValueKeys.Range, .. ValueKeys.Explanation])
    { OneOf = [[Open, At, Days, From, Months]] };

    public static readonly Key Starts = new("starts", new TextKind("a date, or a weekday and a time"), "When the run starts.")
    {
        Default = "Mon 00:00",
        Example = "2013-04-01",
    };
    public static readonly Key Branch = new("branch", Kinds.Date, "When the scenarios branch; until then every replication runs once, under the baseline.");
    public static readonly Key Lasts = new("lasts", Kinds.Duration, "What is measured.") { Required = true, Example = "1 y" };
    public static readonly Key WarmUp = new("warm_up", Kinds.Duration, "The opening period that is not measured; lasts comes after it.") { Default = "none" };
    public static readonly Key Begin = new("begin", new WordKind("empty", "described"), "Whether the patients of starts_with are there at the start.")
    {
        Default = "empty",
    };
    public static readonly Key Replications = new("replications", new CountKind(MostReplications), "Independent runs of each scenario.") { Default = "20" };
    public static readonly Key PatientLimit =
        new("patient_limit", new CountKind(int.MaxValue), "A run with more patients present at once is stopped as overloaded.")
        {
            Default = "200000",
        };

    /// <summary>When the run starts, branches and ends.</summary>
    public static readonly Section Run =
        new("run", "{ starts: Mon 00:00, lasts: 365 d }", [Starts, Branch, Lasts, WarmUp, Begin, Replications, PatientLimit, .. ValueKeys.Explanation]);

    private static readonly TextKind People = new(ExpectedPeople, @"^\s*\+?[\d.]");

    public static readonly Key System = new("system", Kinds.Name, "Its id.") { Required = true, Example = "two-wards" };
    public static readonly Key Title = new("title", Kinds.Text, "Its name.");
    public static readonly Key Purpose = new("purpose", Kinds.Text, "What it is for, in a sentence: flowsim list systems prints it.")
    {
        Example = "\"What a county's plan does to its beds\"",
    };
    public static readonly Key Include = new("include", new ListKind(new TextKind("the name of a folder of shared tables", @"^[a-z][a-z0-9-]*$")),
        "Folders of tables that come with FlowSim and are the same for many systems. Of them the system takes each table that it names and has not got: a table of its own of the same name goes before, whole.")
    {
        Example = "[england]",
    };
    public static readonly Key Parts = new("parts", new ListKind(new TextKind("the name of a part", @"^[a-z][a-z0-9-]*$")),
        "Parts of the description taken from elsewhere: files of the system's own folder parts/, or parts of a folder that it includes. A file of one of these names beside system.yaml is laid over the part: what it says goes before, field by field, and ~ takes away.")
    {
        Example = "[emergency-department, acute-beds]",
    };
    /// <summary>In a message where people are to be counted.</summary>
    public const string ExpectedPeople = "a number of people";

    public static readonly Key Population = new("population",
        new EitherKind("population", "a number of people, { table: … }, or a map of the instances of a dimension and people", () =>
            [People, new MapKind(ValueKeys.Lookup), new NamesKind(People, "a map of the instances of a dimension and people")]),
        "People served, for rates per head: of the whole system, or by place, whose sum is the whole.")
    {
        Example = "120000",
    };
    public static readonly Key RunKey = new("run", new MapKind(Run), "When the run starts and how long it lasts.") { Required = true };
    public static readonly Key Dimensions = new("dimensions",
        new NamesKind(new ListKind(Kinds.Text, "a list of instances, such as [north, south]"), "a map of dimensions by name"),
        "What there are several of, and their names.")
    {
        Example = "{ site: [north, south] }",
    };
    public static readonly Key Titles = new("titles", new NamesKind(Kinds.Text, "a map of names and titles"),
        "What a reader sees in place of a name that has no entry of its own: instances of dimensions, groups of pools, exits, values of attributes, partners, topics of measures.")
    {
        Default = "the names read as words",
        Example = "{ north: North General, st-marys: \"St Mary's Hospital\" }",
    };
    public static readonly Key Attributes = new("attributes", new NamesKind(Kinds.Texts, "a map of attributes by name"),
        "What a patient carries, complete if it is written at all: names of values, in order; or number, duration, or the name of a dimension whose instances it takes. Every dimension is an attribute of its own name.")
    {
        Example = "{ age: [under-65, 65-84, 85-plus] }",
    };
    public static readonly Key Partners = new("partners", Kinds.Texts, "The organisations that own resources.");
    public static readonly Key Exits = new("exits", Kinds.Texts, "Ways out other than leave, each counted.") { Example = "[abandoned, died]" };
    public static readonly Key Calendars =
        new("calendars", new NamesKind(new MapKind(Calendar), "a map of calendars by name"), "Hours, instants and days by name.");
    public static readonly Key Tables = new("tables", new NamesKind(new MapKind(TableKeys.Table), "a map of tables"), "Tables written in place.");
    public static readonly Key Stays = new("stays", new NamesKind(new MapKind(StaysKeys.Stays), "a map of tables of stays"),
        "Tables of lengths of stay that are made of exports, with a column time: the stays themselves, or laws fitted to them.");
    public static readonly Key Pools =
        new("pools", new NamesKind(new MapKind(PoolKeys.Pool), "a map of pools by name"), "Beds, spaces, crews, staff, caseloads and slots.");
    public static readonly Key Streams = new("streams", new NamesKind(new MapKind(StreamKeys.Stream), "a map of streams by name"), "Where patients come from.");
    public static readonly Key Stages = new("stages", new NamesKind(new MapKind(StageKeys.Stage), "a map of stages by name"), "The steps of care.");
    public static readonly Key Measures = new("measures", new NamesKind(MeasureKeys.Measure, "a map of measures by name"),
        "What is reported beside waits, utilisation, queues and occupancy, which every stage and pool has.");
    public static readonly Key Timelines = new("timelines", new NamesKind(new MapKind(MeasureKeys.Series), "a map of series by name"), "Series over time.");
    public static readonly Key Scenarios =
        new("scenarios", new NamesKind(ScenarioKeys.Short, "a map of scenarios"), "Short scenarios; longer ones have a file of their own.");
    public static readonly Key Fit = new("fit", new MapKind(FitKeys.Fit),
        "What calibrate --fit may move so that the baseline looks like what was observed. No run looks at it.");
    public static readonly Key Optimise = new("optimise", new MapKind(OptimiseKeys.Optimise),
        "What capacity optimise may buy, at what price, and what for. No run looks at it.");
    public static readonly Key Headline = new("headline", new ListKind(Kinds.Text, "a list of measures"), "The measures that run and compare print, in order.")
    {
        Default = "all under measures; if there are none, occupied, utilisation, queue_length, wait_mean",
    };
    public static readonly Key GivesWay = new("gives_way", Kinds.Name,
        "The topic of the measures that count how far each rule gives way when the system is full: compare and the report say which of them takes the load.")
    {
        Example = "full",
    };
    public static readonly Key Compare = new("compare", new ListKind(Kinds.Text, "a list of scenarios"), "The scenarios that compare takes when none is named.")
    {
        Default = "all",
    };

    public static readonly Key Levers = new("levers", new ListKind(new TextKind("a path, such as pools.ward-bed.capacity"), "a list of paths"),
        "The numbers that serve shows first, to be moved: paths as in changes. No run looks at it.")
    {
        Default = "the capacities of beds, spaces, crews and staff",
        Example = "[pools.ward-bed.capacity, streams.arrivals.rate]",
    };

    public static readonly Key Recorded = new("recorded", new MapKind(RecordedKeys.Recorded),
        "What of a year may be given as it was recorded (--arrivals, --beds), and what takes the difference.");

    public static readonly Key Prices = new("prices", new MapKind(PriceKeys.Prices), "What the ledger of savings is held in; the prices stand in costs.csv.");

    /// <summary>A whole system.</summary>
    public static readonly Section Top = new("system", "a system: { system: …, run: …, pools: …, streams: …, stages: … }",
        [System, Title, Purpose, Include, Parts, Population, RunKey, Dimensions, Titles, Attributes, Partners, Exits, Calendars, Tables, Stays, Pools, Streams,
            Stages, Measures, Timelines, Scenarios, Fit, Optimise, Headline, GivesWay, Compare, Levers, Recorded, Prices, ValueKeys.Notes]);
}
