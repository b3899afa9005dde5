using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Analytic;

/// <summary>An exact answer beside what the simulation says.</summary>
/// <param name="Value">The exact answer.</param>
/// <param name="First">Estimate with its 99 % interval.</param>
/// <param name="Second">Estimate of the independent second run with its 99.9 % interval; null if the first agreed.</param>
/// <param name="Replications">Replications of the first run.</param>
internal sealed record Check(ExactValue Value, Estimate First, Estimate? Second, int Replications)
{
    /// <summary>The estimate that decides.</summary>
    public Estimate Deciding => Second ?? First;

    /// <summary>Half width of the deciding interval as a part of the exact answer [0–1].</summary>
    public double RelativeWidth => Deciding.HalfWidth / Value.Exact;

    /// <summary>Theory lies outside the deciding interval, or more was seen of what theory calls rare.</summary>
    public bool IsOutside => Value.IsRare ? Deciding.Mean > Value.Resolution : !Deciding.Holds(Value.Exact);

    /// <summary>The deciding interval is narrow enough to mean something.</summary>
    public bool IsNarrow => Value.IsRare || (Deciding.HalfWidth > 0 && (RelativeWidth <= Value.HalfWidthAtMost || Deciding.HalfWidth <= Value.OrAtMost));

    /// <summary>Theory lies in a narrow interval, or both are below what can be resolved.</summary>
    public bool Agrees => Disagreement is null;

    /// <summary>What is wrong, or null.</summary>
    public string? Disagreement => !IsNarrow ? "the interval is not narrow: " + Said : IsOutside ? "theory lies outside: " + Said : null;

    /// <summary>True if theory lies in the first run's interval of a level of confidence.</summary>
    public bool IsWithin(double level) =>
        Math.Abs(First.Mean - Value.Exact) <= First.HalfWidth * StudentT.InvCDF(0, 1, Replications - 1, (1 + level) / 2) / StudentT.InvCDF(0, 1,
            Replications - 1, (1 + Theory.FirstLevel) / 2);

    private string Said => FormattableString.Invariant(
        $"{Value.Quantity}: theory {Value.Exact:g6}, simulated {Deciding.Mean:g6} ± {Deciding.HalfWidth:g3} ({100 * RelativeWidth:0.##} % of theory)");
}
