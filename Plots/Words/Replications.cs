namespace FlowSim.Plots.Words;

/// <summary>What intervals and bands are, given how many replications they rest on.</summary>
internal static class Replications
{
    /// <summary>Below it a band of a series is the lowest to the highest replication [replications].</summary>
    public const int LeastForQuantiles = 40;

    /// <summary>What the bars through the points are.</summary>
    public static string Interval(int replications) => replications switch
    {
        < 2 => "One replication: there is no interval",
        _ => "Lines through the points: 95 % intervals of the mean",
    };

    /// <summary>What the band of a series is.</summary>
    public static string Band(int replications) => FormattableString.Invariant(replications switch
    {
        < 2 => $"One replication: there is no band.",
        < LeastForQuantiles => $"Band: lowest to highest of {replications} replications; it holds for each point by itself.",
        _ => $"Band: from the 5 % to the 95 % quantile of {replications} replications; it holds for each point by itself.",
    });
}
