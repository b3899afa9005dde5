using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Running;

/// <summary>
/// Says which pools are fullest, who waits for them, and about how much is missing; and warns of those of which more is asked for than there is.
/// </summary>
internal static class PoolLoads
{
    private const int MostNamed = 3;

    /// <summary>In use for a smaller share of the time a pool beside the fullest is not worth a word [%].</summary>
    private const double HighUse = 80;

    /// <summary>Fewer waiting on average are nobody [patients].</summary>
    private const double Nobody = 0.05;

    /// <summary>One line for each overloaded pool, where it is worst, but those told already; the worst first, and no more than a few.</summary>
    public static IEnumerable<string> Warnings(
        ExperimentSummary summary, ExperimentPlan plan, SystemNames names, IReadOnlyCollection<string> told)
    {
        var pools = plan.Scenarios.SelectMany(scenario => PoolLoad.Of(summary, scenario, plan.Run))
            .Where(load => load.IsOverloaded && !told.Contains(load.Pool)).GroupBy(load => load.Pool)
            .Select(same => (Worst: same.MaxBy(load => load.Asked)!, Scenarios: same.Select(load => load.Scenario).ToList()))
                .OrderByDescending(load => load.Worst.Asked).ToList();
        foreach (var (worst, scenarios) in pools.Take(MostNamed))
        {
            yield return FormattableString.Invariant(
                $"warning: {string.Join(", ", scenarios)}: about {100 * worst.Asked:0} % of what is open of {names.PoolAt(worst.Pool)} is asked for{At(worst, names)}: {Unmet(worst)}; about {Units(worst)} needed");
        }

        if (pools.Count > MostNamed)
        {
            yield return FormattableString.Invariant(
                $"warning: more is asked for than is open of {pools.Count - MostNamed} more pools: {string.Join(", ", pools.Skip(MostNamed).Select(pool => names.PoolAt(pool.Worst.Pool)))}");
        }
    }

    /// <summary>One line about the first scenario; none for a system without limited pools.</summary>
    public static IEnumerable<string> Line(ExperimentSummary summary, ExperimentPlan plan, SystemNames names)
    {
        var loads = PoolLoad.Of(summary, plan.Scenarios[0], plan.Run);
        if (loads.Count > 0)
        {
            var named = loads.Take(MostNamed).Where((load, index) => index == 0 || load.Use >= HighUse);
            yield return $"fullest pools{(plan.Scenarios.Count > 1 ? $" of {plan.Scenarios[0].Id}" : "")}: {string.Join("; ", named.Select(load => InWords(load, names)))}";
        }
    }

    private static string InWords(PoolLoad load, SystemNames names)
    {
        var waiting = load.Waiting < Nobody
            ? "nobody waits"
            : FormattableString.Invariant($"{load.Waiting:0.#} {(load.Waiting is >= 0.95 and < 1.05 ? "waits" : "wait")}{At(load, names)}");
        var missing = load.IsOverloaded ? $"about {Units(load)} needed" : load.Waiting < Nobody && load.GaveUp == 0 ? "" : "enough on average";
        return FormattableString.Invariant($"{names.PoolAt(load.Pool)} {load.Use:0.#} % in use, {waiting}{(missing.Length > 0 ? ", " + missing : "")}");
    }

    private static string At(PoolLoad load, SystemNames names)
    {
        var stages = load.Stages.Take(MostNamed).Select(stage => names.StepAt(stage, load.Pool));
        return load.Stages.Count switch
        {
            0 => "",
            <= MostNamed => $" at {string.Join(", ", stages)}",
            _ => FormattableString.Invariant($" at {string.Join(", ", stages)} and {load.Stages.Count - MostNamed} more"),
        };
    }

    private static string Unmet(PoolLoad load)
    {
        List<string> parts = [FormattableString.Invariant($"{load.Served:0.#} a day are served")];
        if (load.GaveUp > 0)
        {
            parts.Add(FormattableString.Invariant($"{load.GaveUp:0.##} a day give up"));
        }

        parts.Add(FormattableString.Invariant($"{load.WaitingAtEnd:0.#} wait at the end"));
        return string.Join(", ", parts);
    }

    private static string Units(PoolLoad load)
    {
        var units = Math.Max(1, Math.Round(load.Missing));
        return FormattableString.Invariant($"{units} more {UnitWord.Of(load.Kind, units)} of {load.Open:0.#}");
    }
}
