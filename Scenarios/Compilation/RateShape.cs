using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>The product of tables of rates, day by day.</summary>
internal sealed class RateShape
{
    private readonly List<RateTable> tables;
    private readonly Horizon horizon;
    private readonly HashSet<DateOnly> holidays;
    private readonly int holidayWeekday;
    private readonly int[] points;
    private readonly int[][] pointsOfTables;
    private readonly RateTable[] dated;
    private readonly Dictionary<long, double[]> known = [];

    /// <param name="tables">Tables that are multiplied; none: the constant 1.</param>
    /// <param name="horizon">Days of the run.</param>
    /// <param name="holidays">Dates that are treated as another weekday.</param>
    /// <param name="holidayWeekday">That weekday.</param>
    public RateShape(List<RateTable> tables, Horizon horizon, HashSet<DateOnly> holidays, int holidayWeekday)
    {
        this.tables = tables;
        this.horizon = horizon;
        this.holidays = holidays;
        this.holidayWeekday = holidayWeekday;
        points = [.. tables.SelectMany(table => table.Points).Append(0).Distinct().Order()];
        pointsOfTables = [.. tables.Select(table => Array.ConvertAll(points, table.PointAt))];
        dated = [.. tables.Where(table => table.HasDates)];
    }

    /// <summary>The shape times a factor, over the days of the run.</summary>
    public Timetable Lay(double factor)
    {
        DayPattern PatternOn(int day) => new(points, Array.ConvertAll(Values(day), value => value * factor));
        return dated.Length > 0
            ? horizon.Lay(KindOf, PatternOn)
            : horizon.Lay(horizon.WeekdaysOfMonthsBy(holidays, holidayWeekday), Horizon.WeekdaysOfMonths, PatternOn);
    }

    /// <summary>Mean over some days from a first one on.</summary>
    public double Mean(int first, int days, bool linear)
    {
        var sum = 0.0;
        for (var day = first; day < first + days; day++)
        {
            var values = Values(day);
            for (var index = 0; index < points.Length; index++)
            {
                var last = index + 1 == points.Length;
                var to = last ? SimTime.Day : points[index + 1];
                var next = !linear ? values[index] : last ? Values(day + 1)[0] : values[index + 1];
                sum += (values[index] + next) / 2 * (to - points[index]);
            }
        }

        return sum / ((double)days * SimTime.Day);
    }

    /// <summary>Days of one kind have the same values: weekday, month, and the dates that tables name.</summary>
    private long KindOf(int day)
    {
        var named = 0L;
        foreach (var table in dated)
        {
            named = (named * horizon.Days) + table.DateCoordinate(day);
        }

        return (named * Horizon.WeekdaysOfMonths) + horizon.WeekdayOfMonth(day, holidays, holidayWeekday);
    }

    /// <summary>Values at every point at which one of the tables may change.</summary>
    private double[] Values(int day)
    {
        var kind = KindOf(day);
        if (!known.TryGetValue(kind, out var values))
        {
            values = new double[points.Length];
            Array.Fill(values, 1);
            for (var table = 0; table < tables.Count; table++)
            {
                tables[table].Multiply(values, pointsOfTables[table], day, Horizon.WeekdayIn(kind));
            }

            known.Add(kind, values);
        }

        return values;
    }
}
