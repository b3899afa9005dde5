using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports places that a stage can take and that its tables by <c>place</c> have no row for: the run would stop at the first patient there.</summary>
internal static class PlaceRowCheck
{
    public static void Check(SystemModel model, SystemDescription description, ProblemList problems)
    {
        foreach (var stage in model.Stages.Where(stage => stage.Place.Length > 0))
        {
            foreach (var lookup in stage.Then.Branches.Select(branch => branch.Lookup).Prepend(stage.Time.Lookup))
            {
                var missing = HeldPlaces.Pools(stage.Place).Where(pool => !HasRow(lookup, pool)).Select(pool => model.Pools[pool].Template).FirstOrDefault();
                if (missing is not null)
                {
                    var at = description.Stages[stage.Template].Name;
                    problems.Error(at.Where, at.Path, $"a row of the table {lookup.Name} for every place that can be taken here", $"none for {missing}",
                        "Add the row, or one with * under place.");
                }
            }
        }
    }

    /// <summary>True when the table does not ask for the place, or has a row for this one in some case.</summary>
    private static bool HasRow(Lookup lookup, int pool)
    {
        var index = Array.FindIndex(lookup.Keys, key => key.Source == KeySource.Place);
        if (index < 0)
        {
            return true;
        }

        var stride = lookup.Keys[index].Stride;
        var size = (index == 0 ? lookup.Cells.Length : lookup.Keys[index - 1].Stride) / stride;
        return Enumerable.Range(0, lookup.Cells.Length).Any(cell => cell / stride % size == pool && lookup.Cells[cell] >= 0);
    }
}
