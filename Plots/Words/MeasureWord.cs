using System.Globalization;

namespace FlowSim.Plots.Words;

/// <summary>A measure as the subject of a sentence.</summary>
/// <param name="Name">Begins with a capital, such as <c>Bed occupancy</c>.</param>
/// <param name="IsPlural">True for <c>A&amp;E attendances</c>, which rise; false for bed occupancy, which rises.</param>
/// <param name="Topic">Measures of one topic say much the same: a reader is told of one of them.</param>
/// <param name="Joint">What stands between it and a stage or pool: <c>for</c> in "the mean wait for triage"; empty where the group stands in brackets.</param>
internal sealed record MeasureWord(string Name, bool IsPlural, string Topic, string Joint = "")
{
    /// <summary>"Within four hours" is a share, and rises.</summary>
    private static readonly string[] Prepositions = ["within", "under", "over", "above", "below", "in", "at"];

    private static readonly string[] Joints =
        [" of ", " over ", " answered ", " within ", " who ", " that ", " by ", " for ", " held ", " lost ", " in ", " at ", " with ", " to ", " under ", " from ", ","];

    /// <summary>Words from a title: "Beds held by others" is about beds, and they rise.</summary>
    public static MeasureWord Of(string title, string topic, string joint = "")
    {
        var head = Joints.Select(one => title.IndexOf(one, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(title.Length).Min();
        var isPlural = title[..head].EndsWith('s') && !title[..head].EndsWith("ss", StringComparison.Ordinal)
            && !Prepositions.Contains(title[..head].Split(' ')[0], StringComparer.OrdinalIgnoreCase);
        return new MeasureWord(title.Length == 0 ? title : char.ToUpperInvariant(title[0]) + title[1..], isPlural, topic, joint);
    }

    /// <summary>Within a sentence.</summary>
    public string InSentence => LowerFirst(Name);

    /// <summary>The group it is about, with what joins it; empty without a group.</summary>
    /// <param name="group">As a reader calls it.</param>
    public string About(string group) => group.Length == 0 ? "" : Joint.Length == 0 ? $" ({group})" : $" {Joint} {group}";

    public string Rise => IsPlural ? "rise" : "rises";

    public string Fall => IsPlural ? "fall" : "falls";

    /// <summary>A first letter in lower case, unless the word is an abbreviation such as A&amp;E or NHS.</summary>
    private static string LowerFirst(string text) =>
        text.Length > 1 && char.IsLower(text[1]) || text.StartsWith("A ", StringComparison.Ordinal) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}

/// <summary>What the text of a target in <c>designs.csv</c> says: <c>wait_mean@north of triage &lt; 20 min with 95 %</c>.</summary>
/// <param name="Measure">Its id.</param>
/// <param name="Place">A place, or <c>system</c>.</param>
/// <param name="Group">A group of the measure; may be empty.</param>
/// <param name="Asked">The bound as written: <c>&lt; 20 min</c>; empty where there is none to be read.</param>
/// <param name="With">The share of years that are to meet it, as written; empty: the mean is to.</param>
internal sealed record TargetWords(string Measure, string Place, string Group, string Asked, string With)
{
    private const string BeforeShare = " with ";
    private const string BeforeGroup = " of ";
    private const char BeforePlace = '@';

    public static TargetWords Of(string text)
    {
        var at = text.IndexOfAny(['<', '>']);
        var (subject, rest) = at < 0 ? (text, "") : (text[..at], text[at..]);
        var (asked, share) = Cut(rest, rest.IndexOf(BeforeShare, StringComparison.Ordinal), BeforeShare.Length);
        var (placed, group) = Cut(subject, subject.IndexOf(BeforeGroup, StringComparison.Ordinal), BeforeGroup.Length);
        var (measure, place) = Cut(placed, placed.IndexOf(BeforePlace, StringComparison.Ordinal), 1);
        return new(measure, place.Length > 0 ? place : PlaceName.System, group, asked, share);
    }

    /// <summary>The bound; NaN where it is not written in this unit, for then it would be drawn at a wrong height.</summary>
    /// <param name="unit">Of the measure.</param>
    public double BoundIn(string unit)
    {
        var value = Asked.TrimStart('<', '>').Trim();
        var end = value.IndexOf(' ', StringComparison.Ordinal);
        var (number, written) = end >= 0 ? Cut(value, end, 1) : value.EndsWith('%') ? (value[..^1], "%") : (value, "");
        const string PerCent = "%";
        var isOfUnit = written == unit || written.Length == 0 || (written == PerCent && unit.StartsWith(PerCent, StringComparison.Ordinal));
        return isOfUnit && double.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound)
            ? bound : double.NaN;
    }

    /// <summary>What is measured, as at an axis: <c>Wait at North hospital, triage</c>.</summary>
    public string Subject(SystemNames names) =>
        $"{names.Measure(Measure)}{names.At(Place)}{(Group.Length > 0 ? $", {names.Group(Group)}" : "")}";

    private static (string Before, string After) Cut(string text, int at, int length) =>
        at < 0 ? (text.Trim(), "") : (text[..at].Trim(), text[(at + length)..].Trim());
}
