namespace FlowSim.Scenarios.Loading.Text;

/// <summary>What a parameter of a distribution must be.</summary>
internal enum ParameterKind
{
    /// <summary>In the unit of the distribution: a time, or a plain number where numbers are drawn.</summary>
    Value,

    /// <summary>A plain number.</summary>
    Plain,

    /// <summary>A probability, with or without %.</summary>
    Probability,
}

/// <summary>One way to write a family: its parameters, in order, with names or without.</summary>
internal sealed record DistributionForm(string Family, bool Named, (string Name, ParameterKind Kind)[] Parameters, string Example)
{
    /// <summary>Every way to write a distribution, but <c>empirical</c> and the bare value, which have their own grammar.</summary>
    public static readonly DistributionForm[] All =
    [
        new("exponential", true, [("mean", ParameterKind.Value)], "exponential mean 2 d"),
        new("lognormal", true, [("mean", ParameterKind.Value), ("sd", ParameterKind.Value)], "lognormal mean 3.1 d sd 4 d"),
        new("lognormal", true, [("median", ParameterKind.Value), ("mean", ParameterKind.Value)], "lognormal median 9 d mean 18 d"),
        new("lognormal", true, [("mu", ParameterKind.Plain), ("sigma", ParameterKind.Plain)], "lognormal mu 1.2 sigma 0.8 d"),
        new("gamma", true, [("mean", ParameterKind.Value), ("sd", ParameterKind.Value)], "gamma mean 2 d sd 1 d"),
        new("weibull", true, [("shape", ParameterKind.Plain), ("scale", ParameterKind.Value)], "weibull shape 1.5 scale 2 d"),
        new("normal", true, [("mean", ParameterKind.Value), ("sd", ParameterKind.Value)], "normal mean 30 min sd 5 min"),
        new("uniform", false, [("min", ParameterKind.Value), ("max", ParameterKind.Value)], "uniform 7 d 28 d"),
        new("triangular", false, [("min", ParameterKind.Value), ("mode", ParameterKind.Value), ("max", ParameterKind.Value)], "triangular 10 min 15 min 30 min"),
        new("constant", false, [("value", ParameterKind.Value)], "constant 5 min"),
        new("binomial", false, [("n", ParameterKind.Plain), ("p", ParameterKind.Probability)], "binomial 30 80 %"),
    ];

    public static IEnumerable<string> Families => All.Select(form => form.Family).Distinct().Append("empirical");
}
