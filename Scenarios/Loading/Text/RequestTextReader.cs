using System.Diagnostics.CodeAnalysis;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Reads <c>[n of] pool [+ [n of] pool]… [after T [of clock]] [for T]</c>.</summary>
internal static class RequestTextReader
{
    public const string Expected = "a request, such as \"bed\", \"2 of nurse@site\", \"doctor@site + nurse@site\" or \"corridor@site after 45 min\"";
    private const string AfterWord = " after ";
    private const string ForWord = " for ";

    public static bool TryParse(string text, [NotNullWhen(true)] out RequestText? request, out string expected)
    {
        request = null;
        var after = text.IndexOf(AfterWord, StringComparison.Ordinal);
        var until = text.IndexOf(ForWord, StringComparison.Ordinal);
        var end = Math.Min(after < 0 ? text.Length : after, until < 0 ? text.Length : until);
        if (!TryReadClause(text, after, AfterWord, until, out var afterTime, out expected)
            || !TryReadClause(text, until, ForWord, after, out var forTime, out expected)
            || !TryParsePools(text[..end], out var parts, out expected))
        {
            return false;
        }

        request = new RequestText(parts, afterTime, forTime);
        return true;
    }

    /// <summary>Reads the pools alone, without <c>after</c> and <c>for</c>.</summary>
    public static bool TryParsePools(string text, out IReadOnlyList<RequestPart> parts, out string expected)
    {
        var read = new List<RequestPart>();
        parts = read;
        expected = Expected;
        foreach (var piece in text.Split('+'))
        {
            if (Part(piece.Trim()) is not { } part)
            {
                return false;
            }

            read.Add(part);
        }

        expected = "";
        return true;
    }

    private static RequestPart? Part(string text)
    {
        var amount = 1;
        var of = text.IndexOf(" of ", StringComparison.Ordinal);
        if (of >= 0 && (!NumberText.TryParseWhole(text[..of], out amount, out _) || amount < 1))
        {
            return null;
        }

        var reference = of < 0 ? text : text[(of + 4)..].Trim();
        if (!NameText.IsReference(reference))
        {
            return null;
        }

        var (pool, instance) = NameText.Split(reference);
        return new RequestPart(amount, pool, instance);
    }

    private static bool TryReadClause(string text, int at, string word, int other, out TimeText? time, out string expected)
    {
        (time, expected) = (null, "");
        if (at < 0)
        {
            return true;
        }

        var from = at + word.Length;
        var to = other > at ? other : text.Length;
        return TimeTextReader.TryParse(text[from..to], out time, out expected);
    }
}
