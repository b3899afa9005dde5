using System.Xml.Linq;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>The answer in one picture.</summary>
public sealed class TargetsTests
{
    [Test]
    public void A_change_that_may_be_chance_is_a_hollow_point_in_a_column_as_on_a_page()
    {
        Assert.That(Hollow("ordinary", ChartRequest.LeastWidth), Is.EqualTo(Hollow("ordinary", ChartRequest.PageWidth)).And.Positive);
        Assert.That(Hollow("one replication", ChartRequest.LeastWidth), Is.Zero, "without intervals nothing is said of chance");
    }

    /// <summary>Hollow points beside rows; where there are some, each drawing has one in its key.</summary>
    private static int Hollow(string results, double width)
    {
        var drawn = TargetChart.Chart.Draw(new ChartRequest { Results = AwkwardResults.Get(results), WidthMillimetres = width }).All;
        return drawn.Sum(drawing =>
        {
            var points = XElement.Parse(drawing.ToString()).Descendants().Where(element => element.Name.LocalName == "circle");
            return Math.Max(0, points.Count(point => (string?)point.Attribute("fill") == Palette.White && (string?)point.Attribute("stroke") == Palette.Blue) - 1);
        });
    }
}
