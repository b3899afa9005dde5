using System.Globalization;

namespace FlowSim.Plots.Drawings;

/// <summary>Marks on an axis of days: first days of months when there are dates, round numbers of days when there are none.</summary>
internal static class DayMarks
{
    private static readonly int[] StepsInMonths = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>As many marks as can be labelled without touching.</summary>
    /// <param name="first">Date of day 0, or null without dates.</param>
    /// <param name="days">Length of the axis [d].</param>
    /// <param name="width">Length of the axis in the unit of <paramref name="size"/>.</param>
    /// <param name="size">Font size of the labels.</param>
    public static IReadOnlyList<DayMark> Of(DateOnly? first, int days, double width, double size)
    {
        if (first is not { } start || days < 62)
        {
            return Counted(first, days, width, size);
        }

        foreach (var step in StepsInMonths)
        {
            var marks = Months(start, days, step);
            if (Fits(marks, days, width, size))
            {
                return marks;
            }
        }

        return [];
    }

    private static List<DayMark> Months(DateOnly first, int days, int step)
    {
        var marks = new List<DayMark>();
        var year = 0;
        var month = new DateOnly(first.Year, first.Month, 1);
        for (; month.DayNumber - first.DayNumber < days; month = month.AddMonths(1))
        {
            // Counted from April, so that wide steps mark the NHS year.
            var fromApril = ((month.Year * 12) + month.Month - 4) % step == 0;
            if (fromApril && month >= first)
            {
                // The year stands at its first mark only.
                marks.Add(
                    new DayMark(month.DayNumber - first.DayNumber, month.ToString(month.Year == year ? "MMM" : "MMM yyyy", CultureInfo.InvariantCulture)));
                year = month.Year;
            }
        }

        return marks;
    }

    private static List<DayMark> Counted(DateOnly? first, int days, double width, double size)
    {
        for (var most = 10; most > 1; most--)
        {
            var step = Math.Max(1, Ticks.Around(0, days, most).Step);
            var marks = Enumerable.Range(0, (int)(days / step) + 1).Select(index => (int)(index * step)).Where(day => day < days)
                .Select(day => new DayMark(day, first?.AddDays(day).ToString("d MMM", CultureInfo.InvariantCulture) ?? $"day {day + 1}")).ToList();
            if (Fits(marks, days, width, size))
            {
                return marks;
            }
        }

        return [];
    }

    private static bool Fits(List<DayMark> marks, int days, double width, double size)
    {
        var gap = size;
        return marks.Zip(marks.Skip(1)).All(pair =>
            (pair.Second.Day - pair.First.Day) * width / days >= gap
                + ((TextMeasure.Width(pair.First.Label, size) + TextMeasure.Width(pair.Second.Label, size)) / 2));
    }
}

/// <summary>A mark on an axis of days: which day [from 0], and what is written there.</summary>
internal readonly record struct DayMark(int Day, string Label);
