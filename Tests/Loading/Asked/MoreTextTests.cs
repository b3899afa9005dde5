using FlowSim.Scenarios.Asked;

namespace FlowSim.Tests.Loading.Asked;

/// <summary>What a plus before a number means, by what stands there.</summary>
public sealed class MoreTextTests
{
    [TestCase("12", "10", "p+=10")]
    [TestCase("12", "10 %", "p*=1.1")]
    [TestCase("12", "-5 %", "p*=0.95", Description = "so much less")]
    [TestCase("70 %", "5", "p+=5 %", Description = "five points")]
    [TestCase("70 %", "5 %", "p+=5 %")]
    [TestCase("1.9 % per y", "0.5", "p+=0.5 % per y")]
    [TestCase("6 per d", "2", "p+=2 per d")]
    [TestCase("8 min", "2", "p+=2 min")]
    [TestCase("8 min", "2 h", "p+=2 h")]
    [TestCase("£313", "20", "p+=£20")]
    [TestCase("exponential mean 4 d", "1", "p.mean+=1 d")]
    [TestCase("lognormal mean 3.1 d sd 4 d", "12 h", "p.mean+=12 h")]
    [TestCase("lognormal mean 3.1 d sd 4 d at most 60 d", "10 %", "p*=1.1")]
    [TestCase("exponential mean 2 d of office", "1", "p.mean+=1 d")]
    [TestCase("{ table: stay, column: days }", "10 %", "p*=1.1")]
    [TestCase("unlimited", "10", "p+=10", Description = "refused as a command refuses it")]
    [TestCase("", "10 %", "p+=10 %", Description = "a path that is not known")]
    public void It_is_a_change_of_the_number_that_is_meant(string stands, string more, string change) =>
        Assert.That(MoreText.Of("p", stands, more, out _)?.ToString(), Is.EqualTo(change));

    [TestCase("uniform 1 h 3 h")]
    [TestCase("{ table: stay, column: days }")]
    [TestCase("[{ share: 60 %, time: 2 d }, { share: rest, time: 5 d }]")]
    public void Where_no_number_is_meant_it_is_said_what_to_type(string stands)
    {
        Assert.That(MoreText.Of("p", stands, "10", out var why), Is.Null);
        Assert.That(why, Does.Contain("type"));
    }
}
