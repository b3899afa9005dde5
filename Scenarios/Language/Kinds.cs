using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Language;

/// <summary>Values that several keys have.</summary>
internal static class Kinds
{
    public static readonly TextKind Text = new("a text") { MayBeEmpty = true };
    public static readonly WordKind Flag = new("true", "false");
    public static readonly TextKind Name = new(NameText.Expected, @"^[^\s@!,:;/(){}\[\]]+$");
    public static readonly TextKind Dimension = new("the name of a dimension");
    public static readonly EitherKind Each = new("each", "the name of a dimension, or a list of two, such as [site, locality]",
        () => [Dimension, new ListKind(Dimension) { Length = 2 }]);

    public static readonly TextKind Attribute = new("the name of an attribute");
    public static readonly TextKind Partner = new("the name of a partner");
    public static readonly TextKind Clock = new("the name of a clock");
    public static readonly TextKind Stage = new("a stage");
    public static readonly TextKind Target = new("a stage or an exit");
    public static readonly TextKind Pool = new("a pool, such as nurse@site");
    public static readonly TextKind PoolOrGroup = new("a pool or group");
    public static readonly TextKind Table = new("the name of a table");
    public static readonly TextKind Column = new("the name of a column");
    public static readonly TextKind Calendar = new("a calendar, or hours written in place");
    public static readonly TextKind DatesCalendar = new("a calendar of dates");
    public static readonly TextKind Hours = new(CalendarText.ExpectedHours) { Numbers = BareNumbers.None };
    public static readonly TextKind Gates = new(CalendarText.ExpectedGates);
    public static readonly TextKind Condition = new(ConditionText.Expected) { Numbers = BareNumbers.None };
    public static readonly TextKind Share = new(ShareText.Expected, "%") { Numbers = BareNumbers.None };
    public static readonly TextKind Number = new(NumberText.Expected, NumberPattern);
    public static readonly TextKind Units = new("a number of units", @"^\s*\+?\d+\s*$");
    public static readonly TextKind Duration = new(DurationText.Expected, @"^\s*\+?([\d.].*[a-z]|0[.0]*)\s*$") { Numbers = BareNumbers.Zero };
    public static readonly TextKind Date = new(DateText.Expected, @"^\s*\d{4}-\d\d-\d\d\s*$") { Numbers = BareNumbers.None };
    public static readonly TextKind DateForm = new(DateFormat.Expected, "[ymd]");
    public static readonly ListKind Texts = new(Text);

    /// <summary>A number, or one looked up.</summary>
    public static readonly EitherKind Amount = new("amount", "a number or { table: NAME }", () => [new TextKind("a number"), new MapKind(ValueKeys.Lookup)]);

    /// <summary>A length of time in any of its forms.</summary>
    public static readonly EitherKind Time = new("time", "a length of time, { table: NAME } or a list of { share, time }", () =>
        [new TextKind(TimeTextReader.Expected), new MapKind(ValueKeys.Lookup), new ListKind(new MapKind(ValueKeys.MixturePart)) { IsAlwaysList = true }]);

    /// <summary>A length of time, or one that counts from a clock.</summary>
    public static readonly EitherKind Timer =
        new("timer", "a length of time, { table: NAME } or { of: CLOCK, time: … }", () => [Time, new MapKind(ValueKeys.TimerOfClock)]);

    /// <summary>One of several outcomes.</summary>
    public static readonly EitherKind Choice =
        new("choice", "an outcome, a map of outcomes and shares, { by: … }, { table: … } or a list of { if: …, to: … }", () =>
        [Text, new MapKind(ValueKeys.Lookup), new MapKind(ValueKeys.Copy), new MapKind(ValueKeys.ByValue), new MapKind(ValueKeys.Shares),
            new ListKind(
                new EitherKind("conditional", "{ if: …, to: … }",
                    () => [Text, new MapKind(ValueKeys.Conditional), new MapKind(ValueKeys.ConditionalShares)]))
            { IsAlwaysList = true }]);

    /// <summary>Attributes and how each gets its value.</summary>
    public static readonly NamesKind Sets = new(Choice, "a map of attributes and their values");

    /// <summary>Pools asked for: a list is "or".</summary>
    public static readonly ListKind Requests = new(
        new EitherKind("request", "a pool, such as nurse@site", () => [new TextKind(RequestTextReader.Expected), new MapKind(StageKeys.Request)]),
        RequestTextReader.Expected);

    private const string NumberPattern = @"^\s*[+-]?[\d.]";
}
