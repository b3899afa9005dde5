namespace FlowSim.Scenarios.Language;

/// <summary>How well a number is known, as descriptions say it.</summary>
public static class OriginWords
{
    public static IReadOnlyList<string> Statuses => ValueKeys.Statuses;
}
