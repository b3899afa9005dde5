namespace FlowSim.Plots.Words;

/// <summary>Reasons of delayed transfers in the words of the monthly situation report (v1.09 of October 2015), shortened.</summary>
internal static class DelayReason
{
    private static readonly Dictionary<string, string> Official = new(StringComparer.Ordinal)
    {
        ["A"] = "assessment",
        ["B"] = "public funding",
        ["C"] = "further NHS care",
        ["Di"] = "residential home",
        ["Dii"] = "nursing home",
        ["E"] = "care at home",
        ["F"] = "equipment",
        ["G"] = "patient or family choice",
        ["H"] = "disputes",
        ["I"] = "housing",
        ["O"] = "other",
    };

    /// <summary>Codes from the most frequent in England in 2016/17 to the least, so that each looks the same in every drawing.</summary>
    public static IReadOnlyList<string> Order { get; } = ["C", "E", "A", "Dii", "G", "Di", "B", "F", "I", "H", "O"];

    /// <summary>Who answers for a delay, from the most frequent to the least.</summary>
    public static IReadOnlyList<string> AttributionOrder { get; } = ["nhs", "social-care", "both"];

    /// <summary>With its code in front.</summary>
    public static string Of(string code) => Official.TryGetValue(code, out var words) ? $"{code} {words}" : code;

    /// <summary>Without its code: <c>further NHS care</c>.</summary>
    public static string InWords(string code) => Official.GetValueOrDefault(code, code);

    /// <summary>Who answers for a delay.</summary>
    public static string Attribution(string id) => id switch
    {
        "nhs" => "NHS",
        "social-care" => "social care",
        "both" => "both",
        "" => "not said",
        _ => id.Replace('-', ' '),
    };
}
