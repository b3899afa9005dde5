using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// What measures may move by from year to year: what the system declares, else half a point of those in per cent and 2 % of the level of others.
/// </summary>
internal static class SettledBounds
{
    private static readonly SettledBound HalfAPoint = new(0.5, OfLevel: false);
    private static readonly SettledBound OfTheLevel = new(0.02, OfLevel: true);

    public static SettledBound Of(SystemModel model, string measure, string unit) =>
        Array.Find(model.Measures.Measures, declared => declared.Id == measure)?.SettledWithin ?? Usual(unit);

    /// <summary>By unit.</summary>
    public static SettledBound Usual(string unit) =>
        unit.StartsWith('%') || unit.StartsWith("per cent", StringComparison.Ordinal) || unit.StartsWith("percent", StringComparison.Ordinal)
            ? HalfAPoint
            : OfTheLevel;
}
