using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>The kinds of period that are reported.</summary>
internal enum PeriodKind : byte
{
    Year,

    /// <summary>Everything measured.</summary>
    All,
    Quarter,
    Month,
}

/// <summary>The records of a period added up.</summary>
internal sealed class PeriodSums
{
    private readonly MonthRecord[] months;
    private readonly YearRecord[] years;

    private PeriodSums(string name, PeriodKind kind, long length, MonthRecord[] months, YearRecord[] years)
    {
        Name = name;
        Kind = kind;
        Length = length;
        this.months = months;
        this.years = years;
    }

    /// <summary>Such as <c>2017/18</c>, <c>2017/18-Q1</c>, <c>2017-04</c>, <c>all</c>.</summary>
    public string Name { get; }

    public PeriodKind Kind { get; }

    /// <summary>Length [s].</summary>
    public long Length { get; }

    /// <summary>Waiting at the end of the period, by stage instance.</summary>
    public int[] StillWaiting => months[^1].StillWaiting;

    /// <summary>
    /// All reported periods: each year, then everything together if there is more than one year, then quarters where a measure wants them, then months.
    /// </summary>
    public static IEnumerable<PeriodSums> Of(SystemModel model, Recorder recorder)
    {
        var periods = recorder.Periods!;
        var months = recorder.Months.ToArray();
        var years = recorder.Years.ToArray();
        for (var year = 0; year < periods.YearNames.Length; year++)
        {
            var members = Enumerable.Range(0, months.Length).Where(month => periods.YearOfMonth[month] == year).ToArray();
            var length = (long)periods.MonthEnd(members[^1]) - periods.MonthStarts[members[0]];
            yield return new PeriodSums(periods.YearNames[year], PeriodKind.Year, length, [.. members.Select(month => months[month])], [years[year]]);
        }

        if (periods.YearNames.Length != 1)
        {
            yield return new PeriodSums("all", PeriodKind.All, (long)periods.End - periods.MonthStarts[0], months, years);
        }

        foreach (var quarter in Array.Exists(model.Measures.Measures, measure => measure.Quarterly) ? Quarters(periods, months) : [])
        {
            yield return quarter;
        }

        for (var month = 0; month < periods.MonthNames.Length; month++)
        {
            var length = (long)periods.MonthEnd(month) - periods.MonthStarts[month];
            yield return new PeriodSums(periods.MonthNames[month], PeriodKind.Month, length, [months[month]], []);
        }
    }

    /// <summary>Three months each, as far as they were measured.</summary>
    private static IEnumerable<PeriodSums> Quarters(MeasuredPeriods periods, MonthRecord[] months)
    {
        foreach (var members in Enumerable.Range(0, periods.MonthNames.Length).GroupBy(periods.QuarterOfMonth).Select(quarter => quarter.ToArray()))
        {
            var length = (long)periods.MonthEnd(members[^1]) - periods.MonthStarts[members[0]];
            yield return new PeriodSums(periods.QuarterOfMonth(members[0]), PeriodKind.Quarter, length, [.. members.Select(month => months[month])], []);
        }
    }

    /// <summary>A sum of squares over the months.</summary>
    public Int128 SumOfSquares(int cell)
    {
        Int128 sum = 0;
        foreach (var month in months)
        {
            sum += month.Squares[cell];
        }

        return sum;
    }

    public long Sum(Func<MonthRecord, long> of)
    {
        long sum = 0;
        foreach (var month in months)
        {
            sum += of(month);
        }

        return sum;
    }

    public long Flow(int source, int target)
    {
        long sum = 0;
        foreach (var year in years)
        {
            sum += year.Flows.Of(source, target);
        }

        return sum;
    }

    /// <summary>Adds a stage's waits to <paramref name="into"/>.</summary>
    public void AddStageWaits(int stage, DurationSample into)
    {
        foreach (var year in years)
        {
            into.Add(year.StageWaits[stage]);
            into.Add(0, year.StageNoWaits[stage]);
        }
    }

    /// <summary>Adds the lengths of one cell of a quantity to <paramref name="into"/>.</summary>
    public void AddLengths(int cell, DurationSample into)
    {
        foreach (var year in years)
        {
            into.Add(year.QuantityLengths[cell]);
        }
    }

    /// <summary>Time at a number occupied [s].</summary>
    public long OccupancyAt(int distribution, int first, int second = 0)
    {
        long sum = 0;
        foreach (var year in years)
        {
            sum += year.Occupancy[distribution].At(first, second);
        }

        return sum;
    }

    public int OccupancyWidth(int distribution) => years.Max(year => year.Occupancy[distribution].Width);
}
