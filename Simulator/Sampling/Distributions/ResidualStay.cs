namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>The stays of patients found present at a moment: long stays are found more often, and each is partly over.</summary>
/// <remarks>
/// In the long run the stay of a patient present has density x f(x) / E[X], and the elapsed part is uniform over it; the mean
/// of what remains is E[X²] / (2 E[X]) (renewal theory: Cox 1962).
/// </remarks>
internal sealed class ResidualStay
{
    private const int Cells = 2048;

    private readonly Distribution[] _parts;
    private readonly double[] _cumulative;

    /// <summary>Prepares the length-biased form of a distribution of stays [s].</summary>
    /// <exception cref="ArgumentException">The stay is always 0, so no one is ever present.</exception>
    public ResidualStay(Distribution d)
    {
        ArgumentNullException.ThrowIfNull(d);
        var mixture = d as Mixture;
        _parts = mixture is null ? [d] : mixture.Parts.ToArray();
        _cumulative = new double[_parts.Length * Cells];
        var sum = 0.0;
        for (var part = 0; part < _parts.Length; part++)
        {
            var weight = mixture?.Weight(part) ?? 1;
            for (var cell = 0; cell < Cells; cell++)
            {
                var mass = Probability((cell + 1.0) / Cells) - Probability((double)cell / Cells);
                sum += weight * mass * _parts[part].Seconds(Probability((cell + 0.5) / Cells));
                _cumulative[part * Cells + cell] = sum;
            }
        }

        if (sum == 0)
        {
            throw new ArgumentException($"expected a stay that is not always 0; received {d.Description}");
        }
    }

    /// <summary>The whole stay of a patient present [s] and how much of it is over [s]; at least a second remains.</summary>
    /// <param name="u1">Picks the stay: a uniform in (0, 1).</param>
    /// <param name="u2">Picks the elapsed part: another.</param>
    public (int total, int elapsed) Draw(double u1, double u2)
    {
        var target = Math.Min(u1 * _cumulative[^1], Math.BitDecrement(_cumulative[^1]));
        var cell = CellOf(target);
        var start = cell == 0 ? 0 : _cumulative[cell - 1];
        var within = (target - start) / (_cumulative[cell] - start);
        var total = Math.Max(1, _parts[cell / Cells].Seconds(Probability((cell % Cells + within) / Cells)));
        return (total, Math.Min((int)(u2 * total), total - 1));
    }

    /// <summary>The first cell whose cumulative time exceeds the target: never one without time of its own.</summary>
    private int CellOf(double target)
    {
        var low = 0;
        var high = _cumulative.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _cumulative[middle] > target ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Where a place among the cells lies in probability: dense towards 1, where few stays make up much of the time.</summary>
    private static double Probability(double place)
    {
        var left = (1 - place) * (1 - place);
        return Math.Clamp(1 - left * left, RandomBlock.SmallestUniform, RandomBlock.LargestUniform);
    }
}
