using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Checks a compiled system as a whole: what no single line of the description shows.</summary>
internal static class SystemValidation
{
    /// <summary>Reports every problem; the model may have gaps where parts had problems of their own.</summary>
    /// <param name="model">What could be compiled.</param>
    /// <param name="description">As written.</param>
    /// <param name="context">What the compilation knows of names; with its own problems.</param>
    /// <param name="problems">Takes what is found.</param>
    public static void Check(SystemModel model, SystemDescription description, CompileContext context, ProblemList problems)
    {
        var files = context.Files;
        var graph = new StageGraph(model);
        ReachCheck.Check(model, graph, description, problems);
        LoopCheck.Check(model, graph, description, problems);
        PlaceCheck.Check(model, graph, description, problems);
        AttributeCheck.Check(model, graph, description, problems);
        PoolCheck.Check(model, description, problems);
        NameSafety.Check(model, description, files, problems);
        PlaceRowCheck.Check(model, description, problems);
        EffectCheck.Check(model, description, context, problems);
        if (!context.Problems.HasErrors && !problems.HasErrors)
        {
            // What nothing reads is most often what an error elsewhere has left behind: it is told only where there is none.
            WayCheck.Check(model, graph, description, problems);
            ClockCheck.Check(description, context);
            ValueCheck.Check(context);
            UnreadCheck.Check(description, context);
            NameSlipCheck.Check(description, model, context);
            TitleCheck.Check(model, description, context, problems);
        }

        LeverCheck.Check(description, files, problems);
        foreach (var scenario in description.Compare.Where(scenario => !files.Scenarios.ContainsKey(scenario.Text)))
        {
            problems.Error(scenario.Where, scenario.Path, "the id of a scenario", scenario.Text, Nearest.Hint(scenario.Text, files.Scenarios.Keys));
        }
    }
}
