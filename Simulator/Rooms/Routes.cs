using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Where patients go next, if the short path of their stage does not say it (docs/law.md, sentence 7).</summary>
internal sealed class Routes
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly Evaluator evaluator;

    public Routes(RunState run)
    {
        this.run = run;
        (patients, evaluator) = (run.Patients, run.Evaluator);
    }

    /// <summary>Where next in all generality.</summary>
    public int NextByLaw(int patient, StageModel stage)
    {
        var now = run.Now;
        foreach (var diversion in stage.Diversions)
        {
            if (IsDiverted(diversion, patient))
            {
                return diversion.To;
            }
        }

        var then = stage.Then;
        if (then.IsFixed)
        {
            return then.FixedTarget;
        }

        foreach (var branch in then.Branches)
        {
            if (branch.If is null || evaluator.Holds(branch.If, patient, now))
            {
                return branch.Outcomes[evaluator.Cell(branch.Lookup, patient, now)].Pick(patients.Items[patient].RoutingDraw);
            }
        }

        throw new SimulationException($"no branch of then holds ({evaluator.Describe(patient)})");
    }

    private bool IsDiverted(Diversion diversion, int patient)
    {
        var now = run.Now;
        if (diversion.If is not null && !evaluator.Holds(diversion.If, patient, now))
        {
            return false;
        }

        ref var item = ref patients.Items[patient];
        var share = diversion.Shares[evaluator.Cell(diversion.Lookup, patient, now)];
        return share > 0
            && run.Draw(item, diversion.KeyHash, DrawPurpose.Diversion, item.Visit, 0).Uniform < share;
    }
}
