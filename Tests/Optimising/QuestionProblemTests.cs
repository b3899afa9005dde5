namespace FlowSim.Tests.Optimising;

/// <summary>Questions that cannot be put: each is refused with its place, what was expected and what was found.</summary>
public sealed class QuestionProblemTests
{
    private const string Target = "\"delayed < 0.3 beds\"";
    private const string Lever = "community: { add: pools.community-bed.capacity, range: 0 to 5, gbp_per_year: £60000 }";
    private const string Costs = "item,counts,gbp,unit,price_year,index,partner,counterparty,basis,factor,range,covers,status,source\n"
        + "bed,use of acute-bed,300,bed-day,2016/17,,,,cash,,,,assumed,none\n";

    [TestCase("\"delayd < 0.3 beds\"", "system.yaml:19: optimise.beds.targets[1]: expected a measure of the system; found \"delayd\". Did you mean \"delayed\"?")]
    [TestCase("\"delayed@north < 0.3 beds\"", "expected a place of delayed: system; found \"north\"")]
    [TestCase("\"delayed <= 0.3 beds\"", "expected MEASURE@PLACE < VALUE")]
    [TestCase("\"delayed < some beds\"", "expected a value in beds; found \"some beds\"")]
    [TestCase("\"lost < 0.03\"", "expected a percentage, such as 2.5 %; found \"0.03\"")]
    [TestCase("\"lost < 3 % with 20 %\"", "expected a share of years above 50 % and below 100 % behind \"with\"; found \"20 %\"")]
    [TestCase("\"lost < 3 % with luck\"", "found \"luck\"")]
    [TestCase("\"wait_mean of ward < 20\"", "expected a value in min; found \"20\"")]
    [TestCase("", "optimise.beds.targets")]
    public void A_target_that_cannot_be_read(string targets, string message) => Refused(targets, Lever, message);

    [TestCase("community: { add: pools.community-bed.capacity, range: 0 to 0, gbp_per_year: £60000 }", "expected two different ends; found \"0 to 0\"")]
    [TestCase("community: { add: pools.community-bed.capacity, range: some, gbp_per_year: £60000 }", "expected two ends in one unit")]
    [TestCase("community: { add: pools.community-bed.capacity, range: 0 to 5, step: 2, gbp_per_year: £60000 }",
        "levers.community.step: expected a step of which the range 0 to 5 holds a whole number, from 1 to 1000; found \"2\". It holds 2.5.")]
    [TestCase("community: { add: pools.community-bed.capacity, range: 0 to 5, step: 0, gbp_per_year: £60000 }", "expected a number above 0")]
    [TestCase("community: { add: pools.community-bed.capacity, range: 0 to 5, gbp_per_year: much }", "levers.community.gbp_per_year")]
    [TestCase("community: { add: pools.community-bed.capacity, range: 0 to 5 }", "levers.community.gbp_per_year")]
    [TestCase("community: { add: pools.communal-bed.capacity, range: 0 to 5, gbp_per_year: £60000 }", "Did you mean \"community-bed\"?")]
    [TestCase("community: { add: pools.community-bed.capacity, scale: pools.acute-bed.capacity, range: 1 to 5, gbp_per_year: £60000 }", "exactly one of set, scale and add")]
    [TestCase("one: { add: pools.community-bed.capacity, range: 0 to 5, gbp_per_year: £60000 }\n      two: { scale: pools.community-bed.capacity, range: 1 to 5, gbp_per_year: £60000 }",
        "expected values that no other input moves")]
    [TestCase("community: { add: pools.community-bed.capacity, range: 0 to -9, gbp_per_year: £60000 }", "pools.community-bed")]
    [TestCase("community: { add: pools.community-bed.capacity, range: 0 to 5, gbp_per_year: £60000, partner: nobody }", "expected one of the partners; found \"nobody\"")]
    public void A_lever_that_cannot_be_moved(string lever, string message) => Refused(Target, lever, message);

    [Test]
    public void A_system_with_prices_asks_who_pays() => Refused(Target, Lever, "expected the partner who pays; found \"none\"", Costs);

    [Test]
    public void A_price_of_another_year_needs_an_index() =>
        Refused(Target, Lever.Replace(" }", ", partner: council, price_year: 2014/15 }", StringComparison.Ordinal), "price_year: expected 2016/17", Costs);

    private static void Refused(string targets, string levers, string message, string costs = "")
    {
        using var system = new TwoStages(targets, levers, costs, days: 100);

        Assert.That(system.Read(), Is.Null);
        Assert.That(system.Problems, Does.Contain(message));
    }
}
