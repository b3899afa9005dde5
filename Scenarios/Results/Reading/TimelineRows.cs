using System.Globalization;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Reading;

/// <summary>The rows of timeline.csv, put together to series: rows of one series follow one another, without a gap in time.</summary>
internal sealed class TimelineRows(CellReader cells, RunFacts run)
{
    // Charts look a while ahead, and the calendar ends with 9999.
    private const int LastYear = 9000;

    private readonly List<TimelineSummary> series = [];
    private readonly List<TimelinePoint> points = [];
    private TimelineSummary? open;

    public static string[] Columns { get; } = ["scenario", "measure", "place", "time", "mean", "p05", "p50", "p95"];

    public List<TimelineSummary> Read()
    {
        while (cells.Next())
        {
            var (scenario, measure, place, time) = (cells.Scenario(0, run), cells.Text(1), cells.Text(2), cells.Text(3));
            var isHour = TimeLabel.IsHourOfWeek(time);
            if (open is null || open.Scenario != scenario || open.Measure != measure || open.Place != place || open.HoursOfWeek != isHour)
            {
                Close();
                open = new TimelineSummary { Scenario = scenario, Measure = measure, Place = place, HoursOfWeek = isHour, FirstDay = FirstDay(time, isHour), Points = [] };
            }

            DemandInCalendar();
            var expected = TimeLabel.Of(open, points.Count, run.HasDates);
            if (time != expected)
            {
                throw cells.Problem(3, expected);
            }

            points.Add(new TimelinePoint(cells.Single(4), cells.Single(5), cells.Single(6), cells.Single(7)));
        }

        Close();
        return series;
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
            throw cells.Problem(3, "no day after the last of the calendar");
        }
    }

    /// <summary>The date of a daily series is that of its first row; an hour of the week has none, so the first measured day stands for it.</summary>
    private DateOnly FirstDay(string time, bool isHour)
    {
        var date = !run.HasDates ? TimeLabel.FirstDayWithoutDates.ToString(TimeLabel.DateFormat, CultureInfo.InvariantCulture) : isHour ? run.MeasuredFrom : time;
        return DateOnly.TryParseExact(date, TimeLabel.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year <= LastYear ? day : throw cells.Problem(3, "a date, such as 2017-04-01");
    }
}
