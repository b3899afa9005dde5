using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Asked;

/// <summary>So much more of what stands at a path, as a change: ten more, a tenth more. Of a time that is drawn it is its mean that grows.</summary>
public static class MoreText
{
    private const char Percent = '%';
    private const string Mean = "mean";

    /// <summary>The change; null where nobody could say which number is meant.</summary>
    /// <param name="path">What is moved.</param>
    /// <param name="value">What stands there; empty: it is not known.</param>
    /// <param name="more">How much more, without the plus; without a unit, in the unit of what stands there.</param>
    /// <param name="why">What to type in its place, where there is no change.</param>
    public static SetText? Of(string path, string value, string more, out string why)
    {
        why = "";
        var isNumber = QuantityText.TryParse(value, out var stated);
        if (value.Length > 0 && !(isNumber && stated.Kind is UnitKind.Share or UnitKind.Growth) && Factor(more) is { } factor)
        {
            return new SetText(ScenarioKeys.Scale.Name, path, NumberText.Write(factor));
        }

        if (isNumber)
        {
            // Five more of 70 % are 5 %.
            return new SetText(ScenarioKeys.Add.Name, path, IsBare(more) ? $"{stated.Before}{more}{stated.After}" : more);
        }

        if (Drawn(value) is { } drawn)
        {
            var mean = drawn.Parameters.FirstOrDefault(parameter => parameter.Name == Mean);
            why = mean.Name is null ? $"“{value}” has no mean to which that could be added: type +10 % for all of it, or another time in its place." : "";
            return mean.Name is null ? null : new SetText(ScenarioKeys.Add.Name, $"{path}.{Mean}", IsBare(more) ? $"{more} {mean.Unit}".TrimEnd() : more);
        }

        why = value.StartsWith('{') ? "These are several numbers: type one in place of all of them, or look for the table or roster that they stand in and move one there."
            : value.StartsWith('[') ? "These are several times: type +10 % for all of them, or one time in their place." : "";
        return why.Length > 0 ? null : new SetText(ScenarioKeys.Add.Name, path, more);
    }

    private static bool IsBare(string more) => NumberText.TryParse(more, out _, out _);

    /// <summary>By how much a tenth more multiplies; null where it is no percentage.</summary>
    private static double? Factor(string more) =>
        more[^1] == Percent && NumberText.TryParse(more[..^1].Trim(), out var percent, out _) ? Math.Round(1 + (percent / 100), 9) : null;

    /// <summary>The law of a time or a number that is drawn; of one in the hours of a calendar, of what is drawn.</summary>
    private static DistributionSpec? Drawn(string value) =>
        DistributionText.TryParse(value, out var time, out _) || DistributionText.TryParseNumber(value, out time, out _) ? time
            : TimeTextReader.TryParse(value, out var read, out _) && read is TimeText.Of of ? Drawn(of.Time.ToText()) : null;
}
