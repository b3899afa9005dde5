using FlowSim.Simulator.Measures;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>What happens at the start of a stage's time in few stages only: numbers that are added to, and measures that count starts.</summary>
internal sealed class Starts
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly Recorder recorder;
    private readonly Steps steps;

    public Starts(RunState run, Recorder recorder, Steps steps)
    {
        (this.run, this.recorder, this.steps) = (run, recorder, steps);
        patients = run.Patients;
    }

    /// <summary>docs/law.md, sentence 6.4; the time of the stage is found after it.</summary>
    /// <exception cref="SimulationException">A number grows beyond what fits.</exception>
    public void Start(int patient, in StagePath path)
    {
        var now = run.Now;
        foreach (var rule in path.Stage.Adds)
        {
            var amount = rule.Amounts[run.Evaluator.Cell(rule.Lookup, patient, now)];
            ref var value = ref patients.Values[(patient * patients.Attributes) + rule.Attribute];
            if (value > int.MaxValue - amount)
            {
                throw new SimulationException($"{run.Model.Attributes[rule.Attribute].Name} is more than {int.MaxValue} ({run.Evaluator.Describe(patient)})");
            }

            value += amount;
            recorder.Added(rule.Attribute, patient, now, amount);
            steps.Witness?.Added(rule.Attribute, amount);
        }

        if (path.Has(StageTraits.CountsStarts))
        {
            ref readonly var item = ref patients.Items[patient];
            recorder.Started(item.Stage, patient, now, item.TakenAt - item.EnteredAt, now - item.TakenAt);
        }
    }
}
