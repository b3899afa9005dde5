using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>
/// Shares of time by number occupied, and what follows: p_delay(n) = P(N = n) / P(N ≤ n) (Erlang loss form), p_full(n) = P(N ≥ n), and the partial
/// poolings of two units (Monks et al. 2016, BMC Health Serv Res 16:530).
/// </summary>
internal sealed class OccupancyMeasures
{
    private readonly OccupancyDistribution distribution;
    private readonly int index;
    private readonly PeriodSums period;

    public OccupancyMeasures(OccupancyDistribution distribution, int index, PeriodSums period)
    {
        this.distribution = distribution;
        this.index = index;
        this.period = period;
    }

    public void AddTo(List<ResultRow> rows)
    {
        if (distribution.JointPools.Length > 0)
        {
            AddPoolings(rows);
            return;
        }

        var shares = Shares();
        var atMost = 0.0;
        for (var n = 0; n < shares.Length; n++)
        {
            Add(rows, "occupancy_distribution", $"{distribution.Name}/{n}", shares[n]);
            var atLeast = 1 - atMost;
            atMost += shares[n];
            Add(rows, "p_delay", $"{distribution.Name}/{n}", atMost == 0 ? double.NaN : shares[n] / atMost);
            Add(rows, "p_full", $"{distribution.Name}/{n}", Math.Max(0, atLeast));
        }
    }

    /// <summary>Shares of time up to the highest number seen.</summary>
    private double[] Shares()
    {
        var width = period.OccupancyWidth(index);
        var times = Enumerable.Range(0, width).Select(n => (double)period.OccupancyAt(index, n)).ToArray();
        var total = times.Sum();
        var last = Array.FindLastIndex(times, time => time > 0);
        return [.. times.Take(last + 1).Select(time => time / total)];
    }

    private void AddPoolings(List<ResultRow> rows)
    {
        foreach (var (first, second, pooled) in distribution.Poolings)
        {
            var (pFirst, pSecond) = Pooling(first, second, pooled);
            Add(rows, "p_pooled", $"{first}-{second}-{pooled}/first", pFirst);
            Add(rows, "p_pooled", $"{first}-{second}-{pooled}/second", pSecond);
        }
    }

    /// <summary>
    /// Chance that no bed is free for each of two units with dedicated beds and a shared pool. Nothing dedicated: the loss form on all beds together.
    /// </summary>
    private (double First, double Second) Pooling(int first, int second, int pooled)
    {
        var width = period.OccupancyWidth(index);
        double total = 0, noFirst = 0, noSecond = 0, exactly = 0, atMost = 0;
        for (var a = 0; a < width; a++)
        {
            for (var b = 0; b < width; b++)
            {
                var time = (double)period.OccupancyAt(index, a, b);
                if (time == 0)
                {
                    continue;
                }

                total += time;
                exactly += a + b == pooled ? time : 0;
                atMost += a + b <= pooled ? time : 0;
                var isPoolFull = Math.Max(0, a - first) + Math.Max(0, b - second) >= pooled;
                noFirst += isPoolFull && a >= first ? time : 0;
                noSecond += isPoolFull && b >= second ? time : 0;
            }
        }

        return first == 0 && second == 0 ? (exactly / atMost, exactly / atMost) : (noFirst / total, noSecond / total);
    }

    private void Add(List<ResultRow> rows, string measure, string group, double value) =>
        rows.Add(new ResultRow(period.Name, measure, ResultRow.WholeSystem, group, "share", value));
}
