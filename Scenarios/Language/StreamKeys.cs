using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Language;

/// <summary>Keys of a stream.</summary>
internal static class StreamKeys
{
    private const string ExpectedRate = "a rate such as \"12 per d\", { table: … } or { product: […] }";

    public static readonly Key FactorBy = new("by", new ListKind(Kinds.Text, "a list of the table's keys"), "The keys of the table, repeated for the reader.");

    /// <summary>One table of a product.</summary>
    public static readonly Section Factor =
        new("factor of a rate", "{ table: NAME }", [ValueKeys.Table, FactorBy, ValueKeys.Column, ValueKeys.Dates, .. ValueKeys.Origin]);

    public static readonly Key RateText =
        new("rate", new TextKind(ExpectedRate) { Numbers = BareNumbers.None }, "The rate itself, where something is said beside it.");
    public static readonly Key RateTable = new("table", Kinds.Table, "A table over any of month, weekday, hour, date.");
    public static readonly Key RateProduct =
        new("product", new ListKind(new MapKind(Factor)), "Tables of relative shapes that are multiplied, so that the year has scale a day in the mean.");
    public static readonly Key RateBy = new("by", new ListKind(Kinds.Text, "a list of the table's keys"),
        "The keys of the table, repeated for the reader: all of them and no other. The dimension of each may be left out.");
    public static readonly Key RatePer = new("per", new TextKind("h or d"), "The unit of the table's cells: patients an hour or a day.") { Example = "h" };
    public static readonly Key RateScale = new("scale", Kinds.Amount, "Patients a day in the mean of the year, for a product of shapes.");
    public static readonly Key RateTimes = new("times", new TextKind("a number"), "A factor for all of it.") { Default = "1" };
    public static readonly Key RatePerPeople =
        new("per_100k", Kinds.Flag, "The rate is that of 100,000 people: of the stream's own place where it is written for each, else of all (population).")
        {
            Example = "true",
        };
    public static readonly Key Growth =
        new("growth", new TextKind(GrowthText.Expected), "Growth a year, made as a step on each 1 April from the day of branching on.")
        {
            Example = "1.9 % per y",
        };
    public static readonly Key RateShape = new("shape", new WordKind("steps", "linear"), "In a table by hour: steps, or linear, which joins the points.")
    {
        Default = "steps",
    };
    public static readonly Key RateHoliday = new("holiday", new TextKind("as Sun"), "As which day of the week a holiday counts.") { Example = "as Sun" };

    /// <summary>A rate from tables, or with growth.</summary>
    public static readonly Section Rate = new("rate", ExpectedRate,
        [RateText, RateTable, ValueKeys.Column, ValueKeys.Dates, RateProduct, RateBy, RatePer, RateScale, RatePerPeople, RateTimes, Growth, RateShape,
            RateHoliday, .. ValueKeys.Origin]);

    public static readonly Key ScheduleAt = new("at", Kinds.Gates, "The times of day, or a calendar of them.") { Example = "Mon-Fri 07:00" };
    public static readonly Key ScheduleEvery = new("every", Kinds.Duration, "Equally long between them.") { Example = "20 min" };
    public static readonly Key ScheduleFirst = new("first", Kinds.Duration, "Of every: the first, from the start of the run.") { Default = "as long as every" };
    public static readonly Key ScheduleCount = new("count", Kinds.Amount, "How many patients each time: a number, a distribution of numbers or a table.")
    {
        Default = "1",
    };
    public static readonly Key ScheduleUntil = new("until", Kinds.Duration, "The last, from the start of the run.");

    /// <summary>Planned arrivals.</summary>
    public static readonly Section Schedule = new("schedule", "{ every: 1 h } or { at: Mon-Fri 07:00, count: 22 }",
        [ScheduleAt, ScheduleEvery, ScheduleFirst, ScheduleCount, Growth, ScheduleUntil, .. ValueKeys.Origin])
    { OneOf = [[ScheduleAt, ScheduleEvery]] };

    public static readonly Key ListFile =
        new("file", new TextKind("a file such as tables/arrivals.csv"), "The file, with a column time and columns of attributes.")
        {
            Required = true,
            Example = "tables/arrivals.csv",
        };
    public static readonly Key ListDates = new("dates", Kinds.DateForm, "The form of its dates.") { Default = "yyyy-mm-dd" };

    /// <summary>A list of arrivals that were observed.</summary>
    public static readonly Section ObservedList = new("observed list", "{ file: tables/arrivals.csv }", [ListFile, ListDates, .. ValueKeys.Origin]);

    public static readonly Key ClosurePool = new("pool", Kinds.Pool, "The pool of which units are taken out of use.") { Required = true };
    public static readonly Key ClosureAmount = new("amount", Kinds.Units, "How many units.") { Required = true };
    public static readonly Key ClosureTime = new("time", Kinds.Time, "For how long.") { Required = true };

    /// <summary>Units out of use, as by norovirus or sickness.</summary>
    public static readonly Section Closure = new("closure", "{ pool: …, amount: …, time: … }", [ClosurePool, ClosureAmount, ClosureTime]);

    public static readonly Key Each = new("each", Kinds.Each, "Written once, there once for each instance of a dimension, or for each pair of two.")
    {
        Example = "site",
    };
    public static readonly Key To = new("to", Kinds.Stage, "The first stage of its patients.") { Example = "triage" };
    public static readonly Key Closes =
        new("closes", new MapKind(Closure), "In place of to: each event takes units of a pool out of use (norovirus, sickness).");
    public static readonly Key Arrivals = new("rate", new EitherKind("rate or table", ExpectedRate, () => [RateText.Kind, new MapKind(Rate)]),
        "Arrivals by chance (a Poisson process), at a rate that may vary: 1.5 per d, 1 per 1.2 d, or a table over any of month, weekday, hour and date.")
    {
        Example = "12 per d",
    };
    public static readonly Key Count = new("count", Kinds.Amount,
        "How many patients come together at each event of the rate (a coach, a family): a number, a distribution of numbers, or a table by month, weekday, hour, date.")
    {
        Default = "1",
        Example = "binomial 10 50 %",
    };
    public static readonly Key Planned = new("schedule", new MapKind(Schedule), "Arrivals by plan.");
    public static readonly Key Observed = new("observed",
        new EitherKind("observed", "{ file: tables/arrivals.csv }", () => [new TextKind("a file such as tables/arrivals.csv"), new MapKind(ObservedList)]),
        "Arrivals from a list.");
    public static readonly Key Attributes =
        new("attributes", Kinds.Sets, "What its patients carry, drawn in the order written; a table may use those before it.")
        {
            Example = "{ age: { table: age-mix } }",
        };
    public static readonly Key Overrides = new("overrides", new NamesKind(new AnythingKind("the keys that differ"), "instances and the keys that differ there"),
        "What differs at single instances.")
    {
        Hidden = true,
    };

    /// <summary>One source of patients or of closures.</summary>
    public static readonly Section Stream = new("stream", "a stream: { to: …, rate: … }",
        [Each, To, Closes, Arrivals, Count, Planned, Observed, Attributes, Overrides, .. ValueKeys.Explanation])
    { OneOf = [[To, Closes], [Arrivals, Planned, Observed]] };
}
