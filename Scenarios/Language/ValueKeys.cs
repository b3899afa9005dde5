using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Language;

/// <summary>Keys of values that are written as maps: where a number is from, looking up in a table, mixtures, choices.</summary>
internal static class ValueKeys
{
    /// <summary>The statuses a number can have.</summary>
    public static readonly string[] Statuses = ["measured", "cited", "derived", "assumed"];

    public static readonly Key Status = new("status", new WordKind(Statuses), "How well the number is known.")
    {
        Example = "assumed",
    };
    public static readonly Key Source = new("source", Kinds.Text, "Where it is from.");
    public static readonly Key Range = new("range", new TextKind("two ends, such as \"20 d to 34 d\", or a distribution"), "What is plausible.")
    {
        Example = "20 d to 34 d",
    };
    public static readonly Key Note = new("note", Kinds.Text, "Anything else a reader should know.");
    public static readonly Key Title = new("title", Kinds.Text, "What charts and the report call it.");
    public static readonly Key Notes = new("notes", Kinds.Texts, "What a reader should know.");

    /// <summary>Keys that say where a number is from.</summary>
    public static IReadOnlyList<Key> Origin { get; } = [Status, Source, Range, Note];

    /// <summary>Keys that only explain.</summary>
    public static IReadOnlyList<Key> Explanation { get; } = [Title, Note, Notes, Source];

    public static readonly Key Value = new("value", new AnythingKind("the value"), "The value itself.") { Required = true };

    /// <summary>Any single value written long.</summary>
    public static readonly Section Long = new("long form", "{ value: 12, status: assumed, range: 10 to 14, source: \"…\" }", [Value, .. Origin]);

    public static readonly Key Table = new("table", Kinds.Table, "The table to look up in.") { Required = true, Example = "treatment-time" };
    public static readonly Key Column = new("column", Kinds.Column, "The column of values; may be left out where there is only one.");
    public static readonly Key Dates = new("dates", Kinds.DateForm, "The form of the dates in the column date.")
    {
        Default = "yyyy-mm-dd",
        Example = "dd/mm/yyyy",
    };

    /// <summary>A value looked up in a table.</summary>
    public static readonly Section Lookup = new("lookup", "{ table: NAME }", [Table, Column, Dates, .. Origin]);

    public static readonly Key PartShare = new("share", new TextKind("a share such as 30 %"), "How many have this time.") { Required = true };
    public static readonly Key PartTime = new("time", new TextKind("a distribution"), "Their time.") { Required = true };

    /// <summary>One part of a mixture of distributions.</summary>
    public static readonly Section MixturePart = new("part of a mixture", "{ share: 30 %, time: … }", [PartShare, PartTime, .. Origin]);

    public static readonly Key Of = new("of", Kinds.Clock, "The clock from whose start it counts.") { Required = true, Example = "ed" };
    public static readonly Key OfTime = new("time", Kinds.Time, "How long after that; or table.");
    public static readonly Key OfTable = new("table", Kinds.Table, "The table to look it up in.");

    /// <summary>A time that counts from the start of a clock.</summary>
    public static readonly Section TimerOfClock =
        new("timer of a clock", "{ of: ed, time: 4 h }", [Of, OfTime, OfTable, Column, Dates, .. Origin]) { OneOf = [[OfTime, OfTable]] };

    public static readonly Key CopyOf = new("copy", Kinds.Attribute, "The attribute whose value is taken.") { Required = true };

    /// <summary>The value of another attribute.</summary>
    public static readonly Section Copy = new("copy", "{ copy: neighbour }", [CopyOf]);

    public static readonly Key By = new("by", Kinds.Attribute, "The attribute whose value decides.") { Required = true };

    /// <summary>An outcome for each value of an attribute; <c>*</c> stands for all others.</summary>
    public static readonly Section ByValue = new("choice by value", "{ by: pathway, p0: leave, \"*\": ward }", [By]) { Others = new TextKind("an outcome") };

    /// <summary>Outcomes and their shares.</summary>
    public static readonly Section Shares =
        new("shares", "{ community: 12 %, leave: rest }",
            [])
        { Others = new TextKind("a share, such as \"35 %\", or rest", @"(%|^\s*rest)\s*$") { Numbers = BareNumbers.None } };

    public static readonly Key If = new("if", Kinds.Condition, "When it holds, this is taken; left out: always.") { Example = "\"open(miu)\"" };
    public static readonly Key To = new("to", Kinds.Choice, "Where then.");
    public static readonly Key Is = new("is", Kinds.Choice, "What value then.");

    /// <summary>One of a list of which the first that holds is taken.</summary>
    public static readonly Section Conditional =
        new("condition and outcome", "{ if: \"open(miu)\", to: miu }", [If, To, Is, .. Explanation]) { OneOf = [[To, Is]] };

    /// <summary>The same with the keys of the choice itself beside the condition.</summary>
    public static readonly Section ConditionalShares =
        new("condition and choice", "{ if: \"open(miu)\", table: outcome }", [If]) { Others = Kinds.Text, Without = [To, Is] };
}
