using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;
using FlowSim.Simulator.Streams;

namespace FlowSim.Simulator.Rooms;

/// <summary>Attributes: drawn on arrival, and set on the way.</summary>
internal sealed class Sets
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly Evaluator evaluator;

    public Sets(RunState run)
    {
        this.run = run;
        (patients, evaluator) = (run.Patients, run.Evaluator);
    }

    public void MakeAttributes(SetRule[] rules, int patient, ArrivalDraws draws)
    {
        for (var index = 0; index < rules.Length; index++)
        {
            var rule = rules[index];
            if (!draws.Has(index))
            {
                MakeSet(rule, patient, DrawPurpose.Attribute, 0);
                continue;
            }

            var word = draws.Of(index).W0;
            patients.Values[(patient * patients.Attributes) + rule.Attribute] = rule.DrawnFrom is { } steps
                ? OutcomeSet.Pick(steps, word)
                : rule.Branches[0].Outcomes[evaluator.Cell(rule.Branches[0].Lookup, patient, run.Now)].Pick(word);
        }
    }

    public void MakeSets(SetRule[] rules, int patient, DrawPurpose purpose, int visit)
    {
        foreach (var rule in rules)
        {
            MakeSet(rule, patient, purpose, visit);
        }
    }

    private void MakeSet(SetRule rule, int patient, DrawPurpose purpose, int visit)
    {
        if (rule.DrawnFrom is { } steps)
        {
            patients.Values[(patient * patients.Attributes) + rule.Attribute] = OutcomeSet.Pick(steps, SetDraw(rule, patient, purpose, visit).W0);
            return;
        }

        foreach (var branch in rule.Branches)
        {
            if (branch.If is null || evaluator.Holds(branch.If, patient, run.Now))
            {
                patients.Values[(patient * patients.Attributes) + rule.Attribute] = branch.Kind == SetKind.Drawn
                    ? Chosen(rule, branch, patient, purpose, visit)
                    : SetValue(rule, branch, patient, purpose, visit);
                return;
            }
        }
    }

    private int Chosen(SetRule rule, SetBranch branch, int patient, DrawPurpose purpose, int visit)
    {
        var outcomes = branch.Outcomes[evaluator.Cell(branch.Lookup, patient, run.Now)];
        return outcomes.IsSingle ? outcomes.First : outcomes.Pick(SetDraw(rule, patient, purpose, visit).W0);
    }

    private int SetValue(SetRule rule, SetBranch branch, int patient, DrawPurpose purpose, int visit)
    {
        var now = run.Now;
        var values = patients.ValuesOf(patient);
        switch (branch.Kind)
        {
            case SetKind.Copied:
                var value = values[branch.From];
                return branch.ValueMap is null || value < 0 ? value : branch.ValueMap[value];
            case SetKind.Added:
                return values[rule.Attribute] + branch.Amount;
            default:
                var spec = evaluator.Spec(branch.Time!, patient, now);
                return evaluator.Length(spec, patient, now, spec.NeedsDraw ? SetDraw(rule, patient, purpose, visit).Uniform : 0);
        }
    }

    private RandomBlock SetDraw(SetRule rule, int patient, DrawPurpose purpose, int visit)
    {
        ref var item = ref patients.Items[patient];
        return run.Draw(item, rule.KeyHash, purpose, visit, 0);
    }
}
