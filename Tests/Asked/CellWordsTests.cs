using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Asked;

/// <summary>What a change of a table's cell is called: by titles, not by its path.</summary>
public sealed class CellWordsTests
{
    private const string Clinic = """
        system: clinic
        run: { starts: 2016-04-01, lasts: 60 d, begin: empty, replications: 1 }
        dimensions: { site: [north, south] }
        titles: { north: North unit@@titles@@ }
        pools: { nurse: { title: Nurses, kind: staff, each: site, capacity: { table: team } }, room: { kind: spaces, each: site, capacity: @@room@@ } }
        streams: { some: { each: site, to: seen, rate: 5 per d } }
        stages: { seen: { each: site, place: room@site, staff: nurse@site, time: exponential mean 1 h, then: leave } }
        tables:
          team: { keys: [site], rows: { north: 2, "*": 3 } }
        scenarios:
          more: { title: More, changes: [ { add: "tables.team[site=north].value", by: 1 }, { add: "tables.team[site=*].value", by: -1 } ] }
          own: { title: Own, changes: [ { add: tables.two, to: { keys: [site], rows: { north: 4, "*": 5 } } }, { set: pools.room.capacity, to: { table: two } }, { add: "tables.two[site=north].value", by: 2 } ] }
        """;

    [Test]
    public void A_table_without_a_title_is_called_by_what_reads_it() =>
        Assert.That(Described("more"), Does.Contain("| Nurses, North unit: capacity (2 → 3) |").And.Contain("| Nurses, all others: capacity (3 → 2) |"));

    [Test]
    public void A_table_with_a_title_is_called_by_it() =>
        Assert.That(Described("more", titles: ", team: Nurses on duty"), Does.Contain("| Nurses on duty, North unit (2 → 3) |"));

    [Test]
    public void A_table_that_several_read_is_called_a_table() =>
        Assert.That(Described("more", room: "{ table: team }"), Does.Contain("| Table team, North unit (2 → 3) |"));

    [Test]
    public void A_cell_of_a_table_that_the_scenario_adds_has_its_values_too() =>
        Assert.That(Described("own"), Does.Contain("| Room, North unit: capacity (4 → 6) |").And.Contain("| Table two |"));

    private static string Described(string scenario, string titles = "", string room = "9")
    {
        using var system = new FlowFile(Clinic.Replace("@@titles@@", titles).Replace("@@room@@", room));
        var typed = TypedCommand.Run("describe", scenario, "--system", system.Path);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return typed.Out;
    }
}
