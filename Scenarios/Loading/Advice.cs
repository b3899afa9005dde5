using System.Text.RegularExpressions;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>
/// Names the fault of a text that is written as people and spreadsheets write it, but not as the language does. Each advice is the
/// same sentence wherever its fault occurs, so that a column full of it is one problem.
/// </summary>
internal static partial class Advice
{
    public const string Units = "Units of time are s, min, h, d, w and y (or in words, such as hours and days).";
    public const string Negative = "A length of time is at least 0.";
    public const string Commas = "Numbers are written without commas: 1290 for a thousand and more, 1.5 for a decimal.";
    public const string EntryComma = "Inside { } a comma begins the next entry: decimals have a point (1.5), thousands no sign (1290).";
    public const string Weekdays = "Days of the week are written Mon, Tue, Wed, Thu, Fri, Sat and Sun.";
    public const string Months = "Months are written Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov and Dec, or 1 to 12.";
    public const string Ranges = "A range has a hyphen and a list a bar: Mon-Fri, Sat|Sun, Apr-Sep, 8-17.";
    public const string TimesOfDay = "Times of day have 24 hours, two digits of minutes and no seconds: 08:00, 20:30.";
    public const string Dates = "Dates are written year-month-day: 2017-07-01 is the first of July.";
    public const string SpreadsheetError = "It is an error that the spreadsheet put there: mend its formula, or leave the row out.";
    public const string Missing = "It stands for a value that is missing: write the value, or leave the row out.";

    /// <summary>No value is longer.</summary>
    private const int Longest = 200;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private static readonly string[] MissingValues = ["NA", "N/A", "n/a", "na", "NaN", "nan", "NULL", "null", "none", "-", "--", ".", "..", "*", "?", "x", "c"];

    /// <summary>What to do about <paramref name="received"/>: the fault by its name where it is a usual one, else <paramref name="hint"/>.</summary>
    public static string For(string expected, string received, string hint)
    {
        if (received.Length > Longest)
        {
            return hint;
        }

        var text = received.Trim();
        var named = hint.Length == 0 || hint == TimeUnit.Hint ? Fault(expected, text) : "";
        var advice = named.Length > 0 ? named : hint == TimeUnit.Hint && HasUnit(text) ? "" : hint;
        var odd = OddSigns.Hint(received);
        return odd.Length == 0 ? advice : advice.Length == 0 || named.Length > 0 ? odd : $"{advice} {odd}";
    }

    private static bool HasUnit(string text) => TimeUnit.ShortOf(text.AsSpan(text.AsSpan().TrimEnd(Letters).Length)).Length > 0;

    /// <summary>The advice for a value, or empty if its fault is not a usual one.</summary>
    private static string Fault(string expected, string text)
    {
        bool Wants(params string[] what) => Array.Exists(what, word => expected.Contains(word, StringComparison.OrdinalIgnoreCase));
        var wantsTime = Wants("length of time", "a time,", "\"6.2 d\"", "a rate", "per d", " d\"", " h\"", "{ share, time }");
        var wantsNumber = wantsTime || Wants("number", "share", "amount", "growth", "£");
        return text switch
        {
            _ when SpreadsheetErrors().IsMatch(text) => SpreadsheetError,
            _ when expected.StartsWith("a known key", StringComparison.Ordinal) && char.IsAsciiDigit(text.FirstOrDefault()) => EntryComma,
            _ when wantsNumber && NumberWithComma().IsMatch(text) => Commas,
            _ when Wants("date", "2017-04-01") && OtherDate().IsMatch(text) => Dates,
            _ when Wants("time of day", "times of day", "opening hours", "08:") && OtherTimeOfDay().IsMatch(text) => TimesOfDay,
            _ when Wants("\"Mon", "weekday", "Mon 0") && WeekdayInWords().Matches(text).Any(word => WeekdayText.IndexOf(word.Value) < 0) => Weekdays,
            _ when Wants("\"Jan") && MonthInWords().Matches(text).Any(word => MonthText.IndexOf(word.Value) < 0) => Months,
            _ when Wants("\"Mon", "\"Jan", "\"8-17") && RangeInWords().IsMatch(text) => Ranges,
            _ when Wants("length of time") && NegativeTime().IsMatch(text) => Negative,
            _ when wantsTime && NumberWithMonths().IsMatch(text) => Units + " A month has no fixed length: write it in days.",
            _ when wantsTime && NumberWithWord().IsMatch(text) && !HasUnit(text) => Units,
            _ when wantsNumber && MissingValues.Contains(text) => Missing,
            _ => "",
        };
    }

    [GeneratedRegex(@"^#(VALUE!|N/A|REF!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|NV|WERT!|BEZUG!|ZAHL!|VALEUR!|VALOR!)")]
    private static partial Regex SpreadsheetErrors();

    [GeneratedRegex(@"(^|\s)[-\u2212]\s?\d+(\.\d+)?\s*(s|min|h|d|w|y|second|minute|hour|day|week|year)s?\b")]
    private static partial Regex NegativeTime();

    [GeneratedRegex(@"\d,\d|^,\d")]
    private static partial Regex NumberWithComma();

    [GeneratedRegex(@"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}|\b\d{1,2}-\d{1,2}-\d{2,4}\b|\b\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4}|[A-Za-z]{3,9} \d{1,2},? \d{4}|^\d{8}$")]
    private static partial Regex OtherDate();

    [GeneratedRegex(@"\d\s*[aApP]\.?[mM]|\d:\d\d:\d\d|\b\d{1,2}[.hH]\d{2}\b|\b\d{3,4}\b|\b\d{1,2}:\d\b|^\d{1,2}(-\d{1,2})?$|\b[Nn]oon\b|\b[Mm]idnight\b")]
    private static partial Regex OtherTimeOfDay();

    [GeneratedRegex(@"\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(day|nesday|sday|rsday|urday)?s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex WeekdayInWords();

    [GeneratedRegex(@"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthInWords();

    [GeneratedRegex(@"\w\s*(,|;|/|\bto\b|\band\b|\buntil\b)\s*\w")]
    private static partial Regex RangeInWords();

    [GeneratedRegex(@"\d\s*(m|mo|mon|month|months)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NumberWithMonths();

    [GeneratedRegex(@"^(.*\s)?[+-]?\d+(\.\d+)?\s*[A-Za-zµ'""]+\.?(\s.*)?$")]
    private static partial Regex NumberWithWord();
}
