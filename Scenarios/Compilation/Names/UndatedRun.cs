using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Things that need a date, in a system that starts on a day of the week: they would happen in a year that nobody named.</summary>
internal static class UndatedRun
{
    public const string Hint = "Give the system a date in run.starts.";

    /// <summary>Warns of seasons, dates and growth.</summary>
    public static void Check(RunPlan run, SystemDescription description, ProblemList problems)
    {
        if (run.HasDates)
        {
            return;
        }

        foreach (var calendar in description.Calendars)
        {
            Warn(calendar.Dates is { Count: > 0 } dates
                ? dates[0]
                : calendar.From ?? calendar.To ?? calendar.Months, "hours and days of the week only, because the system has no dates", problems);
        }

        foreach (var stream in description.Streams)
        {
            Warn(stream.Rate?.Growth, "a rate without growth, because the system has no dates, and growth is a step each 1 April", problems);
        }
    }

    private static void Warn(Written? written, string expected, ProblemList problems)
    {
        if (written is not null)
        {
            problems.Warning(written.Where, written.Path, expected, written.Text, Hint);
        }
    }
}
