using FlowSim.Cli;

namespace FlowSim.Tests.Savings;

/// <summary>What is wrong with prices is said with file and line, and nothing is run.</summary>
public sealed class PriceProblemTests
{
    [TestCase("bed-day,use of bed,300,bed-day,,,,,cash,,,,assumed,none", "costs.price_year: expected a financial year")]
    [TestCase("bed-day,use of bed,300,bed-day,2016/18,,,,cash,,,,assumed,none", "costs.price_year: expected a financial year")]
    [TestCase("visit,visits,100,visit,2016/17,,,,cash,,,,assumed,none", "costs.partner: expected one of the partners trust, council, commissioner")]
    [TestCase("visit,visits,100,visit,2016/17,,trusst,,cash,,,,assumed,none", "Did you mean")]
    [TestCase("visit,visits,100,visit,2016/17,,commissioner,,payment,,,,assumed,none", "A payment has two sides")]
    [TestCase("bed-day,use of bad,300,bed-day,2016/17,,,,cash,,,,assumed,none", "costs.counts: expected use of POOL")]
    [TestCase("bed-day,visit,300,bed-day,2016/17,,trust,,cash,,,,assumed,none", "costs.counts: expected use of POOL")]
    [TestCase("bed-day,stay-length,300,bed-day,2016/17,,trust,,cash,,,,assumed,none", "no number of it can be priced")]
    [TestCase("bed-day,use of bed,300,bed,2016/17,,,,cash,,,,assumed,none", "the unit ends in hour, day, week, year")]
    [TestCase("bed-day,use of bed,£300,bed-day,2016/17,,,,cash,,,,assumed,none", "costs.gbp: expected pounds for one unit")]
    [TestCase("bed-day,use of bed,300,bed-day,2016/17,,,,kash,,,,assumed,none", "costs.basis: expected one of opportunity, cash, payment")]
    [TestCase("bed-day,use of bed,300,bed-day,2013/14,,,,cash,,,,assumed,none", "costs.index: expected one of the indices hchs")]
    [TestCase("bed-day,use of bed,300,bed-day,2012/13,hchs,,,cash,,,,assumed,none", "Index hchs has no 2013/14")]
    [TestCase("bed-day,use of bed,300,bed-day,2016/17,,,,cash,,200 and 400,,assumed,none", "costs.range: expected two ends")]
    [TestCase("bed-day,use of bed,300,bed-day,2016/17,,,,cash,,,ward,assumed,none", "costs.covers: expected pools and stages")]
    public void A_row_that_is_wrong_is_named_by_its_line(string row, string expected) => Refuses(row + "\n", "costs.csv:2", expected);

    [Test]
    public void Two_costs_for_one_item_are_one_too_many() =>
        Refuses(TwoPartners.Bed + TwoPartners.Bed, "costs.csv:3", "one cost of bed-day on the basis cash");

    [Test]
    public void One_quantity_has_one_price_on_a_basis() =>
        Refuses(TwoPartners.Bed + TwoPartners.Bed.Replace("bed-day,use", "night,use"), "costs.csv:3", "bed-day at costs.csv:2 prices it already");

    [Test]
    public void Parts_make_no_more_than_the_whole() =>
        Refuses(TwoPartners.Tariff.Replace("payment,,", "payment,0.7,") + TwoPartners.Tariff.Replace("commissioner,trust,payment,,", "council,trust,payment,0.4,"),
            "costs.csv:3", "parts of tariff that make no more than 1");

    [Test]
    public void What_one_price_covers_no_other_prices() =>
        Refuses(TwoPartners.Bed.Replace(",cash,,,,", ",opportunity,,,care,") + TwoPartners.Care.Replace(",cash,", ",opportunity,"), "costs.csv:3",
            "bed-day at costs.csv:2 has it in its price");

    [Test]
    public void Prices_need_the_year_that_they_are_held_in()
    {
        using var pair = new TwoPartners { Prices = "" };
        Refuses(pair, "costs.csv", "a section prices");
    }

    [Test]
    public void A_year_of_an_index_stands_once()
    {
        using var pair = new TwoPartners { Index = "index,year,change,status,source\nhchs,2014/15,1 %,assumed,r\nhchs,2014/15,2 %,assumed,r\n" };
        Refuses(pair, "price-index.csv:3", "each year of hchs once");
    }

    [Test]
    public void An_investment_of_another_year_needs_an_index()
    {
        using var pair = new TwoPartners
        {
            Scenarios = TwoPartners.Scenario("invest", TwoPartners.Set("stages.care.time", "2 d"),
                "{ line: team, partner: council, gbp_per_year: 1, recurrent: true, from: 2017-10-01, price_year: 2015/16 }"),
        };
        Refuses(pair, "system.yaml", "an index to re-base it by (prices.index)");
    }

    private static void Refuses(string rows, string where, string expected)
    {
        using var pair = new TwoPartners
        {
            Costs = TwoPartners.CostHeader + rows,
            Index = "index,year,change,status,source\nhchs,2014/15,0.9 %,assumed,r\nhchs,2015/16,1.3 %,assumed,r\nhchs,2016/17,1.8 %,assumed,r\n",
        };
        Refuses(pair, where, expected);
    }

    private static void Refuses(TwoPartners pair, string where, string expected)
    {
        var typed = pair.Typed();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput), typed.Error);
        Assert.That(typed.Error.ReplaceLineEndings(" "), Does.Contain(where).And.Contain(expected));
        Assert.That(Directory.Exists(pair.Results), Is.False);
    }
}
