using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Report.Sections;

/// <summary>
/// A drawing within a page: its texts are as visible as those of the page, and its ids are made unique on the page, for two drawings may have much the
/// same name.
/// </summary>
internal static class InlineSvg
{
    public static string Of(Drawing drawing, string unique)
    {
        // In texts a quotation mark is written as an entity, so these patterns stand in attributes only.
        var id = XmlText.Id(drawing.Name) + "-";
        return VisibleText.Of(drawing.ToString())
            .Replace($"=\"{id}", $"=\"{unique}-", StringComparison.Ordinal)
            .Replace($" {id}desc\"", $" {unique}-desc\"", StringComparison.Ordinal)
            .Replace($"=\"url(#{id}", $"=\"url(#{unique}-", StringComparison.Ordinal)
            .Replace($"=\"#{id}", $"=\"#{unique}-", StringComparison.Ordinal);
    }
}
