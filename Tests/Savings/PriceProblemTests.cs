using FlowSim.Cli.Running;

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
    [TestCase("bed-day,use of bed,-300,bed-day,2016/17,,,,cash,,,,assumed,none", "costs.gbp: expected a price of 0 or more")]
    [TestCase(",use of bed,300,bed-day,2016/17,,,,cash,,,,assumed,none", "costs.item: expected a name")]
    [TestCase("bed-day,use of bed,300,bed-day,2016/17,,,,cash,,,,cited,", "costs.source: expected where it is from")]
    [TestCase("bed-day,use of bed,300,bed-day,2016/17,,,,cash,,400 to 200,,assumed,none", "costs.range: expected the lower end first")]
    [TestCase("tariff,visits,100,visit,2016/17,,trust,trust,payment,,,,assumed,none", "costs.counterparty: expected another partner than the one who pays")]
    [TestCase("fee,use of bed,100,bed-day,2016/17,,,trust,cash,,,,assumed,none", "costs.counterparty: expected another partner than the one who pays")]
    [TestCase("bed-day,use of bed,300,bed-day,2016/17,,,,cash,,,ward,assumed,none", "costs.covers: expected pools and stages")]
    [TestCase("bed-day,use of bed,300,bed-day,2016/17,,,,cash,,,,asumed,none", "costs.status: expected one of measured, cited, derived, assumed")]
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

    [TestCase("cash", "beds-in-use", "bed-day at costs.csv:2 prices the use of bed already")]
    [TestCase("opportunity", "beds-in-use", "bed-day at costs.csv:2 has it in its price")]
    public void The_same_use_under_another_name_is_no_second_quantity(string basis, string other, string expected) =>
        Refuses(TwoPartners.Bed.Replace(",cash,", $",{basis},") + $"night,{other},300,bed-day,2016/17,,trust,,{basis},,,,assumed,none\n", "costs.csv:3", expected);

    [Test]
    public void What_any_row_of_an_item_covers_no_other_prices() =>
        Refuses("bed-day,use of bed,300,bed-day,2016/17,,trust,,opportunity,0.5,,,assumed,none\n"
            + "bed-day,use of bed,300,bed-day,2016/17,,council,,opportunity,0.5,,care,assumed,none\n" + TwoPartners.Care.Replace(",cash,", ",opportunity,"),
            "costs.csv:4", "bed-day at costs.csv:3 has it in its price");

    [TestCase("gbp: 5, recurrent: false, life: 0", "life: expected a whole number from 1 to 100")]
    [TestCase("gbp: 5, recurrent: true", "recurrent: expected false beside gbp")]
    [TestCase("recurrent: true", "expected an amount: gbp_per_year, or gbp for pounds once")]
    public void A_line_of_investment_that_is_wrong_is_refused(string line, string expected)
    {
        using var pair = new TwoPartners
        {
            Scenarios = TwoPartners.Scenario("invest", TwoPartners.Set("stages.care.time", "2 d"), $"{{ line: l, partner: trust, price_year: 2016/17, {line} }}"),
        };
        Refuses(pair, "system.yaml", expected);
    }

    [Test]
    public void Money_that_is_spent_before_anything_is_measured_is_told()
    {
        using var pair = new TwoPartners
        {
            Scenarios = TwoPartners.Scenario("invest", TwoPartners.Set("stages.care.time", "2 d"),
                "{ line: l, partner: trust, price_year: 2016/17, gbp: 5000, recurrent: false, from: 2016-06-01 }"),
        };
        var typed = pair.Typed();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done));
        Assert.That(typed.Error.ReplaceLineEndings(" "), Does.Contain("from: expected a day that is measured, from 2017-04-01 on"));
    }

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
