using System.Globalization;

namespace FlowSim.Scenarios.Results;

/// <summary>A date as result files write it, <c>2017-04-01</c>, whatever the language of the machine.</summary>
public static class ResultDate
{
    /// <summary>Reads it; nothing else is taken for a date.</summary>
    public static bool TryRead(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, TimeLabel.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Writes it.</summary>
    public static string Write(DateOnly date) => date.ToString(TimeLabel.DateFormat, CultureInfo.InvariantCulture);
}
