using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Savings;

/// <summary>How prices of one kind changed from year to year.</summary>
/// <param name="Name">Such as <c>hchs</c>.</param>
/// <param name="Changes">By the financial year that a change leads to, the change from the year before [0.018 is 1.8 %].</param>
internal sealed record PriceIndex(string Name, IReadOnlyDictionary<int, decimal> Changes)
{
    /// <summary>By what an amount in prices of one year is multiplied to be in prices of another: the product of (1 + change) over the years between.</summary>
    /// <param name="from">The year of the amount.</param>
    /// <param name="to">The year wanted; earlier years divide.</param>
    /// <param name="missing">A year that the index lacks, where the result is null.</param>
    public decimal? Factor(int from, int to, out int missing)
    {
        missing = 0;
        var factor = 1m;
        for (var year = Math.Min(from, to) + 1; year <= Math.Max(from, to); year++)
        {
            if (!Changes.TryGetValue(year, out var change))
            {
                missing = year;
                return null;
            }

            factor *= 1 + change;
        }

        return from <= to ? factor : 1 / factor;
    }

    /// <summary>The chain in words, such as <c>hchs 2014/15 to 2016/17</c>; empty where nothing is re-based.</summary>
    public string Chain(int from, int to) => from == to ? "" : $"{Name} {PriceYear.Text(from)} to {PriceYear.Text(to)}";
}
