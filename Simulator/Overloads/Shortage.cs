using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Overloads;

/// <summary>Where an overloaded system's patients gather, from its recent past and from who holds what at the end.</summary>
internal sealed class Shortage
{
    /// <summary>
    /// Queues, or stages, that together take up a smaller share of the growth are not named; nor is one that grows by less than this beside the fastest.
    /// </summary>
    private const double SmallestShare = 0.05;

    /// <summary>A pool of whose units a smaller share is held by patients who wait is not held up.</summary>
    private const double HardlyHeldUp = 0.1;

    /// <summary>From this share on nearly all are.</summary>
    private const double WhollyHeldUp = 0.9;

    /// <summary>Of two pools that are only given together the one that is idle by so much more is not the short one.</summary>
    private const double MoreIdle = 0.02;

    /// <summary>Less than half a unit is not missing.</summary>
    private const double LeastMissing = 0.5;

    private readonly SystemModel model;
    private readonly IReadOnlyList<Headcount> headcounts;
    private readonly int[] occupied;
    private readonly int[] extra;
    private readonly int[] asked;
    private readonly HashSet<(int, int)> together = [];
    private readonly Dictionary<(int Held, int Wanted), int> heldUp = [];

    /// <param name="model">The system.</param>
    /// <param name="headcounts">The recent past in order of time; the last is now.</param>
    /// <param name="occupied">By pool [units].</param>
    /// <param name="extra">By pool: surge − closed now [units].</param>
    public Shortage(SystemModel model, IReadOnlyList<Headcount> headcounts, int[] occupied, int[] extra)
    {
        this.model = model;
        this.headcounts = headcounts;
        this.occupied = occupied;
        this.extra = extra;
        asked = new int[occupied.Length];
    }

    public Headcount Latest => headcounts[^1];

    /// <summary>Patients by whom the number present grows [patients a day].</summary>
    public double PerDay => Growth.PerDay(headcounts, headcount => headcount.Present);

    /// <summary>Takes a waiting patient in: what he or she lacks, and what he or she holds meanwhile.</summary>
    public void Count((int Pool, int Amount)[] wanted, (int Pool, int Amount)[] held)
    {
        foreach (var (pool, amount) in wanted)
        {
            asked[pool] += amount;
            foreach (var (other, _) in wanted.Where(other => other.Pool != pool))
            {
                together.Add((pool, other));
            }

            foreach (var (place, units) in held)
            {
                heldUp[(place, pool)] = heldUp.GetValueOrDefault((place, pool)) + units;
            }
        }
    }

    /// <summary>The queues that grow, the fastest first.</summary>
    public IReadOnlyList<GrowingQueue> Queues()
    {
        var waited = Enumerable.Range(0, occupied.Length).Where(pool => Latest.WaitingFor[pool] > 0 && !IsShortOfPartner(pool));
        var growing = Fastest(
            [.. waited.Select(pool => (Pool: pool, PerDay: Growth.PerDay(headcounts, headcount => headcount.WaitingFor[pool])))],
            queue => queue.PerDay);
        var pools = growing.Select(queue => queue.Pool).ToHashSet();
        return growing.ConvertAll(queue => Follow(queue.Pool, queue.PerDay, pools));
    }

    /// <summary>The stages in which patients gather without waiting, the fastest first.</summary>
    public IReadOnlyList<GrowingStage> Stages() =>
        Fastest(
            [.. Enumerable.Range(0, Latest.InStage.Length)
                .Select(stage => new GrowingStage(stage, Growth.PerDay(headcounts, headcount => headcount.InStage[stage])))],
            stage => stage.PerDay);

    /// <summary>Share of a pool's units in use that patients hold who wait for something else [0 to 1].</summary>
    public double HeldUp(int pool) => headcounts.Average(headcount => headcount.HeldUp[pool]);

    /// <summary>Units let go, of slots those used [units a day].</summary>
    public double ReturnedPerDay(int pool) => Days > 0 ? (Latest.Returned[pool] - headcounts[0].Returned[pool]) / Days : 0;

    /// <summary>Units open while any is [units]; NaN where the pool is never short.</summary>
    public double Open(int pool) =>
        model.Pools[pool].Unlimited ? double.NaN : Math.Max(0, MeanCapacity.WhileOpen(model.Pools[pool].Capacity, Latest.Time) + extra[pool]);

    /// <summary>
    /// More units that a pool needs for queues to grow no more, by the proportion of what comes to what is served: with all units in use it is
    /// the growth a day times the mean time for which a unit is held. Units that are idle, or held only because a later pool is short,
    /// are there already. 0 where it has enough; NaN where nobody has been served yet.
    /// </summary>
    /// <param name="pool">One of the chain.</param>
    /// <param name="queues">The queues that it holds up.</param>
    public double Missing(int pool, IReadOnlyList<GrowingQueue> queues)
    {
        var served = queues.Sum(queue => ReturnedPerDay(queue.Pool) * Latest.WaitingFor[queue.Pool] / Math.Max(1, asked[queue.Pool]));
        if (served <= 0)
        {
            return double.NaN;
        }

        var comes = 1 + (queues.Sum(queue => queue.PerDay) / served);
        var missing = Open(pool) * ((comes * (1 - HeldUp(pool)) * (1 - Idle(pool))) - 1);
        return missing < LeastMissing ? 0 : Math.Ceiling(missing);
    }

    /// <summary>Time over which everything is measured [d].</summary>
    private double Days => Latest.Days - headcounts[0].Days;

    private double Idle(int pool) => headcounts.Average(headcount => headcount.Idle[pool]);

    /// <summary>True when its patients wait for another pool of the same bundle, which is fuller.</summary>
    private bool IsShortOfPartner(int pool) => together.Any(pair => pair.Item1 == pool && Idle(pair.Item2) + MoreIdle < Idle(pool));

    private List<T> Fastest<T>(List<T> all, Func<T, double> perDay)
    {
        var sorted = all.Where(one => perDay(one) > 0).OrderByDescending(perDay).ToList();
        return sorted.Sum(perDay) < SmallestShare * PerDay ? [] : sorted.FindAll(one => perDay(one) > SmallestShare * perDay(sorted[0]));
    }

    private GrowingQueue Follow(int queue, double perDay, HashSet<int> growing)
    {
        var chain = new List<int> { queue };
        var alone = new GrowingQueue(perDay, [queue], IsCircle: false);
        while (Cause(chain[^1]) is >= 0 and var next)
        {
            if (chain.IndexOf(next) is >= 0 and var start)
            {
                if (chain.Skip(start).All(pool => HeldUp(pool) >= WhollyHeldUp))
                {
                    return new GrowingQueue(perDay, chain, IsCircle: true);
                }

                break;
            }

            // What is short itself and held up by a queue that grows too is not the same shortage as that one.
            if (growing.Contains(next) && Missing(chain[^1], [alone]) > 0)
            {
                break;
            }

            chain.Add(next);
        }

        return new GrowingQueue(perDay, chain[..(Math.Max(0, chain.FindLastIndex(pool => Missing(pool, [alone]) is > 0 or double.NaN)) + 1)], IsCircle: false);
    }

    /// <summary>The pool for which most of those wait who hold a pool's units up; -1 if hardly any is held up.</summary>
    private int Cause(int pool)
    {
        var wanted = heldUp.Where(pair => pair.Key.Held == pool).OrderByDescending(pair => pair.Value).ThenBy(pair => Idle(pair.Key.Wanted))
            .ThenBy(pair => pair.Key.Wanted).Select(pair => pair.Key.Wanted).ToList();
        return wanted.Count > 0 && HeldUp(pool) >= HardlyHeldUp ? wanted[0] : -1;
    }
}
