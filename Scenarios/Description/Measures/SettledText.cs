using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>Reads <c>settled_within</c>: <c>2 %</c> of the level, <c>0.5 points</c> of a measure in per cent, or a number in the measure's unit.</summary>
internal static class SettledText
{
    private const string Points = "points";

    /// <summary>Null where the key is missing or refused.</summary>
    public static SettledBound? Read(MapReader reader)
    {
        if (reader.Text(MeasureKeys.SettledWithin) is not { } written)
        {
            return null;
        }

        var text = written.Text;
        if (ShareText.TryParsePercent(text, out var share) && share > 0)
        {
            return new SettledBound(share, OfLevel: true);
        }

        var number = text.EndsWith(Points, StringComparison.Ordinal) ? text[..^Points.Length].TrimEnd() : text;
        if (NumberText.TryParse(number, out var size, out _) && size > 0)
        {
            return new SettledBound(size, OfLevel: false);
        }

        reader.Refuse(written.Where, MeasureKeys.SettledWithin, MeasureKeys.SettledWithin.Expected, text);
        return null;
    }
}
