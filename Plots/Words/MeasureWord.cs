namespace FlowSim.Plots.Words;

/// <summary>A measure as the subject of a sentence.</summary>
/// <param name="Name">Begins with a capital, such as <c>Bed occupancy</c>.</param>
/// <param name="IsPlural">True for <c>A&amp;E attendances</c>, which rise; false for bed occupancy, which rises.</param>
/// <param name="Topic">Measures of one topic say much the same: a reader is told of one of them.</param>
/// <param name="Joint">What stands between it and a stage or pool: <c>for</c> in "the mean wait for triage"; empty where the group stands in brackets.</param>
internal sealed record MeasureWord(string Name, bool IsPlural, string Topic, string Joint = "")
{
    private static readonly string[] Joints =
        [" of ", " over ", " answered ", " within ", " who ", " that ", " by ", " for ", " held ", " lost ", " in ", " at ", " with ", " to ", " under ", " from ", ","];

    /// <summary>Words from a title: "Beds held by others" is about beds, and they rise.</summary>
    public static MeasureWord Of(string title, string topic, string joint = "")
    {
        var head = Joints.Select(one => title.IndexOf(one, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(title.Length).Min();
        var isPlural = title[..head].EndsWith('s') && !title[..head].EndsWith("ss", StringComparison.Ordinal);
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
