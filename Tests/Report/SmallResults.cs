using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>Small results with something for every part of a page.</summary>
internal static class SmallResults
{
    public static ResultSet All { get; } = Made();

    private static SpinUpChange Moving =>
        new() { Measure = "occupancy_rate", Place = "north", Group = "", Unit = "%", N = 6, Earlier = 90, Last = 92.5, Bound = 0.5 };

    private static ResultSet Made()
    {
        var made = new HandMade { Title = "Two hospitals & a hub", ScenarioTitle = "A hub at Ely" }
            .With("occupancy_rate", "%", 96.75, -0.03, -0.083, 0.03)
            .With("occupancy_rate", "%", 98.03, 0.01, -0.07, 0.07, "north")
            .With("occupancy_rate", "%", 95.27, -0.08, -0.21, 0.05, "south")
            .With("breaches", "per day", 189.6, -21, -23.8, -18.2)
            .With("breaches", "per day", 92.1, -17, -19, -15, "north")
            .With("breaches", "per day", 97.5, -4, -5, -3, "south")
            .With("electives_cancelled", "%", 28.4, 3, -3, 9)
            .With("readmission_30d", "%", double.NaN, double.NaN, double.NaN, double.NaN)
            .With("breaches", "per day", 180, -12, -14.5, -9.5, period: "2017/18")
            .With("occupancy_rate", "%", 95, 0, 0, 0, period: "2017/18")
            .With("occupancy_rate", "%", 96.75, -4.4, -4.5, -4.25, scenario: "home-care")
            .With("breaches", "per day", 189.6, 2, 1, 3, n: 4, scenario: "home-care")
            .WithBaseline("boarded", "patients", 34, "2016/17").WithBaseline("put_off", "per day", 2.1, "2016/17")
            .With("boarded", "patients", 38, -2, -5, 1, period: "2017/18", isHeadline: false)
            .With("boarded", "patients", 41, -4, -6, -2, isHeadline: false).With("boarded", "patients", 41, -9, -10, -8, scenario: "home-care", isHeadline: false)
            .With("put_off", "per day", 2.6, 0, -0.3, 0.3, period: "2017/18", isHeadline: false)
            .With("put_off", "per day", 3.12, 0.1, -0.3, 0.5, isHeadline: false).With("put_off", "per day", 3.12, 0.8, 0.7, 0.9, scenario: "home-care", isHeadline: false)
            .With("diverted", "per day", 0, 0, 0, 0, period: "2017/18", isHeadline: false).With("diverted", "per day", 0, 0, 0, 0, isHeadline: false)
            .Results;
        return made with
        {
            Run = made.Run with { SpinUpChanges = [Moving.WithIntervals(0.2)] },
            System = made.System with
            {
                Notes = "Two hospitals of a made-up county.\nAll numbers are invented.",
                Scenarios = [.. made.System.Scenarios.Select(Described)],
                Assumptions =
                [
                    new AssumptionFacts("pools.ward-bed.capacity", "60", "measured", "", "ward list of May 2016", "", "system.yaml", 12),
                    new AssumptionFacts("stages.ward.time", "lognormal mean 6.2 d sd 8 d", "assumed", "5 d to 8 d", "", "by age", "system.yaml", 31),
                    new AssumptionFacts("streams.admissions.rate", "10 per day", "assumed", "9 per day to 11 per day", "", "", "tables/admissions.csv", 2),
                    new AssumptionFacts("stages.admit.time", "15 min", "", "", "a textbook", "", "system.yaml", 25),
                ],
                Numbers = new NumberFacts
                {
                    Count = 812,
                    Assumed = 62,
                    Triable = 3,
                    Tried =
                    [
                        Tried("tables/admissions.csv", 2, "streams.admissions.rate", "9 per day", "11 per day", "breaches", "per day", -31.25, 40.5, 1),
                        Tried("system.yaml", 31, "stages.ward.time", "5 d", "8 d", "occupancy_rate", "%", -1.25, 0.5, 0.4) with { Since = "another value" },
                    ],
                },
            },
            Timelines = [.. made.Run.Scenarios.SelectMany(Occupied)],
            Ledger = [.. Ledger()],
            Savings = [.. Savings()],
            Claims = [
                new ClaimVerdict { Scenario = HandMade.Hub, Claim = "breaches fall by 15 a day", Kind = "on average", Comparator = "baseline",
                    Period = HandMade.Period, Target = -15, Estimate = -21, Lower95 = -23.8, Upper95 = -18.2, Probability = 0.985, Verdict = "holds" }],
            Calibration = [
                new CalibrationRow { Measure = "breaches", Place = "north", Period = "2016/17", Unit = "per day", Observed = 90, Status = "measured",
                    Modelled = 92.1,
                    Lower95 = 91, Upper95 = 93.2, Tolerance = 5, Verdict = "within", Source = "monthly return" }],
        };
    }

    private static TriedNumberFacts Tried(
        string file, int line, string path, string low, string high, string measure, string unit, double atLow, double atHigh, double share) => new()
        {
            Path = path,
            Status = "assumed",
            Together = 1,
            File = file,
            Line = line,
            Low = low,
            High = high,
            Measure = measure,
            Unit = unit,
            Baseline = 100,
            AtLow = atLow,
            AtHigh = atHigh,
            Share = share,
        };

    private static ScenarioFacts Described(ScenarioFacts scenario) => scenario.Id != HandMade.Hub ? scenario : scenario with
    {
        Parts = [HandMade.Hub],
        Changes = [new ChangeFacts("add", "pools.hub-room.capacity", "4", "a hub opens", "assumed", "2 to 6", "the county's plan, page 12", "2017-04-01")
            { What = "Hub room: capacity", Before = "2", After = "6" }],
        Investment = [new InvestmentFacts("hub staff", "community-trust", "1100000 GBP per year", "true", "2017-04-01", "2016/17", "assumed")],
    };

    private static IEnumerable<TimelineSummary> Occupied(string scenario) => new[] { "north", "south" }.Select(place => new TimelineSummary
    {
        Scenario = scenario,
        Measure = "occupied_beds",
        Place = place,
        HoursOfWeek = false,
        FirstDay = new DateOnly(2017, 4, 1),
        Points = [.. Enumerable.Range(0, 30).Select(day => new TimelinePoint(500 + (day % 7), 490 + (day % 5), 500, 512 + (day % 3)))],
    });

    private static IEnumerable<LedgerLine> Ledger()
    {
        yield return Line("North hospital", "", "bed-days freed", "resource", "cash", 45_000);
        yield return Line("The councils", "", "home care", "resource", "cash", -70_000);
        yield return Line("North hospital", "The commissioner", "tariff", "transfer", "payment", -30_000);
        yield return Line("The commissioner", "North hospital", "tariff", "transfer", "payment", 30_000);
    }

    private static LedgerLine Line(string partner, string counterparty, string line, string perspective, string basis, decimal amount) => new()
    {
        Scenario = HandMade.Hub,
        Year = "2018/19",
        Partner = partner,
        Counterparty = counterparty,
        Line = line,
        Perspective = perspective,
        Basis = basis,
        Quantity = 1000,
        Unit = "days",
        UnitCost = amount / 1000,
        Amount = amount,
        Lower95 = (double)amount - 5000,
        Upper95 = (double)amount + 5000,
        Recurrent = true,
        PriceYear = "2016/17",
    };

    private static IEnumerable<Saving> Savings()
    {
        yield return Sum("cash", "North hospital", 45_000, 0, SavingVerdict.NoMatter);
        yield return Sum("cash", "The councils", -70_000, 0, SavingVerdict.Loses);
        yield return Sum("cash", Saving.System, -25_000, 0, SavingVerdict.CannotBeTold);
        yield return Sum("payment", "North hospital", 0, -30_000, SavingVerdict.NoMatter);
        yield return Sum("payment", "The commissioner", 0, 30_000, SavingVerdict.NoMatter);
        yield return Sum("payment", Saving.System, 0, 0, SavingVerdict.NoMatter);
    }

    private static Saving Sum(string basis, string partner, decimal resources, decimal transfers, string verdict) => new()
    {
        Scenario = HandMade.Hub,
        Year = "2018/19",
        Basis = basis,
        Partner = partner,
        Resources = resources,
        Transfers = transfers,
        Amount = resources + transfers,
        Lower95 = (double)(resources + transfers) - 5000,
        Upper95 = (double)(resources + transfers) + 5000,
        Verdict = verdict,
    };
}
