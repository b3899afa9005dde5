using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>The form of a file's dates that a description declares with <c>dates:</c>.</summary>
internal static class DeclaredDates
{
    /// <summary>The form; ISO where none is declared, null after a problem.</summary>
    public static DateFormat? Read(Written? dates, ProblemList problems)
    {
        if (dates is null)
        {
            return DateFormat.Iso;
        }

        if (DateFormat.TryParse(dates.Text, out var format))
        {
            return format;
        }

        problems.Error(dates.Where, dates.Path, DateFormat.Expected, dates.Text,
            "d, m and y stand for the digits of day, month and year, mmm for a month by its name.");
        return null;
    }
}
