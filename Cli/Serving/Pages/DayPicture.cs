using System.Globalization;
using FlowSim.Plots.Flows;
using FlowSim.Plots.Report;

namespace FlowSim.Cli.Serving.Pages;

/// <summary>The network under the patients, as SVG. How it looks stands in the style sheet; the script writes the figures.</summary>
internal static class DayPicture
{
    private const double Tip = 7;

    public static string Svg(FlowMap map)
    {
        var page = new HtmlWriter();
        page.Open("svg", ("viewBox", $"0 0 {N(map.Width)} {N(map.Height)}"), ("role", "group"), ("aria-label", "The network: each box opens the list of who is there")).EndLine();
        foreach (var ribbon in map.Ribbons)
        {
            var kind = ribbon.IsBack ? "ribbon back" : "ribbon";
            var width = ribbon.IsArea ? null : N(ribbon.Thickness);
            page.Open("path", ("class", ribbon.IsArea ? kind + " area" : kind), ("d", ribbon.Path), ("stroke-width", width)).Close();
        }

        for (var index = 0; index < map.Boxes.Count; index++)
        {
            Box(page, map.Boxes[index], index);
        }

        return page.Close().ToString();
    }

    private static void Box(HtmlWriter page, MapBox box, int index)
    {
        var isStage = box.Kind == MapBoxKind.Stage;
        page.Open("g", ("class", isStage ? "box" : "way"), ("data-box", index.ToString(CultureInfo.InvariantCulture)),
            ("role", isStage ? "button" : null), ("tabindex", isStage ? "0" : null), ("aria-label", isStage ? string.Join(' ', box.Lines) : null)).EndLine();
        page.Element("title", string.Join(", ", box.Labels));
        var left = box.Left + box.QueueWidth;
        if (box.QueueWidth > 0)
        {
            Rectangle(page, "queue-ground", box.Left, box);
            Rectangle(page, "queue", box.Left, box);
        }

        if (isStage)
        {
            Rectangle(page, "body", left, box, box.Width - box.QueueWidth);
        }
        else
        {
            var (right, bottom) = (box.Left + box.Width, box.Top + box.Height);
            page.Open("path", ("class", "body"),
                ("d", $"M{N(box.Left)} {N(box.Top)}H{N(right - Tip)}L{N(right)} {N(box.Top + (box.Height / 2))}L{N(right - Tip)} {N(bottom)}H{N(box.Left)}Z")).Close();
        }

        var baseline = box.Top + FlowMap.LineHeight;
        foreach (var line in box.Lines)
        {
            Text(page, "name", left + FlowMap.Padding, baseline, line);
            baseline += FlowMap.LineHeight;
        }

        // In the order in which they are read out.
        Text(page, "figures", left + FlowMap.Padding, baseline, "");
        if (box.QueueWidth > 0)
        {
            Text(page, "waits", box.Left + FlowMap.Padding, box.Top + FlowMap.LineHeight, "");
        }

        if (isStage)
        {
            Rectangle(page, "frame", box.Left, box, box.Width);
        }

        page.Close();
    }

    private static void Rectangle(HtmlWriter page, string kind, double left, MapBox box, double? width = null) =>
        page.Open("rect", ("class", kind), ("x", N(left)), ("y", N(box.Top)), ("width", N(width ?? box.QueueWidth)), ("height", N(box.Height))).Close();

    private static void Text(HtmlWriter page, string kind, double x, double y, string text) =>
        page.Open("text", ("class", kind), ("x", N(x)), ("y", N(y)), ("font-size", N(FlowMap.TextSize))).Text(text).Close();

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
