using System.Diagnostics.CodeAnalysis;

namespace FlowSim.Scenarios.Changes;

/// <summary>One step of a path: a name and, in brackets, which items or rows of it.</summary>
/// <param name="Name">A key; <c>*</c> stands for any letters.</param>
/// <param name="Selector">Pairs that must all match; a bare word has an empty key; null without brackets.</param>
internal sealed record PathStep(string Name, IReadOnlyList<(string Key, string Value)>? Selector)
{
    /// <summary>True if a key is meant by this step.</summary>
    public bool Matches(string key) => Name == key || (Name.Contains('*', StringComparison.Ordinal) && MatchesPattern(key));

    public override string ToString() =>
        Selector is null ? Name : $"{Name}[{string.Join(", ", Selector.Select(pair => pair.Key.Length == 0 ? pair.Value : $"{pair.Key}={pair.Value}"))}]";

    private bool MatchesPattern(string key)
    {
        var pieces = Name.Split('*');
        if (key.Length < pieces.Sum(piece => piece.Length) || !key.StartsWith(pieces[0], StringComparison.Ordinal)
            || !key.EndsWith(pieces[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        foreach (var piece in pieces[1..^1])
        {
            var found = key.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return at <= key.Length - pieces[^1].Length;
    }
}

/// <summary>
/// Reads a path: <c>stages.ward@north.time.mean</c>, <c>tables.stay[site=north, age=85-plus].time</c>, <c>stages.ward.place[spare-bed].after</c>.
/// </summary>
internal static class ChangePath
{
    public const string Expected = "a path, such as \"stages.ward.time\" or \"tables.stay[age=85-plus].time.mean\"";

    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<PathStep>? steps)
    {
        var read = new List<PathStep>();
        steps = null;
        var at = 0;
        while (at < text.Length)
        {
            if (TakeStep(text, ref at) is not { } step)
            {
                return false;
            }

            read.Add(step);
        }

        steps = read;
        return read.Count > 0 && !text.EndsWith('.');
    }

    private static PathStep? TakeStep(string text, ref int at)
    {
        if (TakeName(text, ref at) is not { } name)
        {
            return null;
        }

        IReadOnlyList<(string, string)>? selector = null;
        if (at < text.Length && text[at] == '[')
        {
            var close = text.IndexOf(']', at);
            selector = close < 0 ? null : Selector(text[(at + 1)..close]);
            if (selector is null)
            {
                return null;
            }

            at = close + 1;
        }

        var ended = at >= text.Length || text[at] == '.';
        at++;
        return ended && name.Length > 0 ? new PathStep(name, selector) : null;
    }

    /// <summary>A name up to the next dot or bracket; in quotation marks it may have these too.</summary>
    private static string? TakeName(string text, ref int at)
    {
        if (text[at] == '"')
        {
            var close = text.IndexOf('"', at + 1);
            var quoted = close < 0 ? null : text[(at + 1)..close];
            at = close + 1;
            return quoted;
        }

        var end = text.AsSpan(at).IndexOfAny('.', '[');
        var name = (end < 0 ? text[at..] : text[at..(at + end)]).Trim();
        at = end < 0 ? text.Length : at + end;
        return name;
    }

    private static List<(string Key, string Value)>? Selector(string text)
    {
        var pairs = new List<(string, string)>();
        foreach (var part in text.Split(','))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? "" : part[..equals].Trim();
            var value = part[(equals + 1)..].Trim();
            if (value.Length == 0 || (equals >= 0 && key.Length == 0))
            {
                return null;
            }

            pairs.Add((key, value));
        }

        return pairs;
    }
}
