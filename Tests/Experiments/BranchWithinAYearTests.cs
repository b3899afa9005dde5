using System.Globalization;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Experiments;

/// <summary>
/// A branch that is not on 1 April cuts a year in two, and one in the middle of a month that month as well. In the result files a name is one value: what
/// was reported from the branch on.
/// </summary>
public sealed class BranchWithinAYearTests
{
    private static string Flow(string branch) =>
        $$"""
        system: october
        run: { starts: 2015-10-01, branch: {{branch}}, lasts: 1 y, begin: empty, replications: 3 }
        streams: { a: { to: w, schedule: { every: 1 d, first: 9 h, count: 1 } } }
        stages: { w: { place: none, time: 1 h, then: leave } }
        measures: { n: { total: { arrivals: a }, monthly: true } }
        scenarios: { more: [ { set: streams.a.schedule.count, to: 2 } ] }
        """;

    /// <param name="branch">Date of the branch.</param>
    /// <param name="before">Days of the last year of the spin-up, which starts on 1 October 2015, that lie in 2015/16; 0 where that has been cut.</param>
    /// <param name="after">Days from the branch to 31 March 2017.</param>
    /// <param name="next">Days of the rest.</param>
    [TestCase("2016-10-01", 183, 182, 183)]
    [TestCase("2016-10-16", 168, 167, 198)]
    [TestCase("2016-03-31", 0, 1, 364)]
    [TestCase("2016-04-01", 183, 365, 0)]
    [TestCase("2016-04-02", 183, 364, 1)]
    public void Each_year_of_the_baseline_is_one_value_in_both_files(string branch, int before, int after, int next)
    {
        using var file = new FlowFile(Flow(branch));
        var typed = TypedCommand.Run("compare", "more", "--system", file.Path, "--out", file.Results, "--quiet");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var (rows, means) = (Read(file, "replications.csv"), Read(file, "summary.csv"));
        Assert.That(rows.GroupBy(row => string.Join(',', row[..6])).Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty);
        Assert.That(Read(file, "flows.csv").GroupBy(row => string.Join(',', row[..5])).Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty);

        var first = before > 0 && branch != "2016-03-31" ? "2015/16" : "";
        (string Year, double Days)[] expected =
            [(first, before), (branch == "2016-03-31" ? "2015/16" : "2016/17", after), (branch == "2016-03-31" ? "2016/17" : "2017/18", next)];
        foreach (var (year, days) in expected.Where(pair => pair.Year.Length > 0 && pair.Days > 0))
        {
            Assert.That(rows.Where(row => row[0] == "baseline" && row[2] == year && row[3] == "n")
                .Select(row => Number(row[6])), Is.EqualTo(new[] { days, days, days }), year);
            Assert.That(means.Where(row => row[0] == "baseline" && row[1] == year && row[2] == "n")
                .Select(row => Number(row[7])), Is.EqualTo(new[] { days }), year);
        }

        // Every mean is that of the rows of its key.
        var byKey = rows.ToLookup(row => string.Join(',', row[0], row[2], row[3], row[4], row[5]), row => row[6]);
        Assert.That(means.Where(row => row[2] == "n")
            .Select(row => Number(row[7])),
            Is.EqualTo(means.Where(row => row[2] == "n").Select(row => byKey[string.Join(',', row[0], row[1], row[2], row[3], row[4])].Average(Number))));
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static List<string[]> Read(FlowFile file, string name) =>
        [.. File.ReadLines(Path.Combine(file.Results, name)).Skip(1).Select(line => line.Split(','))];
}
