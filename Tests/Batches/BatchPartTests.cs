using FlowSim.Scenarios.Batches;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Tests.Batches;

/// <summary>How a batch is cut.</summary>
public sealed class BatchPartTests
{
    [Test]
    public void Every_scenario_of_every_run_is_in_one_shard_and_no_shard_is_empty()
    {
        foreach (var (runs, scenarios) in new[] { (1, 1), (1, 7), (6, 7), (10, 1), (23, 3) })
        {
            var plan = Plan(runs, scenarios);
            for (var count = 1; count <= runs * scenarios; count++)
            {
                var shards = Enumerable.Range(1, count).Select(number => BatchPart.Of(plan, new Shard(number, count))).ToList();
                Assert.That(shards, Has.None.Empty);
                var units = shards.SelectMany(parts => parts).SelectMany(part => Enumerable.Range(part.First, part.Count).Select(one => (part.Run, one)));
                Assert.That(units, Is.EqualTo(from run in Enumerable.Range(0, runs) from one in Enumerable.Range(0, scenarios) select (run, one)));
            }
        }
    }

    [Test]
    public void No_other_cut_has_a_shorter_longest_shard()
    {
        var plan = Plan(5, 3);
        for (var count = 1; count <= 15; count++)
        {
            var longest = Enumerable.Range(1, count).Max(number => Cost(BatchPart.Of(plan, new Shard(number, count))));
            Assert.That(longest, Is.EqualTo(Best(15, count)), $"{count} shards");
        }
    }

    [Test]
    public void The_default_comparison_of_20_runs_keeps_ten_machines_equally_busy()
    {
        var plan = Plan(20, 7);
        var costs = Enumerable.Range(1, 10).Select(number => Cost(BatchPart.Of(plan, new Shard(number, 10)))).ToList();
        Assert.That(costs.Distinct().Count(), Is.EqualTo(1));
    }

    /// <summary>Years of a shard: a spin-up of two for each run of which it has something, and one for each scenario.</summary>
    private static int Cost(IReadOnlyList<BatchPart> parts) => parts.Sum(part => 2 + part.Count);

    /// <summary>The same by trying every cut.</summary>
    private static int Best(int units, int shards)
    {
        var best = new int[shards + 1, units + 1];
        for (var end = 1; end <= units; end++)
        {
            best[0, end] = int.MaxValue;
        }

        for (var shard = 1; shard <= shards; shard++)
        {
            best[shard, 0] = int.MaxValue;
            for (var end = 1; end <= units; end++)
            {
                best[shard, end] = Enumerable.Range(0, end).Where(first => best[shard - 1, first] != int.MaxValue)
                    .Select(first => Math.Max(best[shard - 1, first], end - first + (2 * (((end - 1) / 3) - (first / 3) + 1))))
                    .DefaultIfEmpty(int.MaxValue).Min();
            }
        }

        return best[shards, units];
    }

    private static ExperimentPlan Plan(int runs, int scenarios)
    {
        using var system = new BatchSystem();
        var problems = new ProblemList();
        var baseline = new TimelineBuilder(SystemReader.Read(system.System, problems)!, RunOverrides.None, problems).Baseline()!;
        return new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = [.. Enumerable.Range(0, scenarios).Select(one => new PlannedScenario($"s{one}", "", baseline))],
            Replications = runs,
        };
    }
}
