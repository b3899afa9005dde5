using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Half a bed can be given to nobody: a description writes whole units. Only what a scenario has scaled is rounded.</summary>
internal static class WholeUnits
{
    public const string Expected = "a whole number of units";

    /// <summary>The word for a pool without a limit.</summary>
    public const string Unlimited = "unlimited";

    /// <summary>Units that a pool may have, open at one time.</summary>
    public const int Most = 1_000_000;

    public static string ExpectedAtMost { get; } = $"a number of at most {Most}, or {Unlimited}";

    /// <summary>The number, rounded if a scenario has changed the files; null if it is broken and the description says so itself [units].</summary>
    public static double? Of(double units, SystemFiles files)
    {
        var rounded = Math.Round(units, MidpointRounding.AwayFromZero);
        return files.IsChanged || rounded == units ? rounded : null;
    }

    public static string Hint(double units) =>
        FormattableString.Invariant($"Write {Math.Floor(units)} or {Math.Ceiling(units)}; a scenario may scale it, and then it is rounded.");
}
