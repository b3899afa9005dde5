using FlowSim.Benchmarks.Harness;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Benchmarks.SimSharp;

/// <summary>A run of a system by our engine, from its file, with every patient's course.</summary>
internal sealed class EngineRun
{
    private readonly SystemModel model;
    private readonly KeyedPlans draws;
    private readonly int ward;
    private readonly int community;
    private readonly Dictionary<long, int> indices = [];
    private readonly List<Course> courses = [];
    private readonly List<PatientPlan> plans = [];

    private EngineRun(SystemModel model, KeyedPlans draws)
    {
        (this.model, this.draws) = (model, draws);
        ward = Array.FindIndex(model.Stages, stage => stage.Name == "ward");
        community = Array.FindIndex(model.Stages, stage => stage.Name == "community");
    }

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<Course> Courses => courses;

    /// <summary>What Sim# is fed: when each patient arrived, and all that is drawn for him or her. In order of arrival.</summary>
    public IReadOnlyList<PatientPlan> Plans => plans;

    /// <summary>Mean waits for the ward and for the community unit, as the engine reports them [min].</summary>
    public double[] MeanWaits { get; private set; } = [];

    public static EngineRun Of(ComparedSystem system, int seed)
    {
        var model = CompiledFile.Of(system.Workload);
        var run = new EngineRun(model, new KeyedPlans(seed, system.Speed));
        var replication = Replication.Start(new SystemTimeline([model], [model.Run.Start]), (ulong)seed, 1, run.Note);
        replication.Measure(model.Run.Start, model.Run.MeasureFrom);
        var result = replication.Measure(model.Run.MeasureFrom, model.Run.End);
        run.MeanWaits = [MeanWait(result, "ward"), MeanWait(result, "community")];
        return run;
    }

    private static double MeanWait(ReplicationResult result, string stage) =>
        result.Rows.Single(row => row.Measure == "wait_mean" && row.Group == stage && row.Place == "system").Value;

    private void Note(TraceEntry entry)
    {
        // A run goes on to the end of its last second, which no longer belongs to it.
        if (entry.Time >= model.Run.End)
        {
            return;
        }

        if (entry.Step == TraceStep.Entered && entry.Stage == ward)
        {
            indices.Add(entry.Number, courses.Count);
            courses.Add(new Course(entry.Time));
            plans.Add(draws.Of(entry.Number, entry.Time));
            return;
        }

        var index = indices[entry.Number];
        courses[index] = After(courses[index], entry);
    }

    private Course After(Course course, TraceEntry entry) => (entry.Step, entry.Stage == community) switch
    {
        (TraceStep.Started, false) => course with { WardFrom = entry.Time },
        (TraceStep.Entered, true) => course with { ReadyAt = entry.Time },
        (TraceStep.Started, true) => course with { CommunityFrom = entry.Time },
        (TraceStep.Left, false) => course with { ReadyAt = entry.Time, LeftAt = entry.Time },
        (TraceStep.Left, true) => course with { LeftAt = entry.Time },
        _ => course,
    };
}
