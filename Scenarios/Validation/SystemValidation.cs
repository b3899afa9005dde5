using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Checks a compiled system as a whole: what no single line of the description shows.</summary>
internal static class SystemValidation
{
    /// <summary>Reports every problem; the model may have gaps where parts had problems of their own.</summary>
    public static void Check(SystemModel model, SystemDescription description, SystemFiles files, ProblemList problems)
    {
        var graph = new StageGraph(model);
        ReachCheck.Check(model, graph, description, problems);
        LoopCheck.Check(model, graph, description, problems);
        PlaceCheck.Check(model, graph, description, problems);
        AttributeCheck.Check(model, graph, description, problems);
        PoolCheck.Check(model, description, problems);
        NameSafety.Check(model, description, files, problems);
        foreach (var scenario in description.Compare.Where(scenario => !files.Scenarios.ContainsKey(scenario.Text)))
        {
            problems.Error(scenario.Where, scenario.Path, "the id of a scenario", scenario.Text, Nearest.Hint(scenario.Text, files.Scenarios.Keys));
        }
    }
}
