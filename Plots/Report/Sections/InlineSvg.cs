using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Report.Sections;

/// <summary>
/// A drawing within a page: its texts are as visible as those of the page, its ids are unique on the page, for two drawings may have much the same name, and
/// it shares with the others how things look.
/// </summary>
internal static class InlineSvg
{
    public static string Of(Drawing drawing, string unique, SharedLooks looks) => VisibleText.Of(SvgDocument.OnPage(drawing, unique, looks));
}
