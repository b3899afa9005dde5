namespace FlowSim.Plots.Explore;

/// <summary>Values counted in equal bins, 1 + ⌈log₂ n⌉ of them (Sturges 1926).</summary>
/// <param name="From">Lower end of the first.</param>
/// <param name="Width">Of each.</param>
/// <param name="Counts">Values in each.</param>
internal sealed record Bins(double From, double Width, IReadOnlyList<int> Counts)
{
    public double Centre(int bin) => From + ((bin + 0.5) * Width);

    /// <param name="values">At least one.</param>
    public static Bins Of(double[] values)
    {
        var (least, most) = (values.Min(), values.Max());
        if (most - least <= Math.Abs(most) * 1e-12)
        {
            var one = most == 0 ? 1 : Math.Abs(most) / 100;
            return new Bins(least - (one / 2), one, [values.Length]);
        }

        var counts = new int[1 + (int)Math.Ceiling(Math.Log2(values.Length))];
        var width = (most - least) / counts.Length;
        foreach (var value in values)
        {
            counts[Math.Min(counts.Length - 1, (int)((value - least) / width))]++;
        }

        return new Bins(least, width, counts);
    }
}
