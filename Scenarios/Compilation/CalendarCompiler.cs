using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Lays calendars and gates out over the days of the run.</summary>
internal sealed class CalendarCompiler
{
    private static readonly DayPattern Shut = new([0], [0]);
    private static readonly DayPattern AllDay = new([0], [1]);

    private readonly Horizon horizon;
    private readonly ProblemList problems;
    private readonly Dictionary<string, HashSet<DateOnly>> dates = new(StringComparer.Ordinal);

    public CalendarCompiler(Horizon horizon, ProblemList problems)
    {
        this.horizon = horizon;
        this.problems = problems;
    }

    /// <summary>The compiled calendars, and those made of dates.</summary>
    public CalendarIndex Index { get; } = new();

    /// <summary>Dates of a calendar of dates, or null.</summary>
    public HashSet<DateOnly>? DatesOf(string calendar) => dates.GetValueOrDefault(calendar);

    public void Compile(IReadOnlyList<CalendarDescription> calendars)
    {
        foreach (var calendar in calendars.Where(calendar => calendar.Dates is not null))
        {
            AddDates(calendar);
        }

        foreach (var calendar in calendars)
        {
            var except = ExceptOf(calendar);

            // A fault of its text has been told: whoever uses the calendar finds it all the same.
            if (calendar.Open is { } open)
            {
                Index.Add(calendar.Name.Text, Lay(Hours(open) ?? [], except));
            }
            else if (calendar.At is { } at)
            {
                Index.Add(calendar.Name.Text, Lay(Moments(at) ?? [], except));
            }
            else if (calendar.From is not null || calendar.Months is not null)
            {
                Index.Add(calendar.Name.Text, Season(calendar, except));
            }
        }
    }

    /// <summary>Hours written in place, or null after a problem.</summary>
    public Timetable? HoursInPlace(Written text) => Hours(text) is { } hours ? Lay(hours, Horizon.NoDates) : null;

    /// <summary>Moments written in place, or null after a problem.</summary>
    public Gate? MomentsInPlace(Written text) => Moments(text) is { } moments ? Lay(moments, Horizon.NoDates) : null;

    /// <summary>The next moments at one time on some days of the week.</summary>
    public Gate Weekly(int days, int second) => Lay([new WeeklyMoment(days, second)], Horizon.NoDates);

    private void AddDates(CalendarDescription calendar)
    {
        var set = new HashSet<DateOnly>();
        foreach (var written in calendar.Dates!)
        {
            if (DateText.TryParse(written.Text, out var date, out var expected))
            {
                set.Add(date);
            }
            else
            {
                problems.Error(written.Where, written.Path, expected, written.Text, DateLook.InDescription(written.Text));
            }
        }

        dates[calendar.Name.Text] = set;
        Index.Add(calendar.Name.Text, horizon.Lay(day => set.Contains(horizon.DateOf(day)), day => set.Contains(horizon.DateOf(day)) ? AllDay : Shut));
    }

    private HashSet<DateOnly> ExceptOf(CalendarDescription calendar)
    {
        var except = calendar.Except.Count == 0 ? Horizon.NoDates : [];
        foreach (var name in calendar.Except)
        {
            if (dates.TryGetValue(name.Text, out var set))
            {
                except.UnionWith(set);
            }
            else
            {
                problems.Error(name.Where, name.Path, "a calendar of dates", name.Text, Nearest.Hint(name.Text, dates.Keys));
            }
        }

        return except;
    }

    private IReadOnlyList<WeeklySpan>? Hours(Written text)
    {
        if (CalendarText.TryParseHours(text.Text, out var spans, out var expected))
        {
            return spans;
        }

        problems.Error(text.Where, text.Path, expected, text.Text, Nearest.Hint(text.Text, Index.Names));
        return null;
    }

    private IReadOnlyList<WeeklyMoment>? Moments(Written text)
    {
        if (CalendarText.TryParseGates(text.Text, out var moments, out var expected))
        {
            return moments;
        }

        problems.Error(text.Where, text.Path, expected, text.Text, Nearest.Hint(text.Text, Index.Names));
        return null;
    }

    private Timetable Lay(IReadOnlyList<WeeklySpan> spans, HashSet<DateOnly> except)
    {
        bool OpensOn(int day, WeeklySpan span) => (span.Days >> horizon.WeekdayOf(day) & 1) != 0 && !except.Contains(horizon.DateOf(day));
        return horizon.LayWeekdays(except, day =>
        {
            var hours = new DayHours();
            foreach (var span in spans)
            {
                if (OpensOn(day, span))
                {
                    hours.Add(span.From, span.To, 1);
                }

                if (span.To > SimTime.Day && OpensOn(day - 1, span))
                {
                    hours.Add(0, span.To - SimTime.Day, 1);
                }
            }

            return hours.ToPattern();
        });
    }

    private Gate Lay(IReadOnlyList<WeeklyMoment> moments, HashSet<DateOnly> except) => horizon.LayWeekdayGate(except, day =>
        except.Contains(horizon.DateOf(day))
            ? []
            : [.. moments.Where(moment => (moment.Days >> horizon.WeekdayOf(day) & 1) != 0).Select(moment => moment.Second).Distinct().Order()]);

    private Timetable Season(CalendarDescription calendar, HashSet<DateOnly> except)
    {
        var from = Date(calendar.From) ?? DateOnly.MinValue;
        var to = Date(calendar.To) ?? DateOnly.MaxValue;
        var months = -1;
        if (calendar.Months is { } written && !MonthText.TryParse(written.Text, out months, out var expected))
        {
            problems.Error(written.Where, written.Path, expected, written.Text);
        }

        if (calendar.To is { } last && from >= to)
        {
            problems.Error(last.Where, last.Path, $"a date after \"from\" ({DateText.Write(from)}), the first on which it is shut again", last.Text);
        }

        bool IsOpen(DateOnly date) => date >= from && date < to && (months >> (date.Month - 1) & 1) != 0 && !except.Contains(date);
        return horizon.Lay(day => IsOpen(horizon.DateOf(day)), day => IsOpen(horizon.DateOf(day)) ? AllDay : Shut);
    }

    private DateOnly? Date(Written? written)
    {
        if (written is null)
        {
            return null;
        }

        if (DateText.TryParse(written.Text, out var date, out var expected))
        {
            return date;
        }

        problems.Error(written.Where, written.Path, expected, written.Text, DateLook.InDescription(written.Text));
        return null;
    }
}
