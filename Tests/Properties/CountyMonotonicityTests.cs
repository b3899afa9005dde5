using FlowSim.Scenarios.Experiments;

namespace FlowSim.Tests.Properties;

/// <summary>
/// Where capacity is added the place that it serves is not worse for it, beyond chance: more crews, doctors, beds, places. It needs no law of queues, only
/// that nobody acts against their own interest; a rule that turns this round (people who vanish when they have waited) is a fault of the description.
/// </summary>
[Category("Properties")]
public sealed class CountyMonotonicityTests
{
    private const int Replications = 3;
    private const int Days = 90;
    private const ulong Seed = 20170401;

    private static readonly (string What, string Site, string Changes)[] Added =
    [
        ("a crew in Fenland", "pshft", Add("rosters.crews[locality=fenland].capacity", 1)),
        ("a doctor in A&E", "hhct", Add("rosters.ed-doctors[site=hhct].capacity", 1)),
        ("a children's doctor", "pshft", Add("rosters.child-doctors[site=pshft].capacity", 1)),
        ("a nurse practitioner", "cuhft", Add("rosters.nurse-practitioners[site=cuhft].capacity", 1)),
        ("medical beds", "hhct", Add("tables.beds[site=hhct].medical", 6)),
        ("community beds", "cuhft", Add("tables.community[locality=cambridge].beds", 10)),
        ("home care", "cuhft", Add("tables.community[locality=cambridge].home-care", 30) + "\n" + Add("tables.community[locality=cambridge].starts", 4)),
        ("places in the corridor", "pshft", Add("tables.cubicles[site=pshft].corridor", 3)),
    ];

    /// <summary>With the place at which it is measured, or the site served, and whether more is better.</summary>
    private static readonly (string Id, string? Place, bool HigherIsBetter)[] Measures =
        [("four_hour_rate", null, true), ("trolley_12h", null, false), ("dtoc_rate", null, false), ("response_mean", "system", false)];

    private IReadOnlyList<Difference> differences = [];

    [OneTimeSetUp]
    public void Run() => differences = ExperimentSummary.Of(
        CountyExperiment.Run([.. Added.Select(added => new CountyChange(added.What, added.Changes))], Replications, Seed, Days)).Differences;

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    public void More_does_not_make_the_site_it_serves_worse_beyond_chance(int index) => Assert.Multiple(() =>
    {
        foreach (var (id, place, higherIsBetter) in Measures)
        {
            var found = Of(index, id, place);
            TestContext.Out.WriteLine($"{Added[index].What}: {id} {found.Mean:+0.000;-0.000} [{found.Lower95:+0.000;-0.000}, {found.Upper95:+0.000;-0.000}]");
            var best = higherIsBetter ? found.Upper95 : -found.Lower95;
            Assert.That(best, Is.GreaterThanOrEqualTo(0), $"{Added[index].What}: {id} at {place ?? Added[index].Site} by {found.Mean}");
        }
    });

    /// <summary>Else the test above would pass on a system in which nothing added is ever used.</summary>
    [TestCase(0, "response_mean")]
    [TestCase(1, "four_hour_rate")]
    [TestCase(4, "four_hour_rate")]
    public void What_is_added_is_used_and_helps(int index, string measure)
    {
        var (_, place, higherIsBetter) = Measures.Single(known => known.Id == measure);
        Assert.That(Of(index, measure, place).Mean * (higherIsBetter ? 1 : -1), Is.GreaterThan(0), Added[index].What);
    }

    private Difference Of(int index, string measure, string? place) => differences.Single(row =>
        row.Scenario == $"change-{index}" && row.Key == new ResultKey(CountyExperiment.Year, measure, place ?? Added[index].Site, ""));

    private static string Add(string path, int by) => FormattableString.Invariant($"- {{ add: \"{path}\", by: {by} }}");
}
