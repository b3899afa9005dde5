using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>A row of <c>timeline.csv</c>: a point of a series.</summary>
/// <param name="Time">See <see cref="TimeLabel"/>.</param>
internal sealed record TimelineRow(string Scenario, string Measure, string Place, string Time, float Mean, float P05, float P50, float P95, int N,
    float Sd, float Lower95, float Upper95);

/// <summary>Takes series apart into rows, and puts rows together to series: those of one series follow one another, without a gap in time.</summary>
internal sealed class TimelineRows
{
    // Charts look a while ahead, and the calendar ends with 9999.
    private const int LastYear = 9000;

    /// <summary>Column of the time.</summary>
    private const int Time = 3;

    private readonly CellReader cells;
    private readonly RunFacts run;
    private readonly List<TimelineSummary> series = [];
    private readonly List<TimelinePoint> points = [];
    private TimelineSummary? open;

    private TimelineRows(CellReader cells, RunFacts run)
    {
        this.cells = cells;
        this.run = run;
    }

    public static IEnumerable<TimelineRow> Of(IEnumerable<TimelineSummary> series, bool hasDates) =>
        from one in series
        from at in Enumerable.Range(0, one.Points.Count)
        let point = one.Points[at]
        select new TimelineRow(one.Scenario, one.Measure, one.Place, TimeLabel.Of(one, at, hasDates), point.Mean, point.P05, point.P50, point.P95,
            point.N, point.Sd, point.Lower95, point.Upper95);

    public static List<TimelineSummary> Read(CellReader cells, RunFacts run)
    {
        var rows = new TimelineRows(cells, run);
        foreach (var row in ResultTables.Timeline.Read(cells, run))
        {
            rows.Add(row);
        }

        rows.Close();
        return rows.series;
    }

    private void Add(TimelineRow row)
    {
        var isHour = TimeLabel.IsHourOfWeek(row.Time);
        if (open is null || open.Scenario != row.Scenario || open.Measure != row.Measure || open.Place != row.Place || open.HoursOfWeek != isHour)
        {
            Close();
            open = new TimelineSummary
            {
                Scenario = row.Scenario,
                Measure = row.Measure,
                Place = row.Place,
                HoursOfWeek = isHour,
                FirstDay = FirstDay(row.Time, isHour),
                Points = [],
            };
        }

        DemandInCalendar();
        var expected = TimeLabel.Of(open, points.Count, run.HasDates);
        if (row.Time != expected)
        {
            throw cells.Problem(Time, expected);
        }

        points.Add(new TimelinePoint(row.Mean, row.P05, row.P50, row.P95)
        {
            N = row.N,
            Sd = row.Sd,
            Lower95 = row.Lower95,
            Upper95 = row.Upper95,
        });
    }

    private void Close()
    {
        if (open is not null)
        {
            series.Add(open with { Points = points.ToArray() });
            points.Clear();
        }
    }

    private void DemandInCalendar()
    {
        if (points.Count > DateOnly.MaxValue.DayNumber - open!.FirstDay.DayNumber)
        {
            throw cells.Problem(Time, "no day after the last of the calendar");
        }
    }

    /// <summary>The date of a daily series is that of its first row; an hour of the week has none, so the first measured day stands for it.</summary>
    private DateOnly FirstDay(string time, bool isHour)
    {
        var date = !run.HasDates ? ResultDate.Write(TimeLabel.FirstDayWithoutDates) : isHour ? run.MeasuredFrom : time;
        return ResultDate.TryRead(date, out var day) && day.Year <= LastYear ? day : throw cells.Problem(Time, "a date, such as 2017-04-01");
    }
}
