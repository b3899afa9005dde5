using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Tests.Plots.Charts;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>Drawings in the colours of a house.</summary>
public sealed class HouseColoursTests
{
    [Test]
    public void Points_lines_and_bands_are_drawn_in_them_and_nothing_else_moves()
    {
        var (colours, _) = HouseColours.Read("#005eb8, #AE2573");
        var request = new ChartRequest { Results = AwkwardResults.Get("ordinary") };
        foreach (var chart in new[] { "four-hour", "occupancy-fan", "differences" }.Select(id => ChartList.Find(id, request.Results)!))
        {
            var (own, house) = (chart.Draw(request).All[0].ToString(), chart.Draw(request with { Colours = colours }).All[0].ToString());
            Assert.That(house, Does.Not.Contain("#0072B2").And.Not.Contain("#C24E00").And.Not.Contain("#B9D9EC").And.Contain("#005EB8"), chart.Id);
            Assert.That(own.Replace("#0072B2", "#005EB8").Replace("#C24E00", "#AE2573").Replace("#B9D9EC", colours!.Pale), Is.EqualTo(house), chart.Id);
        }
    }

    [TestCase("#005EB8", "expected two colours such as #005EB8,#AE2573, received '#005EB8'")]
    [TestCase("blue,#AE2573", "expected two colours")]
    [TestCase("#00AEEF,#AE2573", "#00AEEF has a contrast of 2.5 : 1 on white, and 4.5 is needed")]
    [TestCase("#005EB8,#005eb8", "expected two colours that differ")]
    public void What_cannot_be_read_or_told_apart_is_refused_with_the_reason(string text, string says)
    {
        var (colours, problem) = HouseColours.Read(text);
        Assert.That(colours, Is.Null);
        Assert.That(problem, Does.Contain(says));
    }

    [Test]
    public void The_colour_of_bands_is_pale_enough_for_text_on_it()
    {
        var pale = HouseColours.Read("#005EB8,#AE2573").Colours!.Pale;
        Assert.That(Palette.Contrast(pale, Palette.Black), Is.GreaterThan(7));
    }
}
