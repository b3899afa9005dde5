namespace FlowSim.Simulator.Sampling;

/// <summary>The laws that <see cref="Distribution"/> can sample.</summary>
internal enum DistributionKind : byte
{
    Constant,
    Exponential,
    Lognormal,
    Gamma,
    Weibull,
    Normal,
    Uniform,
    Triangular,
    Empirical,
    Binomial,
    Mixture,
}
