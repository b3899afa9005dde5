using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Simulator.Model;

/// <summary>Values over one day: <see cref="Values"/>[i] holds from <see cref="From"/>[i] [s after midnight] until the next; From[0] is 0.</summary>
public sealed record DayPattern(int[] From, double[] Values);

/// <summary>
/// A value as a function of time: opening hours (1 open, 0 shut), rosters (capacity), rates. Each day of the run points to a day pattern.
/// Days beyond the last use the last.
/// </summary>
public sealed class Timetable
{
    /// <summary>No value ever differs from another: there is no change to look for.</summary>
    private readonly bool isConstant;

    public Timetable(int[] patternOfDay, DayPattern[] patterns)
    {
        PatternOfDay = patternOfDay;
        Patterns = patterns;
        isConstant = Array.TrueForAll(patterns, pattern => Array.TrueForAll(pattern.Values, value => value == patterns[0].Values[0]));
    }

    public int[] PatternOfDay { get; }

    public DayPattern[] Patterns { get; }

    /// <summary>The same value at all times.</summary>
    public static Timetable Constant(double value) => new([0], [new DayPattern([0], [value])]);

    /// <summary>The value at a time [s].</summary>
    public double At(int time)
    {
        var pattern = PatternOn(time / SimTime.Day);
        return pattern.Values[IndexAt(pattern, time % SimTime.Day)];
    }

    /// <summary>The first time strictly after <paramref name="time"/> at which the value differs from the one just before, or int.MaxValue.</summary>
    public int NextChange(int time)
    {
        if (isConstant)
        {
            return int.MaxValue;
        }

        var day = time / SimTime.Day;
        var pattern = PatternOn(day);
        var index = IndexAt(pattern, time % SimTime.Day);
        var value = pattern.Values[index];
        var lastDay = Math.Max(day + SearchDays, PatternOfDay.Length);
        for (index++; ; index++)
        {
            if (index >= pattern.From.Length)
            {
                if (++day > lastDay)
                {
                    return int.MaxValue;
                }

                pattern = PatternOn(day);
                index = 0;
            }

            if (pattern.Values[index] != value)
            {
                var next = ((long)day * SimTime.Day) + pattern.From[index];
                return next > int.MaxValue ? int.MaxValue : (int)next;
            }
        }
    }

    /// <summary>True when the value is above 0.</summary>
    public bool IsOpen(int time) => At(time) > 0;

    /// <summary>The first time at or after <paramref name="time"/> at which the value is above 0, or int.MaxValue.</summary>
    public int NextOpen(int time)
    {
        while (time != int.MaxValue && !IsOpen(time))
        {
            time = NextChange(time);
        }

        return time;
    }

    /// <summary>The time at which <paramref name="seconds"/> of open time have passed since <paramref name="time"/>; int.MaxValue if never.</summary>
    public int AfterOpenTime(int time, int seconds)
    {
        while (true)
        {
            time = NextOpen(time);
            if (time == int.MaxValue || seconds == 0)
            {
                return time;
            }

            var closes = NextClosing(time);
            if (closes - time >= seconds)
            {
                return time + seconds;
            }

            seconds -= closes - time;
            time = closes;
        }
    }

    /// <summary>The value at a time with the patterns' points joined by straight lines; the last point of a day is joined to the first of the next.</summary>
    public double Between(int time)
    {
        var day = time / SimTime.Day;
        var second = time % SimTime.Day;
        var pattern = PatternOn(day);
        var index = IndexAt(pattern, second);
        var isLast = index == pattern.From.Length - 1;
        var until = isLast ? SimTime.Day : pattern.From[index + 1];
        var next = isLast ? PatternOn(day + 1).Values[0] : pattern.Values[index + 1];
        var share = (second - pattern.From[index]) / (double)(until - pattern.From[index]);
        return pattern.Values[index] + (share * (next - pattern.Values[index]));
    }

    /// <summary>The highest value of <see cref="Between"/> in [from, from + length), which must not cross midnight.</summary>
    public double HighestBetween(int from, int length)
    {
        var pattern = PatternOn(from / SimTime.Day);
        var second = from % SimTime.Day;
        var highest = Math.Max(Between(from), Between(from + length));
        for (var index = IndexAt(pattern, second); index < pattern.From.Length && pattern.From[index] < second + length; index++)
        {
            if (pattern.From[index] >= second)
            {
                highest = Math.Max(highest, pattern.Values[index]);
            }
        }

        return highest;
    }

    private const int SearchDays = 800;

    private int NextClosing(int time)
    {
        do
        {
            time = NextChange(time);
        }
        while (time != int.MaxValue && IsOpen(time));
        return time;
    }

    private DayPattern PatternOn(int day) => Patterns[PatternOfDay[Math.Min(day, PatternOfDay.Length - 1)]];

    private static int IndexAt(DayPattern pattern, int second)
    {
        var index = pattern.From.Length - 1;
        while (pattern.From[index] > second)
        {
            index--;
        }

        return index;
    }
}

/// <summary>Instants that recur, such as board rounds (<c>at: Mon-Fri 10:00</c>).</summary>
public sealed class Gate
{
    private readonly int[] patternOfDay;
    private readonly int[][] patterns;

    /// <param name="patternOfDay">Index into <paramref name="patterns"/> for each day of the run; days beyond use the last seven again by weekday.</param>
    /// <param name="patterns">Sorted times of day [s after midnight]; may be empty.</param>
    public Gate(int[] patternOfDay, int[][] patterns)
    {
        this.patternOfDay = patternOfDay;
        this.patterns = patterns;
    }

    /// <summary>The first instant strictly after <paramref name="time"/>, or int.MaxValue.</summary>
    public int NextAfter(int time)
    {
        var day = time / SimTime.Day;
        var second = time % SimTime.Day;
        var lastDay = Math.Max(day, patternOfDay.Length) + 400;
        for (; day <= lastDay; day++, second = -1)
        {
            foreach (var at in patterns[patternOfDay[day < patternOfDay.Length ? day : BeyondEnd(day)]])
            {
                if (at > second)
                {
                    var next = ((long)day * SimTime.Day) + at;
                    return next > int.MaxValue ? int.MaxValue : (int)next;
                }
            }
        }

        return int.MaxValue;
    }

    private int BeyondEnd(int day)
    {
        var week = Math.Min(7, patternOfDay.Length);
        return patternOfDay.Length - week + ((day - patternOfDay.Length) % week);
    }
}

/// <summary>Lengths of time in the kernel's unit.</summary>
public static class SimTime
{
    /// <summary>One minute [s].</summary>
    public const int Minute = 60;

    /// <summary>One hour [s].</summary>
    public const int Hour = 3600;

    /// <summary>One day [s].</summary>
    public const int Day = 86400;
}
