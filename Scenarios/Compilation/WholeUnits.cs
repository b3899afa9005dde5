using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Half a bed can be given to nobody: a description writes whole units. Only what a scenario has scaled is rounded.</summary>
internal static class WholeUnits
{
    public const string Expected = "a whole number of units";

    /// <summary>The number, rounded if a scenario has changed the files; null if it is broken and the description says so itself [units].</summary>
    public static double? Of(double units, SystemFiles files)
    {
        var rounded = Math.Round(units, MidpointRounding.AwayFromZero);
        return files.IsChanged || rounded == units ? rounded : null;
    }

    public static string Hint(double units) => FormattableString.Invariant($"Write {Math.Floor(units)} or {Math.Ceiling(units)}; a scenario may scale it, and then it is rounded.");
}
