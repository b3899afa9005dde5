using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Units in which measures are given.</summary>
internal static class UnitText
{
    public const string Percent = "%";
    public const double PerCent = 100;
    private static readonly string[] Times = ["s", "min", "h", "d"];

    public const string ExpectedTime = "s, min, h or d";

    /// <summary>True for <c>%</c> and for <c>% of …</c>.</summary>
    public static bool IsPercent(string? unit) => unit is not null && unit.StartsWith(Percent, StringComparison.Ordinal);

    /// <summary>Units in a second; false when it is not a unit of time. <c>days</c> is read as <c>d</c>.</summary>
    public static bool TryGetPerSecond(string unit, out double perSecond)
    {
        var name = unit is "days" ? "d" : unit;
        var known = TimeUnit.TryGet(Times.Contains(name) ? name : "", out var seconds);
        perSecond = known ? 1 / seconds : 0;
        return known;
    }

    /// <summary>A length of time in the largest unit that divides it.</summary>
    public static string Write(int seconds)
    {
        var unit = Times.Reverse().First(name => TimeUnit.TryGet(name, out var size) && seconds % (int)size == 0);
        return DurationText.Write(seconds, seconds == 0 ? "s" : unit);
    }
}
