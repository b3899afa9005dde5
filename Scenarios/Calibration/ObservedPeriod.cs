using System.Globalization;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Calibration;

/// <summary>The time that an observation is about.</summary>
/// <param name="Text">As written and as results show it.</param>
/// <param name="Parts">The periods of results that it is made of: one, or consecutive months.</param>
internal sealed record ObservedPeriod(string Text, IReadOnlyList<string> Parts)
{
    public const string Expected = "a year such as 2016/17, a month such as 2016-04, or months such as 2016-12..2017-02";

    /// <summary>Between the first and the last of several months.</summary>
    private const string Between = "..";

    public bool IsMonths => Parts[0].Length == 7 && Parts[0][4] == '-';

    /// <summary>The first day of a year or of months; null for everything together.</summary>
    public DateOnly? FirstDay => IsMonths ? FirstOf(Parts[0]) : IsYear(Text) ? FirstOf($"{Text[..4]}-04") : null;

    /// <summary>The year of a single month; null for anything else.</summary>
    public string? YearOfMonth => IsMonths && Parts.Count == 1 ? Periods.YearOf(FirstOf(Parts[0])!.Value) : null;

    /// <summary>The period, or null where the text is none.</summary>
    public static ObservedPeriod? Read(string text)
    {
        if (text == Periods.All || IsYear(text) || FirstOf(text) is not null)
        {
            return new ObservedPeriod(text, [text]);
        }

        var ends = text.Split(Between);
        if (ends.Length != 2 || FirstOf(ends[0].Trim()) is not { } first || FirstOf(ends[1].Trim()) is not { } last || first >= last)
        {
            return null;
        }

        var months = new List<string>();
        for (var month = first; month <= last; month = month.AddMonths(1))
        {
            months.Add(NameOf(month));
        }

        return new ObservedPeriod($"{months[0]}{Between}{months[^1]}", months);
    }

    /// <summary>The same part of a year some years later, or with a negative number before; null for everything together.</summary>
    public ObservedPeriod? Later(int years)
    {
        string Moved(string month) => NameOf(FirstOf(month)!.Value.AddYears(years));
        return FirstDay is not { } first ? null
            : !IsMonths ? Read(Periods.YearOf(first.AddYears(years)))
            : Read(Parts.Count == 1 ? Moved(Text) : $"{Moved(Parts[0])}{Between}{Moved(Parts[^1])}");
    }

    /// <summary>The month of a day.</summary>
    public static ObservedPeriod MonthOf(DateOnly day) => new(NameOf(day), [NameOf(day)]);

    public static string NameOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static bool IsYear(string text) =>
        Periods.IsYear(text) && FirstOf($"{text[..4]}-04") is { } april && Periods.YearOf(april) == text;

    /// <summary>The first day of a month.</summary>
    private static DateOnly? FirstOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
