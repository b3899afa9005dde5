using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Hours of the week, and of holidays, that no row of a roster covers: they have capacity 0, which a row with 0 would say on purpose.</summary>
internal sealed class RosterGaps
{
    private const int MostNamed = 6;
    private const string Holidays = "holidays";
    private const string Always = "daily 00:00-24:00";
    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>The place of holidays behind the days of the week.</summary>
    public const int Holiday = WeekdayText.DaysInWeek;

    /// <summary>Instances with the same gaps, in order of appearance.</summary>
    private readonly Dictionary<(TableData Roster, string Gaps), List<string>> found = [];

    /// <summary>Notes what is not covered for one instance.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="instance">The instance, or empty.</param>
    /// <param name="coverOf">What is covered of a day of the week, Monday being 0, or of a <see cref="Holiday"/>.</param>
    /// <param name="hasHolidays">True if holidays have rows of their own.</param>
    public void Note(TableData roster, string instance, Func<int, DayHours> coverOf, bool hasHolidays)
    {
        string[] gaps = [.. Enumerable.Range(0, Weekdays.Length).Select(day => Words(coverOf(day)))];
        var text = Words(gaps);
        if (hasHolidays && Words(coverOf(Holiday)) is { Length: > 0 } holidays)
        {
            text += (text.Length > 0 ? "; " : "") + $"{Holidays} {holidays}";
        }

        if (text.Length == 0)
        {
            return;
        }

        if (!found.TryGetValue((roster, text), out var instances))
        {
            found.Add((roster, text), instances = []);
        }

        if (!instances.Contains(instance))
        {
            instances.Add(instance);
        }
    }

    /// <summary>Rosters that cover no hour of an instance, which are not warned of any more.</summary>
    public List<TableData> TakeRowless(string instance)
    {
        var rowless = found.Where(gap => gap.Key.Gaps.StartsWith(Always, StringComparison.Ordinal) && gap.Value.Remove(instance)).ToList();
        foreach (var gap in rowless.Where(gap => gap.Value.Count == 0))
        {
            found.Remove(gap.Key);
        }

        return rowless.ConvertAll(gap => gap.Key.Roster);
    }

    /// <summary>One warning for all instances with the same gaps.</summary>
    public void Tell(ProblemList problems)
    {
        foreach (var ((roster, gaps), instances) in found)
        {
            var whose = instances is [""]
                ? ""
                : $" of {string.Join(", ", instances.Take(MostNamed))}{(instances.Count > MostNamed ? $" and {instances.Count - MostNamed} more" : "")}";
            problems.Warning(roster.Where, $"rosters.{roster.Name}", $"a row for every hour{whose}", $"a gap, with capacity 0: {gaps}",
                $"If that is meant, say so with rows of capacity 0, such as {(gaps.StartsWith(Holidays, StringComparison.Ordinal) ? Holidays : "daily")},20:00,08:00,0.");
        }
    }

    /// <summary>Days with the same gaps together: <c>Mon-Fri 00:00-08:00; Sat-Sun 00:00-24:00</c>.</summary>
    private static string Words(string[] gaps)
    {
        var parts = new List<string>();
        for (var day = 0; day < gaps.Length;)
        {
            var last = day;
            while (last + 1 < gaps.Length && gaps[last + 1] == gaps[day])
            {
                last++;
            }

            if (gaps[day].Length > 0)
            {
                var days = last == day ? Weekdays[day] : day == 0 && last == Weekdays.Length - 1 ? "daily" : $"{Weekdays[day]}-{Weekdays[last]}";
                parts.Add($"{days} {gaps[day]}");
            }

            day = last + 1;
        }

        return string.Join("; ", parts);
    }

    private static string Words(DayHours cover)
    {
        var pattern = cover.ToPattern();
        var parts = new List<string>();
        for (var index = 0; index < pattern.From.Length; index++)
        {
            if (pattern.Values[index] == 0)
            {
                parts.Add($"{Clock(pattern.From[index])}-{Clock(index + 1 < pattern.From.Length ? pattern.From[index + 1] : SimTime.Day)}");
            }
        }

        return string.Join(", ", parts);
    }

    private static string Clock(int second) => FormattableString.Invariant($"{second / SimTime.Hour:00}:{second / 60 % 60:00}");
}
