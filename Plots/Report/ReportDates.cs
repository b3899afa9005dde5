using System.Globalization;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>Dates as people write them.</summary>
internal static class ReportDates
{
    /// <summary><c>1 April 2017 to 31 March 2019</c>, both days included; dates that cannot be read stay as they are.</summary>
    public static string InWords(MeasuredTime measured) =>
        ResultDate.TryRead(measured.From, out var first) && ResultDate.TryRead(measured.To, out var after)
            ? $"{InWords(first)} to {InWords(after.AddDays(-1))}"
            : $"{measured.From} up to {measured.To}";

    private static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
