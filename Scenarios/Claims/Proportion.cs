namespace FlowSim.Scenarios.Claims;

/// <summary>A share of independent runs, with its 95 % score interval (Wilson 1927).</summary>
internal readonly record struct Proportion(double Share, double Lower, double Upper)
{
    private const double Z = 1.959963984540054;

    /// <summary>The share of so many; NaN of none.</summary>
    public static Proportion Of(int yes, int of)
    {
        if (of == 0)
        {
            return new Proportion(double.NaN, double.NaN, double.NaN);
        }

        var (share, n) = (yes / (double)of, (double)of);
        var centre = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return new Proportion(share, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
