namespace FlowSim.Simulator.Model;

/// <summary>The highest value of a timetable of steps in each hour of its day patterns: at hand without a search.</summary>
internal sealed class HourlySteps
{
    private const int Hours = SimTime.Day / SimTime.Hour;
    private readonly int[] patternOfDay;
    private readonly double[] highest;
    private readonly bool[] isSteady;

    public HourlySteps(Timetable timetable)
    {
        patternOfDay = timetable.PatternOfDay;
        highest = new double[timetable.Patterns.Length * Hours];
        isSteady = new bool[highest.Length];
        for (var index = 0; index < highest.Length; index++)
        {
            var pattern = timetable.Patterns[index / Hours];
            var from = index % Hours * SimTime.Hour;
            var first = Array.FindLastIndex(pattern.From, start => start <= from);
            var last = Array.FindLastIndex(pattern.From, start => start < from + SimTime.Hour);
            highest[index] = Math.Max(0, pattern.Values[first..(last + 1)].Max());
            isSteady[index] = first == last;
        }
    }

    /// <summary>The highest value in an hour of the run, and whether it holds in all of it.</summary>
    public (double Highest, bool IsSteady) InHour(int hour)
    {
        var pattern = patternOfDay[Math.Min(hour / Hours, patternOfDay.Length - 1)];
        var index = (pattern * Hours) + (hour % Hours);
        return (highest[index], isSteady[index]);
    }
}
