using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>The days over which calendars, rosters and rates are laid out: from day 0 to some time after the end.</summary>
internal sealed class Horizon
{
    private const int DaysOfWeek = 7;

    /// <summary>Kinds of days by weekday, and whether they and the days before are exceptions.</summary>
    private const int ExceptedWeekdays = 4 * DaysOfWeek;

    /// <summary>No dates: one set, since what is laid out by dates is kept by their set.</summary>
    public static HashSet<DateOnly> NoDates { get; } = [];

    private readonly Dictionary<(HashSet<DateOnly> Holidays, int Weekday), int[]> kinds = [];
    private readonly Dictionary<HashSet<DateOnly>, int[]> excepted = [];

    public Horizon(RunPlan run)
    {
        FirstDay = run.FirstDay;
        Days = (run.End / SimTime.Day) + 1 + RunCompiler.DaysAfterEnd;
    }

    public DateOnly FirstDay { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    public DateOnly DateOf(int day) => FirstDay.AddDays(day);

    /// <summary>Day index of a date; negative before the run.</summary>
    public int DayOf(DateOnly date) => date.DayNumber - FirstDay.DayNumber;

    /// <summary>Monday = 0.</summary>
    public int WeekdayOf(int day) => ((int)DateOf(day).DayOfWeek + 6) % 7;

    /// <summary>The first 1 April on or after a day, as a day index.</summary>
    public int NextFirstOfApril(int day)
    {
        var date = DateOf(day);
        var april = new DateOnly(date.Year, 4, 1);
        return DayOf(april < date ? april.AddYears(1) : april);
    }

    /// <summary>Number of kinds of days by weekday and month.</summary>
    public static int WeekdaysOfMonths => DaysOfWeek * 12;

    /// <summary>The weekday and the month of a day as one number, below <see cref="WeekdaysOfMonths"/>.</summary>
    public int WeekdayOfMonth(int day, HashSet<DateOnly> holidays, int holidayWeekday)
    {
        var date = DateOf(day);
        return ((date.Month - 1) * DaysOfWeek) + (holidays.Contains(date) ? holidayWeekday : WeekdayOf(day));
    }

    /// <summary>The weekday in such a number.</summary>
    public static int WeekdayIn(long kind) => (int)(kind % DaysOfWeek);

    /// <summary>The same for every day; holidays count as another weekday.</summary>
    public int[] WeekdaysOfMonthsBy(HashSet<DateOnly> holidays, int holidayWeekday)
    {
        if (!kinds.TryGetValue((holidays, holidayWeekday), out var found))
        {
            found = [.. Enumerable.Range(0, Days).Select(day => WeekdayOfMonth(day, holidays, holidayWeekday))];
            kinds.Add((holidays, holidayWeekday), found);
        }

        return found;
    }

    /// <summary>
    /// A timetable whose days fall into kinds (a weekday, a holiday, …): the pattern is asked for once a kind, and equal patterns are kept once.
    /// </summary>
    public Timetable Lay<TKind>(Func<int, TKind> kindOf, Func<int, DayPattern> patternOf)
        where TKind : notnull
    {
        var laid = new PatternList();
        var indexOfKind = new Dictionary<TKind, int>();
        var patternOfDay = new int[Days];
        for (var day = 0; day < Days; day++)
        {
            var kind = kindOf(day);
            if (!indexOfKind.TryGetValue(kind, out var index))
            {
                index = laid.IndexOf(patternOf(day));
                indexOfKind.Add(kind, index);
            }

            patternOfDay[day] = index;
        }

        return laid.Over(patternOfDay);
    }

    /// <summary>The same where the kinds are numbered.</summary>
    /// <param name="kindOfDay">The kind of each day.</param>
    /// <param name="kinds">Number of kinds.</param>
    /// <param name="patternOf">The pattern of a day.</param>
    public Timetable Lay(int[] kindOfDay, int kinds, Func<int, DayPattern> patternOf)
    {
        var laid = new PatternList();
        var indexOfKind = new int[kinds];
        Array.Fill(indexOfKind, -1);
        var patternOfDay = new int[Days];
        for (var day = 0; day < patternOfDay.Length; day++)
        {
            ref var index = ref indexOfKind[kindOfDay[day]];
            if (index < 0)
            {
                index = laid.IndexOf(patternOf(day));
            }

            patternOfDay[day] = index;
        }

        return laid.Over(patternOfDay);
    }

    /// <summary>A timetable of days that are alike by their weekday, and by whether they and the days before are among some dates.</summary>
    public Timetable LayWeekdays(HashSet<DateOnly> dates, Func<int, DayPattern> patternOf) => Lay(ExceptedWeekdaysBy(dates), ExceptedWeekdays, patternOf);

    /// <summary>A gate of days that are alike by their weekday, and by whether they are among some dates; its times of day are sorted.</summary>
    public Gate LayWeekdayGate(HashSet<DateOnly> dates, Func<int, int[]> timesOf)
    {
        var kinds = ExceptedWeekdaysBy(dates);
        return LayGate(day => kinds[day], timesOf);
    }

    /// <summary>A gate whose times of day, sorted, are asked for once a kind of day.</summary>
    public Gate LayGate<TKind>(Func<int, TKind> kindOf, Func<int, int[]> timesOf)
        where TKind : notnull
    {
        var patterns = new List<int[]>();
        var indexOfKind = new Dictionary<TKind, int>();
        var patternOfDay = new int[Days];
        for (var day = 0; day < Days; day++)
        {
            var kind = kindOf(day);
            if (!indexOfKind.TryGetValue(kind, out var index))
            {
                var times = timesOf(day);
                index = patterns.FindIndex(pattern => pattern.AsSpan().SequenceEqual(times));
                if (index < 0)
                {
                    index = patterns.Count;
                    patterns.Add(times);
                }

                indexOfKind.Add(kind, index);
            }

            patternOfDay[day] = index;
        }

        return new Gate(patternOfDay, [.. patterns]);
    }

    private int[] ExceptedWeekdaysBy(HashSet<DateOnly> dates)
    {
        if (!excepted.TryGetValue(dates, out var found))
        {
            found = [.. Enumerable.Range(0, Days).Select(day => WeekdayOf(day) + (IsAmong(day) ? DaysOfWeek : 0) + (IsAmong(day - 1) ? 2 * DaysOfWeek : 0))];
            excepted.Add(dates, found);
        }

        return found;

        bool IsAmong(int day) => dates.Count > 0 && dates.Contains(DateOf(day));
    }

    /// <summary>Patterns, equal ones once, in the order of their first day.</summary>
    private sealed class PatternList
    {
        private readonly List<DayPattern> patterns = [];
        private readonly Dictionary<DayPattern, int> known = new(new PatternComparer());

        public int IndexOf(DayPattern pattern)
        {
            if (!known.TryGetValue(pattern, out var index))
            {
                index = patterns.Count;
                known.Add(pattern, index);
                patterns.Add(pattern);
            }

            return index;
        }

        public Timetable Over(int[] patternOfDay) => patterns.Count == 1 ? new Timetable([0], [patterns[0]]) : new Timetable(patternOfDay, [.. patterns]);
    }

    private sealed class PatternComparer : IEqualityComparer<DayPattern>
    {
        public bool Equals(DayPattern? x, DayPattern? y) =>
            x is not null && y is not null && x.From.AsSpan().SequenceEqual(y.From) && x.Values.AsSpan().SequenceEqual(y.Values);

        public int GetHashCode(DayPattern pattern)
        {
            var hash = default(HashCode);
            foreach (var value in pattern.Values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
