using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Experiments;

namespace FlowSim.Tests.Results.Reading;

/// <summary>What was written is what is read.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] AwkwardTexts =
        ["", "a,b", "say \"no\"", "\"", "two\nlines", "carriage\r\nreturn", " spaces ", "Ünïcödé 測試 🚑", "=SUM(A1)", "#comment", "-", "<script>"];

    [Test]
    public void Every_table_of_an_experiment_is_read_as_it_was_written()
    {
        var chance = ExperimentSummary.Of(MadeUpExperiment.Result);
        var first = chance.Differences[0] with { LowerSim = -1.25, UpperSim = 2.5, FamilySize = 7 };
        var summary = chance with { Differences = [first, .. chance.Differences.Skip(1)] };
        using var written = new WrittenResults(summary, MadeUpManifest.Manifest);
        var read = ResultReader.Read(written.Path);
        DemandSame(read, summary);
    }

    [Test]
    public void Awkward_texts_and_numbers_are_read_as_they_were_written()
    {
        var summary = Awkward();
        var run = MadeUpManifest.Manifest with { Scenarios = AwkwardTexts, ReplicationsByScenario = AwkwardTexts.ToDictionary(id => id, _ => 3) };
        using var written = new WrittenResults(summary, run);
        DemandSame(ResultReader.Read(written.Path), summary);
    }

    [Test]
    public void The_days_of_a_system_without_dates_are_read_as_a_series()
    {
        var monday = new DateOnly(2001, 1, 1);
        var summary = ExperimentSummary.Of(MadeUpExperiment.Result);
        using var written = new WrittenResults(summary, MadeUpManifest.Manifest with { MeasuredFrom = "", MeasuredTo = "" });
        var read = ResultReader.Read(written.Path);
        Assert.That(read.Run.HasDates, Is.False);
        DemandSame(read.Timelines, [.. summary.Timelines.Select(series => series with { FirstDay = monday })]);
    }

    [Test]
    public void What_is_neither_finite_nor_known_is_read_as_unknown()
    {
        var summary = ExperimentSummary.Of(MadeUpExperiment.Result);
        var infinite = summary.Summaries[0] with { Mean = double.PositiveInfinity, Sd = double.NegativeInfinity };
        var finished = new Dictionary<string, int> { [infinite.Scenario] = 3, ["more-beds"] = 0, ["hub"] = 0 };
        using var written = new WrittenResults(With(summary, [infinite]), MadeUpManifest.Manifest with { ReplicationsByScenario = finished });
        Assert.That(ResultReader.Read(written.Path).Summaries.Single(), Is.EqualTo(infinite with { Mean = double.NaN, Sd = double.NaN }));
    }

    [Test]
    public void The_manifest_is_read_as_it_was_written()
    {
        using var written = new WrittenResults();
        var run = ResultReader.Read(written.Path).Run;
        using var again = new MemoryStream();
        ManifestFile.Write(again, run);
        Assert.That(again.ToArray(), Is.EqualTo(File.ReadAllBytes(written.PathOf("manifest.json"))));
        Assert.That(run with { Files = [] }, Is.EqualTo(MadeUpManifest.Manifest with { Files = [] }).UsingPropertiesComparer());
    }

    [Test]
    public void What_an_earlier_version_did_not_write_is_read_as_unknown_and_what_a_later_one_adds_is_passed_over()
    {
        using var written = new WrittenResults();
        written.Change("manifest.json", "  \"notes\": [],\n", "  \"weather\": [ { \"rain\": null } ],\n");
        written.Change("manifest.json", "      \"lower90\": 1.040007209823137,\n      \"upper90\": 3.9599927901768632,\n      \"settled_within\": 0.5,\n", "");
        var run = ResultReader.Read(written.Path).Run;
        Assert.That(run.Notes, Is.Empty);
        var change = run.SpinUpChanges.Single();
        Assert.That((change.Bound, change.Lower90, change.Verdict), Is.EqualTo((double.NaN, double.NaN, SettledVerdict.CannotBeTold)));
    }

    [Test]
    public void Series_without_the_columns_that_came_later_are_read()
    {
        using var written = new WrittenResults();
        var lines = File.ReadAllLines(written.PathOf("timeline.csv"));
        written.Put("timeline.csv", string.Concat(lines.Select(line => string.Join(',', line.Split(',')[..8]) + "\n")));
        var point = ResultReader.Read(written.Path).Timelines[0].Points[0];
        Assert.That((point.N, point.Sd, point.Lower95, point.Upper95), Is.EqualTo((0, float.NaN, float.NaN, float.NaN)));
    }

    [Test]
    public void Tables_without_the_columns_of_draws_are_read_as_if_these_were_empty()
    {
        using var written = new WrittenResults();
        var all = ResultReader.Read(written.Path);
        Cut("summary.csv", 4);
        Cut("differences.csv", 5);
        var read = ResultReader.Read(written.Path);
        Assert.That(read.Summaries, Is.EqualTo(all.Summaries));
        Assert.That(read.Differences, Is.EqualTo(all.Differences.Select(row => row with { BaselineMean = double.NaN, ScenarioMean = double.NaN })));

        void Cut(string file, int columns) => written.Put(file,
            string.Concat(File.ReadLines(written.PathOf(file)).Select(line => string.Join(',', line.Split(',')[..^columns]) + "\n")));
    }

    [Test]
    public void An_interval_that_one_replication_does_not_give_is_written_as_null()
    {
        var change = MadeUpManifest.Manifest.SpinUpChanges[0] with { N = 1 };
        var run = MadeUpManifest.Manifest with { SpinUpChanges = [change.WithIntervals(double.NaN)] };
        using var written = new WrittenResults(ExperimentSummary.Of(MadeUpExperiment.Result), run);
        Assert.That(File.ReadAllText(written.PathOf("manifest.json")), Does.Contain("\"lower95\": null").And.Contain("\"verdict\": \"cannot be told\""));
        Assert.That(ResultReader.Read(written.Path).Run.SpinUpChanges.Single().Upper90, Is.NaN);
    }

    [Test]
    public void Without_a_description_ids_stand_for_titles()
    {
        using var written = new WrittenResults();
        var system = ResultReader.Read(written.Path).System;
        Assert.That((system.Id, system.Title, system.TitleOf("hub")), Is.EqualTo(("made-up", "made-up", "hub")));
    }

    /// <summary>Every awkward text in every text column, and numbers at the ends of their range.</summary>
    private static ExperimentSummary Awkward()
    {
        double[] numbers = [0, -0.0, double.NaN, double.MaxValue, -double.Epsilon, 0.1 + 0.2, 1e21, -1.0 / 3];
        double Number(int i) => numbers[i % numbers.Length];
        var texts = AwkwardTexts.Select((text, i) => (Text: text, Index: i)).ToList();
        return new ExperimentSummary
        {
            Summaries = [
                .. texts.Select(one =>
                    new Summary { Scenario = one.Text, Key = new ResultKey(one.Text, one.Text, one.Text, one.Text), Unit = one.Text, N = one.Index,
                        Mean = Number(one.Index), Sd = Number(one.Index + 1), Lower95 = Math.Min(Number(one.Index + 2), Number(one.Index + 3)),
                        Upper95 = Math.Max(Number(one.Index + 2), Number(one.Index + 3)), P05 = Number(one.Index + 4), P50 = Number(one.Index + 5),
                        P95 = Number(one.Index + 6) })],
            Differences = [
                .. texts.Select(one =>
                    new Difference { Scenario = one.Text, Key = new ResultKey(one.Text, one.Text, one.Text, one.Text), Unit = one.Text, N = one.Index,
                        Mean = Number(one.Index), Lower95 = Math.Min(Number(one.Index + 1), Number(one.Index + 2)),
                        Upper95 = Math.Max(Number(one.Index + 1), Number(one.Index + 2)), Correlation = Number(one.Index + 3) })],
            Timelines = [
                .. texts.Select(one =>
                    new TimelineSummary { Scenario = one.Text, Measure = one.Text, Place = one.Text, HoursOfWeek = one.Index % 2 == 0,
                        FirstDay = new DateOnly(2017, 4, 1),
                        Points = [
                            new TimelinePoint(float.MaxValue, float.NaN, -float.Epsilon, 0.1f),
                            new TimelinePoint(0, 1, 2, 3) { N = one.Index, Sd = 0.5f, Lower95 = -float.Epsilon, Upper95 = 1e30f }] })],
            Flows = [.. texts.Select(one => new FlowSummary(one.Text, one.Text, one.Text, one.Text, one.Text, Number(one.Index)))],
        };
    }

    private static ExperimentSummary With(ExperimentSummary summary, IReadOnlyList<Summary> rows) =>
        summary with { Summaries = rows };

    private static void DemandSame(ResultSet read, ExperimentSummary written)
    {
        Assert.That(read.Summaries, Is.EqualTo(written.Summaries));
        Assert.That(read.Differences, Is.EqualTo(written.Differences));
        Assert.That(read.Flows, Is.EqualTo(written.Flows));
        DemandSame(read.Timelines, written.Timelines);
    }

    // The record compares its list of points by identity.
    private static void DemandSame(IReadOnlyList<TimelineSummary> read, IReadOnlyList<TimelineSummary> written)
    {
        Assert.That(read.Select(series => series with { Points = [] }), Is.EqualTo(written.Select(series => series with { Points = [] })));
        Assert.That(read.Select(series => series.Points.ToList()), Is.EqualTo(written.Select(series => series.Points.ToList())));
    }
}
