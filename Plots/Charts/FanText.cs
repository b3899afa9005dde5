namespace FlowSim.Plots.Charts;

/// <summary>The fan chart in words, for those who cannot see it.</summary>
internal static class FanText
{
    public static string Describe(IReadOnlyList<FanPanel> panels, int replications)
    {
        var places = string.Join("; ", panels.Select(Describe));
        return FormattableString.Invariant($"Small multiples by place, days from left to right, {(panels[0].IsShare ? "share of open beds in use" : "beds")} upwards. Means of {replications} replications: {places}.");
    }

    private static string Describe(FanPanel panel)
    {
        var means = panel.Occupied.Select(point => (double)point.Mean).Where(double.IsFinite).ToList();
        if (means.Count == 0)
        {
            return $"{panel.Name}: nothing measured";
        }

        if (panel.IsShare)
        {
            return FormattableString.Invariant($"{panel.Name}, {means.Average():F1} % of them on average, lowest day {means.Min():F1} %, highest day {means.Max():F1} %");
        }

        var open = panel.Open.Where(double.IsFinite).ToList();
        var openText = open.Count == 0 ? "" : FormattableString.Invariant($", of {open.Average():F0} open");
        return FormattableString.Invariant(
            $"{panel.Name}: {means.Average():F0} beds occupied on average, lowest day {means.Min():F0}, highest day {means.Max():F0}{openText}");
    }
}
