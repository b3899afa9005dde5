using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>Differences in per cent of the baseline on one axis, of which one is many times the others.</summary>
public sealed class DifferencesTests
{
    [Test]
    public void A_measure_that_is_multiplied_does_not_press_the_others_together()
    {
        var drawing = Draw(620);
        Assert.That(At(drawing, 1).X - At(drawing, 0).X, Is.GreaterThan(60), "of −40 and +20 %, which were 15 pt apart");
        Assert.That(At(drawing, 4).X, Is.InRange(At(drawing, 1).X + 20, drawing.Width * 0.8), "within the axis");
        Assert.That(drawing.ToString(), Does.Contain("+620").And.Contain("lies further"));
    }

    [Test]
    public void What_is_doubled_has_its_place_on_the_axis()
    {
        var drawing = Draw(100);
        var (x20, x100) = (At(drawing, 1).X, At(drawing, 4).X);
        Assert.That((x100 - x20) / (x20 - At(drawing, 0).X), Is.EqualTo(80.0 / 60).Within(0.01));
        Assert.That(drawing.ToString(), Does.Not.Contain("lies further"));
    }

    /// <summary>Of baselines of 100: −40, +20, −10, +5 and one more.</summary>
    private static Drawing Draw(double last)
    {
        var made = new HandMade();
        foreach (var (index, change) in new[] { -40, 20, -10, 5, last }.Index())
        {
            made.With($"m{index}", "per day", 100, change, change - 2, change + 2);
        }

        return Differences.Chart.Draw(new ChartRequest { Results = made.Results }).All.Single();
    }

    private static DrawnNumber At(Drawing drawing, int measure) =>
        drawing.Numbers.First(number => number.At.StartsWith($"M{measure}", StringComparison.OrdinalIgnoreCase));
}
