using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Beds;

/// <summary>
/// How many beds are needed, from replications in which there is no limit on them, beside those in which there are as many as described.
/// </summary>
public sealed class BedCounts
{
    /// <summary>One in so many, as planners use them.</summary>
    private static readonly int[] Chances = [5, 10, 20, 50, 100, 1000];

    private readonly ScenarioResult without;
    private readonly ScenarioResult described;
    private readonly bool areSlots;
    private readonly List<BedRow> rows = [];

    private BedCounts(ScenarioResult without, ScenarioResult described, bool areSlots)
    {
        this.without = without;
        this.described = described;
        this.areSlots = areSlots;
    }

    /// <summary>Rows set by set, the year before the winter; of replications that are finished for both.</summary>
    /// <param name="result">What was run.</param>
    /// <param name="withoutLimit">Id of the scenario with the pools without limit.</param>
    /// <param name="described">Id of the scenario with them as described; the same, if they are without limit already.</param>
    /// <param name="period">The year to count, or <c>all</c>.</param>
    /// <param name="kind">Slots are used up, not occupied: only how many were taken before is told of them.</param>
    public static IReadOnlyList<BedRow> Of(ExperimentResult result, string withoutLimit, string described, string period, PoolKind kind)
    {
        var counts = new BedCounts(Find(result, withoutLimit), Find(result, described), kind == PoolKind.Slots);
        counts.Count(period);
        return counts.rows;
    }

    private static ScenarioResult Find(ExperimentResult result, string id) => result.Scenarios.First(scenario => scenario.Id == id);

    private void Count(string shown)
    {
        var finished = Enumerable.Range(0, without.Reported.Count)
            .Where(index => without.Reported[index] is not null && described.Reported[index] is not null).ToList();
        if (finished.Count == 0)
        {
            return;
        }

        var first = without.Reported[finished[0]]!.Demands;
        foreach (var set in first.Select(month => (month.Set, month.Place)).Distinct())
        {
            foreach (var period in BedPeriod.Of(shown, first))
            {
                List<DemandOfMonth>[] Months(ScenarioResult of) => [.. finished.Select(index => of.Reported[index]!.Demands
                    .Where(month => (month.Set, month.Place) == set && period.Holds(month.Month)).ToList())];
                Add(set, period.Name, Months(without), Months(described));
            }
        }
    }

    private void Add((string Pool, string Place) set, string period, List<DemandOfMonth>[] unlimited, List<DemandOfMonth>[] limited)
    {
        var demands = Array.ConvertAll(unlimited, months => new ReplicationDemand(months));
        var template = new BedRow
        {
            Scenario = without.Id,
            Pool = set.Pool,
            Place = set.Place,
            Period = period,
            Kind = BedRow.Needed,
            N = demands.Length,
            Beds = double.NaN,
            Lower95 = double.NaN,
            Upper95 = double.NaN,
        };
        var all = new ReplicationDemand([.. unlimited.SelectMany(months => months)]).Found;
        rows.AddRange(Chances.Select(chance => Judged(Needed(template with { OneIn = chance }, chance, all, demands), demands)));

        if (!areSlots)
        {
            rows.Add(With(template with { Kind = BedRow.Load }, demands.Select(demand => demand.Mean)));
        }

        if (without.Id == described.Id)
        {
            return;
        }

        var asItIs = Array.ConvertAll(limited, months => new ReplicationDemand(months));
        var open = Judged(With(template with { Kind = BedRow.Open }, asItIs.Select(demand => demand.Open)), demands);
        rows.Add(open with { OneIn = 1 / open.FoundNone });
        var foundNone = Sample.Mean([.. asItIs.Select(demand => demand.FoundNone).Where(double.IsFinite)]);
        rows.Add(With(template with { Scenario = described.Id, Kind = BedRow.AsItIs }, asItIs.Select(demand => demand.Open)) with
        {
            FoundNone = foundNone,
            OneIn = 1 / foundNone,
            OccupancyPercent = areSlots ? double.NaN : Sample.Mean([.. asItIs.Select(demand => 100 * demand.InUse / demand.Open).Where(double.IsFinite)]),
        });
        if (areSlots)
        {
            return;
        }

        rows.Add(With(template with { Scenario = described.Id, Kind = BedRow.EstimatedLoad }, asItIs.Select(demand => demand.OfferedLoad)));
    }

    /// <summary>
    /// So many that of all who came in all replications one in n at most finds none; where fewer than n came it is not known. The mean of what each
    /// replication alone would need is less for a rare n, since most replications have not met the days that count. The interval is Woodruff's (1952,
    /// J. Am. Stat. Assoc. 47, 635): as many as would be enough for a share that is higher or lower by what chance leaves open about the share itself.
    /// </summary>
    private static BedRow Needed(BedRow row, int chance, DemandShares? all, ReplicationDemand[] demands)
    {
        if (all is null || all.Weight < chance)
        {
            return row with { N = 0 };
        }

        var share = 1.0 / chance;
        var beds = all.NeededFor(share);
        double[] found = [.. demands.Select(demand => demand.Found).OfType<DemandShares>().Select(of => of.Full(beds))];
        var half = Sample.HalfWidth(found.Length, Sample.StandardDeviation(found));
        return row with
        {
            N = found.Length,
            Beds = beds,
            Lower95 = double.IsNaN(half) ? double.NaN : all.NeededFor(Math.Min(1, share + half)),
            Upper95 = double.IsNaN(half) ? double.NaN : all.NeededFor(Math.Max(0, share - half)),
        };
    }

    /// <summary>What so many beds, as a whole number not below the mean, would be in this demand.</summary>
    private BedRow Judged(BedRow row, ReplicationDemand[] demands)
    {
        if (!double.IsFinite(row.Beds))
        {
            return row;
        }

        var beds = row.Kind == BedRow.Open ? (int)Math.Round(row.Beds) : (int)Math.Ceiling(row.Beds);
        double Over(Func<ReplicationDemand, double?> of) => Sample.Mean([.. demands.Select(of).OfType<double>().Where(double.IsFinite)]);
        var found = row with { FoundNone = Over(demand => demand.Found?.Full(beds)) };
        return areSlots ? found : found with
        {
            OccupancyPercent = 100 * Over(demand => demand.Mean) / beds,
            PDelay = Over(demand => demand.Taken?.Delay(beds)),
            PFull = Over(demand => demand.Taken?.Full(beds)),
        };
    }

    private static BedRow With(BedRow row, IEnumerable<double> values)
    {
        double[] sample = [.. values.Where(double.IsFinite)];
        var mean = Sample.Mean(sample);
        var half = Sample.HalfWidth(sample.Length, Sample.StandardDeviation(sample));
        return row with { N = sample.Length, Beds = mean, Lower95 = mean - half, Upper95 = mean + half };
    }
}
