using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Tests.Loading.Text;

public sealed class RequestTextTests
{
    [Test]
    public void A_plus_joins_pools_of_one_request()
    {
        var request = Read("2 of nurse@site + doctor@site");
        Assert.That(request.Parts, Is.EqualTo(new[] { new RequestPart(2, "nurse", "site"), new RequestPart(1, "doctor", "site") }));
        Assert.That((request.After, request.For), Is.EqualTo(((TimeText?)null, (TimeText?)null)));
    }

    [Test]
    public void An_alternative_waits_its_time()
    {
        var request = Read("corridor@site after 45 min");
        Assert.That(request.After!.ToText(), Is.EqualTo("45 min"));
    }

    [Test]
    public void An_alternative_may_count_from_a_clock()
    {
        var request = Read("bed after patience of ed");
        Assert.That(request.After, Is.EqualTo(new TimeText.Of(new TimeText.Attribute("patience"), "ed")));
    }

    [TestCase("social-worker@council after 1 h for 90 min")]
    [TestCase("social-worker@council for 90 min after 1 h")]
    public void After_and_for_stand_in_either_order(string text)
    {
        var request = Read(text);
        Assert.That((request.After!.ToText(), request.For!.ToText()), Is.EqualTo(("1 h", "90 min")));
        Assert.That(request.Parts, Is.EqualTo(new[] { new RequestPart(1, "social-worker", "council") }));
    }

    [TestCase("0 of nurse")]
    [TestCase("-1 of nurse")]
    [TestCase("1.5 of nurse")]
    [TestCase("nurse +")]
    [TestCase("nurse doctor")]
    [TestCase("nurse@")]
    [TestCase("nurse after 45")]
    [TestCase("nurse for ever and ever")]
    [TestCase("")]
    public void What_is_no_request_is_refused(string text)
    {
        Assert.That(RequestTextReader.TryParse(text, out _, out var expected), Is.False);
        Assert.That(expected, Is.Not.Empty);
    }

    private static RequestText Read(string text)
    {
        Assert.That(RequestTextReader.TryParse(text, out var request, out var expected), Is.True, expected);
        return request!;
    }
}
