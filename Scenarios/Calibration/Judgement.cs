using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Calibration;

/// <summary>Sets the values of the replications beside what was observed.</summary>
internal static class Judgement
{
    /// <summary>Of its size; a mean of 77.7 is not 0.1 away from 77.8 to the last bit.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The row with what is modelled and how it is judged.</summary>
    /// <param name="row">What was observed.</param>
    /// <param name="values">By replication; NaN where undefined.</param>
    /// <param name="atLeast">True where only too little is a fault.</param>
    public static CalibrationRow Of(CalibrationRow row, double[] values, bool atLeast = false)
    {
        var defined = Array.FindAll(values, value => !double.IsNaN(value));
        var mean = Sample.Mean(defined);
        var half = Sample.HalfWidth(defined.Length, Sample.StandardDeviation(defined));
        var judged = row with { Modelled = mean, Lower95 = mean - half, Upper95 = mean + half };
        return judged with { Verdict = VerdictOf(judged, atLeast) };
    }

    private static string VerdictOf(CalibrationRow row, bool atLeast)
    {
        if (double.IsNaN(row.Observed))
        {
            return CalibrationVerdict.NoObservation;
        }

        if (double.IsNaN(row.Tolerance))
        {
            return CalibrationVerdict.NotJudged;
        }

        var slack = Rounding * (Math.Abs(row.Observed) + row.Tolerance);
        var lowest = row.Observed - row.Tolerance - slack;
        var highest = atLeast ? double.PositiveInfinity : row.Observed + row.Tolerance + slack;
        return row.Lower95 >= lowest && row.Upper95 <= highest ? CalibrationVerdict.Within
            : row.Upper95 < lowest || row.Lower95 > highest ? CalibrationVerdict.Outside
            : CalibrationVerdict.CannotBeTold;
    }
}
