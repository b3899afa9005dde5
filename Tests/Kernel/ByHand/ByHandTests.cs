using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Kernel.Semantics;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Kernel.ByHand;

/// <summary>Small hospitals thrown together from a seed: everybody makes every step in the second in which it is made by hand.</summary>
public sealed class ByHandTests
{
    private const int Patients = 14;
    private const int Days = 6;
    private static readonly string[] Names = ["a-nurse", "b1", "b2", "c1", "c2", "c3", "d", "e-aide", "e-nurse"];
    private static readonly int[][] Places = [[1, 2], [3, 4, 5], [6]];
    private static readonly int[] Staff = [0, 7, 8];

    [Test]
    public void Everybody_makes_every_step_when_the_law_says([Range(1, 30)] int seed)
    {
        var (pools, patients) = Thrown(seed);
        new Hospital(pools, patients).Run(Days * Scene.Day);
        Assert.That(patients.Sum(patient => patient.Journey.Count), Is.GreaterThan(50), "it is no hospital in which nothing happens");

        IsAsByHand(Scene.Play(HandText.Of(pools, patients, Days)), patients);
    }

    [Test]
    public void A_change_that_changes_nothing_changes_nothing([Range(1, 12)] int seed)
    {
        var (pools, patients) = Thrown(seed);
        new Hospital(pools, patients).Run(Days * Scene.Day);
        var text = HandText.Of(pools, patients, Days);
        var (model, same) = (Scene.Compile(text), Scene.Compile(text));
        int[] times = [0, (seed + 6) * Scene.Hour, (20 * Scene.Hour) + (seed * 4321), (40 * Scene.Hour) + (seed * 1234)];
        IsAsByHand(Scene.Play(new SystemTimeline([model, same, model, same], times)), patients);
    }

    [Test]
    public void Among_more_pools_than_a_word_has_bits_everybody_does_the_same([Range(1, 6)] int seed)
    {
        var (pools, patients) = Thrown(seed);
        new Hospital(pools, patients).Run(Days * Scene.Day);
        IsAsByHand(Scene.Play(HandText.Of(pools, patients, Days, idle: 130)), patients);
    }

    [Test]
    public void A_branch_of_the_same_goes_on_as_if_nothing_had_happened([Range(1, 12)] int seed)
    {
        var (pools, patients) = Thrown(seed);
        new Hospital(pools, patients).Run(Days * Scene.Day);
        var text = HandText.Of(pools, patients, Days);
        IsAsByHand(Scene.PlayBranched(Scene.Compile(text), (20 * Scene.Hour) + (seed * 1234)), patients);
    }

    [Test]
    public void Every_kind_of_step_is_made_in_some_of_them()
    {
        var steps = Enumerable.Range(1, 30).SelectMany(seed =>
        {
            var (pools, patients) = Thrown(seed);
            new Hospital(pools, patients).Run(Days * Scene.Day);
            return patients.SelectMany(patient => patient.Journey);
        }).CountBy(step => step.Step).ToDictionary();
        TraceStep[] all = [TraceStep.Entered, TraceStep.Taken, TraceStep.Started, TraceStep.GaveUp, TraceStep.MovedBack, TraceStep.Left];
        Assert.That(steps.Keys, Is.EquivalentTo(all));
        Assert.That(steps.Values, Is.All.GreaterThan(25));
    }

    private static void IsAsByHand(Scene scene, HandPatient[] patients)
    {
        for (var index = 0; index < Patients; index++)
        {
            var (name, patient) = ($"p{index}", patients[index]);
            var received = scene.Journeys(name).Select(step => $"{step.Step} {step.Stage} {step.Time}");
            Assert.That(received, Is.EqualTo(patient.Journey.Select(step => $"{step.Step} {name}-{step.Stage} {step.Time}")), name);
        }
    }

    private static (HandPool[] Pools, HandPatient[] Patients) Thrown(int seed)
    {
        var dice = new Dice(seed);
        return ([.. Names.Select((name, index) => Pool(dice, name, Staff.Contains(index)))], [.. Enumerable.Range(0, Patients).Select(_ => Patient(dice))]);
    }

    private static HandPool Pool(Dice dice, string name, bool isStaff)
    {
        var day = 1 + dice.Below(3);
        var night = dice.Of(day, day, 1, 0, day + 1);
        var turnaround = isStaff ? 0 : dice.Of(0, 0, 1234, 4321);
        var closures = Enumerable.Range(0, dice.Below(3)).Select(_ => (dice.Below(40 * Scene.Hour), 1 + dice.Below(2), 1 + dice.Below(20 * Scene.Hour)));
        return new HandPool(name, day, night, turnaround, dice.InPercent(20), dice.InPercent(50), [.. closures]);
    }

    /// <summary>One to three stages, each of later pools than the one before: nobody stands in a circle.</summary>
    private static HandPatient Patient(Dice dice)
    {
        var stages = new List<HandStage>();
        for (var level = dice.Below(3); level < Places.Length; level += 1 + dice.Below(2))
        {
            stages.Add(Stage(dice, Places[level]));
        }

        return new HandPatient(dice.Below(30 * Scene.Hour), stages);
    }

    private static HandStage Stage(Dice dice, int[] places)
    {
        var length = 600 + dice.Below(12 * Scene.Hour);
        return new HandStage
        {
            Place = Choices(dice, places),
            Staff = dice.InPercent(50) ? Choices(dice, Staff) : [],
            StaffFor = dice.Of(HandStage.Never, 1 + dice.Below(length + 600)),
            Length = length,
            Rank = 1 + dice.Below(4),
            RisesAfter = dice.Of(HandStage.Never, 60 + dice.Below(9 * Scene.Hour)),
            Patience = dice.Of(HandStage.Never, HandStage.Never, 60 + dice.Below(20 * Scene.Hour)),
            Queue = dice.Of(HandStage.Never, HandStage.Never, 1 + dice.Below(5)),
            MovesBack = dice.Of(0, 1, 3, 5),
            MovesByDayOnly = dice.InPercent(40),
        };
    }

    /// <summary>Some of the pools, in their order; the first from the beginning.</summary>
    private static List<HandChoice> Choices(Dice dice, int[] pools)
    {
        var choices = new List<HandChoice>();
        foreach (var pool in pools.Skip(dice.Of(0, 0, dice.Below(pools.Length))))
        {
            if (choices.Count == 0 || dice.InPercent(70))
            {
                choices.Add(new HandChoice(pool, dice.Of(1, 1, 2), choices.Count == 0 ? 0 : dice.Of(0, 60 + dice.Below(5 * Scene.Hour))));
            }
        }

        return choices;
    }
}
