namespace FlowSim.Scenarios.Language;

/// <summary>The official reasons of delayed transfers of care and who may be responsible (monthly situation report, 2016/17).</summary>
internal static class DelayNames
{
    public static readonly string[] Reasons = ["A", "B", "C", "Di", "Dii", "E", "F", "G", "H", "I"];

    /// <summary>Reasons, as a message says what it expects.</summary>
    public static readonly string ExpectedReason = "one of " + string.Join(", ", Reasons);

    /// <summary>Reasons, as a schema knows them.</summary>
    public static readonly string ReasonPattern = $"^({string.Join('|', Reasons)})$";

    /// <summary>Who is responsible, as a message says what it expects.</summary>
    public const string ExpectedAttribution = "nhs, social-care or both";

    public static readonly string[] Attributions = ["nhs", "social-care", "both"];
}
