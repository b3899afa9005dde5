using System.Diagnostics.CodeAnalysis;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Reads the grammar of <c>time</c> and <c>after</c>.</summary>
internal static class TimeTextReader
{
    public const string Expected =
        "a time, such as \"6.2 d\", \"lognormal mean 3.1 d sd 4 d\", \"until office opens\", \"until next 16:00\" or \"2 d of office\"";
    private const string OfWord = " of ";
    private const string UntilWord = "until ";
    private const string NextWord = "next ";
    private const string DrawnWord = "drawn ";
    private const string OpensWord = " opens";

    /// <summary>How often a time may say of what it is.</summary>
    private const int MostNames = 4;

    /// <summary>Reads a time; a bare word that starts with a letter is taken as an attribute.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimeText? time, out string expected) => TryParse(text, 0, out time, out expected);

    private static bool TryParse(string text, int depth, [NotNullWhen(true)] out TimeText? time, out string expected)
    {
        var trimmed = text.Trim();
        var of = trimmed.LastIndexOf(OfWord, StringComparison.Ordinal);
        time = null;
        expected = Expected;
        if (of <= 0)
        {
            return trimmed.StartsWith(UntilWord, StringComparison.Ordinal)
                ? TryParseUntil(trimmed[UntilWord.Length..].Trim(), out time, out expected)
                : TryParseLength(trimmed, out time, out expected);
        }

        var name = trimmed[(of + OfWord.Length)..].Trim();
        if (!NameText.IsReference(name))
        {
            expected = "the name of a calendar or clock after \"of\"";
            return false;
        }

        if (depth == MostNames)
        {
            expected = FormattableString.Invariant($"a time with at most {MostNames} calendars or clocks");
            return false;
        }

        if (!TryParse(trimmed[..of], depth + 1, out var inner, out expected))
        {
            return false;
        }

        time = new TimeText.Of(inner, name);
        return true;
    }

    private static bool TryParseLength(string text, out TimeText? time, out string expected)
    {
        if (DistributionText.TryParse(text, out var spec, out expected))
        {
            time = new TimeText.Drawn(spec);
            return true;
        }

        var first = text.Split(' ')[0];
        var isName = first == text && NameText.IsPlain(text) && char.IsLetter(text[0]) && !DistributionForm.IsKeyword(text)
            && text is not ("NaN" or "Infinity" or "until" or "none" or "keep");
        time = isName ? new TimeText.Attribute(text) : null;
        expected = isName ? "" : DistributionForm.IsKeyword(first) || text.Length == 0 || !char.IsLetter(text[0]) ? expected : Expected;
        return isName;
    }

    private static bool TryParseUntil(string text, out TimeText? time, out string expected)
    {
        time = null;
        expected = "\"until NAME opens\", \"until next NAME\", \"until next 16:00\", \"until next Mon 08:00\" or \"until next drawn TABLE\"";
        if (text.StartsWith(NextWord, StringComparison.Ordinal))
        {
            time = Next(text[NextWord.Length..].Trim());
        }
        else if (text.EndsWith(OpensWord, StringComparison.Ordinal) && NameText.IsReference(text[..^OpensWord.Length].Trim()))
        {
            time = new TimeText.UntilOpens(text[..^OpensWord.Length].Trim());
        }

        expected = time is null ? expected : "";
        return time is not null;
    }

    private static TimeText? Next(string text)
    {
        if (text.StartsWith(DrawnWord, StringComparison.Ordinal))
        {
            var table = text[DrawnWord.Length..].Trim();
            return NameText.IsPlain(table) ? new TimeText.UntilNextDrawn(table) : null;
        }

        var space = text.LastIndexOf(' ');
        if (ClockTimeText.TryParse(text[(space + 1)..], out var second, out _))
        {
            var days = WeekdayText.Daily;
            var dated = space < 0 || (WeekdayText.TryParse(text[..space], out days, out _) && days != WeekdayText.Holidays);
            return dated ? new TimeText.UntilNextClockTime(days, second, text) : null;
        }

        return NameText.IsReference(text) ? new TimeText.UntilNextGate(text) : null;
    }
}
