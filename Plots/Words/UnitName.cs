namespace FlowSim.Plots.Words;

/// <summary>Units in words.</summary>
public static class UnitName
{
    /// <summary>At an axis.</summary>
    internal static string Axis(string unit) => unit switch
    {
        "%" => "per cent",
        "d" => "days",
        "min" => "minutes",
        "h" => "hours",
        "" => "number",
        _ => unit,
    };

    /// <summary>At an axis of differences.</summary>
    internal static string DifferenceAxis(string unit) => Difference(unit) switch
    {
        "points" => "percentage points",
        "" => "difference",
        var words => words,
    };

    /// <summary>After a difference: a difference of percentages is in points.</summary>
    public static string Difference(string unit) => unit switch
    {
        "%" => "points",
        "% of days" => "points",
        "per day" => "a day",
        "per month" => "a month",
        "d" => "days",
        _ => unit,
    };
}
