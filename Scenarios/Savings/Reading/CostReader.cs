using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Savings.Reading;

/// <summary>Reads <c>costs.csv</c>: a row for what one unit of something costs whom, on one basis.</summary>
internal sealed class CostReader
{
    private const string Item = "item";
    private const string Counts = "counts";
    private const string Gbp = "gbp";
    private const string Unit = "unit";
    private const string Year = "price_year";
    private const string Partner = "partner";
    private const string BasisColumn = "basis";
    private const string Counterparty = "counterparty";
    private const string Index = "index";
    private const string Factor = "factor";
    private const string Range = "range";
    private const string FactorRange = "factor_range";
    private const string Covers = "covers";
    private static readonly string[] Demanded = [Item, Counts, Gbp, Unit, Year, Partner, BasisColumn, "status", "source"];
    private static readonly string[] Optional = [Counterparty, Index, Factor, FactorRange, Range, Covers, "note"];

    private readonly LedgerTable table;
    private readonly PriceSettings settings;
    private readonly IReadOnlyDictionary<string, PriceIndex> indices;
    private readonly QuantityReader quantities;
    private readonly PartnerReader partners;
    private readonly string[] coverable;

    private CostReader(LedgerTable table, PriceSettings settings, IReadOnlyDictionary<string, PriceIndex> indices, SystemModel model,
        IReadOnlyList<string> partners)
    {
        this.table = table;
        this.settings = settings;
        this.indices = indices;
        quantities = new QuantityReader(model, settings.Wards);
        this.partners = new PartnerReader(model, partners);
        coverable = [.. model.Pools.Select(pool => pool.Template).Concat(model.StageTemplates).Distinct()];
    }

    /// <summary>The rows, in order; those with something wrong are left out, with the problems said.</summary>
    public static IReadOnlyList<UnitCost> Of(TableData data, PriceSettings settings, IReadOnlyDictionary<string, PriceIndex> indices, SystemModel model,
        IReadOnlyList<string> partners, ProblemList problems)
    {
        var table = new LedgerTable(data, problems);
        if (!table.HasColumns(Demanded, Optional))
        {
            return [];
        }

        var reader = new CostReader(table, settings, indices, model, partners);
        var costs = table.Rows.Select(reader.Read).OfType<UnitCost>().ToList();
        CostCheck.Check(costs, problems);
        return costs;
    }

    private UnitCost? Read(TableRow row)
    {
        var counted = quantities.Read(table.Cell(row, Counts), table.Cell(row, Unit), out var advice);
        if (counted is null)
        {
            table.Refuse(row, Counts, QuantityReader.Expected, advice);
        }

        var pounds = table.Number(row, Gbp, "pounds for one unit, such as \"148\"", "Write the number alone; its unit stands beside it.");
        if (pounds < 0)
        {
            table.Refuse(row, Gbp, "a price of 0 or more", "What one thing saves of another has a factor below 0.");
        }

        var factor = table.Cell(row, Factor).Length == 0 ? 1 : table.Number(row, Factor, "the part of the quantity that the price is for, such as \"0.7\"");
        var basis = table.Cell(row, BasisColumn);
        if (!LedgerWords.Bases.Contains(basis))
        {
            table.Refuse(row, BasisColumn, $"one of {string.Join(", ", LedgerWords.Bases)}", Nearest.Hint(basis, LedgerWords.Bases));
        }

        var partner = Rule(row, Partner, counted);
        var counterparty = IsPaid(row, basis) ? Rule(row, Counterparty, null) : null;
        var rebased = Rebased(row, out var year, out var chain);
        var (range, factorRange) = (RangeOf(row, Range, Gbp), RangeOf(row, FactorRange, Factor));
        var covers = Covered(row, basis, counted);
        var isNamed = table.Says(row, Item, "a name, which the ledger calls the line");
        return !table.HasOrigin(row) || !isNamed || IsPaidByItself(row, partner, counterparty) || counted is null || pounds is null || factor is null
            || partner is null || rebased is null || covers is null
            || !LedgerWords.Bases.Contains(basis) || (IsPaid(row, basis) && counterparty is null)
            || Places(row, partner, counterparty, counted) is not { } places
            ? null
            : new UnitCost
            {
                Item = table.Cell(row, Item),
                Quantity = counted.Quantity,
                Pounds = pounds.Value,
                Unit = table.Cell(row, Unit),
                PriceYear = year,
                Rebased = rebased.Value,
                Chain = chain,
                Factor = factor.Value,
                Partner = partner,
                Counterparty = counterparty,
                Basis = basis,
                Range = range,
                FactorRange = factorRange,
                Covers = covers,
                Uses = counted.Uses,
                Places = places,
                Where = row.Where,
            };
    }

    /// <summary>A payment has two sides; on the other bases a row with a counterparty is one too.</summary>
    private bool IsPaid(TableRow row, string basis) => basis == Basis.Payment || table.Cell(row, Counterparty).Length > 0;

    /// <summary>True, with the problem said, where payer and payee are one: nothing moves then.</summary>
    private bool IsPaidByItself(TableRow row, PartnerRule? partner, PartnerRule? counterparty)
    {
        if (partner is null || counterparty is null || partner.Partner != counterparty.Partner
            || (partner.IsByPlace && !partner.ByPlace.All(place => counterparty.ByPlace.GetValueOrDefault(place.Key) == place.Value)))
        {
            return false;
        }

        table.Refuse(row, Counterparty, "another partner than the one who pays");
        return true;
    }

    private PartnerRule? Rule(TableRow row, string column, QuantityReader.Counted? counted)
    {
        if (partners.Read(table.Cell(row, column), counted?.Pool, out var hint) is { } rule)
        {
            return rule;
        }

        table.Refuse(row, column, partners.Expected, column == Counterparty && table.Cell(row, column).Length == 0
            ? "A payment has two sides: partner pays, counterparty is paid."
            : hint);
        return null;
    }

    /// <summary>Where it is counted: by the places of those rules that go by place, else for the whole system.</summary>
    private string[]? Places(TableRow row, PartnerRule partner, PartnerRule? counterparty, QuantityReader.Counted counted)
    {
        PartnerRule[] byPlace = [.. new[] { partner, counterparty }.OfType<PartnerRule>().Where(rule => rule.IsByPlace)];
        if (byPlace.Length == 0)
        {
            return [];
        }

        var places = counted.Dimension?.Instances ?? [];
        var known = byPlace.All(rule => places.All(rule.ByPlace.ContainsKey));
        if (places.Length > 0 && known)
        {
            return places;
        }

        table.Refuse(row, partner.IsByPlace ? Partner : Counterparty,
            places.Length == 0 ? $"one partner: {counted.Quantity.Written} is reported for the whole system alone"
                : $"partners for {string.Join(", ", places)}, the places of {counted.Quantity.Written}");
        return null;
    }

    private decimal? Rebased(TableRow row, out int year, out string chain)
    {
        (year, chain) = (0, "");
        if (table.Year(row, Year) is not { } written)
        {
            return null;
        }

        year = written;
        if (written == settings.Year)
        {
            return 1;
        }

        if (!indices.TryGetValue(table.Cell(row, Index), out var index))
        {
            table.Refuse(row, Index, indices.Count == 0 ? "an index of price-index.csv, which is not there" : $"one of the indices {string.Join(", ", indices.Keys)}",
                $"A price of {PriceYear.Text(written)} is re-based to {PriceYear.Text(settings.Year)} by an index. {Nearest.Hint(table.Cell(row, Index), indices.Keys)}".TrimEnd());
            return null;
        }

        if (index.Factor(written, settings.Year, out var missing) is { } factor)
        {
            chain = index.Chain(written, settings.Year);
            return factor;
        }

        table.Refuse(row, Index, $"an index with every year from {PriceYear.Text(Math.Min(written, settings.Year) + 1)} to {PriceYear.Text(Math.Max(written, settings.Year))}",
            $"Index {index.Name} has no {PriceYear.Text(missing)}: add it to price-index.csv.");
        return null;
    }

    private InputRange? RangeOf(TableRow row, string column, string of)
    {
        var text = table.Cell(row, column);
        if (text.Length == 0)
        {
            return null;
        }

        var value = table.Cell(row, of);
        value = value.Length == 0 ? "1" : value;
        if (InputRange.Of(text, value, out _) is { } range)
        {
            if (!range.IsRelative)
            {
                table.CheckRange(row, column, value);
            }

            return range;
        }

        table.Refuse(row, column, "two ends such as \"245 to 313\", or \"±20 %\"");
        return null;
    }

    /// <summary>
    /// What is named under <c>covers</c>; at average value the pools that are counted too, while a price in cash may be of the variable part alone.
    /// </summary>
    private List<string>? Covered(TableRow row, string basis, QuantityReader.Counted? counted)
    {
        var named = table.Cell(row, Covers).Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (named.Find(name => !coverable.Contains(name)) is { } odd)
        {
            table.Refuse(row, Covers, "pools and stages, with blanks between", $"{odd} is neither. {Nearest.Hint(odd, coverable)}".TrimEnd());
            return null;
        }

        if (basis != Basis.Opportunity || counted is null)
        {
            return named;
        }

        return [.. named.Union(counted.Uses).Union(counted.Pool is { } pool ? [pool] : [])];
    }
}
