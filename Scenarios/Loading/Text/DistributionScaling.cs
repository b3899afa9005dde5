namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Distributions made longer or shorter as a whole, shape kept.</summary>
internal static class DistributionScaling
{
    /// <summary>Every value multiplied, bounds included; null for a family whose values cannot be (<c>binomial</c>).</summary>
    public static DistributionSpec? Scaled(this DistributionSpec spec, double factor) =>
        spec.ScaledLaw(factor) is { } law
            ? law with { AtLeast = Times(spec.AtLeast, factor), AtMost = Times(spec.AtMost, factor) }
            : null;

    /// <summary>The law multiplied (so mean and sd alike: the coefficient of variation stays), bounds as they were; null for a family whose values cannot be.</summary>
    public static DistributionSpec? ScaledLaw(this DistributionSpec spec, double factor)
    {
        if (spec.Family == "binomial")
        {
            return null;
        }

        if (spec["mu"] is { } mu)
        {
            return factor > 0 ? spec.WithParameter("mu", mu + Math.Log(factor)) : null;
        }

        return spec with { Parameters = [.. spec.Parameters.Select(parameter => parameter.Name == "shape" ? parameter : parameter with { Value = parameter.Value * factor })] };
    }

    private static DistributionParameter? Times(DistributionParameter? bound, double factor) =>
        bound is { } written ? written with { Value = written.Value * factor } : null;
}
