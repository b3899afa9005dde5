using System.Globalization;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>Dates as people write them.</summary>
internal static class ReportDates
{
    /// <summary><c>1 April 2017 to 31 March 2019</c>, both days included; dates that cannot be read stay as they are.</summary>
    public static string InWords(RunFacts run) =>
        ResultDate.TryRead(run.MeasuredFrom, out var first) && ResultDate.TryRead(run.MeasuredTo, out var after)
            ? $"{InWords(first)} to {InWords(after.AddDays(-1))}"
            : $"{run.MeasuredFrom} up to {run.MeasuredTo}";

    private static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
