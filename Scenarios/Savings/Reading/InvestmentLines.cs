using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Savings.Reading;

/// <summary>Makes of a scenario's lines of investment amounts in prices of the ledger's year.</summary>
internal sealed class InvestmentLines
{
    private readonly PriceSettings settings;
    private readonly IReadOnlyDictionary<string, PriceIndex> indices;
    private readonly string[] buyable;

    /// <summary>The first measured day, on which a line without a day begins.</summary>
    private readonly DateOnly firstDay;
    private readonly ProblemList problems;

    public InvestmentLines(PriceSettings settings, IReadOnlyDictionary<string, PriceIndex> indices, SystemModel model, ProblemList problems)
    {
        this.settings = settings;
        this.indices = indices;
        this.problems = problems;
        firstDay = LedgerPeriod.Of(model.Run)[0].Begin;
        buyable = [.. model.Pools.Select(pool => pool.Template).Concat(model.StageTemplates).Distinct()];
    }

    /// <summary>The lines of a scenario with those of all that it includes; what is wrong is left out, with the problems said.</summary>
    public IReadOnlyList<Investment> Of(ScenarioInfo scenario) => [.. scenario.Investment.Select(Read).OfType<Investment>()];

    private Investment? Read(InvestmentLine line)
    {
        var reader = new MapReader(new Binding(problems), line.Line, $"scenarios.{line.Scenario}.investment", ScenarioKeys.Investment);
        var isYearly = reader.Has(ScenarioKeys.PerYear);
        var amount = reader.Text(isYearly ? ScenarioKeys.PerYear : ScenarioKeys.Once);
        if (amount is null || Pounds(amount.Text) is not { } pounds)
        {
            problems.Error(line.Line.Where, reader.PathOf(ScenarioKeys.PerYear), "an amount: gbp_per_year, or gbp for pounds once", reader.KeysWritten);
            return null;
        }

        var (partner, name, from) = (reader.Text(ScenarioKeys.Partner), reader.Text(ScenarioKeys.Line), reader.Text(ScenarioKeys.From));
        var buys = reader.Texts(ScenarioKeys.Buys);
        foreach (var odd in buys.Where(one => !buyable.Contains(one.Text)))
        {
            reader.Refuse(odd.Where, ScenarioKeys.Buys, "pools and stages", odd.Text, Nearest.Hint(odd.Text, buyable));
        }

        var begins = from is not null && DateText.TryParse(from.Text, out var day, out _) ? day : firstDay;
        if (!isYearly && begins < firstDay)
        {
            problems.Warning(from!.Where, reader.PathOf(ScenarioKeys.From), FormattableString.Invariant($"a day that is measured, from {firstDay:yyyy-MM-dd} on"),
                from.Text, "Pounds once are spent on their day: in cash this line counts in no year that is measured.");
        }

        var rebased = Rebased(reader, line, out var year);
        return partner is null || name is null || rebased is null || reader.Failed ? null : new Investment
        {
            Line = name.Text,
            Partner = partner.Text,
            Pounds = pounds,
            IsYearly = isYearly,
            Recurrent = isYearly && (!reader.Has(ScenarioKeys.Recurrent) || reader.Flag(ScenarioKeys.Recurrent)),
            From = begins,
            PriceYear = year,
            Rebased = rebased.Value,
            Life = reader.Has(ScenarioKeys.Life) ? reader.Count(ScenarioKeys.Life) : settings.Life,
            Buys = [.. buys.Select(one => one.Text)],
            Range = RangeOf(line.Line, amount.Text),
            Where = line.Line.Where,
        };
    }

    private decimal? Rebased(MapReader reader, InvestmentLine line, out int year)
    {
        var written = reader.Text(ScenarioKeys.PriceYear);
        year = settings.Year;
        if (written is null || !PriceYear.TryParse(written.Text, out year))
        {
            reader.Refuse(written?.Where ?? line.Line.Where, ScenarioKeys.PriceYear, PriceYear.Expected, written?.Text ?? "none",
                "Every amount of money has the year of its prices beside it.");
            return null;
        }

        if (year == settings.Year)
        {
            return 1;
        }

        var missing = 0;
        if (indices.TryGetValue(settings.Index, out var index) && index.Factor(year, settings.Year, out missing) is { } factor)
        {
            return factor;
        }

        reader.Refuse(written.Where, ScenarioKeys.PriceYear,
            index is null ? $"{PriceYear.Text(settings.Year)}, or an index to re-base it by (prices.index)" : $"a year that index {index.Name} reaches",
            written.Text, index is null ? "" : $"Index {index.Name} has no {PriceYear.Text(missing)}: add it to price-index.csv.");
        return null;
    }

    private static InputRange? RangeOf(MapNode line, string amount) =>
        line["range"] is ScalarNode range ? InputRange.Of(range.Text, amount.TrimStart('£'), out _) : null;

    private static decimal? Pounds(string text) => MoneyText.TryParse(text, out var money, out _) ? money
        : NumberText.TryParse(text, out var plain, out _) ? (decimal)plain : null;
}
