namespace FlowSim.Scenarios.Loading.Text;

/// <summary>What must hold between the parameters of a distribution.</summary>
internal static class DistributionCheck
{
    /// <summary>More trials would need a table longer than the engine keeps.</summary>
    private const int MostTrials = 100_000;

    /// <summary>True if the law exists; else <paramref name="broken"/> is the rule that does not hold.</summary>
    public static bool Passes(DistributionSpec spec, out string broken)
    {
        broken = spec.Family switch
        {
            "exponential" => Positive(spec, "mean"),
            "lognormal" when spec["mu"] is not null => NotNegative(spec, "sigma"),
            "lognormal" when spec["median"] is { } median => First(Positive(spec, "median"), median <= spec["mean"] ? "" : "a median that is not above the mean"),
            "lognormal" or "gamma" => First(Positive(spec, "mean"), NotNegative(spec, "sd")),
            "normal" => NotNegative(spec, "sd"),
            "weibull" => First(Positive(spec, "shape"), Positive(spec, "scale")),
            "uniform" => spec["min"] <= spec["max"] ? "" : "the lower limit first, such as \"uniform 7 d 28 d\"",
            "triangular" => spec["min"] <= spec["mode"] && spec["mode"] <= spec["max"] ? "" : "lowest, most likely, highest in this order, such as \"triangular 10 min 15 min 30 min\"",
            "binomial" => Binomial(spec),
            _ => "",
        };
        return broken.Length == 0;
    }

    private static string Binomial(DistributionSpec spec)
    {
        var trials = spec["n"] is { } n && n >= 0 && n <= MostTrials && n == Math.Floor(n);
        return trials && spec["p"] is >= 0 and <= 1 ? "" : "a whole number of trials, at most 100000, and a probability, such as \"binomial 30 80 %\"";
    }

    private static string Positive(DistributionSpec spec, string name) => spec[name] > 0 ? "" : $"a {name} above 0";

    private static string NotNegative(DistributionSpec spec, string name) => spec[name] >= 0 ? "" : $"a {name} that is not negative";

    private static string First(string first, string second) => first.Length > 0 ? first : second;
}
