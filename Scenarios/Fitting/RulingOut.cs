namespace FlowSim.Scenarios.Fitting;

/// <summary>
/// When a point is ruled out: an implausibility of 3 or more (whatever its distribution, if it has one peak, 95 % of it lies within three standard
/// deviations: Pukelsheim 1994). The largest counts; with ten targets or more the second largest, so that one figure that the description cannot give does
/// not decide alone.
/// </summary>
internal static class RulingOut
{
    public const double Limit = 3;

    private const int ManyTargets = 10;

    /// <summary>1: the largest implausibility counts; 2: the second largest.</summary>
    public static int Rank(int targets) => targets >= ManyTargets ? 2 : 1;

    /// <summary>What counts of the implausibilities of a point.</summary>
    public static double Of(ReadOnlySpan<double> implausibilities)
    {
        var (first, second) = (0.0, 0.0);
        foreach (var one in implausibilities)
        {
            (first, second) = one > first ? (one, first) : (first, Math.Max(second, one));
        }

        return Rank(implausibilities.Length) == 1 ? first : second;
    }

    public static bool IsRuledOut(double implausibility) => !(implausibility < Limit);
}
