using System.Globalization;
using FlowSim.Plots.Explore;
using FlowSim.Scenarios.Results;
using FlowSim.Tests.Results.Reading;

namespace FlowSim.Tests.Plots.Explore;

/// <summary>What is read of a folder to explore it.</summary>
public sealed class ExploredResultsTests
{
    [Test]
    public void Values_are_those_of_the_file()
    {
        using var written = new WrittenResults();
        var explored = ExploredResults.Read(written.Path, new ExploreChoice { Measures = ["occupancy_rate"], Place = "north", Period = "2017/18" });
        Assert.That(explored.Measures.Select(measure => measure.Scenario), Is.EqualTo(new[] { "baseline", "more-beds", "hub" }));
        foreach (var measure in explored.Measures)
        {
            var lines = File.ReadLines(written.PathOf("replications.csv")).Select(line => line.Split(','))
                .Where(cells => cells[0] == measure.Scenario && string.Join(',', cells[2..^1]) == "2017/18,occupancy_rate,north,")
                .Select(cells => new ReplicationValue(int.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[6], CultureInfo.InvariantCulture)));
            Assert.That(measure.Values, Is.EqualTo(lines).And.Count.EqualTo(3));
            Assert.That((measure.Unit, measure.Name), Is.EqualTo(("%", "Occupancy rate, North")));
        }
    }

    [Test]
    public void A_replication_in_which_a_measure_is_undefined_is_left_out_and_a_measure_with_groups_only_is_read_by_group()
    {
        using var written = new WrittenResults();
        var wait = ExploredResults.Read(written.Path, new ExploreChoice { Measures = ["wait_mean"], Place = "north" }).Of("hub", "wait_mean");
        Assert.That(wait.Key.Group, Is.EqualTo("triage, first"));
        Assert.That(wait.Values, Is.EqualTo(new[] { new ReplicationValue(1, 12.25), new ReplicationValue(3, 12.25) }));
    }

    [Test]
    public void Of_a_measure_with_a_total_the_total_is_read()
    {
        using var written = new WrittenResults();
        var explored = ExploredResults.Read(written.Path, new ExploreChoice { Measures = ["delayed_beds"] });
        Assert.That(explored.Measures.Select(measure => measure.Key.Group).Distinct(), Is.EqualTo(new[] { "" }));
    }

    [Test]
    public void Without_a_choice_measures_period_and_place_are_those_of_the_tables()
    {
        using var written = new WrittenResults();
        var explored = ExploredResults.Read(written.Path);
        Assert.That(explored.Measures.Select(measure => measure.Key.Measure).Distinct(), Is.EqualTo(new[] { "occupancy_rate", "delayed_beds" }));
        Assert.That(explored.Measures.Select(measure => (measure.Key.Period, measure.Key.Place)).Distinct(), Is.EqualTo(new[] { ("2018/19", "system") }));
    }

    [Test]
    public void What_was_not_read_is_refused_by_name()
    {
        using var written = new WrittenResults();
        var explored = ExploredResults.Read(written.Path, new ExploreChoice { Measures = ["occupancy_rate"] });
        Assert.That(() => explored.Of("hub", "wait_mean"), Throws.ArgumentException.With.Message.Contains("wait_mean for hub"));
    }

    [TestCase("baseline,2,2017/18,occupancy_rate,system,,", "value", "a finite number, or nothing")]
    [TestCase("hub,3,2018/19,occupancy_rate,north,,", "value", "a finite number, or nothing")]
    public void A_damaged_value_is_told_with_file_and_line(string start, string column, string expected)
    {
        using var written = new WrittenResults();
        var lines = File.ReadAllLines(written.PathOf("replications.csv"));
        var at = Array.FindIndex(lines, line => line.StartsWith(start, StringComparison.Ordinal));
        lines[at] = start + "many";
        written.Put("replications.csv", string.Join('\n', lines) + "\n");
        var choice = new ExploreChoice { Measures = ["occupancy_rate"] };
        Assert.That(() => ExploredResults.Read(written.Path, choice), Throws.TypeOf<ResultContentException>()
            .With.Message.Contains(FormattableString.Invariant($"replications.csv:{at + 1}")).And.Message.Contains(column).And.Message.Contains(expected));
    }

    [Test]
    public void A_file_that_was_cut_off_is_refused_and_so_is_one_that_is_not_there()
    {
        using var written = new WrittenResults();
        var text = File.ReadAllText(written.PathOf("replications.csv"));
        written.Put("replications.csv", text[..^1]);
        Assert.That(() => ExploredResults.Read(written.Path), Throws.TypeOf<ResultContentException>().With.Message.Contains("the end of a line"));
        written.Put("replications.csv", text[..text.IndexOf("\nhub,", StringComparison.Ordinal)] + "\n");
        Assert.That(() => ExploredResults.Read(written.Path), Throws.TypeOf<ResultContentException>().With.Message.Contains("none of hub"));
        File.Delete(written.PathOf("replications.csv"));
        Assert.That(() => ExploredResults.Read(written.Path), Throws.TypeOf<ResultFolderException>().With.Message.Contains("replications.csv is missing"));
    }
}
