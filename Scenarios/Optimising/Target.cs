using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Optimising;

/// <summary>What is to be reached: a bound on a measure, for the mean or for so many runs in a hundred.</summary>
/// <param name="Text">As written.</param>
/// <param name="Key">The value in the results.</param>
/// <param name="Unit">Of the measure.</param>
/// <param name="IsBelow">True where it is to be below the bound, false for above.</param>
/// <param name="Bound">In the measure's unit.</param>
/// <param name="Probability">Share of runs that are to meet it [0 to 1]; NaN: the mean is to.</param>
internal sealed record Target(string Text, ResultKey Key, string Unit, bool IsBelow, double Bound, double Probability)
{
    /// <summary>True where one run meets it.</summary>
    public bool IsMetBy(double value) => IsBelow ? value < Bound : value > Bound;

    /// <summary>How far a value is on the wrong side of the bound [the measure's unit]; below 0 on the right side.</summary>
    public double Behind(double value) => IsBelow ? value - Bound : Bound - value;

    /// <summary>
    /// Standard deviations that are to lie between the mean and the bound, so that the target is met for certain at 95 %: of the mean a one-sided
    /// t-limit, of a share of runs the one-sided tolerance factor of the normal distribution.
    /// </summary>
    /// <param name="n">Replications [2 or more].</param>
    public double Factor(int n) => double.IsNaN(Probability) ? ToleranceFactor.OfMean(n) : ToleranceFactor.Of(n, Probability, ToleranceFactor.Confidence);

    /// <summary>The same, that it is missed for certain where no more lie between; may be negative.</summary>
    public double FactorOfMissing(int n) =>
        double.IsNaN(Probability) ? -ToleranceFactor.OfMean(n) : ToleranceFactor.Of(n, Probability, 1 - ToleranceFactor.Confidence);
}
