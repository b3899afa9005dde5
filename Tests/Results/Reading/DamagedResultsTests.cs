using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Tests.Results.Reading;

/// <summary>Every way in which a folder can be wrong is told with the place, what was expected, what was found and what to do.</summary>
public sealed class DamagedResultsTests
{
    [TestCase("summary.csv", ",occupancy_rate,north,,%,3,", ",occupancy_rate,north,,%,three,", "n: expected a whole number, not negative; found \"three\".")]
    [TestCase("summary.csv", ",occupancy_rate,north,,%,3,", ",occupancy_rate,north,,%,-3,", "n: expected a whole number, not negative; found \"-3\".")]
    [TestCase("summary.csv", ",occupancy_rate,north,,%,3,", ",occupancy_rate,north,,%,3,x", "mean: expected a finite number, or nothing; found \"x")]
    [TestCase("summary.csv", ",occupancy_rate,north,,%,3,", ",occupancy_rate,north,,%,3,1,", "expected 18 cells, as in the header; found \"19 cells\".")]
    [TestCase("summary.csv", "scenario,period,measure,place,group,unit,n,mean,", "scenario,period,measure,place,group,unit,n,average,",
        "expected a column mean; found \"the columns scenario, period")]
    [TestCase("differences.csv", "more-beds,2017/18", "fewer-beds,2017/18",
        "scenario: expected a scenario that manifest.json names (baseline, more-beds, hub); found \"fewer-beds\".")]
    [TestCase("differences.csv", ",correlation", ",r", "expected a column correlation; found")]
    [TestCase("timeline.csv", "2017-04-02", "2017-04-05", "time: expected 2017-04-02; found \"2017-04-05\".")]
    [TestCase("timeline.csv", "2017-04-01", "1.4.2017", "time: expected a date, such as 2017-04-01; found \"1.4.2017\".")]
    [TestCase("timeline.csv", "Mon 01:00,2,", "Mon 01:00,Infinity,", "mean: expected a finite number, or nothing; found \"Infinity\".")]
    [TestCase("flows.csv", "arrivals,ward,north,", "arrivals,ward,north,NaN", "per_day: expected a finite number, or nothing; found \"NaN")]
    [TestCase("flows.csv", "baseline,2016/17,", "\"baseline,2016/17,", "expected comma-separated cells; found")]
    [TestCase("manifest.json", "\"seed\": 18446744073709551615", "\"seed\": -1", "seed: expected a whole number from 0 to 2⁶⁴ − 1; found \"-1\".")]
    [TestCase("manifest.json", "\"seed\": 18446744073709551615,", "", "seed: expected a whole number; found nothing.")]
    [TestCase("manifest.json", "\"replications\": 3,", "\"replications\": 2.5,", "replications: expected a whole number, not negative; found \"2.5\".")]
    [TestCase("manifest.json", "\"hub\": 3", "\"hub\": null", "replications_by_scenario.hub: expected a whole number; found \"null\".")]
    [TestCase("manifest.json", "\"n\": 3", "\"n\": []", "spin_up_change[1].n: expected a whole number; found \"[]\".")]
    [TestCase("manifest.json", "\"complete\": true", "\"complete\": \"yes\"", "complete: expected true or false; found \"yes\".")]
    [TestCase("manifest.json", "\"start\": \"2026-01-02T03", "\"start\": \"then T03",
        "start: expected a date and time, such as 2017-04-01T09:00:00+00:00; found \"then T03")]
    [TestCase("timeline.csv", "2017-04-01", "9999-12-31", "time: expected a date, such as 2017-04-01; found \"9999-12-31\".")]
    [TestCase("manifest.json", "\"duration_s\": 1.5", "\"duration_s\": 1e300", "duration_s: expected a number from 0 to 315576000000; found \"1e300\".")]
    [TestCase("manifest.json", "\"duration_s\": 1.5", "\"duration_s\": -1", "duration_s: expected a number from 0 to 315576000000; found \"-1\".")]
    [TestCase("manifest.json", "\"days\": 730", "\"days\": 1e999", "days: expected a finite number; found \"1e999\".")]
    [TestCase("manifest.json", "\"measured_to\": \"2019-04-01\"", "\"measured_to\": \"0001-01-01\"",
        "measured_to: expected a date, such as 2017-04-01, or an empty text; found \"0001-01-01\".")]
    [TestCase("manifest.json", "    \"hub\"\n", "    \"baseline\"\n", "scenarios: expected each scenario once; found \"baseline more than once\".")]
    public void Wrong_content_is_told_with_its_place(string file, string from, string to, string expected)
    {
        using var written = new WrittenResults();
        written.Change(file, from, to);
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.StartWith(written.PathOf(file)));
        Assert.That(failure.Message, Does.Contain(expected));
        Assert.That(failure.Message, Does.EndWith(ContentProblem.Damaged));
    }

    [Test]
    public void An_interval_whose_ends_have_changed_places_is_refused()
    {
        using var written = new WrittenResults();
        written.Put("differences.csv",
            "scenario,period,measure,place,group,unit,n,mean,lower95,upper95,lower_sim,upper_sim,family_size,correlation\nhub,all,breaches,system,,per day,3,4,7,1,,,,0.9\n");
        Assert.That(Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path))!.Message,
            Does.StartWith(written.PathOf("differences.csv") + ":2: lower95: expected a number that is not above upper95 (1); found \"7\"."));
    }

    [TestCase("ledger.csv",
        "scenario,year,partner,counterparty,line,perspective,basis,quantity,unit,unit_cost_gbp,amount_gbp,lower95,upper95,recurrent,price_year\nother,2017/18,trust,,wards,resource,cash,,,,0.5,-1,2,false,\n")]
    [TestCase("claims.csv",
        "scenario,claim,kind,comparator,period,target,estimate,lower95,upper95,probability,verdict\nother,a,b,baseline,all,1,2,1,3,0.5,held\n")]
    public void A_ledger_or_claim_of_another_run_is_refused(string file, string content)
    {
        using var written = new WrittenResults();
        written.Put(file, content);
        Assert.That(Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path))!.Message,
            Does.StartWith(written.PathOf(file) + ":2: scenario: expected a scenario that manifest.json names"));
    }

    [Test]
    public void A_design_of_a_kind_that_there_is_not_is_refused()
    {
        using var written = new WrittenResults();
        written.Put("designs.csv",
            "design,kind,order,gbp_per_year,target,unit,n,mean,lower95,upper95,share_met,verdict,opportunity_gbp,opportunity_lower95,opportunity_upper95,by_opportunity,cash_gbp,cash_lower95,cash_upper95,by_cash\na,finest,1,0,lost < 3 %,%,4,2,1,3,1,met,,,,,,,,\n");
        Assert.That(Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path))!.Message,
            Does.StartWith(written.PathOf("designs.csv") + ":2: kind: expected").And.Contain("found \"finest\""));
    }

    [Test]
    public void The_line_told_is_the_line_of_the_file()
    {
        using var written = new WrittenResults();
        written.Put("flows.csv", "scenario,period,from,to,place,per_day\nhub,all,\"two\nlines\",ward,north,1\nhub,all,door,ward,north,many\n");
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.StartWith(written.PathOf("flows.csv") + ":4: per_day:"));
    }

    [Test]
    public void A_file_that_is_cut_off_is_refused()
    {
        using var written = new WrittenResults();
        var text = File.ReadAllText(written.PathOf("flows.csv"));
        written.Put("flows.csv", text[..text.LastIndexOf(',')]);
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.Contain("expected 6 cells, as in the header; found \"5 cells\"."));
    }

    [TestCase("summary.csv")]
    [TestCase("differences.csv")]
    public void A_file_that_is_cut_off_between_two_rows_is_refused(string file)
    {
        using var written = new WrittenResults();
        var lines = File.ReadAllLines(written.PathOf(file));
        written.Put(file, string.Join('\n', lines.Where(line => !line.StartsWith("hub,", StringComparison.Ordinal))) + "\n");
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path, measure => measure.Length > 0));
        Assert.That(failure!.Message,
            Does.StartWith($"{written.PathOf(file)}: expected rows of every scenario that manifest.json names; found \"none of hub\"."));
        written.Put(file, lines[0] + "\n");
        Assert.That(Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path))!.Message,
            Does.StartWith(written.PathOf(file) + ": expected rows of every scenario"));
    }

    [Test]
    public void A_scenario_of_which_nothing_is_finished_needs_no_rows()
    {
        using var written = new WrittenResults();
        written.Change("manifest.json", "\"hub\": 3", "\"hub\": 0");
        foreach (var file in new[] { "summary.csv", "differences.csv" })
        {
            written.Put(file,
                string.Concat(File.ReadLines(written.PathOf(file)).Where(line => !line.StartsWith("hub,", StringComparison.Ordinal))
                    .Select(line => line + "\n")));
        }

        Assert.That(ResultReader.Read(written.Path).Differences.Select(row => row.Scenario).Distinct(), Is.EqualTo(new[] { "more-beds" }));
    }

    [Test]
    public void A_file_that_is_cut_off_within_the_last_number_is_refused()
    {
        using var written = new WrittenResults();
        written.Put("flows.csv", "scenario,period,from,to,place,per_day\nhub,all,door,ward,north,12");
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.StartWith(written.PathOf("flows.csv") + ":2: expected the end of a line after the last row"));
    }

    [Test]
    public void A_series_does_not_go_past_the_end_of_the_calendar()
    {
        // 365,243 days from the first day to the last of the year 9999.
        using var written = new WrittenResults();
        var first = new DateOnly(9000, 1, 1);
        var days = Enumerable.Range(0, DateOnly.MaxValue.DayNumber - first.DayNumber + 1)
            .Select(day => FormattableString.Invariant($"hub,occupied_beds,north,{first.AddDays(day):yyyy-MM-dd},1,1,1,1,1,,,\n"));
        written.Put("timeline.csv", "scenario,measure,place,time,mean,p05,p50,p95,n,sd,lower95,upper95\n" + string.Concat(days) + "hub,occupied_beds,north,10000-01-01,1,1,1,1,1,,,\n");
        Assert.That(Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path))!.Message,
            Does.Contain("time: expected no day after the last of the calendar; found \"10000-01-01\"."));
    }

    [Test]
    public void Of_several_damaged_files_the_first_is_told()
    {
        using var written = new WrittenResults();
        written.Put("flows.csv", "");
        written.Put("differences.csv", "");
        written.Put("timeline.csv", "");
        Assert.That(Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path))!.Message, Does.StartWith(written.PathOf("differences.csv")));
    }

    [Test]
    public void Line_ends_of_Windows_and_a_byte_order_mark_change_nothing()
    {
        using var written = new WrittenResults();
        var before = ResultReader.Read(written.Path);
        foreach (var file in new[] { "summary.csv", "differences.csv", "timeline.csv", "flows.csv", "manifest.json" })
        {
            written.Put(file, "\uFEFF" + File.ReadAllText(written.PathOf(file)).ReplaceLineEndings("\r\n"));
        }

        var after = ResultReader.Read(written.Path);
        Assert.That(after.Summaries, Is.EqualTo(before.Summaries));
        Assert.That(after.Differences, Is.EqualTo(before.Differences));
        Assert.That(after.Flows, Is.EqualTo(before.Flows));
        Assert.That(after.Run.Seed, Is.EqualTo(before.Run.Seed));
        using (var folder = ResultFolder.Open(written.Path))
        {
            folder.Write("charts/new.svg", stream => stream.Write("<svg/>"u8));
            folder.CommitBeside();
        }

        Assert.That(ResultReader.Read(written.Path).Summaries, Is.EqualTo(before.Summaries));
    }

    [Test]
    public void An_empty_file_is_refused()
    {
        using var written = new WrittenResults();
        written.Put("summary.csv", "");
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.Contain(":1: expected a column scenario; found nothing."));
    }

    [Test]
    public void Bytes_that_are_no_text_are_told_with_their_line()
    {
        using var written = new WrittenResults();
        File.WriteAllBytes(written.PathOf("flows.csv"), [.. "scenario,period,from,to,place,per_day\nhub,all,"u8, 0xE9, .. ",ward,north,1\n"u8]);
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.StartWith(written.PathOf("flows.csv") + ":2: expected text encoded as UTF-8; found \"byte 0xE9\"."));
    }

    [Test]
    public void A_manifest_that_is_no_JSON_is_refused()
    {
        using var written = new WrittenResults();
        written.Change("manifest.json", "\"version\": \"0.1.0\",", "\"version\" \"0.1.0\",");
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.StartWith(written.PathOf("manifest.json") + ":3: expected a JSON document; found "));
    }

    [Test]
    public void A_description_that_is_damaged_is_refused_with_its_line()
    {
        using var written = new WrittenResults();
        written.Put("system.json", "{\n  \"id\": \"made-up\",\n  \"title\": 5\n}\n");
        var failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.StartWith(written.PathOf("system.json") + ":3: title: expected text; found \"5\"."));
        written.Put("system.json", "{\n  \"id\": \"made-up\",\n  \"title\": \"\",\n  \"scenarios\": [ null ]\n}\n");
        failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.Contain("system.json:4: scenarios[1]: expected an object; found \"null\"."));
    }

    [Test]
    public void A_file_that_the_manifest_lists_has_to_be_there()
    {
        using var written = new WrittenResults();
        File.Delete(written.PathOf("timeline.csv"));
        var failure = Assert.Throws<ResultFolderException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message,
            Is.EqualTo(
                $"{written.PathOf("timeline.csv")} is missing, although manifest.json lists it. Restore it, or run again: {MadeUpManifest.Manifest.Command}"));
    }

    [Test]
    public void There_are_no_results_without_the_summary()
    {
        using var written = new WrittenResults();
        written.Change("manifest.json", "\"summary.csv\",", "");
        File.Delete(written.PathOf("summary.csv"));
        var failure = Assert.Throws<ResultFolderException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.StartWith(written.PathOf("summary.csv") + " is missing."));
    }

    [TestCase("no such folder", "there is no folder")]
    [TestCase("manifest.json", "is a file; name the folder it lies in")]
    public void Something_else_than_a_folder_is_refused(string name, string expected)
    {
        using var written = new WrittenResults();
        var failure = Assert.Throws<ResultFolderException>(() => ResultReader.Read(written.PathOf(name)));
        Assert.That(failure!.Message, Does.Contain(expected));
    }

    [Test]
    public void A_folder_of_somebody_else_is_refused()
    {
        using var written = new WrittenResults();
        written.Put("manifest.json", "{ \"name\": \"an app\" }");
        Assert.That(Assert.Throws<ResultFolderException>(() => ResultReader.Read(written.Path))!.Message, Does.Contain("another program's"));
        written.Put("manifest.json", "[]");
        Assert.That(Assert.Throws<ResultFolderException>(() => ResultReader.Read(written.Path))!.Message, Does.Contain("another program's"));
        File.Delete(written.PathOf("manifest.json"));
        Assert.That(Assert.Throws<ResultFolderException>(() => ResultReader.Read(written.Path))!.Message, Does.Contain("it has no manifest.json"));
    }

    [Test]
    public void What_a_crash_left_half_written_is_no_result()
    {
        using var written = new WrittenResults();
        written.Change("manifest.json", "\"complete\": true", "\"complete\": false, \"being_written\": true");
        var failure = Assert.Throws<ResultFolderException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.Contain("no finished results").And.EndsWith(MadeUpManifest.Manifest.Command));
    }
}
