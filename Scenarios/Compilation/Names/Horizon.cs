using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>The days over which calendars, rosters and rates are laid out: from day 0 to some time after the end.</summary>
internal sealed class Horizon
{
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

    /// <summary>
    /// A timetable whose days fall into kinds (a weekday, a holiday, …): the pattern is asked for once a kind, and equal patterns are kept once.
    /// </summary>
    public Timetable Lay<TKind>(Func<int, TKind> kindOf, Func<int, DayPattern> patternOf)
        where TKind : notnull
    {
        var patterns = new List<DayPattern>();
        var known = new Dictionary<DayPattern, int>(new PatternComparer());
        var indexOfKind = new Dictionary<TKind, int>();
        var patternOfDay = new int[Days];
        for (var day = 0; day < Days; day++)
        {
            var kind = kindOf(day);
            if (!indexOfKind.TryGetValue(kind, out var index))
            {
                var pattern = patternOf(day);
                if (!known.TryGetValue(pattern, out index))
                {
                    index = patterns.Count;
                    known.Add(pattern, index);
                    patterns.Add(pattern);
                }

                indexOfKind.Add(kind, index);
            }

            patternOfDay[day] = index;
        }

        return patterns.Count == 1 ? new Timetable([0], [patterns[0]]) : new Timetable(patternOfDay, [.. patterns]);
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
