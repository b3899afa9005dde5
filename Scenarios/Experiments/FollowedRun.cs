using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Experiments;

/// <summary>One replication of one scenario up to the end of a time, and in that time every step of every patient.</summary>
public sealed class FollowedRun
{
    private readonly TraceWindow window;
    private readonly Dictionary<(int Stream, long Number), int> index = [];
    private readonly List<FollowedPatient> patients = [];
    private readonly List<FollowedStep> steps = [];

    internal FollowedRun(SystemModel model, TraceWindow window) => (Model, this.window) = (model, window);

    /// <summary>What the indices of the steps mean.</summary>
    public SystemModel Model { get; }

    /// <summary>Which time.</summary>
    public TraceWindow Window => window;

    /// <summary>Whoever is there when it begins, and whoever comes.</summary>
    public IReadOnlyList<FollowedPatient> Patients => patients;

    /// <summary>First <see cref="TraceStep.Present"/> for each who is there when it begins; then what happens, in its order.</summary>
    public IReadOnlyList<FollowedStep> Steps => steps;

    /// <summary>The experiment of this scenario and replication alone.</summary>
    public ExperimentPlan Plan { get; internal set; } = null!;

    /// <summary>What it gave, from the beginning of the measured time to the end of the followed one.</summary>
    public ExperimentResult Result { get; internal set; } = null!;

    internal void Keep(in PatientStep step)
    {
        if (step.Step != TraceStep.Present && (step.Time < window.From || step.Time >= window.To))
        {
            return;
        }

        if (!index.TryGetValue((step.Stream, step.Number), out var patient))
        {
            patient = index[(step.Stream, step.Number)] = patients.Count;
            patients.Add(new FollowedPatient(step.Stream, step.Number));
        }

        steps.Add(new FollowedStep(step.Step, step.Step == TraceStep.Present ? window.From : step.Time, patient, step.Stage, step.To, step.Pool, PlaceOf(step),
            step.Since, step.IsServed, step.IsPlaced));
    }

    /// <summary>The pool of the newest place that is held; -1: none is.</summary>
    private int PlaceOf(in PatientStep step)
    {
        foreach (ref readonly var held in step.Held)
        {
            if (Model.Pools[held.Pool].Kind is not (PoolKind.Staff or PoolKind.Slots))
            {
                return held.Pool;
            }
        }

        return -1;
    }
}

/// <summary>Who a step is of: stream and number, which name the patient in every scenario.</summary>
public readonly record struct FollowedPatient(int Stream, long Number);

/// <summary>A step of a patient.</summary>
/// <param name="Step">What happened.</param>
/// <param name="Time">When [s].</param>
/// <param name="Patient">Index of the patient.</param>
/// <param name="Stage">Index of the stage instance; -1: none has been entered.</param>
/// <param name="To">The exit of who leaves, the target of who has ended a stage or gives up, the kind of a delay; -1: nothing.</param>
/// <param name="Pool">The pool that the stage is about; -1: none.</param>
/// <param name="Place">The pool of the place that is held after the step; -1: none.</param>
/// <param name="Since">When the stage was entered [s].</param>
/// <param name="IsServed">The stage's time runs.</param>
/// <param name="IsPlaced">The stage's place is the patient's, or it needs none.</param>
public readonly record struct FollowedStep(
    TraceStep Step, int Time, int Patient, int Stage, int To, int Pool, int Place, int Since, bool IsServed, bool IsPlaced);
