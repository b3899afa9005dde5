using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>How a deadlock is named that no exchange resolves (docs/law.md, sentence 13.8).</summary>
internal sealed class DeadlockText
{
    private const int MostPatientsNamed = 6;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly Evaluator evaluator;
    private readonly DeadlockSearch deadlockSearch;

    public DeadlockText(RunState run, DeadlockSearch deadlockSearch)
    {
        (this.run, this.deadlockSearch) = (run, deadlockSearch);
        (patients, lists, pools, evaluator) = (run.Patients, run.Lists, run.Pools, run.Evaluator);
    }

    public SimulationException DeadlockRemains()
    {
        var names = Enumerable.Range(0, pools.Length).Where(pool => deadlockSearch.Has(pool)).Select(pool => run.Model.Pools[pool].Name);
        var heads = Enumerable.Range(0, pools.Length)
            .Where(pool => deadlockSearch.Has(pool) && pools[pool].Free > 0)
            .Select(pool => lists.Items[lists.Head(pool)].Patient)
            .ToHashSet();
        var stuck = Enumerable.Range(0, patients.Used)
            .Where(patient => (patients.Items[patient].Phase == Phase.WaitingForPlace && deadlockSearch.HoldsInDeadlock(patient)) || heads.Contains(patient))
            .ToList();
        var lines = stuck.Take(MostPatientsNamed).Select(DescribeStuck).ToList();
        if (stuck.Count > MostPatientsNamed)
        {
            lines.Add($"and {stuck.Count - MostPatientsNamed} more");
        }

        return new SimulationException($"patients in {string.Join(", ", names)} wait for each other's places for ever, and no exchange resolves it\n  "
            + $"{string.Join("\n  ", lines)}\n  Let one of them give up (gives_up), add capacity, or do not ask for several pools at once with + while holding one of another stage (such requests, and places that are kept, are not exchanged)");
    }

    private string DescribeStuck(int patient)
    {
        var model = run.Model;
        ref var item = ref patients.Items[patient];
        var held = string.Join(" and ", run.PlacesOf(patient).Select(place => model.Pools[place.Pool].Name));
        var stage = model.Stages[item.Stage];
        var joined = item.Joined;
        var bundles = item.Phase == Phase.WaitingForPlace ? stage.Place : stage.Staff;
        var wanted = bundles.Where((_, index) => (joined >> index & 1) != 0)
            .Select(bundle => string.Join(" + ", bundle.Items.Select(part => NamedAmount(part, patient))));
        return $"{evaluator.Name(patient)} {(held.Length > 0 ? $"holds {held} and" : "is first in the list and")} waits at {stage.Name} for {string.Join(" or ", wanted)}, since {run.Moment(item.EnteredAt)}";
    }

    private string NamedAmount(PoolAmount part, int patient)
    {
        var name = run.Model.Pools[evaluator.PoolOf(part, patient)].Name;
        return part.Amount == 1 ? name : FormattableString.Invariant($"{part.Amount} of {name}");
    }
}
