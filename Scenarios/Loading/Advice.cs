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
    public const string Commas = "Numbers are written without commas: 1290 for a thousand and more, 1.5 for a decimal.";
    public const string EntryComma = "Inside { } a comma begins the next entry: decimals have a point (1.5), thousands no sign (1290).";
    public const string EntryCommaOfDays = "Inside { } a comma begins the next entry: a list of days has a bar, Mon|Wed.";
    public const string Weekdays = "Days of the week are written Mon, Tue, Wed, Thu, Fri, Sat and Sun.";
    public const string Months = "Months are written Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov and Dec, or 1 to 12.";
    public const string Ranges = "A range has a hyphen and a list a bar: Mon-Fri, Sat|Sun, Apr-Sep, 8-17.";
    public const string WholeWeekdays = "Monday to Friday is written Mon-Fri, every day daily.";
    public const string Hours = "Hours are written 0 to 23: 8 is 08:00 to 09:00, 8-17 is 08:00 to 18:00.";
    public const string TimesOfDay = "Times of day have 24 hours, two digits of minutes and no seconds: 08:00, 20:30.";
    public const string Dates = "Dates are written year-month-day: 2017-07-01 is the first of July.";
    public const string Thousands = "Thousands have no sign between them: 1290.";
    public const string NotNegative = "A length of time is at least 0.";
    public const string OneUnit = "A length of time is one number with one unit: 8.5 h or 510 min for eight and a half hours.";
    public const string Rates = "A rate says per what: 12 per d, 3 per h.";
    public const string QuotedColumn = "A column name with blanks stands in quotation marks: column \"LOS (days)\".";
    public const string NoLimit = "No limit is written unlimited.";
    public const string Comment = "A comment begins with # and a blank.";
    public const string AboutSoMany = "It stands for a number that is not told: write the number, or leave the row out.";
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
        var named = hint.Length == 0 || hint == TimeUnit.Hint ? Fault(expected, text) : IsMissing(text, hint) ? Missing : "";
        var advice = named.Length > 0 ? named : hint == TimeUnit.Hint && HasUnit(text) ? "" : hint;
        var odd = OddSigns.Hint(received);
        return odd.Length == 0 ? advice : advice.Length == 0 || named.Length > 0 ? odd : $"{advice} {odd}";
    }

    /// <summary>True for <c>NA</c> where a name was wanted and one of two letters would be proposed.</summary>
    private static bool IsMissing(string text, string hint) =>
        MissingValues.Contains(text) && text.Length > 1 && hint.StartsWith(Nearest.Question, StringComparison.Ordinal)
            && !hint.Contains($"\"{text}\"", StringComparison.OrdinalIgnoreCase);

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
            _ when IsComment().IsMatch(text) => Comment,
            _ when expected.StartsWith("a known key", StringComparison.Ordinal) && char.IsAsciiDigit(text.FirstOrDefault()) => EntryComma,
            _ when expected.StartsWith("a known key", StringComparison.Ordinal) && WeekdayText.TryParse(text.Split(' ')[0], out _, out _) => EntryCommaOfDays,
            _ when Wants("empirical distribution") && BareColumn().IsMatch(text) => QuotedColumn,
            _ when wantsNumber && NumberWithComma().IsMatch(text) => Commas,
            _ when wantsNumber && BrokenThousands().IsMatch(text) => Thousands,
            _ when wantsNumber && SoManyOrFewer().IsMatch(text) => AboutSoMany,
            _ when wantsNumber && Unlimited().IsMatch(text) && Wants("units", "unlimited", NumberText.Expected) => NoLimit,
            _ when wantsTime && NegativeTime().IsMatch(text) => NotNegative,
            _ when wantsTime && !Wants("moment") && SeveralUnits().IsMatch(text) => OneUnit,
            _ when Wants("hours of the day") && (OtherTimeOfDay().IsMatch(text) || ClockTime().IsMatch(text)) => Hours,
            _ when Wants("date", "2017-04-01") && OtherDate().IsMatch(text) => Dates,
            _ when Wants("time of day", "times of day", "opening hours", "08:", "a weekday and a time") && OtherTimeOfDay().IsMatch(text) => TimesOfDay,
            _ when Wants("\"Mon", "weekday", "Mon 0") && WeekdayInWords().Matches(text).Any(word => WeekdayText.IndexOf(word.Value) < 0) => Weekdays,
            _ when Wants("\"Mon", "weekday", "Mon 0") && DaysInWords().IsMatch(text) => WholeWeekdays,
            _ when Wants("\"Mon") && char.IsAsciiDigit(text.FirstOrDefault()) => Weekdays,
            _ when Wants("\"Jan") && MonthOfYear().IsMatch(text) => Months,
            _ when Wants("\"Jan") && MonthInWords().Matches(text).Any(word => MonthText.IndexOf(word.Value) < 0) => Months,
            _ when Wants("\"Mon", "\"Jan", "\"8-17") && RangeInWords().IsMatch(text) => Ranges,
            _ when Wants("a rate") && NumberOfNoPeriod().IsMatch(text) => Rates,
            _ when wantsTime && NumberWithM().IsMatch(text) => Units + " Minutes are min; a month has no fixed length: write it in days.",
            _ when wantsTime && NumberWithMonths().IsMatch(text) => Units + " A month has no fixed length: write it in days.",
            _ when wantsTime && NumberWithWord().IsMatch(text) && !HasUnit(text) => Units,
            _ when wantsNumber && MissingValues.Contains(text) => Missing,
            _ => "",
        };
    }

    [GeneratedRegex(@"^#(VALUE!|N/A|REF!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|NV|WERT!|BEZUG!|ZAHL!|VALEUR!|VALOR!)")]
    private static partial Regex SpreadsheetErrors();

    [GeneratedRegex(@"\d,\d|^,\d")]
    private static partial Regex NumberWithComma();

    [GeneratedRegex(@"\bcolumn [^""\s]+ (?!in \S+$).+ in ")]
    private static partial Regex BareColumn();

    [GeneratedRegex(@"^\d+(\.\d+)?\s*($|/|an?\b|each\b|every\b|hourly\b|daily\b|weekly\b)")]
    private static partial Regex NumberOfNoPeriod();

    [GeneratedRegex(@"^#[^\s]")]
    private static partial Regex IsComment();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3}){2,}\b|^\d{1,3}([ ']\d{3})+\b")]
    private static partial Regex BrokenThousands();

    [GeneratedRegex(@"^([<>~\u2264\u2265]|under\b|over\b|about\b)\s*\d", RegexOptions.IgnoreCase)]
    private static partial Regex SoManyOrFewer();

    [GeneratedRegex(@"^(unlimited|no limit|inf|infinite|infinity|\u221e)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unlimited();

    [GeneratedRegex(@"(^|[a-z]\s)-\s?\d")]
    private static partial Regex NegativeTime();

    [GeneratedRegex(@"^\d+(\.\d+)?\s*(d|day|days|h|hr|hrs|hour|hours|min|mins|minutes)\s*,?\s*(and\s*)?\d+(\.\d+)?\s*[a-z]+$|^\d{1,2}:\d\d(:\d\d)?$")]
    private static partial Regex SeveralUnits();

    [GeneratedRegex(@"^\d{1,2}:\d\d(-\d{1,2}:\d\d)?$")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"\b(weekdays?|weekends?|everyday|every day|all|working days?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DaysInWords();

    [GeneratedRegex(@"^[A-Za-z]{3}[- ]\d{2,4}$|^\d{4}-\d{1,2}$|^\d{1,2}/\d{4}$")]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@"\d\s*m\b")]
    private static partial Regex NumberWithM();

    [GeneratedRegex(@"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}|\b\d{1,2}-\d{1,2}-\d{2,4}\b|\b\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4}|[A-Za-z]{3,9} \d{1,2},? \d{4}|^\d{8}$")]
    private static partial Regex OtherDate();

    [GeneratedRegex(
        @"\d\s*[aApP]\.?[mM]|\d:\d\d:\d\d|\b\d{1,2}[.hH]\d{2}\b|\b\d{3,4}\b|\b\d{1,2}:\d\b|^\d{1,2}$|(^|\s)\d{1,2}-\d{1,2}$|\b[Nn]oon\b|\b[Mm]idnight\b")]
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
