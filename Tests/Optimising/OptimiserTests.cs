using FlowSim.Scenarios.Optimising;
using FlowSim.Scenarios.Results;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Optimising;

/// <summary>The search for the least cost, against a system of which every design is known exactly.</summary>
public sealed class OptimiserTests
{
    private const int Replications = 8;

    [Test]
    public void The_chain_has_the_published_answers()
    {
        foreach (var row in Analytic.Numbers.Rows(Blocking.AcuteToCommunityTable))
        {
            var chain = new AcuteToCommunityChain((int)row[0], (int)row[1], row[2], row[3], row[4], row[5]);
            Assert.Multiple(() =>
            {
                Assert.That(chain.Lost, Is.EqualTo(row[6]).Within(1e-6));
                Assert.That(chain.Occupied, Is.EqualTo(row[7]).Within(1e-5));
                Assert.That(chain.Delayed, Is.EqualTo(row[8]).Within(1e-5));
            });
        }
    }

    [TestCase(100_000, 60_000, 3.0, 0.3)]
    [TestCase(40_000, 90_000, 5.0, 0.6)]
    [TestCase(80_000, 80_000, 2.0, 1.0)]
    public void The_design_found_is_the_cheapest_of_all_by_the_exact_chain(int ward, int community, double lost, double delayed)
    {
        var levers = $$"""
            ward: { add: pools.acute-bed.capacity, range: 0 to 6, gbp_per_year: £{{ward}} }
                  community: { add: pools.community-bed.capacity, range: 0 to 6, gbp_per_year: £{{community}} }
            """;
        var found = Cheapest(Search([$"delayed < {Analytic.Numbers.Text(delayed)} beds", $"lost < {Analytic.Numbers.Text(lost)} %"], levers));

        // Between the cheapest that meets the targets and the cheapest that meets them with a little room: chance can tell no finer.
        Assert.That(found, Is.InRange(ByEnumeration(ward, community, lost, delayed), ByEnumeration(ward, community, 0.94 * lost, 0.9 * delayed)));
    }

    [Test]
    public void A_target_out_of_reach_is_said_with_the_best_that_is_in_reach()
    {
        var optimum = Search(["lost < 0.01 %"], "community: { add: pools.community-bed.capacity, range: 0 to 4, gbp_per_year: £60000 }");

        Assert.Multiple(() =>
        {
            Assert.That(optimum.IsReachable, Is.False);
            Assert.That(optimum.Rows(null, null).Single(row => row.Kind == DesignRow.Furthest).Verdict, Is.EqualTo(DesignRow.NotMet));
            Assert.That(optimum.Levers.Where(row => optimum.Finalists.Contains(row.Design)).Max(row => row.Change), Is.EqualTo(4));
        });
    }

    [Test]
    public void From_where_on_more_costs_more_than_it_saves_is_where_the_exact_chain_has_it()
    {
        const double BedDay = 300;
        const double Bed = 20_000;
        var costs = $"item,counts,gbp,unit,price_year,index,partner,counterparty,basis,factor,range,covers,status,source\n"
            + $"delay,delayed,{BedDay},bed-day,2016/17,,trust,,cash,,,,assumed,none\ndelay,delayed,{BedDay},bed-day,2016/17,,trust,,opportunity,,,,assumed,none\n";
        var rows = Search(["delayed < 0.1 beds"],
            $"community: {{ add: pools.community-bed.capacity, range: 0 to 5, gbp_per_year: £{Bed}, partner: council }}", costs).Rows(null, null);

        double Gain(int beds) => (365.25 * BedDay * (Delayed(0) - Delayed(beds))) - (beds * Bed);
        var highest = Enumerable.Range(0, 6).MaxBy(Gain);
        var row = rows.Single(one => one.ByCash == DesignRow.Highest);
        Assert.Multiple(() =>
        {
            Assert.That(row.Cost, Is.EqualTo(highest * Bed));
            Assert.That(row.Cash, Is.EqualTo(Gain(highest)).Within(row.CashUpper95 - row.CashLower95));
            Assert.That(row.CashUpper95 - row.CashLower95, Is.LessThan(0.3 * Gain(highest)));
            Assert.That(rows.Select(one => one.ByOpportunity), Is.EqualTo(rows.Select(one => one.ByCash)));
        });

        static double Delayed(int beds) => new AcuteToCommunityChain(TwoStages.Acute, TwoStages.Community + beds).Delayed;
    }

    [Test]
    public void The_number_of_threads_changes_nothing()
    {
        string[] targets = ["delayed < 0.5 beds"];
        var (one, two) = (Search(targets, threads: 1, days: 1_000), Search(targets, threads: 2, days: 1_000));

        Assert.That(one.Rows(null, null), Is.EqualTo(two.Rows(null, null)));
    }

    [Test]
    public void A_share_of_runs_asks_for_more_than_the_mean()
    {
        var (mean, runs) = (Search(["delayed < 0.3 beds"], days: 400), Search(["delayed < 0.3 beds with 95 %"], days: 400));

        Assert.That(Cheapest(runs), Is.GreaterThan(Cheapest(mean)));
    }

    [Test]
    public void Interrupted_it_says_so_and_keeps_what_it_knows()
    {
        using var system = new TwoStages("\"lost < 0.3 %\"", days: 400);
        using var cancel = new CancellationTokenSource();
        var optimum = new Optimiser(system.Read(Replications)!, Replications, 1, 1, line =>
        {
            if (line.StartsWith("step", StringComparison.Ordinal))
            {
                cancel.Cancel();
            }
        }, cancel.Token).Run();

        Assert.Multiple(() =>
        {
            Assert.That(optimum.IsCancelled, Is.True);
            Assert.That(optimum.Rows(null, null), Has.Count.GreaterThan(1));
            Assert.That(optimum.Finalists, Is.Empty);
        });
    }

    private static Optimum Search(string[] targets, string levers = TwoStages.BothLevers, string costs = "", int threads = 2, int days = 8_000)
    {
        using var system = new TwoStages(string.Join(", ", targets.Select(target => $"\"{target}\"")), levers, costs, days);
        var question = system.Read(Replications);
        Assert.That(question, Is.Not.Null, system.Problems);
        return new Optimiser(question!, Replications, 20170401, threads, _ => { }, CancellationToken.None).Run();
    }

    /// <summary>[£ a year].</summary>
    private static double Cheapest(Optimum optimum) => optimum.Levers.Where(row => row.Design == optimum.Best).Sum(row => row.Cost);

    private static double ByEnumeration(int ward, int community, double lost, double delayed) =>
        (from beds in Enumerable.Range(0, 7)
         from there in Enumerable.Range(0, 7)
         let chain = new AcuteToCommunityChain(TwoStages.Acute + beds, TwoStages.Community + there)
         where 100 * chain.Lost < lost && chain.Delayed < delayed
         select (double)((beds * ward) + (there * community))).Min();
}
