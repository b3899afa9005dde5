using System.Text;
using FlowSim.Tests.Properties;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Small hospitals thrown together from a seed: everybody has every place, gives up and leaves at the second at which that is so by hand.</summary>
public sealed class ByHandTests
{
    private const int Patients = 30;
    private const int End = 8 * Day;
    private static readonly string[] Pools = ["alpha", "beta", "gamma"];

    [Test]
    public void Everybody_is_served_when_the_law_says([Range(1, 16)] int seed)
    {
        var dice = new Dice(seed);
        HandPool[] pools = [.. Pools.Select(_ => Pool(dice))];
        HandPatient[] patients = [.. Enumerable.Range(0, Patients).Select(_ => Patient(dice))];
        new ByHand(pools, patients).Run(End);

        var scene = Play(Written(pools, patients));
        for (var index = 0; index < Patients; index++)
        {
            var (patient, name) = (patients[index], $"p{index}");
            var taken = Enumerable.Range(0, patient.Stages.Count).Select(stage => scene.Taken(name, $"{name}-{stage}")).TakeWhile(time => time != Never);
            Assert.That(taken, Is.EqualTo(patient.Taken), name);
            Assert.That(scene.GaveUp(name, $"{name}-{Math.Min(patient.Taken.Count, patient.Stages.Count - 1)}"), Is.EqualTo(patient.GaveUp), name);
            Assert.That(scene.Left(name), Is.EqualTo(Math.Max(patient.Left, patient.GaveUp)), name);
        }

        Assert.That(patients.Count(patient => patient.Left >= 0), Is.GreaterThan(5), "not all of them wait for ever");
    }

    private static HandPool Pool(Dice dice)
    {
        var day = 2 + dice.Below(3);
        return new HandPool(day, dice.Of(day, day, 1, 0, day + 1), dice.Of(0, 0, 1234, 4321), dice.InPercent(25));
    }

    /// <summary>One to three stages, each of a later pool than the one before: nobody stands in a circle.</summary>
    private static HandPatient Patient(Dice dice)
    {
        var stages = new List<HandStage>();
        for (var pool = dice.Below(2); pool < Pools.Length; pool += 1 + dice.Below(2))
        {
            stages.Add(new HandStage(pool, dice.Of(1, 1, 2), 600 + dice.Below(14 * Hour), 1 + dice.Below(3), dice.Of(End, 60 + dice.Below(9 * Hour)),
                dice.Of(End, End, 60 + dice.Below(20 * Hour)), dice.Of(99, 99, 1 + dice.Below(5))));
        }

        return new HandPatient(dice.Below(3 * Day), stages);
    }

    private static string Written(HandPool[] pools, HandPatient[] patients)
    {
        var text = new StringBuilder("run: { starts: Mon 00:00, lasts: 8 d, warm_up: 0 h, begin: empty }\n");
        text.Append("calendars: { days: { open: daily 08:00-20:00 } }\nexits: [gone]\npools:\n");
        for (var index = 0; index < pools.Length; index++)
        {
            var pool = pools[index];
            text.Append($"  {Pools[index]}: {{ kind: beds, capacity: {{ calendar: days, inside: {pool.Day}, outside: {pool.Night} }}");
            text.Append(pool.Turnaround > 0 ? $", turnaround: {pool.Turnaround} s" : "").Append(pool.TakesByDayOnly ? ", takes: days }\n" : " }\n");
        }

        text.Append("stages:\n");
        for (var index = 0; index < patients.Length; index++)
        {
            for (var at = 0; at < patients[index].Stages.Count; at++)
            {
                text.Append($"  p{index}-{at}: {{ {Written(patients[index].Stages[at])}, then: {(at + 1 == patients[index].Stages.Count ? "leave" : $"p{index}-{at + 1}")} }}\n");
            }
        }

        text.Append("streams:\n");
        for (var index = 0; index < patients.Length; index++)
        {
            text.Append($"  p{index}: {{ to: p{index}-0, schedule: {{ every: 300 d, first: {patients[index].Comes} s }} }}\n");
        }

        return text.ToString();
    }

    private static string Written(HandStage stage)
    {
        var rises = stage.RisesAfter < End && stage.Rank > 1 ? $"[ \"{stage.Rank}\", \"1 after {stage.RisesAfter} s\" ]" : $"\"{stage.Rank}\"";
        List<string> reasons = [];
        if (stage.Patience < End)
        {
            reasons.Add($"{{ after: {stage.Patience} s, to: gone }}");
        }

        if (stage.Queue < 99)
        {
            reasons.Add($"{{ queue: {stage.Queue}, to: gone }}");
        }

        return $"place: {(stage.Amount == 1 ? "" : $"{stage.Amount} of ")}{Pools[stage.Pool]}, priority: {rises}, gives_up: [ {string.Join(", ", reasons)} ], time: {stage.Length} s"
            .Replace("gives_up: [  ], ", "", StringComparison.Ordinal);
    }
}
