using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Streams;
using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Kernel;

/// <summary>Draws made side by side for the arrivals of some hours are those that the patients would make one by one.</summary>
public sealed class ArrivalDrawsTests
{
    private const ulong Key = 20261130;

    private static readonly SystemModel Model = Scene.Compile("""
        attributes: { age: [young, old], sort: [plain, odd], rank: ["1", "2", "3"] }
        stages: { see: { time: exponential mean 1 h, then: leave } }
        streams:
          come: { to: see, rate: 4 per d, attributes: { age: { young: 30 %, old: 70 % }, sort: odd, rank: { "1": 20 %, "2": 30 %, "3": 50 % } } }
        """);

    private static readonly StreamModel Stream = Model.Streams[0];
    private static readonly uint Stage = Model.Stages[0].KeyHash;

    [Test]
    public void Each_patient_has_the_draws_that_it_would_make_alone()
    {
        var draws = new ArrivalDraws(Stream, Stage);
        ulong[] numbers = [3, 1_000_001, 7, 8, 9, 77, 12, 2];
        draws.Make(Key, numbers);
        for (var arrival = 0; arrival < numbers.Length; arrival++)
        {
            draws.Take(arrival + 1);
            AreOf(draws, numbers[arrival]);
        }

        Assert.That(draws.FirstStage, Is.EqualTo(Stage));
    }

    /// <summary>The next arrivals' draws are made while one is being handled: more of them than before, as many, and fewer.</summary>
    [Test]
    public void Who_is_being_handled_keeps_the_draws_when_those_of_the_next_are_made()
    {
        var draws = new ArrivalDraws(Stream, Stage);
        var next = 1UL;
        var handled = 0UL;
        foreach (var count in new[] { 8, 24, 24, 8, 200, 16 })
        {
            var numbers = Enumerable.Range(0, count).Select(_ => next++).ToArray();
            draws.Make(Key, numbers);
            if (handled > 0)
            {
                AreOf(draws, handled);
            }

            for (var arrival = 1; arrival <= count; arrival += 5)
            {
                draws.Take(arrival);
                handled = numbers[arrival - 1];
                AreOf(draws, handled);
            }
        }
    }

    [Test]
    public void Only_what_is_drawn_by_everybody_is_drawn_beforehand()
    {
        var draws = new ArrivalDraws(Stream, 0);
        var rules = Stream.Attributes.Select(rule => Model.Attributes[rule.Attribute].Name).ToArray();
        Assert.That(rules.Where((_, rule) => draws.Has(rule)), Is.EquivalentTo(new[] { "age", "rank" }), "the sort is the same for all");
        Assert.That(draws.Has(rules.Length), Is.False);
        Assert.That(ArrivalDraws.None.Has(0), Is.False);
        Assert.That((draws.FirstStage, ArrivalDraws.None.FirstStage), Is.EqualTo((0u, 0u)));
    }

    private static void AreOf(ArrivalDraws draws, ulong number)
    {
        for (var rule = 0; rule < Stream.Attributes.Length; rule++)
        {
            if (draws.Has(rule))
            {
                var alone = DrawKey.Draw(Key, (long)number, Stream.Attributes[rule].KeyHash, DrawPurpose.Attribute, 0, 0);
                Assert.That(draws.Of(rule), Is.EqualTo(alone), $"rule {rule} of patient {number}");
            }
        }

        Assert.That(draws.OfFirstStage, Is.EqualTo(DrawKey.Draw(Key, (long)number, Stage, DrawPurpose.Stage, 1, 0)), $"first stage of patient {number}");
    }
}
