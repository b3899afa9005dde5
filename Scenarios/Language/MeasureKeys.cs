using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Language;

/// <summary>Keys of measures, distributions and series.</summary>
internal static class MeasureKeys
{
    public const string ExpectedForm = "a quantity with `per`, `within` or `over`, or one of clock, wait, attribute, ratio, average, per_census, total, difference, measure";

    public const string ExpectedStandard = "a number in the measure's unit, such as 95 %, 7 min or 2.5 % target";

    public static readonly Key Within = new("within", Kinds.Duration, "Of which no longer than this: 4 h is kept at 4 h exactly and broken a second later.")
    {
        Example = "4 h",
    };
    public static readonly Key Over = new("over", Kinds.Duration, "Of which longer than this.") { Example = "12 h" };
    public static readonly Key Part = new("part", new WordKind("place", "staff", "both"), "Which part of the wait.") { Default = "both" };
    public static readonly Key When = new("when", new WordKind("started", "ended"), "When a wait counts: as the service starts, or as it ends.")
    {
        Default = "started",
    };
    public static readonly Key Reason = new("reason", Kinds.Target, "The stage or exit to which they give up.");
    public static readonly Key CensusAt = new("at", new TextKind(ClockTimeText.Expected), "Another hour than midnight.")
    {
        Default = "00:00",
        Example = "08:00",
    };
    public static readonly Key CensusShare = new("share", Kinds.Share, "The share in use that counts.") { Required = true, Example = "95 %" };
    public static readonly Key In = new("in", new ListKind(Kinds.PoolOrGroup), "Pools or groups of which one must be held.");
    public static readonly Key LongerThan = new("longer_than", Kinds.Duration, "More than so many whole days, as a series written >7d counts them: 7 d counts who has been there for 8 whole days or longer.") { Example = "7 d" };
    public static readonly Key Reasons = new("reasons", new ListKind(Kinds.Text, "a list of reasons, such as [A, Dii]"), "Official reasons of delay.")
    {
        Default = "all",
        Example = "[A, Dii]",
    };
    public static readonly Key Attribution = new("attribution", new WordKind(DelayNames.Attributions), "Whose delays.") { Default = "all" };

    public static readonly Key Title = new("title", Kinds.Text, "Its name as it begins a sentence, with its article if it has one.")
    {
        Default = "the id read as words",
        Example = "The share of patients who leave within four hours",
    };
    public static readonly Key Short = new("short", Kinds.Text, "Its name at an axis, a row or a column.")
    {
        Default = "the title",
        Example = "A&E within four hours",
    };
    public static readonly Key Topic = new("topic", Kinds.Name,
        "What it is about: the report tells of one measure of a topic, and measures of a topic with a standard stand in one chart, of this id.")
    {
        Default = "the id",
        Example = "seen-in-time",
    };
    public static readonly Key Standard = new("standard",
        new EitherKind("standard", ExpectedStandard,
            () => [new TextKind(ExpectedStandard), new NamesKind(new TextKind(ExpectedStandard), "a map of groups and standards")]),
        "What it is held against, in its unit; words after it say what it is, if not a standard; or a map of groups and theirs. Charts draw it as a line.")
    {
        Example = "95 %",
    };
    public static readonly Key Better = new("better", new WordKind("higher", "lower"), "Which way it improves.") { Example = "higher" };
    public static readonly Key Definition = new("definition", Kinds.Text, "One sentence, printed by list measures.");
    public static readonly Key Unit = new("unit", new TextKind("a unit, such as beds or %", @"^[^=+\-@]"), "The unit of its value; it converts.")
    {
        Example = "%",
    };
    public static readonly Key Source = new("source", Kinds.Text, "Where the definition is from.");
    public static readonly Key By = new("by", Kinds.Dimension, "A value for each instance beside the system's.") { Example = "site" };
    public static readonly Key Group = new("group", Kinds.Attribute, "A value for each value of an attribute.");
    public static readonly Key Monthly = new("monthly", Kinds.Flag, "Months beside years.") { Default = "false" };
    public static readonly Key Quarterly = new("quarterly", Kinds.Flag, "Quarters beside years, from April.") { Default = "false" };
    public static readonly Key SettledWithin = new("settled_within",
        new TextKind("a share of the level such as 2 %, points such as 0.5 points, or a number in the measure's unit, above 0"),
        "What it may move by from year to year and still have settled.")
    {
        Default = "0.5 points of what is in per cent, 2 % of the level of others",
    };
    public static readonly Key Where = new("where", Kinds.Condition, "Which patients, by what is true of them when they are counted.")
    {
        Example = "\"type = 1\"",
    };
    public static readonly Key Per =
        new("per", new WordKind("day", "month", "100k-month"), "A rate: a day, a month of 365.25 / 12 days, or a month and 100,000 of the population.");

    /// <summary>Keys of every measure.</summary>
    public static IReadOnlyList<Key> Common { get; } =
        [Title, Short, Topic, Definition, Unit, Source, Standard, Better, By, Group, Monthly, Quarterly, SettledWithin, Where];

    public static readonly Key Mean = new("mean", Kinds.Flag, "The mean.") { Default = "false" };
    public static readonly Key Quantile = new("quantile", new TextKind(ShareText.Expected), "A quantile.") { Example = "90 %" };
    public static readonly Key Deviation = new("sd", Kinds.Flag, "The standard deviation over the patients, with n - 1.") { Default = "false" };
    public static readonly Key Clock = new("clock", new ListKind(Kinds.Clock), "The length of visits of clocks, from its start to its end.");
    public static readonly Key Wait = new("wait", new ListKind(new TextKind("the name of a stage")), "The wait for stages.");
    public static readonly Key Ratio =
        new("ratio", new ListKind(Quantity("quantity"), "a list of two quantities") { Length = 2 }, "One quantity divided by another.");
    public static readonly Key Factor = new("factor", Kinds.Number, "Multiplies the value in its unit.");
    public static readonly Key Average = new("average", Quantity("a quantity over time: occupied, open, present or delayed_time"), "A quantity over time, averaged.");
    public static readonly Key PerCensus =
        new("per_census", Quantity("a quantity at each census, such as census_occupied"), "A quantity at each census, averaged.");
    public static readonly Key Total = new("total", Quantity("a quantity"), "The sum in the period.");

    public static readonly Key Difference =
        new("difference", new ListKind(new TextKind("a measure"), "a list of two measures, such as [seen-north, seen-south]") { Length = 2 },
            "Two measures of one unit: the first less the second.");

    public static readonly Section OfClock = new("measure of a clock", ExpectedForm, [Clock, Mean, Deviation, Quantile, .. Common]);
    public static readonly Section OfWait = new("measure of a wait", ExpectedForm, [Wait, Mean, Deviation, Quantile, Part, When, .. Common]);
    public static readonly Key Number = new("attribute", new ListKind(Kinds.Attribute), "What patients have of a number when they leave.");

    public static readonly Section OfNumber =
        new("measure of a number", ExpectedForm, [Number, Mean, Deviation, Quantile, Factor, .. Common]);
    public static readonly Section OfRatio = new("ratio", ExpectedForm, [Ratio, Factor, .. Common]);
    public static readonly Section OfAverage = new("average", ExpectedForm, [Average, .. Common]);
    public static readonly Section OfPerCensus = new("average of censuses", ExpectedForm, [PerCensus, .. Common]);
    public static readonly Section OfTotal = new("total", ExpectedForm, [Total, .. Common]);
    public static readonly Section OfDifference = new("difference of measures", ExpectedForm,
        [Difference, Title, Short, Topic, Definition, Source, Standard, Better, Monthly, Quarterly, SettledWithin]);

    public static readonly Key Kind = new("measure", new WordKind("occupancy_distribution"), "The share of time for each number of units in use, or of patients in stages.")
    {
        Required = true,
    };
    public static readonly Key Pools = new("pools", new ListKind(Kinds.Pool, "a pool, or a list of them"), "Pools that have a distribution each, or all.");
    public static readonly Key Groups = new("groups", new ListKind(Kinds.Text, "a group, or a list of them"), "Groups of which the pools are taken together.");
    public static readonly Key Stages = new("stages", new ListKind(new TextKind("the name of a stage")), "Stages of which the patients in each are counted.");
    public static readonly Key Joint =
        new("joint", new RowsKind(Kinds.Text, 2, "a list of pairs, such as [[asu-bed, rehab-bed]]"), "Pairs of pools whose joint distribution is wanted.");
    public static readonly Key Pooled = new("pooled", new RowsKind(Kinds.Units, 3, "a list of three numbers of beds each, such as [[11, 11, 4]]"),
        "Beds dedicated to the first, to the second, and pooled.");

    public static readonly Key InUse =
        new("standard", Kinds.Share, "The share in use that is not to be passed; words after it say what it is, if not a standard. Charts draw it as a line.")
        {
            Example = "92 % guidance",
        };

    /// <summary>Distributions of the number in use.</summary>
    public static readonly Section Distribution = new("occupancy distribution", ExpectedForm, [Kind, Pools, Groups, Stages, Joint, Pooled, By, InUse]);

    /// <summary>Forms that are no quantity alone, by the key that tells them.</summary>
    public static IReadOnlyList<(Key Key, Section Section)> Forms { get; } =
        [(Clock, OfClock), (Wait, OfWait), (Number, OfNumber), (Ratio, OfRatio), (Average, OfAverage), (PerCensus, OfPerCensus), (Total, OfTotal),
            (Difference, OfDifference), (Kind, Distribution)];

    /// <summary>A measure in any of its forms.</summary>
    public static readonly EitherKind Measure =
        new("measure", ExpectedForm, () => [.. Forms.Select(form => new MapKind(form.Section)), new MapKind(QuantityForm.AnyMeasure)]);

    public static readonly Key SeriesPools = new("pools", new ListKind(Kinds.PoolOrGroup), "Pools or groups: their units in use.");
    public static readonly Key SeriesClock = new("clock", Kinds.Clock, "A clock: the patients whose clock runs.");
    public static readonly Key SeriesTitle = new("title", Kinds.Text, "What charts call it.") { Default = "the id read as words", Example = "Patients in A&E" };
    public static readonly Key Rate = new("rate", Kinds.Flag, "Of pools: in per cent of those open.") { Default = "false" };
    public static readonly Key HoursOfWeek = new("hours_of_week", Kinds.Flag, "By hour of the week in place of day by day.") { Default = "false" };

    /// <summary>A series of <c>timeline.csv</c>.</summary>
    public static readonly Section Series = new("series", "a map, such as { pools: acute, by: site }",
        [SeriesPools, SeriesClock, SeriesTitle, By, Unit, InUse, Rate, CensusAt, HoursOfWeek])
    { OneOf = [[SeriesPools, SeriesClock]] };

    private static EitherKind Quantity(string expected) => new("a quantity", expected, () => [new MapKind(QuantityForm.Any)]);
}
