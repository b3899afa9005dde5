using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Savings;

/// <summary>Ledgers that are known on paper: see <see cref="TwoPartners"/>.</summary>
public sealed class LedgerTests
{
    private const string Year = "2018/19";
    private const int Days = 365;

    [Test]
    public void A_resource_is_its_quantity_times_its_price()
    {
        using var pair = new TwoPartners();
        var results = pair.Compare();

        // 12 beds fewer, all year.
        var line = Line(results, "shorter", Year, "bed-day");
        Assert.That((line.Partner, line.Quantity, line.UnitCost, line.Amount), Is.EqualTo(("trust", -12m * Days, 300m, 12m * Days * 300)));
        Assert.That((line.Perspective, line.Basis, line.PriceYear, line.Unit), Is.EqualTo(("resource", "cash", "2016/17", "bed-day")));
        Assert.That((line.Lower95, line.Upper95), Is.EqualTo(((double)line.Amount, (double)line.Amount)), "nothing is by chance");
        Assert.That(results.Ledger.Where(other => other.Line == "care day" && other.Year == Year), Is.Empty, "the council's patients are as many as before");
    }

    [Test]
    public void Partners_sum_to_the_system_and_years_to_all_of_them()
    {
        using var pair = new TwoPartners
        {
            Scenarios = TwoPartners.Scenario("both", $"{TwoPartners.Set("stages.stay.time", "1 d")}, {TwoPartners.Set("stages.care.time", "3 d")}"),
        };
        var results = pair.Compare();
        var (trust, council) = (12m * Days * 300, -24m * Days * 40);
        Assert.That(Amount(results, Year, "trust"), Is.EqualTo(trust));
        Assert.That(Amount(results, Year, "council"), Is.EqualTo(council));
        Assert.That(Amount(results, Year, Saving.System), Is.EqualTo(trust + council));
        foreach (var partner in new[] { "trust", "council", Saving.System })
        {
            Assert.That(Amount(results, "all", partner), Is.EqualTo(Amount(results, "2017/18", partner) + Amount(results, Year, partner)), partner);
        }
    }

    [Test]
    public void Chance_or_not_every_sum_is_exact()
    {
        using var pair = new TwoPartners
        {
            Stay = "lognormal mean 2 d sd 3 d",
            CareTime = "exponential mean 1 d",
            Costs = TwoPartners.CostHeader + TwoPartners.Bed.Replace("300", "313.37") + TwoPartners.Care.Replace("40", "36.79") + TwoPartners.Tariff
                + "charge,use of care,36.79,day,2016/17,,commissioner,council,cash,0.333,,,assumed,none\n",
            Scenarios = TwoPartners.Scenario("other", $"{{ scale: stages.stay.time, by: 0.83, reason: r }}, {{ scale: stages.care.time, by: 1.07, reason: r }}"),
        };
        var results = pair.Compare();
        Assert.That(results.Ledger.Select(line => line.Basis).Distinct(), Does.Contain("cash"));
        foreach (var ledger in results.Ledger.GroupBy(line => (line.Year, line.Basis)))
        {
            var transfers = ledger.Where(line => line.Perspective == "transfer").ToList();
            Assert.That(transfers.Sum(line => line.Amount), Is.EqualTo(0m));
            Assert.That(transfers.Select(line => (line.Line, line.Partner, line.Counterparty, line.Amount)),
                Is.EquivalentTo(transfers.Select(line => (line.Line, line.Counterparty, line.Partner, -line.Amount))));
            var sums = results.Savings.Where(saving => (saving.Year, saving.Basis) == ledger.Key).ToList();
            var system = sums.Single(saving => saving.Partner == Saving.System);
            Assert.That(system.Amount, Is.EqualTo(ledger.Where(line => line.Perspective == "resource").Sum(line => line.Amount)));
            Assert.That(system.Transfers, Is.EqualTo(0m));
            Assert.That(sums.Where(saving => saving.Partner != Saving.System).Sum(saving => saving.Amount), Is.EqualTo(system.Amount));
        }
    }

    [Test]
    public void A_pure_transfer_saves_nothing()
    {
        using var pair = new TwoPartners
        {
            Costs = TwoPartners.CostHeader + TwoPartners.Tariff,
            Scenarios = TwoPartners.Scenario("fewer", TwoPartners.Set("streams.come.schedule.every", "4 h")),
        };
        var results = pair.Compare();

        // Six patients a day fewer, at £100.
        Assert.That(Amount(results, Year, "commissioner", "payment"), Is.EqualTo(6m * Days * 100));
        Assert.That(Amount(results, Year, "trust", "payment"), Is.EqualTo(-6m * Days * 100));
        var system = Of(results, Year, Saving.System, "payment");
        Assert.That((system.Amount, system.Resources, system.Transfers), Is.EqualTo((0m, 0m, 0m)));
        Assert.That(system.Verdict, Is.EqualTo(SavingVerdict.MovedNotSaved));
        Assert.That(Of(results, Year, "trust", "payment").Verdict, Is.EqualTo(SavingVerdict.Loses));
        Assert.That((system.Leakage, system.SidePayment), Is.EqualTo((1.0, 6.0 * Days * 100)), "each pound gained is lost by the other");
    }

    [Test]
    public void A_scenario_and_its_opposite_cancel_exactly()
    {
        decimal Of(string before, string after)
        {
            using var pair = new TwoPartners { CareTime = before, Scenarios = TwoPartners.Scenario("other", TwoPartners.Set("stages.care.time", after)) };
            return Line(pair.Compare(), "other", Year, "care day").Amount;
        }

        Assert.That(Of("1 d", "3 d"), Is.EqualTo(-24m * Days * 40));
        Assert.That(Of("3 d", "1 d"), Is.EqualTo(-Of("1 d", "3 d")));
    }

    [Test]
    public void Investment_counts_from_its_day_and_money_spent_once_is_spread_at_average_value()
    {
        using var pair = new TwoPartners
        {
            Scenarios = TwoPartners.Scenario("invest", TwoPartners.Set("stages.care.time", "1 d"),
                "{ line: team, partner: council, gbp_per_year: 100000, recurrent: true, from: 2017-10-01, price_year: 2016/17 }, "
                + "{ line: building, partner: trust, gbp: 50000, recurrent: false, from: 2018-06-01, price_year: 2016/17 }"),
        };
        var results = pair.Compare();

        // 1 October to 31 March: 182 of 365 days. 1 June to 31 March: 304 days of an annuity of 5 years at 3.5 %, 0.221481 (Excel: PMT(0.035, 5, -1)).
        Assert.That(Line(results, "invest", "2017/18", "team (investment)").Amount, Is.EqualTo(-49_863.01m));
        Assert.That(Line(results, "invest", Year, "team (investment)").Amount, Is.EqualTo(-100_000m));
        Assert.That(Line(results, "invest", "all", "team (investment)").Amount, Is.EqualTo(-149_863.01m));
        Assert.That(Line(results, "invest", Year, "building (investment)").Amount, Is.EqualTo(-50_000m));
        Assert.That(results.Ledger.Where(line => line.Year == "2017/18" && line.Line.StartsWith("building", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Line(results, "invest", Year, "building (investment)", "opportunity").Amount, Is.EqualTo(-50_000m * 0.221481m * 304 / 365).Within(0.05m));
        Assert.That(Of(results, Year, Saving.System, "cash").Verdict, Is.EqualTo(SavingVerdict.CostsMore));
    }

    [Test]
    public void Money_spent_once_is_spent_once_whether_or_not_a_day_is_named()
    {
        using var pair = new TwoPartners
        {
            Scenarios = TwoPartners.Scenario("invest", TwoPartners.Set("stages.care.time", "1 d"),
                "{ line: building, partner: trust, gbp: 50000, recurrent: false, price_year: 2016/17 }"),
        };
        var results = pair.Compare();
        Assert.That(Line(results, "invest", "2017/18", "building (investment)").Amount, Is.EqualTo(-50_000m));
        Assert.That(Line(results, "invest", "all", "building (investment)").Amount, Is.EqualTo(-50_000m));
    }

    [Test]
    public void What_changes_in_draws_alone_is_in_their_interval()
    {
        using var pair = new TwoPartners
        {
            Scenarios = TwoPartners.Scenario("longer", "{ set: stages.stay.time, to: { value: 2 d, range: 1 d to 3 d }, reason: r }"),
        };
        var line = Line(pair.Compare("--draws", "40"), "longer", Year, "bed-day");
        Assert.That((line.Amount, line.NOuter), Is.EqualTo((0m, 40)));
        Assert.That(line.Lower95All, Is.LessThan(-12 * Days * 300 * 0.8));
        Assert.That(line.Upper95All, Is.GreaterThan(12 * Days * 300 * 0.8));
    }

    [Test]
    public void What_a_price_of_use_covers_is_not_invested_a_second_time()
    {
        using var pair = new TwoPartners
        {
            Costs = TwoPartners.CostHeader + TwoPartners.Care.Replace(",cash,", ",opportunity,"),
            Scenarios = TwoPartners.Scenario("invest", TwoPartners.Set("stages.care.time", "3 d"),
                "{ line: carers, partner: council, gbp_per_year: 350400, recurrent: true, from: 2017-04-01, price_year: 2016/17, buys: [care] }"),
        };
        var results = pair.Compare();
        Assert.That(results.Ledger.Where(line => line.Year == Year).Select(line => (line.Line, line.Basis, line.Amount)), Is.EquivalentTo(new[]
        {
            ("care day", "opportunity", -24m * Days * 40), ("carers (investment)", "cash", -350_400m),
        }));
    }

    [Test]
    public void A_price_of_an_earlier_year_is_multiplied_by_every_change_since()
    {
        using var pair = new TwoPartners
        {
            Costs = TwoPartners.CostHeader + TwoPartners.Bed.Replace("2016/17,,", "2013/14,hchs,"),
            Index = "index,year,change,status,source\nhchs,2014/15,0.9 %,assumed,r\nhchs,2015/16,1.3 %,assumed,r\nhchs,2016/17,1.8 %,assumed,r\n",
        };
        Assert.That(Line(pair.Compare(), "shorter", Year, "bed-day").UnitCost, Is.EqualTo(300m * 1.009m * 1.013m * 1.018m));
    }

    [Test]
    public void What_a_delay_would_have_replaced_is_a_negative_part()
    {
        using var pair = new TwoPartners { Costs = TwoPartners.CostHeader + TwoPartners.Bed.Replace(",cash,,", ",cash,-0.35,") };
        Assert.That(Line(pair.Compare(), "shorter", Year, "bed-day").Amount, Is.EqualTo(-12m * Days * 300 * 0.35m));
    }

    [Test]
    public void The_interval_with_what_is_not_known_is_that_of_the_prices_where_nothing_else_varies()
    {
        using var pair = new TwoPartners { Costs = TwoPartners.CostHeader + TwoPartners.Bed.Replace(",cash,,,", ",cash,,200 to 400,") };
        var line = Line(pair.Compare("--draws", "400"), "shorter", Year, "bed-day");
        Assert.That((line.NOuter, line.Amount), Is.EqualTo((400, 12m * Days * 300)));

        // Uniform from 200 to 400: 95 of 100 lie within 205 and 395.
        Assert.That(line.Lower95All, Is.EqualTo(12.0 * Days * 205).Within(12 * Days * 4));
        Assert.That(line.Upper95All, Is.EqualTo(12.0 * Days * 395).Within(12 * Days * 4));
    }

    [TestCase("d", "bed-day", 1)]
    [TestCase("d", "bed-hour", 24)]
    [TestCase("h", "bed-day", 1)]
    [TestCase("h", "bed-hour", 24)]
    public void A_total_of_time_is_counted_in_the_unit_of_its_price(string measured, string unit, int inDay)
    {
        using var pair = new TwoPartners
        {
            Measures = $"  bed-time: {{ total: {{ occupied: bed }}, unit: {measured} }}\n",
            Costs = TwoPartners.CostHeader + $"bed-time,bed-time,300,{unit},2016/17,,trust,,cash,,,,assumed,none\n",
        };
        Assert.That(Line(pair.Compare(), "shorter", Year, "bed-time").Quantity, Is.EqualTo(-12m * Days * inDay));
    }

    [Test]
    public void A_pool_that_a_scenario_takes_away_is_used_no_more()
    {
        // The second bed of a pair stands in the council's pool from the first day, or in the hospital's.
        using var pair = new TwoPartners
        {
            Run = "{ starts: 2016-04-01, lasts: 2 y, warm_up: 10 d, begin: empty, replications: 2 }",
            CarePlace = "home",
            Pools = "  home: { kind: caseload, capacity: unlimited, owner: council }\n",
            Costs = TwoPartners.CostHeader + TwoPartners.Bed + "home day,use of home,40,day,2016/17,,,,cash,,,,assumed,none\n",
            Scenarios = TwoPartners.Scenario("home", $"{{ remove: pools.home, reason: r }}, {TwoPartners.Set("stages.care.place", "bed")}"),
        };
        var results = pair.Compare();
        Assert.That(Line(results, "home", "2017/18", "home day").Amount, Is.EqualTo(12m * Days * 40));
        Assert.That(Line(results, "home", "2017/18", "bed-day").Amount, Is.EqualTo(-12m * Days * 300));
    }

    [Test]
    public void Shares_that_make_a_whole_make_it_in_every_draw()
    {
        using var pair = new TwoPartners
        {
            Costs = "item,counts,gbp,unit,price_year,partner,basis,factor,factor_range,status,source\n"
                + "stay,use of bed,300,bed-day,2016/17,trust,cash,0.75,0.65 to 0.8,assumed,none\n"
                + "stay,use of bed,300,bed-day,2016/17,council,cash,0.25,0.2 to 0.35,assumed,none\n",
        };
        var results = pair.Compare("--draws", "40");
        var (trust, system) = (Of(results, Year, "trust", "cash"), Of(results, Year, Saving.System, "cash"));
        Assert.That(trust.Upper95All - trust.Lower95All, Is.GreaterThan(0.1 * 12 * Days * 300));
        Assert.That((system.Lower95All, system.Upper95All), Is.EqualTo((12.0 * Days * 300, 12.0 * Days * 300)).Using<(double, double)>((one, other) =>
            Math.Abs(one.Item1 - other.Item1) < 0.01 && Math.Abs(one.Item2 - other.Item2) < 0.01 ? 0 : 1));
    }

    [Test]
    public void Where_only_payments_move_no_table_stands_empty()
    {
        using var pair = new TwoPartners
        {
            Costs = TwoPartners.CostHeader + TwoPartners.Tariff,
            Scenarios = TwoPartners.Scenario("fewer", TwoPartners.Set("streams.come.schedule.every", "4 h")),
        };
        Assert.That(pair.Typed().Out, Does.Not.Contain("Savings of all partners").And.Not.Contain("worth if used again"));
    }

    [Test]
    public void Without_prices_there_is_no_ledger()
    {
        using var pair = new TwoPartners { Costs = TwoPartners.CostHeader };
        var results = pair.Compare();
        Assert.That((results.Ledger.Count, results.Savings.Count), Is.EqualTo((0, 0)));
    }

    private static LedgerLine Line(ResultSet results, string scenario, string year, string line, string basis = "cash") =>
        results.Ledger.Single(one => (one.Scenario, one.Year, one.Line, one.Basis) == (scenario, year, line, basis));

    private static Saving Of(ResultSet results, string year, string partner, string basis) =>
        results.Savings.Single(one => (one.Year, one.Partner, one.Basis) == (year, partner, basis));

    private static decimal Amount(ResultSet results, string year, string partner, string basis = "cash") => Of(results, year, partner, basis).Amount;
}
