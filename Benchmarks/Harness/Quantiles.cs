namespace FlowSim.Benchmarks.Harness;

/// <summary>Order statistics of few values.</summary>
internal static class Quantiles
{
    /// <summary>The lower quartile: of 15 values the fourth smallest.</summary>
    public static double Lower(double[] values) => values.Order().ElementAt(values.Length / 4);

    /// <summary>The upper quartile, for ratios that disturbance makes smaller: of 15 values the fourth largest.</summary>
    public static double Upper(double[] values) => values.OrderDescending().ElementAt(values.Length / 4);
}
