using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>The measures that every stage and pool has without being asked, for one period.</summary>
internal sealed class GenericMeasures
{
    private readonly SystemModel model;
    private readonly RecorderLayout layout;
    private readonly PeriodSums period;
    private readonly DurationSample waits = new();

    public GenericMeasures(SystemModel model, RecorderLayout layout, PeriodSums period)
    {
        this.model = model;
        this.layout = layout;
        this.period = period;
    }

    public void AddTo(List<ResultRow> rows)
    {
        foreach (var template in Enumerable.Range(0, model.StageTemplates.Length))
        {
            var stages = Enumerable.Range(0, model.Stages.Length).Where(stage => model.Stages[stage].Template == template && layout.CanWait[stage]).ToArray();
            foreach (var (place, members) in Places(stages, stage => model.Stages[stage].EachDimension, stage => model.Stages[stage].Instance))
            {
                AddStage(rows, place, model.StageTemplates[template], members);
            }
        }

        foreach (var group in Enumerable.Range(0, model.Pools.Length).GroupBy(pool => model.Pools[pool].Template))
        {
            foreach (var (place, members) in Places([.. group], pool => model.Pools[pool].EachDimension, pool => model.Pools[pool].Instance))
            {
                AddPool(rows, place, group.Key, members);
            }
        }

        for (var distribution = 0; distribution < model.Measures.RecordedDistributions.Length; distribution++)
        {
            new OccupancyMeasures(model.Measures.RecordedDistributions[distribution], distribution, period).AddTo(rows);
        }

        rows.Add(new ResultRow(period.Name, "exchanges", ResultRow.WholeSystem, "", "patients", period.Sum(month => month.Exchanged)));
    }

    /// <summary>All together as the system, then each instance if there are several.</summary>
    private IEnumerable<(string Place, int[] Members)> Places(int[] all, Func<int, int> dimension, Func<int, int> instance)
    {
        if (all.Length == 0)
        {
            yield break;
        }

        yield return (ResultRow.WholeSystem, all);
        foreach (var member in all)
        {
            if (instance(member) >= 0)
            {
                yield return (model.Dimensions[dimension(member)].Instances[instance(member)], [member]);
            }
        }
    }

    private void AddStage(List<ResultRow> rows, string place, string stage, int[] members)
    {
        waits.Clear();
        foreach (var member in members)
        {
            period.AddStageWaits(member, waits);
        }

        var started = (double)members.Sum(member => period.Sum(month => month.StageStarted[member]));
        var waited = members.Sum(member => period.Sum(month => month.StageWait[member]));
        Add("wait_mean", "min", started == 0 ? double.NaN : waited / started / SimTime.Minute);
        Add("wait_median", "min", waits.Quantile(0.5) / SimTime.Minute);
        Add("wait_p90", "min", waits.Quantile(0.9) / SimTime.Minute);
        Add("wait_p95", "min", waits.Quantile(0.95) / SimTime.Minute);
        Add("queue_length", "patients", members.Sum(member => period.Sum(month => month.StageWaitingArea[member])) / (double)period.Length);
        Add("started", "patients", started);
        Add("gave_up", "patients", members.Sum(member => period.Sum(month => month.StageGaveUp[member])));
        Add("still_waiting", "patients", members.Sum(member => period.StillWaiting[member]));

        void Add(string measure, string unit, double value) => rows.Add(new ResultRow(period.Name, measure, place, stage, unit, value));
    }

    private void AddPool(List<ResultRow> rows, string place, string pool, int[] members)
    {
        var occupied = (double)members.Sum(member => period.Sum(month => month.PoolOccupied[member]));
        var open = (double)members.Sum(member => period.Sum(month => month.PoolOpen[member]));
        var waiting = (double)members.Sum(member => period.Sum(month => month.PoolWaiting[member]));
        Add("utilisation", "%", open == 0 ? double.NaN : 100 * occupied / open);
        Add("occupied", "units", occupied / period.Length);
        Add("open", "units", open / period.Length);
        Add("queue_length", "patients", waiting / period.Length);

        void Add(string measure, string unit, double value) => rows.Add(new ResultRow(period.Name, measure, place, pool, unit, value));
    }
}
