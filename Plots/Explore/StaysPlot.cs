using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Stays;
using ScottPlot;

namespace FlowSim.Plots.Explore;

/// <summary>Stays of an export against the laws that were fitted to them.</summary>
public static class StaysPlot
{
    private const float LineWidth = 2;
    private const int Steps = 200;

    /// <summary>The share of stays that are longer, as recorded and by the law of each family.</summary>
    /// <param name="group">Stays of one kind of patient.</param>
    public static Plot Of(StaysGroup group)
    {
        var plot = ExploreStyle.Empty($"{group.Table}, {group.Name}: stays as recorded{(group.Chosen is null ? "" : $" and {group.Chosen.Family}")}",
            group.Words, "days", "share of stays that are longer");
        var recorded = Survival.Of(group.Stays);
        var last = Math.Max(recorded[^1].Days, group.Stays.Max(stay => stay.Days));
        var steps = plot.Add.Scatter(recorded.Select(point => point.Days).Append(last).ToArray(),
            recorded.Select(point => point.Share).Append(recorded[^1].Share).ToArray(), ExploreStyle.Ink);
        (steps.ConnectStyle, steps.MarkerSize, steps.LineWidth, steps.LegendText) = (ConnectStyle.StepHorizontal, 0, LineWidth, "as recorded");
        var days = Enumerable.Range(0, Steps + 1).Select(step => last * step / Steps).ToArray();
        foreach (var fit in group.Fits)
        {
            var chosen = fit == group.Chosen;
            var line = plot.Add.Scatter(days, days.Select(fit.Survival).ToArray(), chosen ? ExploreStyle.Second : ExploreStyle.Grey);
            (line.MarkerSize, line.LineWidth, line.LinePattern) = (0, chosen ? LineWidth : LineWidth / 2, chosen ? LinePattern.Solid : Pattern(fit.Family));
            line.LegendText = FormattableString.Invariant($"{fit.Family}, AIC {fit.Aic:F1}{(chosen ? ": taken" : "")}");
        }

        plot.Axes.SetLimits(0, last, 0, 1.02);
        return ExploreStyle.WithKey(plot);
    }

    /// <summary>Grey lines are told apart by their dashes.</summary>
    private static LinePattern Pattern(string family) =>
        family == MaximumLikelihood.Families[0] ? LinePattern.Dashed : family == MaximumLikelihood.Families[1] ? LinePattern.Dotted : LinePattern.DenselyDashed;
}
