using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Asked;

/// <summary>The unit of a value as written, and what may stand in its place.</summary>
internal static class ValueWords
{
    private const string Percent = "%";
    private const string Rest = "rest";

    private static readonly Dictionary<string, Section> Sections = new(StringComparer.Ordinal)
    {
        [SystemKeys.Pools.Name] = PoolKeys.Pool,
        [SystemKeys.Stages.Name] = StageKeys.Stage,
        [SystemKeys.Streams.Name] = StreamKeys.Stream,
        [SystemKeys.Calendars.Name] = SystemKeys.Calendar,
    };

    /// <summary>Unit, such as <c>d</c>, <c>per d</c> or <c>%</c>; empty for plain numbers and for what is none.</summary>
    public static string UnitOf(string text)
    {
        if (QuantityText.TryParse(text, out var quantity))
        {
            return quantity.Kind switch
            {
                UnitKind.Number => "",
                UnitKind.Share => Percent,
                UnitKind.Money => "£",
                _ => quantity.After.Trim(),
            };
        }

        return DistributionText.TryParse(text, out var spec, out _) && spec.Parameters is [var first, ..] ? first.Unit : "";
    }

    /// <summary>What may be set: by the key at the end of a part's own property, else by what stands there.</summary>
    /// <param name="section">Section of the system.</param>
    /// <param name="property">The property of a part; empty further inside.</param>
    /// <param name="text">What stands there.</param>
    public static string MayBe(string section, string property, string text)
    {
        var key = property.Length > 0 && Sections.TryGetValue(section, out var keys) ? keys.Keys.FirstOrDefault(one => one.Name == property) : null;
        var parameters = ParametersOf(text);
        return (key?.Expected ?? ByKind(text)) + (parameters.Length > 0 ? $"; one number of it: {parameters}" : "");
    }

    private static string ByKind(string text)
    {
        if (QuantityText.TryParse(text, out var quantity))
        {
            return quantity.Kind switch
            {
                UnitKind.Number => "a number",
                UnitKind.Share => "a share, such as 12 %",
                UnitKind.Growth => "a growth, such as 1.9 % per y",
                UnitKind.Rate => "a rate, such as 12 per d",
                UnitKind.Time => DistributionText.ExpectedTime,
                _ => "an amount in pounds",
            };
        }

        return DistributionText.TryParse(text, out _, out _) ? DistributionText.ExpectedTime
            : text == Rest ? "a share, such as 12 %, or rest"
            : "another name or text of the same kind";
    }

    private static string ParametersOf(string text) =>
        DistributionText.TryParse(text, out var spec, out _) && spec.Parameters.Count > 1
            ? string.Join(", ", spec.Parameters.Select(parameter => "." + parameter.Name)
                .Concat(spec.AtLeast is null ? [] : [".at-least"]).Concat(spec.AtMost is null ? [] : [".at-most"]))
            : "";
}
