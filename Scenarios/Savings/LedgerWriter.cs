using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Savings;

/// <summary>Writes the entries of one scenario after the other: unit costs by quantity, then investments, then the sums over years.</summary>
internal sealed class LedgerWriter
{
    private const int QuantityDecimals = 6;
    private const int Pence = 2;
    private const string WholeSystem = "system";

    private readonly PriceBook book;
    private readonly ExperimentResult result;
    private readonly IReadOnlyList<LedgerPeriod> periods;
    private readonly HashSet<ResultKey> keys;
    private readonly QuantityValues baseline;
    private readonly QuantityValues? drawnBaseline;
    private readonly PriceDraws? draws;
    private readonly IReadOnlyList<int> numbers;
    private readonly Dictionary<(string Scenario, string Year, string Place), int> wards;

    public LedgerWriter(PriceBook book, ExperimentPlan plan, ExperimentResult result, IReadOnlyList<WardRow> wards, PriceDraws? draws)
    {
        this.book = book;
        this.result = result;
        this.wards = wards.ToDictionary(row => (row.Scenario, row.Year, row.Place), row => row.Wards);
        periods = LedgerPeriod.Of(plan.Run);
        keys = [.. book.Costs.SelectMany(cost => PlacesOf(cost).SelectMany(place => periods.Select(period => cost.Quantity.KeyOf(period.Name, place))))];
        baseline = QuantityValues.Of(result.Baseline!, keys);
        this.draws = draws;
        numbers = result.Outer?.Numbers(result) ?? [];
        drawnBaseline = Drawn(ExperimentPlan.BaselineId);
    }

    /// <summary>The entries of a scenario, by period and in the order of the files; each transfer with its other side right behind it.</summary>
    public IReadOnlyList<LedgerEntry> Write(string scenario)
    {
        var changed = QuantityValues.Of(result.Scenarios.First(one => one.Id == scenario), keys);
        var drawn = Drawn(scenario);
        var finished = result.Scenarios.First(one => one.Id == scenario).Reported.Select(one => one is not null).ToList();
        var byYear = periods.Select(period => (IReadOnlyList<LedgerEntry>)
        [
            .. book.Costs.SelectMany(cost => PlacesOf(cost).SelectMany(place => cost.Quantity.Measure == Wards.Word
                ? Priced(cost, place, period, GivenUp(scenario, place, period, finished), GivenUp(scenario, place, period, numbers.Select(_ => true)))
                : Priced(cost, place, period, changed, drawn))),
            .. book.Investments.GetValueOrDefault(scenario, []).SelectMany(line => Invested(line, period, finished)),
        ]).ToList();
        return [.. byYear.SelectMany(year => year), .. periods[0].Name == Periods.All ? [] : YearSums.Of(byYear)];
    }

    private static IReadOnlyList<string> PlacesOf(UnitCost cost) => cost.Places.Count == 0 ? [WholeSystem] : cost.Places;

    private QuantityValues? Drawn(string scenario)
    {
        var index = Enumerable.Range(0, result.Scenarios.Count).First(at => result.Scenarios[at].Id == scenario);
        return result.Outer is { } outer ? QuantityValues.Of(outer.Of(result, index), keys) : null;
    }

    /// <summary>Minus the wards that could be given up beyond those of the baseline, for as much of a year as the period is: of all runs together.</summary>
    private double[] GivenUp(string scenario, string place, LedgerPeriod period, IEnumerable<bool> runs)
    {
        int Of(string id) => wards.GetValueOrDefault((id, period.Name, place));
        var fewer = (Of(ExperimentPlan.BaselineId) - Of(scenario)) * period.Years;
        return [.. runs.Select(run => run ? fewer : double.NaN)];
    }

    private IEnumerable<LedgerEntry> Priced(UnitCost cost, string place, LedgerPeriod period, QuantityValues changed, QuantityValues? drawn)
    {
        var key = cost.Quantity.KeyOf(period.Name, place);
        return Priced(cost, place, period, More(changed[key], baseline[key], cost, period),
            drawn is null ? [] : More(drawn[key], drawnBaseline![key], cost, period));
    }

    private IEnumerable<LedgerEntry> Priced(UnitCost cost, string place, LedgerPeriod period, double[] more, double[] drawn)
    {
        double[] known = [.. more.Where(value => !double.IsNaN(value))];

        // Nothing changes as described, and in no draw either.
        if (known.Length == 0 || (Array.TrueForAll(known, value => value == 0) && !Array.Exists(drawn, value => Math.Abs(value) > 0)))
        {
            yield break;
        }

        var quantity = Math.Round((decimal)Sample.Mean(known), QuantityDecimals);
        var rate = (double)cost.Rate;
        var entry = new LedgerEntry
        {
            Year = period.Name,
            Partner = cost.Partner.At(place),
            Counterparty = cost.Counterparty?.At(place) ?? "",
            Line = cost.Item,
            Place = place,
            Perspective = cost.IsTransfer ? Perspective.Transfer : Perspective.Resource,
            Basis = cost.Basis,
            Recurrent = true,
            Quantity = quantity,
            Unit = cost.Unit,
            Rate = cost.Rate,
            Amount = Rounded(-quantity * cost.Rate),
            ByReplication = Array.ConvertAll(more, value => -value * rate),
            ByDraw = ByDraw(drawn, draw => draws!.RateOf(cost, draw)),
        };
        yield return entry;
        if (cost.IsTransfer)
        {
            yield return entry with
            {
                Partner = entry.Counterparty,
                Counterparty = entry.Partner,
                Amount = -entry.Amount,
                ByReplication = Array.ConvertAll(entry.ByReplication, value => -value),
                ByDraw = Array.ConvertAll(entry.ByDraw, value => -value),
            };
        }
    }

    /// <summary>
    /// Cash as it is spent; for the opportunity value money spent once as equivalent annual cost. What prices of use cover is not counted again.
    /// </summary>
    private IEnumerable<LedgerEntry> Invested(Investment line, LedgerPeriod period, List<bool> finished)
    {
        foreach (var basis in new[] { Basis.Opportunity, Basis.Cash })
        {
            if (line.Buys.Count > 0 && book.PricedOn(basis).IsSupersetOf(line.Buys))
            {
                continue;
            }

            decimal Spent(decimal pounds) => basis == Basis.Cash ? line.Cash(period.Begin, period.Days, pounds)
                : line.Annual(period.Begin, period.Days, pounds, book.Settings.Discount);
            var amount = Rounded(-Spent(line.Pounds));
            if (amount != 0)
            {
                yield return new LedgerEntry
                {
                    Year = period.Name,
                    Partner = line.Partner,
                    Line = $"{line.Line} (investment)",
                    Perspective = Perspective.Resource,
                    Basis = basis,
                    Recurrent = line.Recurrent,
                    IsInvestment = true,
                    Amount = amount,
                    ByReplication = [.. finished.Select(done => done ? (double)amount : double.NaN)],
                    ByDraw = [.. numbers.Select(draw => (double)-Spent(draws!.PoundsOf(line, draw)))],
                };
            }
        }
    }

    private double[] ByDraw(double[] more, Func<int, decimal> rate) => [.. more.Select((value, at) => -value * (double)rate(numbers[at]))];

    /// <summary>Scenario minus baseline, in units of the price.</summary>
    private static double[] More(double[] changed, double[] described, UnitCost cost, LedgerPeriod period) =>
        [.. changed.Zip(described, (one, other) => cost.Quantity.Of(one - other, period.Days))];

    private static decimal Rounded(decimal pounds) => Math.Round(pounds, Pence, MidpointRounding.AwayFromZero);
}
