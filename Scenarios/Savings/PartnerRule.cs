namespace FlowSim.Scenarios.Savings;

/// <summary>Whose a cost is: one partner's, or that of the partner at each place.</summary>
/// <param name="Partner">The one partner; null where it goes by place.</param>
/// <param name="ByPlace">Partner by instance; empty where it is one partner.</param>
internal sealed record PartnerRule(string? Partner, IReadOnlyDictionary<string, string> ByPlace)
{
    public bool IsByPlace => Partner is null;

    public static PartnerRule One(string partner) => new(partner, new Dictionary<string, string>());

    /// <summary>The partner at a place.</summary>
    public string At(string place) => Partner ?? ByPlace[place];
}
