using FlowSim.Plots.Words;

namespace FlowSim.Tests.Plots.Words;

public sealed class FileStemTests
{
    [Test]
    public void The_second_page_of_a_scenario_is_not_the_first_of_another()
    {
        // Scenarios hubs and hubs-2, two pages each.
        var names = new[] { "hubs", "hubs-2" }.SelectMany(scenario => new[] { 0, 1 }.Select(page => FileStem.Page(FileStem.Of("waits", scenario), page)));
        Assert.That(names, Is.Unique);
        Assert.That(FileStem.Page("waits-hubs", 0), Is.EqualTo("waits-hubs"));
    }

    [TestCase("pools.bed@north.capacity+=4", "waits-pools.bed-north.capacity-plus-4")]
    [TestCase("pools.bed@north.capacity-=4", "waits-pools.bed-north.capacity-minus-4")]
    [TestCase("a+b", "waits-a+b")]
    public void A_change_that_was_typed_says_which_way_it_goes(string scenario, string stem) =>
        Assert.That(FileStem.Of("waits", scenario), Is.EqualTo(stem));

    [Test]
    public void Pages_of_a_chart_have_the_name_of_the_first_in_common() =>
        Assert.That(new[] { 0, 1, 11 }.Select(page => FileStem.OfFirstPage(FileStem.Page("waits-hubs-2", page))), Is.All.EqualTo("waits-hubs-2"));
}
