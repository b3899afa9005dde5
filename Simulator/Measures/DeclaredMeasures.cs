using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>The measures that the system declares, for one period. System values are sums ÷ sums.</summary>
internal sealed class DeclaredMeasures
{
    private readonly SystemModel model;
    private readonly RecorderLayout layout;
    private readonly PeriodSums period;
    private readonly DurationSample lengths = new();

    public DeclaredMeasures(SystemModel model, RecorderLayout layout, PeriodSums period)
    {
        this.model = model;
        this.layout = layout;
        this.period = period;
    }

    public void AddTo(List<ResultRow> rows)
    {
        foreach (var measure in model.Measures.Measures)
        {
            if (!IsReported(measure))
            {
                continue;
            }

            var quantity = model.Measures.Quantities[measure.Numerator];
            var places = quantity.By < 0 ? 0 : model.Dimensions[quantity.By].Instances.Length;
            for (var place = -1; place < places; place++)
            {
                var name = place < 0 ? ResultRow.WholeSystem : model.Dimensions[quantity.By].Instances[place];
                foreach (var (group, label) in QuantityGroups.Of(model, quantity))
                {
                    var (value, bottom) = ValueOf(measure, quantity, place, group);
                    rows.Add(new ResultRow(period.Name, measure.Id, name, label, measure.Unit, value) { Base = bottom });
                }
            }
        }
    }

    private bool IsReported(MeasureModel measure) => period.Kind switch
    {
        PeriodKind.Month => measure.Monthly && !measure.IsOfYears,
        PeriodKind.Quarter => measure.Quarterly && !measure.IsOfYears,
        _ => true,
    };

    /// <summary>The value with what it was divided by; a quantile and a difference were divided by nothing.</summary>
    private (double Value, double Base) ValueOf(MeasureModel measure, Quantity numerator, int place, int group)
    {
        if (measure.Parts is { } parts)
        {
            return (ValueOf(parts.From, place, group) - ValueOf(parts.Less, place, group), double.NaN);
        }

        if (measure.Form == MeasureForm.Quantile)
        {
            lengths.Clear();
            foreach (var cell in CellsOf(numerator, place, group))
            {
                period.AddLengths(layout.HistogramOffset[numerator.Id] + cell, lengths);
            }

            return (measure.Factor * lengths.Quantile(measure.Probability), double.NaN);
        }

        var denominator = model.Measures.Quantities[measure.Denominator];
        var denominatorGroup = denominator.GroupAttribute >= 0 && denominator.GroupAttribute == numerator.GroupAttribute ? group : -1;
        var denominatorPlace = denominator.By >= 0 ? place : -1;
        var bottom = Total(denominator, denominatorPlace, denominatorGroup);
        if (measure.Form == MeasureForm.StandardDeviation)
        {
            return (measure.Factor * StandardDeviation(numerator, place, group, (long)bottom), bottom);
        }

        return (bottom == 0 ? double.NaN : measure.Factor * Total(numerator, place, group) / bottom, bottom);
    }

    private double ValueOf(MeasureModel measure, int place, int group) =>
        ValueOf(measure, model.Measures.Quantities[measure.Numerator], place, group).Value;

    /// <summary>
    /// Of the lengths of a quantity, with n - 1 [s]; NaN of fewer than two. The sums are whole numbers, so nothing is lost in their difference.
    /// </summary>
    private double StandardDeviation(Quantity quantity, int place, int group, long count)
    {
        if (count < 2)
        {
            return double.NaN;
        }

        Int128 sum = (long)Total(quantity, place, group), squares = 0;
        foreach (var cell in CellsOf(quantity, place, group))
        {
            squares += period.SumOfSquares(layout.SquareOffset[quantity.Id] + cell);
        }

        return Math.Sqrt((double)((count * squares) - (sum * sum)) / count / (count - 1));
    }

    private double Total(Quantity quantity, int place, int group)
    {
        var censuses = Array.IndexOf(layout.CensusTimes, quantity.CensusAt);
        switch (quantity.Kind)
        {
            case QuantityKind.Time:
                return period.Length;
            case QuantityKind.One:
                return 1;
            case QuantityKind.PeopleTime:
                return (place < 0 ? quantity.People.Sum() : quantity.People[place]) * period.Length;
            case QuantityKind.Censuses:
                return period.Sum(month => month.Censuses[censuses]);
            case QuantityKind.OccupiedTime:
                return OverPools(quantity, place, (month, pool) => month.PoolOccupied[pool]);
            case QuantityKind.OpenTime:
                return OverPools(quantity, place, (month, pool) => month.PoolOpen[pool]);
            case QuantityKind.CensusOccupied:
                return OverPools(quantity, place, (month, pool) => month.CensusOccupied[(censuses * model.Pools.Length) + pool]);
            case QuantityKind.CensusOpen:
                return OverPools(quantity, place, (month, pool) => month.CensusOpen[(censuses * model.Pools.Length) + pool]);
            case QuantityKind.PresentTime:
                return StagesAt(quantity, place).Sum(stage => period.Sum(month => month.StagePresentArea[stage]));
            case QuantityKind.DelayedTime:
                return OverDelays(quantity, place, group, (month, pool, kind) => month.DelayedArea[(pool * model.Delays.Length) + kind]);
            case QuantityKind.CensusDelayed:
                return OverDelays(
                    quantity,
                    place,
                    group,
                    (month, pool, kind) => month.CensusDelayed[(((censuses * model.Pools.Length) + pool) * model.Delays.Length) + kind]);
            case QuantityKind.CensusOver:
                var index = place < 0 ? layout.PlacesOf(quantity) - 1 : place;
                return period.Sum(month => month.Cells[layout.CellOffset[quantity.Id] + index]);
            default:
                return CellsOf(quantity, place, group).Sum(cell => period.Sum(month => month.Cells[layout.CellOffset[quantity.Id] + cell]));
        }
    }

    private double OverPools(Quantity quantity, int place, Func<MonthRecord, int, long> of) =>
        PoolsAt(quantity, place).Sum(pool => period.Sum(month => of(month, pool)));

    private double OverDelays(Quantity quantity, int place, int group, Func<MonthRecord, int, int, long> of)
    {
        var kinds = group >= 0 ? [group] : quantity.DelayKinds.Length > 0 ? quantity.DelayKinds : Enumerable.Range(0, model.Delays.Length);
        return PoolsAt(quantity, place).Sum(pool => kinds.Sum(kind => period.Sum(month => of(month, pool, kind))));
    }

    private IEnumerable<int> PoolsAt(Quantity quantity, int place) => quantity.Pools.Where(pool =>
        place < 0 || model.PlaceIn(model.Pools[pool].EachDimension, model.Pools[pool].Instance, quantity.By) == place);

    private IEnumerable<int> StagesAt(Quantity quantity, int place) => Enumerable.Range(0, model.Stages.Length).Where(stage =>
        quantity.Subjects.Contains(model.Stages[stage].Template)
            && (place < 0 || model.PlaceIn(model.Stages[stage].EachDimension, model.Stages[stage].Instance, quantity.By) == place));

    /// <summary>Cells of a quantity, from its own first cell: one place or all, one group or all.</summary>
    private IEnumerable<int> CellsOf(Quantity quantity, int place, int group)
    {
        var groups = layout.GroupsOf(quantity);
        for (var p = 0; p < layout.PlacesOf(quantity); p++)
        {
            for (var g = 0; g < groups; g++)
            {
                if ((place < 0 || p == place) && (group < 0 || g == group))
                {
                    yield return (p * groups) + g;
                }
            }
        }
    }
}
