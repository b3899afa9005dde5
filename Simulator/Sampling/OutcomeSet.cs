using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Sampling;

/// <summary>An outcome, and the random word from which on a later one is picked.</summary>
internal readonly record struct OutcomeStep(uint Threshold, int Outcome);

/// <summary>A choice among outcomes with given shares, scanned in the order they were written.</summary>
/// <remarks>
/// The order is kept because routes stay paired when scenarios differ in one share: only words between the two thresholds
/// change outcome. An outcome with share 0 is never picked; the last with a positive share takes what rounding leaves.
/// </remarks>
public sealed class OutcomeSet
{
    private const double Words = 4294967296.0;
    private const double Tolerance = 1e-9;

    private readonly double[] _shares;
    private readonly int[] _outcomes;
    private readonly OutcomeStep[] _steps;

    /// <exception cref="ArgumentException">No outcome, lengths differ, a share is negative or NaN, or the sum is not 1 ± 1e-9.</exception>
    public OutcomeSet(double[] shares, int[] outcomes)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(outcomes);
        Check(shares, outcomes);
        _shares = [.. shares];
        _outcomes = [.. outcomes];
        _steps = [.. Thresholds(shares).Zip(outcomes, (threshold, outcome) => new OutcomeStep(threshold, outcome))
            .Take(Array.FindLastIndex(shares, share => share > 0) + 1)];
        First = outcomes[0];
        IsSingle = outcomes.Length == 1;
    }

    /// <summary>The outcomes as written.</summary>
    public ReadOnlySpan<int> Outcomes => _outcomes;

    /// <summary>Whether one outcome only is listed, so that nothing need be drawn.</summary>
    public bool IsSingle { get; }

    /// <summary>The outcomes that can be picked, for who picks often.</summary>
    internal OutcomeStep[] Steps => _steps;

    /// <summary>The outcome written first.</summary>
    public int First { get; }

    /// <summary>The share of the i-th outcome [0–1].</summary>
    public double Share(int i) => _shares[i];

    /// <summary>The outcome of a random word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Pick(uint w) => Pick(_steps, w);

    /// <summary>The outcome of a random word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Pick(OutcomeStep[] steps, uint w)
    {
        var i = 0;
        while (i < steps.Length - 1 && w >= steps[i].Threshold)
        {
            i++;
        }

        return steps[i].Outcome;
    }

    /// <summary>The outcome of a uniform in (0, 1), by its first 32 bits.</summary>
    public int Pick(double u) => Pick((uint)(u * Words));

    private static void Check(double[] shares, int[] outcomes)
    {
        if (shares.Length == 0 || shares.Length != outcomes.Length)
        {
            throw new ArgumentException($"expected as many shares as outcomes, at least one; received {shares.Length} and {outcomes.Length}");
        }

        var sum = 0.0;
        foreach (var share in shares)
        {
            if (!(share >= 0))
            {
                throw new ArgumentException(FormattableString.Invariant($"expected shares of 0 or more; received {share}"));
            }

            sum += share;
        }

        if (!(Math.Abs(sum - 1) <= Tolerance))
        {
            throw new ArgumentException(FormattableString.Invariant($"expected shares that sum to 1; received a sum of {sum}"));
        }
    }

    private static uint[] Thresholds(double[] shares)
    {
        var thresholds = new uint[shares.Length];
        var cumulative = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            cumulative += shares[i];
            thresholds[i] = (uint)Math.Min(Math.Round(cumulative * Words), uint.MaxValue);
        }

        return thresholds;
    }
}
