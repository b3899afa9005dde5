using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report.Answers;

/// <summary>Units in words.</summary>
public static class UnitWords
{
    /// <summary>
    /// What follows the number of a difference, with its leading space: <c> percentage points</c>, <c> a day</c>; empty for a number without unit.
    /// </summary>
    public static string OfDifference(string unit, string period, bool isWhole = true) => unit switch
    {
        "%" => " percentage points",
        _ when unit.StartsWith("% ", StringComparison.Ordinal) => " percentage points",
        _ => OfLevel(unit, period, isWhole),
    };

    /// <summary>The unit of a column of numbers; empty for numbers without unit.</summary>
    public static string OfColumn(string unit) => unit switch
    {
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        _ when unit.StartsWith("per ", StringComparison.Ordinal) => PerWords(unit).TrimStart(),
        _ => unit,
    };

    /// <summary>What follows the number of a level.</summary>
    public static string OfLevel(string unit, string period, bool isWhole = true) => unit switch
    {
        "" => "",
        "%" => " %",
        "d" => " days",
        "h" => " hours",
        "min" => " minutes",
        "days" => " days" + During(period, isWhole),
        "patients" => " patients" + During(period, isWhole),
        _ when unit.StartsWith("per ", StringComparison.Ordinal) => PerWords(unit),
        _ => " " + unit,
    };

    /// <summary><c>per day</c> is read as <c>a day</c>; <c>per 100,000 a month</c> stays.</summary>
    private static string PerWords(string unit) => unit.Length > 4 && char.IsLetter(unit[4]) ? " a " + unit[4..] : " " + unit;

    // Counts grow with the time over which they are counted.
    private static string During(string period, bool isWhole) =>
        period == Periods.All || !isWhole ? " in the time measured" : Periods.IsYear(period) ? " in the year" : " in the month";
}
