using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>What the ledger of savings is held in, as written.</summary>
/// <param name="Year">The price year, by the calendar year in which it begins.</param>
/// <param name="Index">For investments of another price year; null: none is named.</param>
/// <param name="Discount">[share a year]; null: nothing is said.</param>
/// <param name="Life">[y]; null: nothing is said.</param>
/// <param name="Turnover">By partner [£ a year].</param>
/// <param name="Wards">Beds that stand in wards; null: nothing is said.</param>
internal sealed record PricesDescription(int Year, Written? Index, double? Discount, int? Life, IReadOnlyDictionary<string, decimal> Turnover,
    WardDescription? Wards)
{
    /// <summary>The section of a system; null where there is none, or, with problems said, where it cannot be read.</summary>
    public static PricesDescription? Of(SystemFiles files, ProblemList problems) => Read(new Binding(problems), files.Root[SystemKeys.Prices.Name]);

    /// <summary>The section; null where there is none, or, with problems said, where it cannot be read.</summary>
    public static PricesDescription? Read(Binding binding, Node? node)
    {
        if (node is null || binding.Map(node, SystemKeys.Prices.Name, PriceKeys.Prices) is not { } reader)
        {
            return null;
        }

        var year = reader.Text(PriceKeys.Year);
        var first = 0;
        if (year is not null && !PriceYear.TryParse(year.Text, out first))
        {
            reader.Refuse(year.Where, PriceKeys.Year, PriceYear.Expected, year.Text);
        }

        var (index, discount) = (reader.Text(PriceKeys.Index), Share(reader, PriceKeys.Discount));
        int? life = reader.Has(PriceKeys.Life) ? reader.Count(PriceKeys.Life) : null;
        var turnover = Turnovers(reader);
        var wards = reader.Inner(PriceKeys.Wards) is { } inner ? Ward(inner) : null;
        return year is null || reader.Failed ? null : new PricesDescription(first, index, discount, life, turnover, wards);
    }

    private static WardDescription? Ward(MapReader reader)
    {
        var of = reader.Text(PriceKeys.Of);
        int? size = reader.Has(PriceKeys.Size) ? reader.Count(PriceKeys.Size) : null;
        return of is null ? null : new WardDescription(of, size, Share(reader, PriceKeys.Full), Share(reader, PriceKeys.TooFew));
    }

    private static double? Share(MapReader reader, Key key)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        if (ShareText.TryParse(text.Text, out var share, out var expected))
        {
            return share;
        }

        reader.Refuse(text.Where, key, expected, text.Text);
        return null;
    }

    private static Dictionary<string, decimal> Turnovers(MapReader reader)
    {
        var turnover = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (partner, node) in reader.Names(PriceKeys.Turnover))
        {
            if (node is ScalarNode scalar && MoneyText.TryParse(scalar.Text, out var pounds, out _) && pounds > 0)
            {
                turnover[partner.Text] = pounds;
            }
            else
            {
                reader.Refuse(node.Where, partner.Path, MoneyText.Expected, node.ToString() ?? "");
            }
        }

        return turnover;
    }
}

/// <summary>When a whole ward could be given up, as written.</summary>
/// <param name="Of">The group of its beds.</param>
/// <param name="Size">[beds]; null: nothing is said.</param>
/// <param name="Full">How full beds may be on average [share]; null: nothing is said.</param>
/// <param name="TooFew">For how much of winter there may be too few [share]; null: nothing is said.</param>
internal sealed record WardDescription(Written Of, int? Size, double? Full, double? TooFew);
