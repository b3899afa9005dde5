using FlowSim.Scenarios.Asked;

namespace FlowSim.Tests.Asked;

public sealed class SetTextTests
{
    [TestCase("pools.bed.capacity=30", "set", "pools.bed.capacity", "30")]
    [TestCase("pools.bed@north.capacity = 30", "set", "pools.bed@north.capacity", "30")]
    [TestCase("stages.ward.time*=0.9", "scale", "stages.ward.time", "0.9")]
    [TestCase("stages.ward.time *= 90 %", "scale", "stages.ward.time", "90 %")]
    [TestCase("pools.bed.capacity+=-4", "add", "pools.bed.capacity", "-4")]
    [TestCase("tables.stay[site=north, age=85-plus].time=3 d", "set", "tables.stay[site=north, age=85-plus].time", "3 d")]
    [TestCase("stages.\"a=b\".time=3 d", "set", "stages.\"a=b\".time", "3 d")]
    [TestCase("streams.*.rate*=1.1", "scale", "streams.*.rate", "1.1")]
    [TestCase("stages.ward.if=age = old", "set", "stages.ward.if", "age = old")]
    public void The_first_equals_sign_outside_brackets_divides(string text, string verb, string path, string value)
    {
        Assert.That(SetText.TryParse(text, out var set));
        Assert.That(set, Is.EqualTo(new SetText(verb, path, value)));
    }

    [TestCase("")]
    [TestCase("pools.bed.capacity")]
    [TestCase("=30")]
    [TestCase("*=30")]
    [TestCase("pools.bed.capacity=")]
    [TestCase("pools.bed.capacity= ")]
    [TestCase("tables.stay[site=north].time")]
    public void What_lacks_a_path_or_a_value_is_none(string text) => Assert.That(SetText.TryParse(text, out _), Is.False);
}
