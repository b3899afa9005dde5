namespace FlowSim.Scenarios.Loading.Text;

/// <summary>A length of time with its unit: <c>28 min</c>, <c>6.2 d</c>, <c>4h</c>.</summary>
public static class DurationText
{
    public const string Expected = "a length of time with a unit, such as \"6.2 d\"";

    /// <summary>Reads a length of time [s]. Zero needs no unit; anything else without one is refused, and so is a negative.</summary>
    public static bool TryParse(string text, out double seconds, out string expected) => TryParse(text, out seconds, out _, out expected);

    /// <summary>As <see cref="TryParse(string, out double, out string)"/>, and says which unit was written, in its short form (empty for a bare 0).</summary>
    public static bool TryParse(string text, out double seconds, out string unit, out string expected)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.Length;
        while (end > 0 && char.IsAsciiLetter(trimmed[end - 1]))
        {
            end--;
        }

        unit = TimeUnit.ShortOf(trimmed[end..]);
        seconds = 0;
        expected = Expected;
        if (!NumberText.TryParse(trimmed[..end].ToString(), out var number, out _) || number < 0)
        {
            return false;
        }

        if (!TimeUnit.TryGet(unit, out var scale) && !(end == trimmed.Length && number == 0))
        {
            return false;
        }

        seconds = number * scale;
        expected = "";
        return true;
    }

    /// <summary>Writes a length of time [s] in a unit that the language knows.</summary>
    public static string Write(double seconds, string unit)
    {
        if (!TimeUnit.TryGet(unit, out var scale))
        {
            (unit, scale) = ("s", TimeUnit.Second);
        }

        return NumberText.Write(seconds / scale) + " " + unit;
    }
}
