using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Savings;

/// <summary>
/// What scenarios save and cost, in double entry: resources that one partner uses, and payments between two, which sum to exactly 0. The three bases are
/// three ledgers, never added. Every amount is scenario minus baseline, paired by replication; positive is a gain.
/// </summary>
public sealed class Ledger
{
    private readonly PriceBook book;
    private readonly Dictionary<string, IReadOnlyList<LedgerEntry>> byScenario;

    /// <summary>The prices of each draw; null without draws.</summary>
    private readonly PriceDraws? draws;

    /// <summary>Length of the periods [y].</summary>
    private readonly Dictionary<string, double> years;

    private IReadOnlyList<int> numbers = [];
    private IReadOnlyList<DrawnInput> inputs = [];

    private Ledger(PriceBook book, PriceDraws? draws, Dictionary<string, IReadOnlyList<LedgerEntry>> byScenario, IReadOnlyList<LedgerPeriod> periods)
    {
        (this.book, this.draws) = (book, draws);
        years = periods.ToDictionary(period => period.Name, period => period.Years);
        years[Periods.All] = periods.Sum(period => period.Years);
        this.byScenario = byScenario;
    }

    /// <summary>The ledger of an experiment.</summary>
    /// <param name="book">The prices.</param>
    /// <param name="plan">What was run.</param>
    /// <param name="result">What it gave; without a baseline there is nothing to set scenarios against.</param>
    public static Ledger Of(PriceBook book, ExperimentPlan plan, ExperimentResult result)
    {
        var entries = new Dictionary<string, IReadOnlyList<LedgerEntry>>(StringComparer.Ordinal);
        var periods = LedgerPeriod.Of(plan.Run);
        var wards = book.Settings.Wards is { } settings ? FlowSim.Scenarios.Savings.Wards.Of(settings, result, periods) : [];
        var draws = result.Outer is { } outer ? new PriceDraws(outer.Plan, book.Costs) : null;
        if (result.Baseline is not null)
        {
            var writer = new LedgerWriter(book, plan, result, wards, draws);
            foreach (var scenario in result.Scenarios.Where(scenario => scenario.Id != ExperimentPlan.BaselineId && scenario.Finished > 0))
            {
                entries[scenario.Id] = writer.Write(scenario.Id);
            }
        }

        return new Ledger(book, draws, entries, periods)
        {
            Wards = wards,
            numbers = result.Outer?.Numbers(result) ?? [],
            inputs = [.. result.Outer?.Inputs(result).Where(input => !InputEffect.IsMember(input)) ?? []],
        };
    }

    /// <summary>The rows of <c>wards.csv</c>.</summary>
    public IReadOnlyList<WardRow> Wards { get; private init; } = [];

    /// <summary>The rows of <c>ledger.csv</c>.</summary>
    public IReadOnlyList<LedgerLine> Lines =>
        [.. byScenario.SelectMany(scenario => scenario.Value.Select(entry => LineOf(scenario.Key, entry)))];

    /// <summary>The rows of <c>savings.csv</c>: sums over partners and bases, with verdicts.</summary>
    public IReadOnlyList<Saving> Savings =>
        [.. byScenario.SelectMany(scenario => SavingSums.Of(scenario.Key, scenario.Value, book, years)).Select(WithWhatMakesItWide)];

    /// <summary>Rows of <c>draws.csv</c>: the prices and investments of each draw.</summary>
    public IReadOnlyList<DrawnInput> DrawnPrices =>
        draws is null ? [] : [.. draws.Inputs(book.Costs, byScenario.Keys.SelectMany(scenario => book.Investments.GetValueOrDefault(scenario, [])), numbers)];

    /// <summary>Length of a period [y].</summary>
    internal double YearsOf(string period) => years[period];

    /// <summary>What is drawn of the prices of a basis and of a scenario's investment, in each draw.</summary>
    internal IEnumerable<DrawnInput> DrawnPricesOf(string scenario, string basis) => draws is null ? []
        : draws.Inputs(book.Costs.Where(cost => cost.Basis == basis && !cost.IsTransfer), book.Investments.GetValueOrDefault(scenario, []), numbers);

    /// <summary>What all partners together gain, by replication [£].</summary>
    /// <param name="scenario">Its id.</param>
    /// <param name="basis">The basis.</param>
    /// <param name="period">A year, or <c>all</c>.</param>
    /// <param name="net">True after investment.</param>
    internal double[]? SavedByReplication(string scenario, string basis, string period, bool net) =>
        Saved(scenario, basis, period, net, entry => entry.ByReplication);

    /// <summary>The same by draw of what is not known [£].</summary>
    internal double[]? SavedByDraw(string scenario, string basis, string period, bool net) => Saved(scenario, basis, period, net, entry => entry.ByDraw);

    /// <summary>What is drawn of the prices of a basis and of a scenario's investment: a row for each that varies, in the order of the draws [£].</summary>
    internal IEnumerable<double[]> PricesByDraw(string scenario, string basis, IReadOnlyList<int> numbers) => draws is null ? [] :
    [
        .. book.Costs.Where(cost => cost.Basis == basis && !cost.IsTransfer && cost.Varies)
            .Select(cost => numbers.Select(draw => (double)draws.RateOf(cost, draw)).ToArray()),
        .. book.Investments.GetValueOrDefault(scenario, []).Where(line => line.Range is not null)
            .Select(line => numbers.Select(draw => (double)draws.PoundsOf(line, draw)).ToArray()),
    ];

    /// <summary>Of a sum for the system the input, price or investment that it follows most closely over the draws.</summary>
    private Saving WithWhatMakesItWide(Saving saving)
    {
        if (saving.Partner != Saving.System || draws is null || SavedByDraw(saving.Scenario, saving.Basis, saving.Year, net: true) is not { } values)
        {
            return saving;
        }

        var byDraw = numbers.Zip(values).ToDictionary(one => one.First, one => one.Second);
        var prices = DrawnPricesOf(saving.Scenario, saving.Basis);
        var closest = inputs.Where(input => input.Scenario == saving.Scenario || input.Scenario == ExperimentPlan.BaselineId).Concat(prices)
            .Where(input => byDraw.ContainsKey(input.Draw)).GroupBy(input => (input.Input, input.Reason))
            .Select(input => InputEffect.Of(input.Key.Input, input.Key.Reason, [.. input.Select(one => (InputEffect.Place(one), byDraw[one.Draw]))]))
            .OfType<InputEffect>().MaxBy(effect => Math.Abs(effect.Correlation));
        return closest is not { ExcludesZero: true } ? saving : saving with
        {
            WideBy = closest.Input,
            WideByCorrelation = closest.Correlation,
            WideByLower95 = closest.Lower95,
            WideByUpper95 = closest.Upper95,
        };
    }

    private double[]? Saved(string scenario, string basis, string period, bool net, Func<LedgerEntry, double[]> of)
    {
        var all = byScenario.GetValueOrDefault(scenario, []);
        var entries = all.Where(entry => entry.Perspective == Perspective.Resource && entry.Basis == basis && entry.Year == period
            && (net || !entry.IsInvestment)).ToList();

        // Lines of which nothing changes are left out: nothing is gained then.
        return all.Count == 0 ? null : entries.Count == 0 ? new double[of(all[0]).Length] : YearSums.Added(entries.Select(of));
    }

    private LedgerLine LineOf(string scenario, LedgerEntry entry)
    {
        var (chance, all) = (SampleInterval.Of(entry.ByReplication), AllInterval.Of(entry.ByDraw));
        return new LedgerLine
        {
            Scenario = scenario,
            Year = entry.Year,
            Partner = entry.Partner,
            Counterparty = entry.Counterparty,
            Line = entry.Line,
            Place = entry.Place,
            Perspective = entry.Perspective,
            Basis = entry.Basis,
            Quantity = entry.Quantity,
            Unit = entry.Unit,
            UnitCost = entry.Rate,
            Amount = entry.Amount,
            Lower95 = chance.Lower,
            Upper95 = chance.Upper,
            Lower95All = all.Lower,
            Upper95All = all.Upper,
            NOuter = all.N,
            Recurrent = entry.Recurrent,
            PriceYear = Loading.Text.PriceYear.Text(book.Settings.Year),
        };
    }
}
