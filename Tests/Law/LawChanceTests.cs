using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Kernel.Semantics;

namespace FlowSim.Tests.Law;

/// <summary>The examples of <c>docs/law.md</c> that are about chance.</summary>
public sealed class LawChanceTests
{
    /// <summary>Numbers of the examples that are tested here, in the order of the page.</summary>
    internal static readonly string[] Tested = ["21.2", "21.6", "22.3"];

    [Test]
    public void A_bed_more_leaves_every_treatment_time_and_shortens_the_waits()
    {
        var text = LawPage.Read["21.2"].System;
        var (one, two) = (Journeys(text), Journeys(text.Replace("capacity: 1", "capacity: 2", StringComparison.Ordinal)));
        var both = one.Keys.Intersect(two.Keys).ToList();
        Assert.That(both, Has.Count.GreaterThan(50));
        Assert.That(both.Select(patient => two[patient].Stay), Is.EqualTo(both.Select(patient => one[patient].Stay)));
        Assert.That(both.Sum(patient => two[patient].Wait), Is.LessThan(both.Sum(patient => one[patient].Wait)));
    }

    [Test]
    public void Patience_that_counts_from_a_clock_ends_at_the_same_time_in_whichever_stage_the_patient_waits()
    {
        // The doctor is never there in time. With nurses everybody waits for the doctor, without nurses for triage.
        var example = LawPage.Read["21.6"];
        var later = GivingUp(Scene.Play(example.System, [.. example.Files]));
        var withoutNurses = example.System.Replace("nurse: { kind: staff, capacity: 1000 }", "nurse: { kind: staff, capacity: 0 }", StringComparison.Ordinal);
        var sooner = GivingUp(Scene.Play(withoutNurses, [.. example.Files]));
        const int Triaged = (9 * Scene.Hour) + (10 * Scene.Minute);
        var (inBoth, only) = (sooner.Where(time => time > Triaged).ToList(), sooner.Where(time => time <= Triaged).ToList());
        Assert.That(sooner, Has.Count.EqualTo(200));
        Assert.That(inBoth, Has.Count.GreaterThan(150), "exp(-10/180) of 200 are expected to outlast triage: 189");
        Assert.That(later.Where(time => time > Triaged), Is.EqualTo(inBoth), "the rest of the same patience");
        Assert.That(later.Count(time => time <= Triaged), Is.EqualTo(only.Count), "those whose patience ends during triage give up as soon as they wait again");
    }

    [Test]
    public void Patients_found_in_bed_at_the_start_have_long_stays_in_proportion_to_their_length()
    {
        var left = Scene.Play(LawPage.Read["22.3"].System).Steps("ward", TraceStep.Left).ToList();
        Assert.That(left, Has.Count.EqualTo(4000));

        // A stay of one day is over within a day; of nine, one in nine is. 0.1 + 0.9 / 9 = 0.2, standard error 0.0063.
        Assert.That(left.Count(time => time <= Scene.Day) / 4000.0, Is.EqualTo(0.2).Within(0.02));

        // (1² + 9²) / (2 (1 + 9)) = 4.1 days are left in the mean; the variance is 0.1 / 3 + 0.9 · 27 − 4.1², so the standard error 0.043 days.
        Assert.That(left.Average() / Scene.Day, Is.EqualTo(4.1).Within(0.13));
        Assert.That(left.Max(), Is.LessThanOrEqualTo(9 * Scene.Day));
    }

    /// <summary>By number of the patient: how long he or she waits for the bed and is in it [s].</summary>
    private static Dictionary<long, (int Wait, int Stay)> Journeys(string text)
    {
        var scene = Scene.Play(text);
        var all = scene.Arrivals("some", "ward");
        return all.Select((patient, index) => (patient.Number, patient.Entered, patient.Left, Taken: scene.Taken($"some/{index + 1}", "ward")))
            .Where(patient => patient.Left != Scene.Never)
            .ToDictionary(patient => patient.Number, patient => (patient.Taken - patient.Entered, patient.Left - patient.Taken));
    }

    private static List<int> GivingUp(Scene scene) => [.. scene.Steps("triage", TraceStep.GaveUp).Concat(scene.Steps("see", TraceStep.GaveUp)).Order()];
}
