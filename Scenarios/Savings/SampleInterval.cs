using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Savings;

/// <summary>The mean of paired values with its 95 % t-interval.</summary>
/// <param name="Mean">NaN without a value.</param>
/// <param name="Error">Standard error of the mean; NaN below two values.</param>
/// <param name="Lower">NaN below two values.</param>
/// <param name="Upper">NaN below two values.</param>
/// <param name="N">Values.</param>
internal readonly record struct SampleInterval(double Mean, double Error, double Lower, double Upper, int N)
{
    public static SampleInterval Of(IEnumerable<double> values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        var spread = Sample.StandardDeviation(known);
        var mean = spread == 0 ? known[0] : Sample.Mean(known);
        var half = Sample.HalfWidth(known.Length, spread);
        return new SampleInterval(mean, spread / Math.Sqrt(known.Length), mean - half, mean + half, known.Length);
    }
}
