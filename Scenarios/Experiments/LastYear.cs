using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>The calendar years before the branch; the last is reported for the baseline.</summary>
internal static class LastYear
{
    /// <summary>What is reported begins so long after the run does, unless it is the last year [y].</summary>
    public const int YearsToSettle = 2;

    /// <summary>So many calendar years before the branch [s from day 0]; may lie before the start.</summary>
    public static int Of(RunPlan run, int years = 1)
    {
        var branchDay = run.FirstDay.AddDays(run.Branch / SimTime.Day);
        return run.Branch - ((branchDay.DayNumber - branchDay.AddYears(-years).DayNumber) * SimTime.Day);
    }

    /// <summary>How many calendar years before the branch reach back to a day, as far as the run has them [1 or more].</summary>
    public static int YearsTo(RunPlan run, DateOnly day)
    {
        var years = 1;
        while (Of(run, years) > (day.DayNumber - run.FirstDay.DayNumber) * (long)SimTime.Day && Of(run, years + 1) >= run.Start)
        {
            years++;
        }

        return years;
    }

    /// <summary>The calendar years before the branch that may be reported: the last, and those that begin two years or more after the run does.</summary>
    public static int MostYears(RunPlan run) => YearsTo(run, run.FirstDay.AddYears(YearsToSettle));
}
