using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports pools that nobody takes, spaces used as staff, owners that are no partners, and requests that can never be served.</summary>
internal static class PoolCheck
{
    public static void Check(SystemModel model, SystemDescription description, ProblemList problems)
    {
        var places = HeldPlaces.Pools(model.Stages.SelectMany(stage => stage.Place)).Select(pool => model.Pools[pool].Template).ToHashSet();
        var staff = HeldPlaces.Pools(model.Stages.SelectMany(stage => stage.Staff)).Select(pool => model.Pools[pool].Template).ToHashSet();
        foreach (var pool in description.Pools)
        {
            var name = pool.Name;
            if (!places.Contains(name.Text) && !staff.Contains(name.Text) && !problems.HasErrors)
            {
                problems.Warning(name.Where, name.Path, "a pool that a stage asks for", "a pool that nobody takes",
                    "Remove it, or name it under place or staff.");
            }

            if (pool.Kind == PoolKind.Spaces && staff.Contains(name.Text))
            {
                problems.Warning(name.Where, name.Path, "spaces under place", "spaces under staff: they come free when the activity ends, and never block",
                    "Right for most published models; under place they are held until the next place is taken.");
            }

            CheckOwners(pool, description, problems);
        }

        foreach (var stage in description.Stages)
        {
            CheckOwner(stage.Owner, description, problems);
        }

        CheckAmounts(model, description, problems);
    }

    private static void CheckOwners(PoolDescription pool, SystemDescription description, ProblemList problems)
    {
        foreach (var owner in pool.Owner?.Named ?? [])
        {
            CheckOwner(owner, description, problems);
        }

        if (pool.Owner is not { Everywhere: null, ByInstance: var byInstance })
        {
            return;
        }

        var instances = description.InstancesOf(pool.Each);
        foreach (var (instance, _) in byInstance.Where(at => at.Instance.Text != OwnerDescription.Others && !instances.Contains(at.Instance.Text)))
        {
            problems.Error(instance.Where, instance.Path, instances.Count == 0 ? "one partner, for a pool that is not written for each instance" : "an instance",
                instance.Text, Nearest.Hint(instance.Text, instances));
        }

        if (instances.Find(instance => pool.Owner.At(instance) is null) is { } missing)
        {
            problems.Error(byInstance[0].Instance.Where, $"{pool.Name.Path}.{PoolKeys.Owner}", "a partner for every instance", $"none for {missing}",
                $"Add it, or \"{OwnerDescription.Others}\" for all others.");
        }
    }

    private static void CheckOwner(Written? owner, SystemDescription description, ProblemList problems)
    {
        var isKnown = owner is null || description.Partners.Count == 0 || description.Partners.Contains(owner.Text)
            || description.Dimensions.Any(dimension => dimension.Name.Text == owner.Text);
        if (!isKnown)
        {
            problems.Error(owner!.Where, owner.Path, "one of the partners", owner.Text, Nearest.Hint(owner.Text, description.Partners));
        }
    }

    private static void CheckAmounts(SystemModel model, SystemDescription description, ProblemList problems)
    {
        foreach (var stage in model.Stages)
        {
            foreach (var (pool, amount) in stage.Place.Concat(stage.Staff).SelectMany(bundle => bundle.Items).Where(item => item.Pool.Pool >= 0)
                .Select(item => (model.Pools[item.Pool.Pool], item.Amount)))
            {
                var most = pool.Capacity.Patterns.Max(pattern => pattern.Values.Max()) + pool.Surges.Sum(surge => surge.Adds);
                if (!pool.Unlimited && most > 0 && amount > most)
                {
                    var at = description.Stages[stage.Template].Name;
                    problems.Warning(at.Where, at.Path, $"at most {most} of {pool.Name}, all there ever is", $"{amount} of it: nobody can be served");
                }
            }
        }
    }
}
