using FlowSim.Tests.Analytic;
using FlowSim.Tests.Names;

namespace FlowSim.Tests.Loading.Compilation;

/// <summary>Whose a pool is: one partner's, each instance its own, or at each instance somebody's.</summary>
public sealed class OwnerTests
{
    [TestCase("council", "council", "council", "council")]
    [TestCase("area", "north", "south", "west")]
    [TestCase("{ north: council, south: city, west: council }", "council", "city", "council")]
    [TestCase("{ south: city, \"*\": council }", "council", "city", "council")]
    public void Each_instance_has_the_owner_that_is_written_for_it(string owner, params string[] expected)
    {
        var model = ModelText.Compile(Written(owner));
        Assert.That(model.Pools.Select(pool => pool.Owner), Is.EqualTo(expected));
    }

    [TestCase("{ south: city }", "a partner for every instance", "none for north")]
    [TestCase("{ nort: council, \"*\": city }", "an instance", "\"nort\"")]
    [TestCase("{ south: cty, \"*\": council }", "one of the partners", "\"cty\"")]
    [TestCase("{ south: [city], \"*\": council }", "the name of a partner", "a list")]
    public void An_instance_without_owner_and_names_that_are_none_are_told(string owner, string expected, string found)
    {
        var (refused, printed) = Checked.Check(Written(owner));
        Assert.That(refused, printed);
        Assert.That(printed, Does.Contain(expected).And.Contain(found));
    }

    [Test]
    public void A_pool_that_is_there_once_has_one_owner()
    {
        var (refused, printed) = Checked.Check(Written("{ north: council }").Replace("each: area, kind: caseload", "kind: caseload", StringComparison.Ordinal)
            .Replace("care@area", "care", StringComparison.Ordinal));
        Assert.That(refused, printed);
        Assert.That(printed, Does.Contain("not written for each instance"));
    }

    private static string Written(string owner) =>
        $$"""
        system: care
        run: { starts: 2016-01-04, lasts: 20 d, begin: empty, replications: 1 }
        dimensions: { area: [north, south, west] }
        partners: [council, city, north, south, west]
        pools: { care: { each: area, kind: caseload, owner: {{owner}}, capacity: 4 } }
        streams: { asks: { each: area, to: visit, rate: 1 per d } }
        stages: { visit: { each: area, place: care@area, time: 2 d, then: leave } }
        """;
}
