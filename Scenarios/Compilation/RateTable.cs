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
    private readonly int[]? dates;
    private readonly int hourStride;

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
        dates = Array.Find(lookup.Keys, key => key.Source == KeySource.Day).Map;
        hourStride = Array.Find(lookup.Keys, key => key.Source == KeySource.Hour).Stride;
    }

    /// <summary>Times of day at which the value may change [s after midnight].</summary>
    public int[] Points { get; }

    /// <summary>True where the table names dates.</summary>
    public bool HasDates => dates is not null;

    /// <summary>Coordinate of a date among those that the table names; 0 for all others and for tables without dates.</summary>
    public int DateCoordinate(int day) => dates is null || day < 0 ? 0 : dates[Math.Min(day, dates.Length - 1)];

    /// <summary>Which of the points holds at a time of day.</summary>
    public int PointAt(int second)
    {
        var point = Array.BinarySearch(Points, second);
        return point >= 0 ? point : Math.Max(0, ~point - 1);
    }

    /// <summary>Multiplies numbers with the values at points of a day, as of a weekday (that of the date, or the one that stands for a holiday).</summary>
    /// <param name="products">What is multiplied, one number for each of <paramref name="points"/>.</param>
    /// <param name="points">Indices into <see cref="Points"/>.</param>
    /// <param name="day">Day index.</param>
    /// <param name="weekday">Monday = 0.</param>
    public void Multiply(double[] products, int[] points, int day, int weekday)
    {
        var first = CellOf(day, weekday);
        for (var index = 0; index < products.Length; index++)
        {
            var row = lookup.Cells[first + (points[index] * hourStride)];
            products[index] *= row < 0 ? 0 : values[row];
        }
    }

    /// <summary>The cell at the first point of a day.</summary>
    private int CellOf(int day, int weekday)
    {
        var cell = 0;
        foreach (var key in lookup.Keys)
        {
            var coordinate = key.Source switch
            {
                KeySource.Hour => 0,
                KeySource.Weekday => weekday,
                KeySource.Month => horizon.DateOf(day).Month - 1,
                _ => DateCoordinate(day),
            };
            cell += coordinate * key.Stride;
        }

        return cell;
    }
}
