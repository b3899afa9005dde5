using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>Makes a scenario's changes on a copy of a system.</summary>
internal static class ScenarioApplier
{
    /// <summary>What the scenario says, with all that it includes; null if it cannot be read, with the problems said.</summary>
    /// <param name="scenarioId">An id of <see cref="SystemFiles.Scenarios"/>, or <see cref="ScenarioInfo.BaselineId"/>.</param>
    public static ScenarioInfo? Read(SystemFiles baseline, string scenarioId, ProblemList problems) =>
        ScenarioReader.Read(baseline, scenarioId, problems);

    /// <summary>The system with every change made in full, whatever its date; null if a change cannot be made, with the problems said.</summary>
    public static ChangedSystem? Apply(SystemFiles baseline, string scenarioId, ProblemList problems) =>
        Apply(baseline, scenarioId, null, problems);

    /// <summary>
    /// The system as it is on a date: dated changes not before their day, and in part while they are phased in;
    /// null if a change cannot be made, with the problems said.
    /// </summary>
    public static ChangedSystem? ApplyAt(SystemFiles baseline, string scenarioId, DateOnly date, ProblemList problems) =>
        Apply(baseline, scenarioId, (DateOnly?)date, problems);

    /// <summary>The system with the changes that can be made, whatever is wrong with the others, with the problems said.</summary>
    public static SystemFiles ApplySound(SystemFiles baseline, string scenarioId, ProblemList problems) =>
        Make(baseline, ScenarioReader.ReadSound(baseline, scenarioId, problems, out _), null, problems, out _);

    private static ChangedSystem? Apply(SystemFiles baseline, string scenarioId, DateOnly? date, ProblemList problems)
    {
        if (ScenarioReader.Read(baseline, scenarioId, problems) is not { } scenario)
        {
            return null;
        }

        var changed = Make(baseline, scenario, date, problems, out var isMade);
        return isMade ? new ChangedSystem(changed, scenario) : null;
    }

    private static SystemFiles Make(SystemFiles baseline, ScenarioInfo scenario, DateOnly? date, ProblemList problems, out bool isMade)
    {
        var copy = SystemCopy.Of(baseline);
        var maker = new ChangeMaker(copy, date, problems);
        isMade = true;
        foreach (var change in scenario.Changes)
        {
            isMade &= maker.Make(change);
        }

        return copy;
    }
}
