using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Properties;

/// <summary>A patient in every scenario: the stream and the number in it.</summary>
internal readonly record struct PatientKey(string Stream, long Number);

/// <summary>A step of a patient in words, so that it can be compared between systems.</summary>
/// <param name="What">What happened.</param>
/// <param name="Stage">Stage with its instance.</param>
/// <param name="Time">When [s].</param>
/// <param name="Exit">Exit taken, or empty.</param>
internal readonly record struct JourneyStep(TraceStep What, string Stage, int Time, string Exit);

/// <summary>A stage's time drawn: who, where without the instance, which visit.</summary>
internal readonly record struct Visit(PatientKey Patient, string Stage, int Number);

/// <summary>Every step of every patient of one replication, from its start on.</summary>
internal sealed class Journeys
{
    /// <summary>Steps in order, by patient.</summary>
    public Dictionary<PatientKey, List<JourneyStep>> Steps { get; } = [];

    /// <summary>Lengths drawn [s] of the stages whose time depends on nothing but random numbers, attributes and the month.</summary>
    public Dictionary<Visit, int> Lengths { get; } = [];

    /// <summary>Runs a replication from its start.</summary>
    public static Journeys Of(SystemModel model, ulong seed, int days)
    {
        var journeys = new Journeys();
        var stages = model.Stages;
        var run = Replication.Start(ModelText.Timeline(model), seed, 1, journeys.Listen(model));
        run.Observer = step =>
        {
            if (IsDrawn(stages[step.Stage]))
            {
                journeys.Lengths[new Visit(new PatientKey(model.Streams[step.Stream].Name, step.Patient), model.StageTemplates[stages[step.Stage].Template],
                    step.Visit)] = step.Length;
            }
        };
        run.RunTo(model.Run.Start + (days * SimTime.Day));
        return journeys;
    }

    /// <summary>Arrivals: who and when [s]. Those present at the start have numbers below 0.</summary>
    public HashSet<(PatientKey Patient, int Time)> Arrivals() =>
        [.. Steps.Where(pair => pair.Key.Number >= 0).Select(pair => (pair.Key, pair.Value[0].Time))];

    /// <summary>Patients of both whose steps are not the same from beginning to end.</summary>
    public List<PatientKey> Differing(Journeys other) =>
        [.. Steps.Where(pair => other.Steps.TryGetValue(pair.Key, out var steps) && !steps.SequenceEqual(pair.Value)).Select(pair => pair.Key)];

    /// <summary>The earliest step that is not in the other's journey of the same patient [s]; patients of one only are left out.</summary>
    public int? FirstDifference(Journeys other)
    {
        int? first = null;
        foreach (var patient in Differing(other))
        {
            var (mine, others) = (Steps[patient], other.Steps[patient]);
            var at = Enumerable.Range(0, Math.Max(mine.Count, others.Count))
                .First(index => index >= mine.Count || index >= others.Count || mine[index] != others[index]);
            var time = Math.Min(at < mine.Count ? mine[at].Time : int.MaxValue, at < others.Count ? others[at].Time : int.MaxValue);
            first = Math.Min(first ?? int.MaxValue, time);
        }

        return first;
    }

    private static bool IsDrawn(StageModel stage) => stage.Time.Specs.All(spec => spec.Kind == TimeKind.Drawn);

    private Action<TraceEntry> Listen(SystemModel model) => entry =>
    {
        var patient = new PatientKey(model.Streams[entry.Stream].Name, entry.Number);
        if (!Steps.TryGetValue(patient, out var steps))
        {
            Steps.Add(patient, steps = []);
        }

        steps.Add(new JourneyStep(entry.Step, model.Stages[entry.Stage].Name, entry.Time, entry.Exit < 0 ? "" : model.Exits[entry.Exit]));
    };
}
