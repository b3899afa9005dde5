using System.Diagnostics.CodeAnalysis;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>How the dates of a file are written: ISO, or what the description declares, such as <c>dd/mm/yyyy</c>. The order is never guessed.</summary>
internal sealed class DateFormat
{
    public const string Expected = "the form of the file's dates, such as dd/mm/yyyy, dd-mm-yyyy, mm/dd/yyyy, dd/mm/yy, dd-mmm-yyyy or yyyymmdd";
    private const string Separators = "/-. ";
    private const int ThisCentury = 2000;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Letters of the parts in order: d, m, y, n for a month by its name; separators stand for themselves.</summary>
    private readonly (char Part, int Length)[] parts;

    private DateFormat(string text, (char Part, int Length)[] parts, bool isExact)
    {
        Text = text;
        this.parts = parts;
        IsExact = isExact;
    }

    /// <summary><c>yyyy-mm-dd</c>, always with two digits for month and day.</summary>
    public static DateFormat Iso { get; } = new("yyyy-mm-dd", [('y', 4), ('-', 1), ('m', 2), ('-', 1), ('d', 2)], isExact: true);

    /// <summary>As the description writes it, in lower case and without a time of day.</summary>
    public string Text { get; }

    /// <summary>Days, months and hours have two digits; a declared form may leave out the 0.</summary>
    public bool IsExact { get; }

    /// <summary>
    /// Reads a form such as <c>dd/mm/yyyy</c>, perhaps with a time of day, <c>dd/mm/yyyy hh:mm</c>, which says nothing more: one may always follow.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DateFormat? format)
    {
        var form = WithoutTime(text.Trim().ToLowerInvariant());
        var parts = new List<(char Part, int Length)>();
        format = null;
        for (var at = 0; at < form.Length;)
        {
            var length = form[at..].TakeWhile(letter => letter == form[at]).Count();
            if (PartOf(form[at], length) is not { } part)
            {
                return false;
            }

            parts.Add((part, length));
            at += length;
        }

        var isWhole = parts.Count(part => part.Part == 'd') == 1 && parts.Count(part => part.Part is 'm' or 'n') == 1
            && parts.Count(part => part.Part == 'y') == 1;
        if (!isWhole || Separators.Contains(parts[0].Part, StringComparison.Ordinal) || Separators.Contains(parts[^1].Part, StringComparison.Ordinal))
        {
            return false;
        }

        format = new DateFormat(form, [.. parts], isExact: false);
        return true;
    }

    /// <summary>Reads a date at the beginning of a text and takes it off.</summary>
    public bool TryRead(ref ReadOnlySpan<char> text, out DateOnly date)
    {
        var rest = text;
        var (year, month, day) = (0, 0, 0);
        date = default;
        for (var index = 0; index < parts.Length; index++)
        {
            var (part, length) = parts[index];
            var read = part switch
            {
                'y' => TryReadDigits(ref rest, length, length, out year),
                'm' => TryReadDigits(ref rest, IsFixed(index) ? length : 1, 2, out month),
                'd' => TryReadDigits(ref rest, IsFixed(index) ? length : 1, 2, out day),
                'n' => TryReadMonth(ref rest, out month),
                _ => TryReadSeparator(ref rest, part),
            };
            if (!read)
            {
                return false;
            }

            year += part == 'y' && length == 2 ? ThisCentury : 0;
        }

        if (!IsDay(year, month, day) || (rest.Length > 0 && char.IsAsciiLetterOrDigit(rest[0]) && rest[0] != 'T'))
        {
            return false;
        }

        text = rest;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>True if the calendar has the day.</summary>
    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A part between which and the next no separator stands has as many digits as are written; so have all of an ISO date.</summary>
    private bool IsFixed(int index) =>
        IsExact || (index + 1 < parts.Length && char.IsAsciiLetter(parts[index + 1].Part)) || (index > 0 && char.IsAsciiLetter(parts[index - 1].Part));

    private static char? PartOf(char letter, int length) => (letter, length) switch
    {
        ('d', 1 or 2) => 'd',
        ('m', 1 or 2) => 'm',
        ('m', 3 or 4) => 'n',
        ('y', 2 or 4) => 'y',
        (_, 1) when Separators.Contains(letter, StringComparison.Ordinal) => letter,
        _ => null,
    };

    private static string WithoutTime(string form)
    {
        foreach (var time in new[] { "hh:mm:ss", "hh:mm", "h:mm" })
        {
            if (form.EndsWith(time, StringComparison.Ordinal) && form.Length > time.Length && form[^(time.Length + 1)] is ' ' or 't')
            {
                return form[..^(time.Length + 1)];
            }
        }

        return form;
    }

    private static bool TryReadSeparator(ref ReadOnlySpan<char> text, char separator)
    {
        var read = text.Length > 0 && text[0] == separator;
        text = read ? text[1..] : text;
        return read;
    }

    /// <summary>Digits and no more of them: after 16 in 2016 another digit follows.</summary>
    internal static bool TryReadDigits(ref ReadOnlySpan<char> text, int least, int most, out int value)
    {
        var length = 0;
        value = 0;
        while (length < text.Length && length < most && char.IsAsciiDigit(text[length]))
        {
            value = (value * 10) + (text[length++] - '0');
        }

        text = text[length..];
        return length >= least;
    }

    private static bool TryReadMonth(ref ReadOnlySpan<char> text, out int month)
    {
        const int Short = 3;
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        var word = text[..length].ToString().ToLowerInvariant();
        month = Array.FindIndex(Months, name => word == name || (word.Length == Short && name.StartsWith(word, StringComparison.Ordinal))) + 1;
        text = text[length..];
        return month > 0;
    }
}
