using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Warns of changes whose date lies outside the time in which a scenario runs.</summary>
internal static class ChangeDates
{
    public static void Check(ScenarioInfo scenario, RunPlan run, ProblemList problems)
    {
        var begins = run.FirstDay.AddDays(run.Branch / SimTime.Day);
        var ends = run.FirstDay.AddDays((run.End + SimTime.Day - 1) / SimTime.Day);
        foreach (var change in scenario.Changes)
        {
            if (change.From is not { } from)
            {
                continue;
            }

            if (from >= ends)
            {
                Warn(change, from, $"a date before the end of the run, {DateText.Write(ends)}", "It never comes into force.", problems);
            }
            else if (from < begins)
            {
                var first = run.Branch > run.Start ? "the branch" : "the start of the run";
                var hint = from.DayNumber + change.OverDays > begins.DayNumber
                    ? $"From {first} on a part of it is in force."
                    : $"It is in force from {first} on.";
                Warn(change, from, $"a date from {first} on, {DateText.Write(begins)}", hint, problems);
            }
        }
    }

    private static void Warn(ScenarioChange change, DateOnly from, string expected, string hint, ProblemList problems) =>
        problems.Warning(change.Where, change.Label, expected, $"from {DateText.Write(from)}", hint);
}
