using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>The calendar years before the branch; the last is reported for the baseline.</summary>
internal static class LastYear
{
    /// <summary>So many calendar years before the branch [s from day 0]; may lie before the start.</summary>
    public static int Of(RunPlan run, int years = 1)
    {
        var branchDay = run.FirstDay.AddDays(run.Branch / SimTime.Day);
        return run.Branch - ((branchDay.DayNumber - branchDay.AddYears(-years).DayNumber) * SimTime.Day);
    }
}
