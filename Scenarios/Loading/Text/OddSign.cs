namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Signs that look like the right ones, as word processors and PDF tables write them.</summary>
internal static class OddSign
{
    private static readonly (char Sign, string Name, string Right)[] Known =
    [
        ('\u2013', "a long dash", "-"),
        ('\u2014', "a long dash", "-"),
        ('\u2212', "a minus sign", "-"),
        ('\u2011', "a non-breaking hyphen", "-"),
        ('\u00A0', "a non-breaking blank", " "),
        ('\u202F', "a non-breaking blank", " "),
    ];

    /// <summary>Names the first of them in a text; empty if there is none.</summary>
    public static string Hint(string text)
    {
        var (sign, name, right) = Array.Find(Known, known => text.Contains(known.Sign));
        return name is null ? "" : $"It has {name} (U+{(int)sign:X4}) where \"{right}\" is meant.";
    }
}
