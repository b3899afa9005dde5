using System.Globalization;
using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Measures;

/// <summary>The half-open periods of a measured window: months within years, or one period of everything.</summary>
internal sealed class MeasuredPeriods
{
    private MeasuredPeriods(int[] monthStarts, int end, int[] yearOfMonth, string[] monthNames, string[] yearNames)
    {
        MonthStarts = monthStarts;
        End = end;
        YearOfMonth = yearOfMonth;
        MonthNames = monthNames;
        YearNames = yearNames;
    }

    /// <summary>Start of each month within the window [s]; the first is the window's start.</summary>
    public int[] MonthStarts { get; }

    public int End { get; }

    public int[] YearOfMonth { get; }

    /// <summary>Such as <c>2017-04</c>; empty for small models.</summary>
    public string[] MonthNames { get; }

    /// <summary>NHS years from April, such as <c>2017/18</c>; empty for small models.</summary>
    public string[] YearNames { get; }

    /// <summary>The quarter of a month, such as <c>2017/18-Q1</c>: April to June is the first of an NHS year.</summary>
    public string QuarterOfMonth(int month)
    {
        var number = ((int.Parse(MonthNames[month].AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture) + 8) % 12 / 3) + 1;
        return FormattableString.Invariant($"{YearNames[YearOfMonth[month]]}-Q{number}");
    }

    public int MonthEnd(int month) => month + 1 < MonthStarts.Length ? MonthStarts[month + 1] : End;

    public static MeasuredPeriods Of(RunPlan run, int from, int to)
    {
        if (!run.HasDates)
        {
            return new MeasuredPeriods([from], to, [0], [], []);
        }

        var starts = new List<int>();
        var years = new List<int>();
        var months = new List<string>();
        var yearNames = new List<string>();
        for (var at = from; at < to;)
        {
            var date = run.FirstDay.AddDays(at / SimTime.Day);
            var year = date.Month >= 4 ? date.Year : date.Year - 1;
            var yearName = $"{year}/{(year + 1) % 100:00}";
            if (yearNames.Count == 0 || yearNames[^1] != yearName)
            {
                yearNames.Add(yearName);
            }

            starts.Add(at);
            years.Add(yearNames.Count - 1);
            months.Add($"{date.Year:0000}-{date.Month:00}");
            at = (new DateOnly(date.Year, date.Month, 1).AddMonths(1).DayNumber - run.FirstDay.DayNumber) * SimTime.Day;
        }

        return new MeasuredPeriods([.. starts], to, [.. years], [.. months], [.. yearNames]);
    }
}
