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
    public decimal RateOf(UnitCost cost, int draw) => At(cost.Pounds, cost.Range, NameOf(cost), draw) * cost.Rebased * FactorOf(cost, draw);

    private decimal FactorOf(UnitCost cost, int draw) => others.TryGetValue(cost, out var parts) ? 1 - parts.Sum(part => FactorOf(part, draw))
        : At(cost.Factor, cost.FactorRange, FactorNameOf(cost), draw);

    /// <summary>The amount of an investment in a draw, in prices of its own year [£].</summary>
    public decimal PoundsOf(Investment line, int draw) => At(line.Pounds, line.Range, NameOf(line), draw);

    /// <summary>What is drawn of the prices of a basis, or of every basis, and of some investments: each once, in every draw.</summary>
    /// <param name="costs">The prices.</param>
    /// <param name="lines">The investments.</param>
    /// <param name="numbers">Numbers of the draws.</param>
    public IEnumerable<DrawnInput> Inputs(IEnumerable<UnitCost> costs, IEnumerable<Investment> lines, IReadOnlyList<int> numbers)
    {
        var varying = costs.SelectMany(cost => new[]
            {
                (Name: NameOf(cost), cost.Range, Described: cost.Pounds),
                (Name: FactorNameOf(cost), Range: others.ContainsKey(cost) ? null : cost.FactorRange, Described: cost.Factor),
            })
            .Concat(lines.Select(line => (Name: NameOf(line), line.Range, Described: line.Pounds)))
            .Where(one => one.Range is not null).DistinctBy(one => one.Name);
        return varying.SelectMany(one => numbers.Select(draw => new DrawnInput
        {
            Draw = draw,
            Scenario = DrawnInput.Prices,
            Input = one.Name,
            Reason = "",
            Value = At(one.Described, one.Range, one.Name, draw).ToString(CultureInfo.InvariantCulture),
            U = PlaceOf(one.Name, draw),
        }));
    }

    private static string NameOf(UnitCost cost) => $"{DrawnInput.OfCosts}{cost.Item}:{cost.Basis}";

    private static string FactorNameOf(UnitCost cost) => NameOf(cost) + DrawnInput.OfFactor;

    private static string NameOf(Investment line) => DrawnInput.OfInvestment + line.Line;

    private decimal At(decimal described, InputRange? range, string name, int draw)
    {
        if (range is null)
        {
            return described;
        }

        var place = PlaceOf(name, draw);
        return !double.IsNaN(place)
            && NumberText.TryParse(range.ValueAt(described.ToString(CultureInfo.InvariantCulture), place) ?? "", out var value, out _)
            ? (decimal)value
            : described;
    }

    private double PlaceOf(string name, int draw) =>
        places.TryGetValue((name, draw), out var known) ? known : places[(name, draw)] = draws.PlaceOf(name, draw);
}
