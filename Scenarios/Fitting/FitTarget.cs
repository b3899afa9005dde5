using FlowSim.Scenarios.Calibration;

namespace FlowSim.Scenarios.Fitting;

/// <summary>A figure that a fit goes by.</summary>
/// <param name="Observation">What was observed.</param>
internal sealed record FitTarget(Observation Observation)
{
    /// <summary>The interval of an observation reaches so many standard deviations to both sides.</summary>
    private const double SidesOf95 = 1.959964;

    /// <summary>Measure, place, group and period.</summary>
    public string Name => string.Join(' ',
        new[] { Observation.Measure.Id, Observation.Place, Observation.Group, Observation.Period.Text }.Where(part => part.Length > 0));

    public double Observed => Observation.Observed;

    /// <summary>Of the observation and of what the model leaves out; chance is not in it.</summary>
    public double Variance { get; } = Square(ObservationDeviation(Observation)) + Square(DiscrepancyOf(Observation));

    /// <summary>Standard deviation of the observation; 0 where it has no interval.</summary>
    private static double ObservationDeviation(Observation row) =>
        double.IsNaN(row.Lower95 + row.Upper95) ? 0 : (row.Upper95 - row.Lower95) / (2 * SidesOf95);

    /// <summary>Standard deviation of what the model leaves out.</summary>
    private static double DiscrepancyOf(Observation row) => double.IsNaN(row.Discrepancy) ? row.Tolerance / 2 : row.Discrepancy;

    /// <summary>How far a modelled figure is from what was observed, in standard deviations of all that is uncertain; infinite where there is none.</summary>
    /// <param name="modelled">In the measure's unit.</param>
    /// <param name="chance">Variance of the modelled figure.</param>
    public double Implausibility(double modelled, double chance)
    {
        var off = Math.Abs(modelled - Observed);
        var variance = Variance + (double.IsNaN(chance) ? 0 : chance);
        return double.IsNaN(off) ? double.PositiveInfinity : off == 0 ? 0 : off / Math.Sqrt(variance);
    }

    private static double Square(double value) => value * value;
}
