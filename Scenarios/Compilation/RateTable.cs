using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>A table of rates or relative shapes, as a function of the day and the time of day.</summary>
internal sealed class RateTable
{
    private readonly Lookup lookup;
    private readonly double[] values;
    private readonly Horizon horizon;

    /// <param name="compiled">The table; its keys are times only.</param>
    /// <param name="values">Values of its rows.</param>
    /// <param name="horizon">Days of the run.</param>
    public RateTable(CompiledTable compiled, double[] values, Horizon horizon)
    {
        lookup = compiled.Lookup;
        this.values = values;
        this.horizon = horizon;
        var byHour = Array.Exists(lookup.Keys, key => key.Source == KeySource.Hour);
        Points = compiled.Times.Length > 0 ? compiled.Times : byHour ? [.. Enumerable.Range(0, 24).Select(hour => hour * SimTime.Hour)] : [0];
    }

    /// <summary>Times of day at which the value may change [s after midnight].</summary>
    public int[] Points { get; }

    /// <summary>Coordinate of a date among those that the table names; 0 for all others and for tables without dates.</summary>
    public int DateCoordinate(int day)
    {
        var dates = Array.Find(lookup.Keys, key => key.Source == KeySource.Day).Map;
        return dates is null || day < 0 ? 0 : dates[Math.Min(day, dates.Length - 1)];
    }

    /// <summary>The value at a time of a day, as of a weekday (that of the date, or the one that stands for a holiday).</summary>
    public double At(int day, int weekday, int second)
    {
        var cell = 0;
        foreach (var key in lookup.Keys)
        {
            var coordinate = key.Source switch
            {
                KeySource.Hour => PointAt(second),
                KeySource.Weekday => weekday,
                KeySource.Month => horizon.DateOf(day).Month - 1,
                _ => DateCoordinate(day),
            };
            cell += coordinate * key.Stride;
        }

        var row = lookup.Cells[cell];
        return row < 0 ? 0 : values[row];
    }

    private int PointAt(int second)
    {
        var point = Array.BinarySearch(Points, second);
        return point >= 0 ? point : Math.Max(0, ~point - 1);
    }
}
