using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Tests.Analytic;

/// <summary>One replication with every step of every patient.</summary>
internal sealed class Walk
{
    private Walk(SystemModel model, ReplicationResult result, List<Step> steps, (long Arrived, long Left) passed, int present)
    {
        Model = model;
        Result = result;
        Steps = steps;
        Passed = passed;
        Present = present;
    }

    public SystemModel Model { get; }

    public ReplicationResult Result { get; }

    /// <summary>In the order in which they began.</summary>
    public List<Step> Steps { get; }

    public (long Arrived, long Left) Passed { get; }

    public int Present { get; }

    /// <summary>Measures the system's own measured period; steps of the warm-up are there too.</summary>
    public static Walk Of(SystemModel model, ulong seed = 1, int replication = 1)
    {
        var run = Replication.Start(ModelText.Timeline(model), seed, replication, paranoid: true);
        var steps = new List<Step>();
        run.Observer = steps.Add;
        var result = run.Measure(model.Run.MeasureFrom, model.Run.End);
        return new Walk(model, result, steps, run.Passed, run.Present);
    }

    /// <summary>Steps of a stage, as written without its instance.</summary>
    public IEnumerable<Step> At(string stage) => Steps.Where(step => Model.StageTemplates[Model.Stages[step.Stage].Template] == stage);

    /// <summary>The value of a row.</summary>
    public double Value(string measure, string group = "", string place = "system") =>
        Result.Rows.Single(row => row.Measure == measure && row.Group == group && row.Place == place).Value;
}
