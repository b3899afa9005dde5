using FlowSim.Tests.Names;

namespace FlowSim.Tests.Loading;

/// <summary>Levers of a system lead to something, and what is misspelt is told with what there is.</summary>
public sealed class LeverTests
{
    private const string System = """
        dimensions: { site: [north, south] }
        run: { starts: 2016-01-04, lasts: 20 d, begin: empty, replications: 1 }
        pools: { bed: { each: site, kind: beds, capacity: { table: beds, column: beds } } }
        tables: { beds: { keys: site, rows: { north: { beds: 3 }, south: { beds: 4 } } } }
        streams: { comers: { to: ward, rate: 1 per d, attributes: { site: { north: 50 %, south: rest } } } }
        stages: { ward: { each: site, place: bed@site, time: exponential mean 1 d, then: leave } }
        """;

    [TestCase("pools.bed@*.capacity")]
    [TestCase("pools.bed@north.capacity")]
    [TestCase("tables.beds[site=*].beds")]
    [TestCase("tables.beds[site=south].beds")]
    [TestCase("streams.c*.rate")]
    public void A_path_with_or_without_stars_is_taken(string lever) => Checked.IsSound($"system: x\n{System}\nlevers: [ \"{lever}\" ]");

    [TestCase("pools.bd@*.capacity", "a name under pools")]
    [TestCase("pools.bed@nort.capacity", "an instance of bed: north, south")]
    [TestCase("pols.bed.capacity", "a section of the system")]
    [TestCase("tables.beds[sit=*].beds", "a column of table beds")]
    [TestCase("tables.beds[site=*].bds", "a column of table beds")]
    [TestCase("table.beds[site=*].beds", "a section of the system")]
    [TestCase("pools.bed.", "a path, such as")]
    public void What_leads_nowhere_is_refused(string lever, string says) =>
        Checked.IsRefused($"system: x\n{System}\nlevers: [ \"{lever}\" ]", "levers", says);
}
