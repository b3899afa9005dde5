using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;

namespace FlowSim.Tests.Results.Reading;

/// <summary>Every way in which a folder can be wrong is told with the place, what was expected, what was found and what to do.</summary>
public sealed class DamagedResultsTests
{
    [TestCase("summary.csv", ",occupancy_rate,north,,%,3,", ",occupancy_rate,north,,%,three,", "n: expected a whole number, not negative; found \"three\".")]
    [TestCase("summary.csv", ",occupancy_rate,north,,%,3,", ",occupancy_rate,north,,%,-3,", "n: expected a whole number, not negative; found \"-3\".")]
    [TestCase("summary.csv", ",occupancy_rate,north,,%,3,", ",occupancy_rate,north,,%,3,x", "mean: expected a finite number, or nothing; found \"x")]
    [TestCase("summary.csv", ",occupancy_rate,north,,%,3,", ",occupancy_rate,north,,%,3,1,", "expected 14 cells, as in the header; found \"15 cells\".")]
    [TestCase("summary.csv", "scenario,period,measure,place,group,unit,n,mean,", "scenario,period,measure,place,group,unit,n,average,", "expected a column mean; found \"the columns scenario, period")]
    [TestCase("differences.csv", "more-beds,2017/18", "fewer-beds,2017/18", "scenario: expected a scenario that manifest.json names (baseline, more-beds, hub); found \"fewer-beds\".")]
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
    [TestCase("manifest.json", "\"start\": \"2026-01-02T03", "\"start\": \"then T03", "start: expected a date and time, such as 2017-04-01T09:00:00+00:00; found \"then T03")]
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
        Assert.That(failure!.Message, Does.StartWith(written.PathOf("system.json") + ":3: title: expected the description of a system as FlowSim writes it; found "));
        written.Put("system.json", "{\n  \"id\": \"made-up\",\n  \"title\": \"\",\n  \"scenarios\": [ null ]\n}\n");
        failure = Assert.Throws<ResultContentException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Does.Contain("system.json:4: expected the description of a system as FlowSim writes it; found \"null\"."));
    }

    [Test]
    public void A_file_that_the_manifest_lists_has_to_be_there()
    {
        using var written = new WrittenResults();
        File.Delete(written.PathOf("timeline.csv"));
        var failure = Assert.Throws<ResultFolderException>(() => ResultReader.Read(written.Path));
        Assert.That(failure!.Message, Is.EqualTo($"{written.PathOf("timeline.csv")} is missing, although manifest.json lists it. Restore it, or run again: {MadeUpManifest.Manifest.Command}"));
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
