namespace FlowSim.Scenarios.Optimising;

/// <summary>
/// Makes a design that meets the targets cheaper: a step less of one lever, or less of one and more of another, until none of these meets them for less
/// money. Steps begin wide and end with one.
/// </summary>
internal sealed class Exchange(IReadOnlyList<Lever> levers, Appraisal appraisal, Climb climb)
{
    /// <summary>Swaps that are tried from one design, the most promising first.</summary>
    private const int MostSwaps = 6;

    /// <summary>What was learnt of a lever elsewhere is not exact: a swap is tried that should miss by so little.</summary>
    private const double Slack = 0.1;

    /// <summary>The cheapest design that was found.</summary>
    /// <param name="from">One that meets the targets.</param>
    /// <param name="strides">Steps of each lever at first.</param>
    /// <param name="n">Replications.</param>
    /// <param name="tell">Is told each that is cheaper.</param>
    public Design Run(Design from, IReadOnlyList<int> strides, int n, Action<Design> tell)
    {
        var (best, widths) = (from, strides);
        while (true)
        {
            if (Cheaper(best, widths, n) is { } cheaper)
            {
                best = cheaper;
                tell(best);
            }
            else if (widths.All(width => width == 1))
            {
                return best;
            }
            else
            {
                widths = [.. widths.Select(width => (width + 1) / 2)];
            }
        }
    }

    private Design? Cheaper(Design from, IReadOnlyList<int> strides, int n) =>
        Fewer(from, strides).Concat(Swaps(from, strides, n)).FirstOrDefault(design => appraisal.IsMet(design, n));

    private IEnumerable<Design> Fewer(Design from, IReadOnlyList<int> strides) => Enumerable.Range(0, levers.Count)
        .Where(lever => from[lever] > 0)
        .Select(lever => from.Moved(levers, lever, -Math.Min(strides[lever], from[lever]))!)
        .OrderBy(design => design.Cost(levers));

    private List<Design> Swaps(Design from, IReadOnlyList<int> strides, int n)
    {
        var left = appraisal.Left(from, n);
        var swaps =
            from less in Enumerable.Range(0, levers.Count)
            where @from[less] > 0
            from more in Enumerable.Range(0, levers.Count)
            where more != less
            let isKnown = climb.PerStep(more) > 0
            let back = Math.Min(strides[less], @from[less])
            let lost = back * Math.Max(0, climb.PerStep(less))
            let forth = isKnown ? (int)Math.Clamp(Math.Ceiling((left + lost) / climb.PerStep(more)), 1, levers[more].Steps) : strides[more]
            let design = @from.Moved(levers, less, -back)!.Moved(levers, more, forth)
            where design is not null && design.Cost(levers) < @from.Cost(levers)
            where !isKnown || left + lost - (forth * climb.PerStep(more)) < Slack
            orderby design.Cost(levers)
            select (isKnown, design);

        // What helped nobody where it was tried may help here.
        var all = swaps.ToList();
        return [.. all.Where(swap => swap.isKnown).Concat(all.Where(swap => !swap.isKnown).Take(MostSwaps)).Select(swap => swap.design).Take(2 * MostSwaps)];
    }
}
