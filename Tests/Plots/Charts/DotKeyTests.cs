using System.Text.RegularExpressions;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>The key of a dot plot: no two entries have the same sign.</summary>
public sealed partial class DotKeyTests
{
    [TestCase(1)]
    [TestCase(2)]
    public void No_two_entries_look_alike(int series)
    {
        DotSeries[] all = [new("at its low end", Palette.Blue, PointShape.Circle), new("at its high end", Palette.Vermilion, PointShape.Diamond)];
        Estimate[] points = [new(3, 1, 5), new(-1, -3, 1)];
        var plot = new DotPlot
        {
            Name = "key",
            Title = "A key",
            Subtitle = "",
            AxisTitle = "days",
            Signed = true,
            Series = all[..series],
            Groups = [new DotGroup("", [new DotRow("Beds", points[..series])])],
            Scenarios = ["baseline"],
        };
        var drawing = DotPlotDrawing.Draw(plot, new ChartRequest { Results = new HandMade().With("visits", "per day", 200, 1, 0, 2).Results }).Single();
        string[] entries = [.. series > 1 ? all.Select(one => one.Name) : [], "more than chance would give", "may be chance: the interval includes 0"];
        var signs = entries.Select(entry => SignBefore(drawing.ToString(), entry)).ToList();
        Assert.That(signs, Has.None.Empty.And.Unique);
    }

    /// <summary>Shapes and colours, without where they are, right before a text.</summary>
    private static string SignBefore(string svg, string text)
    {
        var lines = svg.Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith("<text", StringComparison.Ordinal) && line.Contains($">{text}<", StringComparison.Ordinal));
        return string.Concat(lines[..at].Reverse().TakeWhile(line => line.Contains("class=\"point\"", StringComparison.Ordinal)).Select(line => Place().Replace(line, "")));
    }

    [GeneratedRegex(@" (cx|cy|d)=""[^""]*""")]
    private static partial Regex Place();
}
