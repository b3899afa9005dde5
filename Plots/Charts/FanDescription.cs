namespace FlowSim.Plots.Charts;

/// <summary>The fan chart in words, for those who cannot see it.</summary>
internal static class FanDescription
{
    /// <summary>Below it the band is the lowest to the highest replication [replications].</summary>
    public const int LeastForQuantiles = 40;

    public static string Of(IReadOnlyList<FanPanel> panels, ChartSource source)
    {
        var sites = string.Join("; ", panels.Select(Describe));
        return FormattableString.Invariant($"Small multiples by place, days from left to right, beds upwards. Means of {source.Replications} replications: {sites}.");
    }

    private static string Describe(FanPanel panel)
    {
        var means = panel.Occupied.Select(point => (double)point.Mean).Where(mean => !double.IsNaN(mean)).ToList();
        if (means.Count == 0)
        {
            return $"{panel.Place}: nothing measured";
        }

        var open = panel.Open.Where(beds => !double.IsNaN(beds)).ToList();
        var openText = open.Count == 0 ? "" : FormattableString.Invariant($", of {open.Average():F0} open");
        return FormattableString.Invariant($"{panel.Place}: {means.Average():F0} beds occupied on average, lowest day {means.Min():F0}, highest day {means.Max():F0}{openText}");
    }
}
