using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Batches;

/// <summary>Some scenarios of one replication or draw, which share its spin-up.</summary>
/// <param name="Run">Index among the replications and, after them, the draws.</param>
/// <param name="First">Index of the first scenario in the plan.</param>
/// <param name="Count">Scenarios, one after the other.</param>
internal readonly record struct BatchPart(int Run, int First, int Count)
{
    /// <summary>
    /// The parts of a shard: all scenarios of all runs in their order, cut into stretches of which the longest takes as little time as can be. Where
    /// there are more shards than runs a run is cut among its scenarios, and its spin-up is run by each who has some of them.
    /// </summary>
    /// <param name="plan">What is run.</param>
    /// <param name="shard">Which part of it.</param>
    public static IReadOnlyList<BatchPart> Of(ExperimentPlan plan, Shard shard)
    {
        var cuts = new Cuts(plan);
        return cuts.Parts(shard);
    }

    /// <summary>How many shards there can be: each has a scenario of a run at least.</summary>
    public static int Most(ExperimentPlan plan) => (int)Math.Min(Shard.Most, (long)plan.Runs * plan.Scenarios.Count);

    private sealed class Cuts(ExperimentPlan plan)
    {
        private readonly int scenarios = plan.Scenarios.Count;

        /// <summary>Of a run before its scenarios branch [s of simulated time].</summary>
        private readonly long spinUp = plan.HasSpinUp ? plan.Run.Branch - plan.Run.Start : 0;

        /// <summary>Of a scenario of a run [s of simulated time].</summary>
        private readonly long each = plan.Run.End - (plan.HasSpinUp ? plan.Run.Branch : plan.Run.Start);

        private long Units => (long)plan.Runs * scenarios;

        public IReadOnlyList<BatchPart> Parts(Shard shard)
        {
            var (least, most) = (0L, Units * (spinUp + each));
            while (least < most)
            {
                var middle = least + ((most - least) / 2);
                (least, most) = Needed(middle) <= shard.Count ? (least, middle) : (middle + 1, most);
            }

            var first = 0L;
            for (var number = 1; ; number++)
            {
                // Each of the others has one unit at least.
                var end = Math.Min(EndOf(first, least), Units - (shard.Count - number));
                if (number == shard.Count)
                {
                    end = Units;
                }

                if (number == shard.Number)
                {
                    return [.. Stretch(first, end)];
                }

                first = end;
            }
        }

        /// <summary>Shards if none may take longer than that.</summary>
        private long Needed(long time)
        {
            if (time < spinUp + each)
            {
                return long.MaxValue;
            }

            var (shards, first) = (0L, 0L);
            while (first < Units)
            {
                first = EndOf(first, time);
                shards++;
            }

            return shards;
        }

        /// <summary>The unit after the last that fits into a time.</summary>
        private long EndOf(long first, long time)
        {
            var run = first / scenarios;
            var inRun = Math.Min(((run + 1) * scenarios) - first, (time - spinUp) / each);
            var end = first + Math.Max(1, inRun);
            time -= spinUp + ((end - first) * each);
            if (end < (run + 1) * scenarios)
            {
                return end;
            }

            var whole = Math.Min(time / (spinUp + (scenarios * each)), (Units - end) / scenarios);
            end += whole * scenarios;
            time -= whole * (spinUp + (scenarios * each));
            return end == Units || time < spinUp + each ? end : end + ((time - spinUp) / each);
        }

        private IEnumerable<BatchPart> Stretch(long first, long end)
        {
            while (first < end)
            {
                var run = first / scenarios;
                var until = Math.Min(end, (run + 1) * scenarios);
                yield return new BatchPart((int)run, (int)(first - (run * scenarios)), (int)(until - first));
                first = until;
            }
        }
    }
}
