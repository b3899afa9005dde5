using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Reads <c>settled_within</c>: <c>2 %</c> of the level, <c>0.5 points</c> of a measure in per cent, or a number in the measure's unit.</summary>
internal static class SettledText
{
    private const string Key = "settled_within";
    private const string Points = "points";
    private const string Expected = "a share of the level such as 2 %, points such as 0.5 points, or a number in the measure's unit, above 0";

    /// <summary>Null where the key is missing or refused.</summary>
    public static SettledBound? Read(KeyReader keys)
    {
        if (keys.Text(Key, Expected) is not { } text)
        {
            return null;
        }

        if (ShareText.TryParsePercent(text, out var share) && share > 0)
        {
            return new SettledBound(share, OfLevel: true);
        }

        var number = text.EndsWith(Points, StringComparison.Ordinal) ? text[..^Points.Length].TrimEnd() : text;
        if (NumberText.TryParse(number, out var size, out _) && size > 0)
        {
            return new SettledBound(size, OfLevel: false);
        }

        keys.Refuse(keys[Key]!.Where, keys.PathOf(Key), Expected, text);
        return null;
    }
}
