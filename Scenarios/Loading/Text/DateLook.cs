using System.Text.RegularExpressions;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>What a refused date or time of day looks like, as advice. Nothing here is ever taken for a value.</summary>
internal static partial class DateLook
{
    private static readonly string[] DigitForms = ["yyyymmdd", "ddmmyyyy", "mmddyyyy"];

    private const string TimeOfDay = "Write times of day as 14:05 or 14:05:30.";
    private const string NoTimeOfDay = "A date alone is wanted here: take out what follows it.";

    /// <summary>A spreadsheet's number of a day: 1955 to 2064.</summary>
    private const double FirstDayNumber = 20_000;
    private const double LastDayNumber = 60_000;

    /// <summary>Advice for a cell of a file, whose form of dates can be declared.</summary>
    /// <param name="text">What was found.</param>
    /// <param name="format">The form in which it was read.</param>
    /// <param name="where">Where the form is declared, such as <c>beside "file"</c>.</param>
    /// <param name="hasTimes">True where a time of day may follow.</param>
    public static string InFile(string text, DateFormat format, string where, bool hasTimes)
    {
        if (Always(text) is { Length: > 0 } always)
        {
            return always;
        }

        var rest = text.AsSpan().Trim();
        if (format.TryRead(ref rest, out _))
        {
            return hasTimes ? TimeOfDay : NoTimeOfDay;
        }

        var forms = FormsOf(text, out var isNoDay).Where(form => format.IsExact || form != format.Text).ToList();
        return forms switch
        {
            [] when isNoDay => "The calendar has no such day.",
            [] => "",
            _ when !format.IsExact => $"The description declares \"dates: {format.Text}\"; this looks like {forms[0]}.",
            ["yyyy-mm-dd"] => "Write two digits for month and day: 2016-04-01.",
            [var only] => $"It looks like {only}: if that is the form of the file, write \"dates: {only}\" {where}.",
            [var one, var other, ..] => $"It could be {one} or {other}, and is not guessed: write \"dates: {one}\" or \"dates: {other}\" {where}.",
        };
    }

    /// <summary>Advice for a date of the description, which is written in ISO form.</summary>
    public static string InDescription(string text)
    {
        if (Always(text) is { Length: > 0 } always)
        {
            return always;
        }

        var dates = FormsOf(text, out var isNoDay).Select(form => DateOf(text, form)).OfType<DateOnly>().Distinct().Select(DateText.Write).ToList();
        return dates switch
        {
            [] when isNoDay => "The calendar has no such day.",
            [] => "",
            [var only] => $"Write {only}.",
            [var one, var other, ..] => $"It could be {one} or {other}: write the one that is meant.",
        };
    }

    /// <summary>What holds wherever it stands: zones, and numbers without a unit.</summary>
    private static string Always(string text)
    {
        if (Zone().Match(text.Trim()) is { Success: true } zone)
        {
            return $"Times are clock times of the system, without zones or summer time, so a zone (\"{zone.Groups["zone"].Value.Trim()}\") cannot be kept: write what the clock showed at the place, such as {zone.Groups["rest"].Value.Trim()}.";
        }

        if (!NumberText.TryParse(text, out var number, out _))
        {
            return DurationText.TryParse(text.Trim().TrimStart('-'), out _, out _) && text.Trim().StartsWith('-')
                ? "A length of time is at least 0: nothing comes before the start."
                : "";
        }

        var asDay = number is >= FirstDayNumber and <= LastDayNumber
            ? " A spreadsheet's number of a day is no date: format the column as yyyy-mm-dd hh:mm before it is saved."
            : "";
        return EightDigits().IsMatch(text.Trim()) ? "" : number < 0 ? "A length of time is at least 0: nothing comes before the start." : TimeUnit.Hint + asDay;
    }

    /// <summary>The forms in which it would be a date, with the separators that it has.</summary>
    private static List<string> FormsOf(string text, out bool isNoDay)
    {
        var trimmed = text.Trim();
        isNoDay = false;
        if (EightDigits().IsMatch(trimmed))
        {
            return [.. DigitForms.Where(form => DateOf(trimmed, form) is { Year: > 1900 and < 2100 })];
        }

        if (Named().Match(trimmed) is { Success: true } named)
        {
            var (first, second) = (named.Groups["first"].Value, named.Groups["second"].Value);
            var year = named.Groups["year"].Length == 2 ? "yy" : "yyyy";
            var form = $"dd{first}mmm{second}{year}";
            isNoDay = DateOf(trimmed, form) is null;
            return isNoDay ? [] : [form];
        }

        if (Numbers().Match(trimmed) is not { Success: true } numbers)
        {
            return [];
        }

        var separator = numbers.Groups["separator"].Value;
        var last = numbers.Groups["c"].Length switch { 4 => "yyyy", 2 => "yy", _ => "" };
        string[] forms = numbers.Groups["a"].Length == 4
            ? [$"yyyy{separator}mm{separator}dd"]
            : last.Length > 0 ? [$"dd{separator}mm{separator}{last}", $"mm{separator}dd{separator}{last}"] : [];
        var found = forms.Where(form => DateOf(trimmed, form) is not null).ToList();
        isNoDay = forms.Length > 0 && found.Count == 0;
        return found;
    }

    private static DateOnly? DateOf(string text, string form)
    {
        var rest = text.AsSpan().Trim();
        return DateFormat.TryParse(form, out var format) && format.TryRead(ref rest, out var date) ? date : null;
    }

    [GeneratedRegex(@"^(?<rest>.*\d:\d\d(:\d\d([.,]\d+)?)?|\d{4}-\d\d-\d\d(T\d\d)?)\s*(?<zone>[Zz]|[+-]\d\d(:?\d\d)?|UTC|GMT|BST|[A-Z]{3,4}T|\[.*\])$")]
    private static partial Regex Zone();

    [GeneratedRegex(@"^(?<a>\d{1,4})(?<separator>[/.\- ])(?<b>\d{1,2})\k<separator>(?<c>\d{1,4})(?!\d)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\d{1,2}(?<first>[/.\- ]?)[A-Za-z]{3,9}(?<second>[/.\- ]?)(?<year>\d{4}|\d{2})(?!\d)")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\d{8}$")]
    private static partial Regex EightDigits();
}
