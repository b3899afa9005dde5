using System.Globalization;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Savings;

/// <summary>
/// The prices of each draw of what is not known: as described in the draws that have everything as described, else somewhere in their ranges, spread evenly
/// over the draws. The prices of one item move together, whoever bears them. Of shares that make a whole the last is what the others leave.
/// </summary>
internal sealed class PriceDraws
{
    private readonly OuterDraws draws;
    private readonly Dictionary<(string, int), double> places = [];

    /// <summary>Of the last share of each whole the others.</summary>
    private readonly Dictionary<UnitCost, UnitCost[]> others;

    /// <param name="draws">What is drawn.</param>
    /// <param name="costs">The prices.</param>
    public PriceDraws(OuterDraws draws, IReadOnlyList<UnitCost> costs)
    {
        this.draws = draws;
        others = costs.GroupBy(cost => (cost.Item, cost.Basis, cost.IsTransfer, cost.Quantity))
            .Where(item => item.Count() > 1 && item.All(cost => cost.Factor > 0) && item.Sum(cost => cost.Factor) == 1)
            .ToDictionary(item => item.Last(), item => item.SkipLast(1).ToArray());
    }

    /// <summary>The price of a unit in a draw, in the ledger's year [£].</summary>
    public decimal RateOf(UnitCost cost, int draw) =>
        At(cost.Pounds, cost.Range, $"costs:{cost.Item}:{cost.Basis}", draw) * cost.Rebased * FactorOf(cost, draw);

    private decimal FactorOf(UnitCost cost, int draw) => others.TryGetValue(cost, out var parts) ? 1 - parts.Sum(part => FactorOf(part, draw))
        : At(cost.Factor, cost.FactorRange, $"costs:{cost.Item}:{cost.Basis}:factor", draw);

    /// <summary>The amount of an investment in a draw, in prices of its own year [£].</summary>
    public decimal PoundsOf(Investment line, int draw) => At(line.Pounds, line.Range, $"investment:{line.Line}", draw);

    private decimal At(decimal described, InputRange? range, string name, int draw)
    {
        if (range is null)
        {
            return described;
        }

        var place = places.TryGetValue((name, draw), out var known) ? known : places[(name, draw)] = draws.PlaceOf(name, draw);
        return !double.IsNaN(place)
            && NumberText.TryParse(range.ValueAt(described.ToString(CultureInfo.InvariantCulture), place) ?? "", out var value, out _)
            ? (decimal)value
            : described;
    }
}
