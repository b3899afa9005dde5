using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Recorded;

/// <summary>How many beds the pool that takes the difference has more, so that those open in a recorded month are as recorded.</summary>
internal sealed class BedsFit
{
    private readonly RecordedPools beds;
    private readonly SystemModel model;

    public BedsFit(RecordedPools beds, SystemModel model)
    {
        this.beds = beds;
        this.model = model;
    }

    /// <summary>By place and month: beds more than described, without surge [beds].</summary>
    public Dictionary<(int Place, DateOnly Month), double> More { get; } = [];

    /// <summary>Adds beds of months to a record; more beds less than a pool has is a problem.</summary>
    public void AddTo(MonthlyRecord record, NamedFile file, IReadOnlyList<RecordedFigure> figures, ProblemList problems)
    {
        foreach (var figure in figures)
        {
            var described = figure.Cells.ToDictionary(cell => cell, cell => Described(cell.Place, figure.Month));
            var sum = described.Values.Sum();
            foreach (var (cell, open) in described)
            {
                var more = (figure.Value * (sum > 0 ? open / sum : 1.0 / described.Count)) - open;
                var least = Capacities([beds.Taking[cell.Place]], figure.Month).Min();
                if (least + more < 0)
                {
                    var name = model.Pools[beds.Taking[cell.Place]].Name;
                    problems.Error(figure.Where, $"{file.Kind}.open",
                        FormattableString.Invariant($"at least {open - least:F0} open beds, which the other pools of {beds.Group} have"),
                        FormattableString.Invariant($"{open + more:0.#} in {RecordedRows.MonthOf(figure.Month)} of {beds.Places[cell.Place]}"),
                        $"{name} takes the difference and has {least:F0}: give the average number of beds open in the month.");
                }

                More[(cell.Place, figure.Month)] = more;
                Note(record, cell.Place, figure.Month, more);
            }
        }
    }

    private void Note(MonthlyRecord record, int place, DateOnly month, double more)
    {
        var name = model.Pools[beds.Taking[place]].Name;
        record.More.TryAdd(name, []);
        record.More[name][month] = more;
        foreach (var pool in beds.Pools[place])
        {
            record.Settled.TryAdd(model.Pools[pool].Name, []);
            record.Settled[model.Pools[pool].Name].Add(month);
        }
    }

    /// <summary>Beds open in a month as described, without surge [beds].</summary>
    private double Described(int place, DateOnly month) => Capacities(beds.Pools[place], month).Average();

    /// <summary>Capacity of pools together, hour by hour of a month.</summary>
    private IEnumerable<double> Capacities(int[] pools, DateOnly month)
    {
        var from = (month.DayNumber - model.Run.FirstDay.DayNumber) * SimTime.Day;
        var to = (month.AddMonths(1).DayNumber - model.Run.FirstDay.DayNumber) * SimTime.Day;
        for (var second = from; second < to; second += SimTime.Hour)
        {
            yield return pools.Sum(pool => model.Pools[pool].Capacity.At(second));
        }
    }
}
