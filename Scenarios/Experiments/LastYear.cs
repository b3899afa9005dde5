using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>The calendar year before the branch, which is reported for the baseline.</summary>
internal static class LastYear
{
    /// <summary>One calendar year before the branch [s from day 0]; may lie before the start.</summary>
    public static int Of(RunPlan run)
    {
        var branchDay = run.FirstDay.AddDays(run.Branch / SimTime.Day);
        return run.Branch - ((branchDay.DayNumber - branchDay.AddYears(-1).DayNumber) * SimTime.Day);
    }
}
