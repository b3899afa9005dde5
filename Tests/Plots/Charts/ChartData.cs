using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>Made-up results that every chart has something to draw from; each property makes them awkward in one way.</summary>
internal sealed record ChartData
{
    private const string Year = "2018/19";
    private static readonly string[] Months = ["2018-04", "2018-05", "2018-06", "2018-07"];
    private static readonly string[] Reasons = ["A/nhs", "A/social-care", "C/nhs", "Dii/both", "E/social-care", "G/nhs"];

    public int Sites { get; init; } = 2;

    /// <summary>With the baseline.</summary>
    public int Scenarios { get; init; } = 3;

    public int Replications { get; init; } = 6;

    public int Days { get; init; } = 60;

    public string Title { get; init; } = "Hubs";

    public bool HasDates { get; init; } = true;

    /// <summary>What becomes of every number.</summary>
    public Func<double, double> Change { get; init; } = value => value;

    public ResultSet Build() =>
        new()
        {
            Run = Run(),
            System = System(),
            Summaries = [.. ScenarioIds.SelectMany(Summaries)],
            Differences = [.. ScenarioIds.Skip(1).SelectMany(Differences)],
            Timelines = [.. ScenarioIds.SelectMany(Timelines)],
            Flows = [.. ScenarioIds.SelectMany(Flows)],
            Savings = [.. ScenarioIds.Skip(1).SelectMany(Savings)],
            Designs = [.. Designs()],
            Calibration = [.. SiteIds.SelectMany(Calibration)],
            CalibrationDays = [.. SiteIds.SelectMany(CalibrationDays)],
        };

    /// <summary>Three weeks of a winter, one day of which was not recorded.</summary>
    private IEnumerable<CalibrationDay> CalibrationDays(string site) =>
        from day in Enumerable.Range(1, 21)
        where day != 9
        let level = 90 + (day % 7)
        select new CalibrationDay
        {
            Measure = "occupancy_rate",
            Place = site,
            Day = FormattableString.Invariant($"2018-12-{day:00}"),
            Unit = "%",
            Observed = 96 - (day % 5),
            Mean = Change(level),
            P05 = Change(level) - 2,
            P95 = Change(level) + 2,
        };

    private IEnumerable<CalibrationRow> Calibration(string site)
    {
        yield return Judged("four_hour_rate", site, 78, 2, CalibrationVerdict.CannotBeTold) with { ObservedLower95 = Change(77), ObservedUpper95 = Change(79) };
        yield return Judged("four_hour_rate_months_correlation", site, 1, 0.4, CalibrationVerdict.Outside) with { Unit = "correlation" };
        yield return Judged("handover_over_30", site == SiteIds[0] && Sites > 1 ? $"{site}+{SiteIds[1]}" : site, 27, 5, CalibrationVerdict.Within)
            with
        { Status = ObservedStatus.LaterYear, Period = "2018-12..2019-02" };
        yield return Judged("dtoc_rate", site, 6, double.NaN, CalibrationVerdict.NotJudged);
    }

    private CalibrationRow Judged(string measure, string place, double observed, double tolerance, string verdict)
    {
        var (modelled, half) = (Change(observed * 1.02), Math.Abs(Change(observed * 0.01)));
        var known = double.IsFinite(modelled) && Replications > 1;
        return new CalibrationRow
        {
            Measure = measure,
            Place = place,
            Period = Year,
            Unit = "%",
            Observed = Change(observed),
            Status = ObservedStatus.Measured,
            Modelled = modelled,
            Lower95 = known ? modelled - half : double.NaN,
            Upper95 = known ? modelled + half : double.NaN,
            Tolerance = tolerance,
            Verdict = verdict,
            Source = "a return",
        };
    }

    private IReadOnlyList<string> ScenarioIds => [ExperimentPlan.BaselineId, .. Enumerable.Range(1, Scenarios - 1).Select(number => $"scenario-{number}")];

    private IReadOnlyList<string> SiteIds => [.. Enumerable.Range(1, Sites).Select(number => number == 1 ? "cuhft" : $"site-{number}")];

    private IEnumerable<string> Everywhere => SiteIds.Append("system");

    private RunFacts Run() =>
        new()
        {
            Version = "0.1.0",
            Commit = "",
            Command = "flowsim compare",
            System = "made-up",
            Scenarios = ScenarioIds,
            Seed = 7,
            Replications = Replications,
            ReplicationsPlanned = Replications,
            ReplicationsByScenario = ScenarioIds.ToDictionary(id => id, _ => Replications),
            InputHash = "0123456789abcdef0123456789abcdef",
            Inputs = [],
            MeasuredFrom = HasDates ? "2018-04-01" : "",
            MeasuredTo = HasDates ? "2019-04-01" : "",
            Days = 365,
            WarmUpDays = 0,
            WarmUpMethod = "none",
            SpinUpChanges = [],
            Threads = 1,
            Start = default,
            Duration = default,
            Events = 1,
            PeakMemoryMb = 1,
            Complete = true,
            Files = [],
        };

    private SystemFacts System() =>
        new()
        {
            Id = "made-up",
            Title = "A made-up system",
            Dimensions = [new DimensionFacts("site", SiteIds)],
            Streams = [new StreamFacts("walk-in", "system", "triage")],
            Stages = [
                .. SiteIds.SelectMany(site =>
                    new[] { new StageFacts("triage", site, "request", [$"ward-bed@{site}"], "", ""),
                        new StageFacts("ward", site, "request", [$"ward-bed@{site}"], "", "") })],
            Pools = [.. SiteIds.Select(site => new PoolFacts("ward-bed", site, "beds", "acute-ga", ""))],
            Exits = ["home"],
            Titles = new Dictionary<string, string>
            {
                ["four-hour"] = "A&E within four hours",
                ["response-times"] = "Ambulance response times",
                ["acute-ga"] = "General and acute beds",
                ["site-2"] = "St Mary's Hospital"
            },
            Measures = MeasureWords,
            Timelines =
            [
                new TimelineFacts("occupied_beds", [.. SiteIds.Select(site => $"ward-bed@{site}")], Rate: false,
                    HoursOfWeek: false) { Standards = [new StandardFacts("", 92, "guidance")] },
                new TimelineFacts("occupancy_rate", [.. SiteIds.Select(site => $"ward-bed@{site}")], Rate: true, HoursOfWeek: false),
                new TimelineFacts("in_ed", [], Rate: false, HoursOfWeek: true) { Title = "Patients in A&E" },
            ],
            Distributions = [.. SiteIds.Select(site => new DistributionFacts($"acute-ga@{site}", [new StandardFacts("", 92, "guidance")]))],
            Headline = ["occupancy_rate", "midnight_occupancy_rate", "four_hour_rate", "breaches"],
            Scenarios = [.. ScenarioIds.Select((id, index) => new ScenarioFacts { Id = id, Title = index == 0 ? "A made-up system" : $"{Title} {index}" })],
        };

    private static IReadOnlyList<MeasureFacts> MeasureWords { get; } =
    [
        Measure("four_hour_rate", "%", "The share of A&E patients who leave within four hours", "A&E within four hours", "four-hour", "higher",
            new StandardFacts("", 95, "standard")),
        Measure("breaches", "per day", "Stays of over four hours in A&E", "A&E stays over four hours", "four-hour", "lower"),
        Measure("dtoc_rate", "%", "The share of bed-days lost to delays", "Delayed transfers of care", "delays", "lower", new StandardFacts("", 2.5, "target")),
        Measure("delayed_beds", "beds", "Beds held by delayed patients", "", "delays", "lower") with { Quantity = "delayed_time" },
        Measure("handover_over_30", "%", "The share of handovers that take over 30 minutes", "Handovers over 30 minutes", "handovers", "lower",
            new StandardFacts("", 0, "standard")),
        Measure("handover_over_60", "%", "The share of handovers that take over 60 minutes", "Handovers over 60 minutes", "handovers", "lower"),
        Measure("response_mean", "min", "The mean response time", "Response, mean", "response-times", "lower", new StandardFacts("c1", 7, "standard"),
            new StandardFacts("c2", 18, "standard")),
        Measure("response_p90", "min", "The response time that nine in ten do not exceed", "Response, nine in ten", "response-times", "lower",
            new StandardFacts("c1", 15, "standard"), new StandardFacts("c3", 120, "standard")),
        Measure("community_occupancy_rate", "%", "Occupancy of community beds", "Community bed occupancy", "community-occupancy", "",
            new StandardFacts("", 100, "full")),
    ];

    private static MeasureFacts Measure(string id, string unit, string title, string label, string topic, string better, params StandardFacts[] standards) =>
        new(id, unit, "Made up.", "made up", title) { Short = label, Topic = topic, Better = better, Standards = standards };

    private IEnumerable<Summary> Summaries(string scenario) =>
        Measures().Select((row, index) =>
        {
            var (mean, half) = (Change(row.Value + Effect(scenario)), Change(row.Value * 0.03));
            var known = double.IsFinite(mean) && Replications > 1;
            return new Summary
            {
                Scenario = scenario,
                Key = row.Key,
                Unit = row.Unit,
                N = Replications,
                Mean = mean,
                Sd = 1,
                Lower95 = known ? mean - Math.Abs(half) : double.NaN,
                Upper95 = known ? mean + Math.Abs(half) : double.NaN,
            };
        });

    private IEnumerable<Difference> Differences(string scenario) =>
        Measures().Where(row => row.Key.Measure is "occupancy_rate" or "midnight_occupancy_rate" or "four_hour_rate" or "breaches").Select(row =>
        {
            var mean = Change(Effect(scenario));
            var half = Replications > 1 && double.IsFinite(mean) ? Math.Abs(Change(2)) : double.NaN;
            return new Difference
            {
                Scenario = scenario,
                Key = row.Key,
                Unit = row.Unit,
                N = Replications,
                Mean = mean,
                Lower95 = mean - half,
                Upper95 = mean + half,
                Correlation = 0.9,
            };
        });

    private static double Effect(string scenario) => scenario == ExperimentPlan.BaselineId ? 0 : (scenario.Sum(character => character) % 7) - 2.5;

    private List<(ResultKey Key, string Unit, double Value)> Measures()
    {
        var rows = new List<(ResultKey Key, string Unit, double Value)>();
        foreach (var place in Everywhere)
        {
            foreach (var (measure, unit, value) in
                new[] { ("occupancy_rate", "%", 95.0), ("midnight_occupancy_rate", "%", 94), ("four_hour_rate", "%", 78), ("breaches", "per day", 120),
                    ("dtoc_rate", "%", 6), ("delayed_beds", "beds", 75), ("occupied_beds", "beds", 900), ("handover_over_30", "%", 25),
                    ("handover_over_60", "%", 9), ("community_occupancy_rate", "%", 92) })
            {
                Add(Year, measure, place, "", unit, value);
            }

            foreach (var month in Months)
            {
                Add(month, "midnight_occupancy_rate", place, "", "%", 90 + (month[^1] - '0'));
            }

            for (var i = 0; i < Reasons.Length; i++)
            {
                Add(Year, "delayed_beds", place, Reasons[i], "beds", 20 - (3 * i));
            }

            foreach (var (stage, wait) in new[] { ("triage", 12.0), ("ward", 500), ("p2-bed", 7000) })
            {
                Add(Year, "wait_mean", place, stage, "min", wait);
                Add(Year, "wait_p90", place, stage, "min", wait * 2.4);
                Add(Year, "started", place, stage, "patients", 5000);
                Add(Year, "utilisation", place, "ward-bed", "%", 91);
            }
        }

        foreach (var (category, mean) in new[] { ("", 30.0), ("c1", 8), ("c2", 40), ("c3", 120), ("hcp", 150) })
        {
            Add(Year, "response_mean", "system", category, "min", mean);
            Add(Year, "response_p90", "system", category, "min", mean * 2.2);
        }

        foreach (var site in SiteIds)
        {
            for (var beds = 20; beds <= 40; beds++)
            {
                var share = Math.Exp(-Math.Pow((beds - 30) / 4.0, 2) / 2) / 10;
                Add(Year, "occupancy_distribution", "system", $"acute-ga@{site}/{beds}", "share", share);
                Add(Year, "p_full", "system", $"acute-ga@{site}/{beds}", "share", 1 / (1 + Math.Exp((beds - 30) / 2.0)));
            }
        }

        return rows;

        void Add(string period, string measure, string place, string group, string unit, double value) =>
            rows.Add((new ResultKey(period, measure, place, group), unit, value));
    }

    private IEnumerable<TimelineSummary> Timelines(string scenario)
    {
        foreach (var place in Everywhere)
        {
            yield return Series("occupied_beds", Days, hours: false, index => 90 + (5 * Math.Cos(index / 9.0)));
            yield return Series("occupancy_rate", Days, hours: false, _ => 93);
            yield return Series("in_ed", 168, hours: true, index => 40 + (20 * Math.Sin(index % 24 / 24.0 * Math.PI)));

            TimelineSummary Series(string measure, int length, bool hours, Func<int, double> value) =>
                new()
                {
                    Scenario = scenario,
                    Measure = measure,
                    Place = place,
                    HoursOfWeek = hours,
                    FirstDay = new DateOnly(2018, 4, 1),
                    Points = [.. Enumerable.Range(0, length).Select(index => Point(value(index)))],
                };
        }
    }

    private TimelinePoint Point(double value)
    {
        var changed = (float)Change(value);
        return new TimelinePoint(changed, changed - Math.Abs(changed * 0.02f), changed, changed + Math.Abs(changed * 0.02f));
    }

    private IEnumerable<FlowSummary> Flows(string scenario) =>
        [
            new(scenario, Year, "walk-in", "triage", "system", Change(100)),
            new(scenario, Year, "triage", "ward", "cuhft", Change(30)),
            new(scenario, Year, "triage", "home", "cuhft", Change(70)),
            new(scenario, Year, "ward", "home", "cuhft", Change(30)),
        ];

    /// <summary>Delays fall from 6 to 2 % for two and a half million; what all partners gain is highest on the way.</summary>
    private IEnumerable<DesignRow> Designs()
    {
        double[] rates = [6, 4.4, 3.3, 2.6, 2.2, 2];
        double[] worth = [0, 0.9, 1.5, 1.4, 0.8, 0.1];
        double[] cash = [0, 0.1, -0.1, -0.4, -0.8, -1.2];
        for (var i = 0; i < rates.Length; i++)
        {
            yield return Design($"curve-{i + 1}", DesignRow.Curve, i + 1, 0.5 * i, rates[i]) with
            {
                Opportunity = Change(worth[i] * 1e6),
                OpportunityLower95 = Half(worth[i] * 1e6, -150_000),
                OpportunityUpper95 = Half(worth[i] * 1e6, 150_000),
                ByOpportunity = i == 2 ? DesignRow.Highest : i == 3 ? DesignRow.CannotBeTold : DesignRow.Lower,
                Cash = Change(cash[i] * 1e6),
                CashLower95 = Half(cash[i] * 1e6, -60_000),
                CashUpper95 = Half(cash[i] * 1e6, 60_000),
                ByCash = i == 1 ? DesignRow.Highest : DesignRow.Lower,
            };
        }

        yield return Design("fewer-delays-1", DesignRow.Best, 1, 1.7, 2.4);
        yield return Design("fewer-delays-2", DesignRow.Best, 2, 1.9, 2.3);
    }

    private DesignRow Design(string id, string kind, int order, double millions, double rate) => new()
    {
        Design = id,
        Kind = kind,
        Order = order,
        Cost = millions * 1e6,
        Target = "dtoc_rate < 2.5 % with 95 %",
        Unit = "%",
        N = Replications,
        Mean = Change(rate),
        Lower95 = Half(rate, -0.2),
        Upper95 = Half(rate, 0.2),
        ShareMet = 0.5,
        Verdict = DesignRow.Unsure,
    };

    /// <summary>An end of an interval; NaN with one replication.</summary>
    private double Half(double value, double half) => Replications > 1 ? Change(value) + (Math.Sign(half) * Math.Abs(Change(half))) : double.NaN;

    private IEnumerable<Saving> Savings(string scenario)
    {
        yield return Sum("acute-trusts", 2_400_000);
        yield return Sum("councils", -900_000);
        yield return Sum("ambulance-trust", 250_000);
        yield return Sum(Saving.System, 1_750_000);

        Saving Sum(string partner, double amount)
        {
            var changed = Change(amount);
            return new()
            {
                Scenario = scenario,
                Year = Year,
                Basis = "cash",
                Partner = partner,
                Resources = double.IsFinite(changed) ? (decimal)changed : 0,
                Transfers = 0,
                Amount = double.IsFinite(changed) ? (decimal)changed : 0,
                Lower95 = changed - 100_000,
                Upper95 = changed + 100_000,
                Verdict = SavingVerdict.CannotBeTold,
            };
        }
    }
}
