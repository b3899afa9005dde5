using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Sampling;

/// <summary>
/// The inverse of one Poisson distribution function by a table of its cumulative probabilities: the same counts as <see cref="PoissonQuantile"/>.
/// </summary>
internal sealed class PoissonTable
{
    private const int Cells = 64;
    private readonly double[] cumulative;

    /// <summary>By cell of the uniform: the count at its lower end, from which the search goes up.</summary>
    private readonly int[] guide = new int[Cells];

    public PoissonTable(double mean)
    {
        cumulative = PoissonQuantile.Cumulative(mean);
        for (int cell = 0, count = 0; cell < Cells; cell++)
        {
            while (cumulative[count] < (double)cell / Cells)
            {
                count++;
            }

            guide[cell] = count;
        }
    }

    /// <summary>The smallest count whose cumulative probability is at least u in (0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Quantile(double u)
    {
        var sums = cumulative;
        var count = guide[double.ConvertToIntegerNative<int>(u * Cells)];
        while (sums[count] < u)
        {
            count++;
        }

        return count;
    }
}
