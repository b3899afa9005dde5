using FlowSim.Cli.Running;
using FlowSim.Cli.Tables;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Beds;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli;

/// <summary>What stands below the tables of beds: how it is as it is, what the numbers mean, who came besides, what else moved.</summary>
internal static class BedsNotes
{
    private const int MostNamed = 4;

    /// <summary>Fewer of a hundred who come for want of another place are not worth a word [%].</summary>
    private const double FewBorrowed = 1;

    /// <summary>Who finds one free all the same is an exception [0 to 1].</summary>
    private const double NearlyAll = 0.95;

    public static IEnumerable<string> Of(FinishedExperiment finished, SystemNames names, BedsAsked asked, string period)
    {
        foreach (var row in finished.Results.Beds.Where(row => row.Kind == BedRow.AsItIs && row.Period == period))
        {
            yield return AsItIs(row, finished.Results.Beds, names, asked.Pools.Kind);
        }

        var units = UnitWord.Many(asked.Pools.Kind);
        var shares = asked.Pools.Kind == PoolKind.Slots
            ? "slots are used up, so there is no telling how full they are"
            : $"p_full and p_delay are shares of time with the next whole number of {units}, and full is the mean demand to it";
        yield return $"1 in n: with so many {units} at most 1 in n of those who come finds none free, counted by what each of them finds; {shares}.";
        if (finished.Results.Beds.Any(row => row.Kind == BedRow.Needed && row.N == 0))
        {
            yield return "A dash: fewer than n came in a replication, so that what happens to one in n cannot be told; measure a longer time.";
        }

        if (asked.IsUnlimited)
        {
            yield break;
        }

        var model = finished.Plan.Scenarios[^1].Timeline.First;
        foreach (var note in Change(finished.Plan, model, asked))
        {
            yield return note;
        }

        foreach (var note in Borrowed(finished.Replications, asked, names))
        {
            yield return note;
        }

        yield return Elsewhere(MovedElsewhere.Of(finished.Replications, model, asked.WithoutLimit, asked.Described, period, asked.Pools.Pools), names);
    }

    private static string AsItIs(BedRow row, IReadOnlyList<BedRow> rows, SystemNames names, PoolKind kind)
    {
        var open = rows.First(other => other.Kind == BedRow.Open && other.Place == row.Place && other.Period == row.Period);
        var full = double.IsFinite(row.OccupancyPercent) ? FormattableString.Invariant($", {row.OccupancyPercent:0.0} % of them in use") : "";
        var where = row.Place == ResultRow.WholeSystem ? "As it is" : $"As it is at {names.Place(row.Place)}";
        var fared = !(row.FoundNone > 0) ? "everybody finds one free"
            : row.FoundNone > NearlyAll ? "nearly everybody who asks finds none free"
            : $"1 in {BedsTable.OneIn(row.OneIn)} who ask finds none free";
        var enough = BedsTable.IsEnough(open.OneIn) ? "are enough for all but fewer than 1 in 1000" : $"are too few for 1 in {BedsTable.OneIn(open.OneIn)}";
        return FormattableString.Invariant(
            $"{where}: {row.Beds:0.#} {UnitWord.Of(kind, row.Beds)} open{full}; {fared}. In the demand without limit so many {enough}.");
    }

    private static IEnumerable<string> Change(ExperimentPlan plan, SystemModel model, BedsAsked asked)
    {
        var run = plan.Run;
        if (plan.HasSpinUp)
        {
            yield return $"There is no limit from {ResultDate.Write(run.FirstDay.AddDays(run.Branch / SimTime.Day))} on: patients who waited for it on that day come at once.";
        }

        var chosen = model.Pools.Where(pool => asked.Pools.Pools.Contains(pool.Name)).ToList();
        if (chosen.Exists(pool => pool.Takes is not null))
        {
            yield return "Patients still wait for the hours in which it takes them, and then come together.";
        }

        var described = plan.Scenarios[0].Timeline.First.Pools.Where(pool => asked.Pools.Pools.Contains(pool.Name)).ToList();
        if (described.Exists(pool => pool.Kind != PoolKind.Slots && pool.Capacity.Patterns.Length + pool.Capacity.Patterns.Max(day => day.Values.Length) > 2))
        {
            yield return "As it is, fewer are open at some hours; 'open' is the mean over all of them. Without limit it never closes.";
        }
    }

    /// <summary>Who comes for want of another place has to be told: with more there he would not come.</summary>
    private static IEnumerable<string> Borrowed(ExperimentResult result, BedsAsked asked, SystemNames names)
    {
        var months = result.Scenarios.First(scenario => scenario.Id == asked.WithoutLimit).Reported.OfType<ReplicationResult>()
            .SelectMany(replication => replication.Demands).Where(month => asked.Pools.Places.Contains(month.Place)).ToList();
        foreach (var place in months.GroupBy(month => month.Place))
        {
            var (given, borrowed) = (place.Sum(month => month.Pools.Sum(pool => pool.Given)), place.Sum(month => month.Pools.Sum(pool => pool.Borrowed)));
            if (given > 0 && 100.0 * borrowed / given >= FewBorrowed)
            {
                var at = place.Key == ResultRow.WholeSystem ? "" : $" at {names.Place(place.Key)}";
                var all = asked.Pools.IsAll
                    ? "; a group that holds both pools counts each where he belongs"
                    : $"; with no limit at any place ('flowsim beds {asked.Pools.Name}') those stay where they belong";
                yield return FormattableString.Invariant(
                    $"Of 100 who were given one without limit{at} {100.0 * borrowed / given:0.#} came for want of another place{all}.");
            }
        }
    }

    private static string Elsewhere(IReadOnlyList<Difference> moved, SystemNames names)
    {
        if (moved.Count == 0)
        {
            return "Nothing else moves beyond chance: no list, and no use of another pool.";
        }

        var named = moved.Take(MostNamed).Concat(moved.Where(row => row.Key.Measure != moved[0].Key.Measure).Take(MostNamed)).Distinct()
            .Select(row => Moved(row, names)).ToList();
        var more = moved.Count > named.Count ? FormattableString.Invariant($"; and {moved.Count - named.Count} more") : "";
        return $"What else moves without the limit (differences on average): {string.Join("; ", named)}{more}.";
    }

    private static string Moved(Difference row, SystemNames names)
    {
        var place = row.Key.Place == ResultRow.WholeSystem ? "" : $", {names.Place(row.Key.Place)}";
        var what = row.Key.Measure == Scenarios.Compilation.Measures.GenericMeasures.QueueLength ? "waiting for" : "in use of";
        return FormattableString.Invariant($"{row.Mean:+0.0;-0.0} {what} {names.Group(row.Key.Group)}{place}");
    }
}
