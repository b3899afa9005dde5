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

    /// <summary>With its code in front.</summary>
    public static string Of(string code) => Official.TryGetValue(code, out var words) ? $"{code} {words}" : code;

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
