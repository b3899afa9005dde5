using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Tests.Experiments;
using FlowSim.Tests.Report;

namespace FlowSim.Tests.Results.Reading;

public sealed class ResultReaderTests
{
    private const string LedgerHeader =
        "scenario,year,partner,counterparty,line,perspective,basis,quantity,unit,unit_cost_gbp,amount_gbp,lower95,upper95,recurrent,price_year\n";

    [Test]
    public void Only_the_measures_asked_for_are_kept()
    {
        using var written = new WrittenResults();
        var all = ResultReader.Read(written.Path);
        var some = ResultReader.Read(written.Path, measure => measure == "occupancy_rate");
        Assert.That(some.Summaries, Is.Not.Empty.And.EqualTo(all.Summaries.Where(row => row.Key.Measure == "occupancy_rate")));
        Assert.That(some.Differences, Is.Not.Empty.And.EqualTo(all.Differences.Where(row => row.Key.Measure == "occupancy_rate")));
        Assert.That(some.Summaries, Has.Count.LessThan(all.Summaries.Count));
    }

    [Test]
    public void What_was_simulated_may_say_which_measures_are_kept()
    {
        using var written = new WrittenResults(ExperimentSummary.Of(MadeUpExperiment.Result), MadeUpManifest.Manifest,
            new SystemFacts { Id = "made-up", Title = "", Headline = ["occupancy_rate"] });
        var some = ResultReader.Read(written.Path, (system, measure) => system.Headline.Contains(measure));
        Assert.That(some.Summaries, Is.Not.Empty);
        Assert.That(some.Summaries.Select(row => row.Key.Measure), Is.All.EqualTo("occupancy_rate"));
    }

    [Test]
    public void A_folder_without_ledger_claims_and_calibration_has_none()
    {
        using var written = new WrittenResults();
        var results = ResultReader.Read(written.Path);
        Assert.That((results.Ledger.Count, results.Claims.Count, results.Calibration.Count), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Columns_stand_in_any_order_and_unknown_ones_are_passed_over()
    {
        using var written = new WrittenResults();
        written.Put("flows.csv", "new,per_day,place,to,from,period,scenario\nx,2.5,north,ward,door,all,hub\n");
        var flow = ResultReader.Read(written.Path).Flows.Single();
        Assert.That((flow.Scenario, flow.Period, flow.From, flow.To, flow.Place, flow.PerDay), Is.EqualTo(("hub", "all", "door", "ward", "north", 2.5)));
    }

    [Test]
    public void A_ledger_is_read_line_by_line()
    {
        using var written = new WrittenResults();
        written.Put("ledger.csv",
            LedgerHeader
            + "hub,2017/18,trust,commissioner,\"beds, staffed\",transfer,payment,-365,bed-days,313,-114245,,,true,2016/17\nhub,2017/18,trust,,wards,resource,cash,,,,0.5,-1,2,false,\n");
        var lines = ResultReader.Read(written.Path).Ledger;
        Assert.That(lines, Is.EqualTo(new[]
        {
            new LedgerLine
            {
                Scenario = "hub",
                Year = "2017/18",
                Partner = "trust",
                Counterparty = "commissioner",
                Line = "beds, staffed",
                Perspective = "transfer",
                Basis = "payment",
                Quantity = -365,
                Unit = "bed-days",
                UnitCost = 313,
                Amount = -114245,
                Recurrent = true,
                PriceYear = "2016/17",
            },
            new LedgerLine
            {
                Scenario = "hub",
                Year = "2017/18",
                Partner = "trust",
                Line = "wards",
                Perspective = "resource",
                Basis = "cash",
                Amount = 0.5m,
                Lower95 = -1,
                Upper95 = 2,
            },
        }));
    }

    [Test]
    public void Claims_are_read_line_by_line()
    {
        using var written = new WrittenResults();
        written.Put("claims.csv",
            "scenario,claim,kind,comparator,period,target,estimate,lower95,upper95,probability,n_outer,n_inner,verdict\nhub,DTOC below 2.5 %,on average,baseline,2018/19,2.5,2.9,2.8,3,0.02,100,6,not held\n");
        Assert.That(ResultReader.Read(written.Path).Claims.Single(), Is.EqualTo(new ClaimVerdict
        {
            Scenario = "hub",
            Claim = "DTOC below 2.5 %",
            Kind = "on average",
            Comparator = "baseline",
            Period = "2018/19",
            Target = 2.5,
            Estimate = 2.9,
            Lower95 = 2.8,
            Upper95 = 3,
            Probability = 0.02,
            NOuter = 100,
            NInner = 6,
            Verdict = "not held",
        }));
    }

    [Test]
    public void Designs_are_read_line_by_line()
    {
        using var written = new WrittenResults();
        written.Put("designs.csv",
            """
            design,kind,order,gbp_per_year,target,unit,n,mean,lower95,upper95,share_met,verdict,opportunity_gbp,opportunity_lower95,opportunity_upper95,by_opportunity,cash_gbp,cash_lower95,cash_upper95,by_cash
            fewer-1,best,1,1240000,"dtoc_rate < 2.5 % with 95 %",%,32,2.25,2.125,2.375,0.96875,met,500000,400000,600000,,-20000,-30000,-10000,
            curve-2,curve,2,600000,"dtoc_rate < 2.5 % with 95 %",%,8,3,2.5,3.5,0,not met,,,,highest,,,,lower

            """.ReplaceLineEndings("\n"));
        Assert.That(ResultReader.Read(written.Path).Designs, Is.EqualTo(new[]
        {
            new DesignRow
            {
                Design = "fewer-1",
                Kind = DesignRow.Best,
                Order = 1,
                Cost = 1_240_000,
                Target = "dtoc_rate < 2.5 % with 95 %",
                Unit = "%",
                N = 32,
                Mean = 2.25,
                Lower95 = 2.125,
                Upper95 = 2.375,
                ShareMet = 0.96875,
                Verdict = DesignRow.Met,
                Opportunity = 500_000,
                OpportunityLower95 = 400_000,
                OpportunityUpper95 = 600_000,
                Cash = -20_000,
                CashLower95 = -30_000,
                CashUpper95 = -10_000,
            },
            new DesignRow
            {
                Design = "curve-2",
                Kind = DesignRow.Curve,
                Order = 2,
                Cost = 600_000,
                Target = "dtoc_rate < 2.5 % with 95 %",
                Unit = "%",
                N = 8,
                Mean = 3,
                Lower95 = 2.5,
                Upper95 = 3.5,
                ShareMet = 0,
                Verdict = DesignRow.NotMet,
                ByOpportunity = DesignRow.Highest,
                ByCash = DesignRow.Lower,
            },
        }));
    }

    [Test]
    public void Designs_and_levers_that_were_written_are_read_again()
    {
        using var written = new WrittenResults();
        var found = OptimumResults.Priced;
        using (var folder = ResultFolder.Open(written.Path))
        {
            ResultFiles.WriteDesigns(folder, found);
            folder.CommitBeside();
        }

        var read = ResultReader.Read(written.Path);
        Assert.That(read.Designs, Is.Not.Empty.And.EqualTo(found.Designs));
        Assert.That(read.Levers, Is.Not.Empty.And.EqualTo(found.Levers));
    }

    [Test]
    public void A_calibration_is_read_line_by_line()
    {
        using var written = new WrittenResults();
        written.Put("calibration.csv",
            """
            measure,place,group,period,unit,observed,observed_lower95,observed_upper95,status,modelled,lower95,upper95,tolerance,verdict,source
            occupancy_rate,cuhft,,2016/17,%,95.1,94.8,95.4,measured,96.5,95.9,97.1,2,within,KH03
            wait_mean,pshft,triage,2016/17,min,,,,,12,,,,no observation,

            """.ReplaceLineEndings("\n"));
        Assert.That(ResultReader.Read(written.Path).Calibration, Is.EqualTo(new[]
        {
            new CalibrationRow
            {
                Measure = "occupancy_rate",
                Place = "cuhft",
                Period = "2016/17",
                Unit = "%",
                Observed = 95.1,
                ObservedLower95 = 94.8,
                ObservedUpper95 = 95.4,
                Status = "measured",
                Modelled = 96.5,
                Lower95 = 95.9,
                Upper95 = 97.1,
                Tolerance = 2,
                Verdict = "within",
                Source = "KH03",
            },
            new CalibrationRow
            {
                Measure = "wait_mean", Place = "pshft", Group = "triage", Period = "2016/17", Unit = "min", Modelled = 12, Verdict = "no observation",
            },
        }));
    }

    [Test]
    public void Results_that_are_replaced_while_they_are_read_are_not_mixed()
    {
        using var written = new WrittenResults();
        var failure = Assert.Throws<ResultFolderException>(() => ReadWhile(written, () => written.Change("manifest.json", "\"seed\": ", "\"seed\":  ")));
        Assert.That(failure!.Message, Does.Contain("replaced while they were read"));
    }

    [Test]
    public void A_chart_that_another_process_adds_meanwhile_does_not_disturb()
    {
        using var written = new WrittenResults();
        ReadWhile(written, () =>
        {
            using var folder = ResultFolder.Open(written.Path);
            folder.Write("charts/new.svg", stream => stream.Write("<svg/>"u8));
            folder.CommitBeside();
        });
        Assert.That(File.ReadAllText(written.PathOf("manifest.json")), Does.Contain("charts/new.svg"));
    }

    /// <summary>Reads, and does something once on the way: the reader asks about measures from several threads.</summary>
    private static void ReadWhile(WrittenResults written, Action act)
    {
        var done = 0;
        ResultReader.Read(written.Path, measure =>
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
            {
                act();
            }

            return true;
        });
    }
}
