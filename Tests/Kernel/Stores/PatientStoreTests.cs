using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Tests.Kernel.Stores;

/// <summary>Records of patients: fresh when given out, kept when more room is made.</summary>
public sealed class PatientStoreTests
{
    private const int Attributes = 2, Clocks = 3, Templates = 4;

    /// <summary>More than there is room for at the beginning.</summary>
    private const int Many = 3000;

    private static readonly int[] Initial = [-1, 7];

    [Test]
    public void Everything_of_everybody_stays_when_more_room_is_made()
    {
        var store = new PatientStore(Attributes, Clocks, Templates);
        for (var patient = 0; patient < Many; patient++)
        {
            Assert.That(store.Add(Initial), Is.EqualTo(patient));
            Fill(store, patient);
        }

        for (var patient = 0; patient < Many; patient++)
        {
            Assert.That(store.Items[patient].Number, Is.EqualTo(patient));
            Assert.That(store.ValuesOf(patient).ToArray(), Is.EqualTo(new[] { patient, -patient }));
            Assert.That((store.Running[patient], store.First[patient].Stage), Is.EqualTo((patient, (uint)patient)));
            Assert.That(store.ClockStart.AsSpan(patient * Clocks, Clocks).ToArray(), Is.All.EqualTo(patient));
            Assert.That(store.ClockRuns.AsSpan(patient * Clocks, Clocks).ToArray(), Is.All.EqualTo(patient));
            Assert.That(store.Visits.AsSpan(patient * Templates, Templates).ToArray(), Is.All.EqualTo(patient));
        }

        Assert.That((store.Present, store.Used), Is.EqualTo((Many, Many)));
    }

    [Test]
    public void A_record_given_out_again_is_fresh_and_the_others_are_as_they_were()
    {
        var store = new PatientStore(Attributes, Clocks, Templates);
        for (var patient = 0; patient < 5; patient++)
        {
            store.Add(Initial);
            Fill(store, patient);
        }

        store.Remove(3);
        Assert.That((store.Present, store.Used, store.FirstFree), Is.EqualTo((4, 5, 3)));
        Assert.That(store.Add(Initial), Is.EqualTo(3));
        Assert.That((store.Present, store.Used, store.FirstFree), Is.EqualTo((5, 5, PatientStore.None)));
        Assert.That(store.ValuesOf(3).ToArray(), Is.EqualTo(Initial));
        Assert.That(store.ClockRuns[9..12], Is.All.Zero);
        Assert.That(store.Visits[12..16], Is.All.Zero);
        var item = store.Items[3];
        Assert.That((item.FirstRequest, item.FirstHolding, item.PlaceTaken, item.DelayKind, item.DelayPool, item.Stage),
            Is.EqualTo((-1, -1, (short)-1, (short)-1, (short)-1, -1)));
        Assert.That((item.Rank, item.LiveSequence, item.Number), Is.EqualTo(((byte)1, uint.MaxValue, 0L)));
        foreach (var other in new[] { 2, 4 })
        {
            Assert.That(store.ValuesOf(other).ToArray(), Is.EqualTo(new[] { other, -other }));
            Assert.That(store.ClockRuns.AsSpan(other * Clocks, Clocks).ToArray(), Is.All.EqualTo(other));
            Assert.That(store.Visits.AsSpan(other * Templates, Templates).ToArray(), Is.All.EqualTo(other));
        }
    }

    [Test]
    public void A_record_taken_back_says_that_nobody_is_there()
    {
        var store = new PatientStore(0, 0, 1);
        store.Add([]);
        store.Items[0].Phase = Phase.InService;
        store.Items[0].LiveSequence = 5;
        store.Remove(0);
        Assert.That((store.Items[0].Phase, store.Items[0].LiveSequence), Is.EqualTo((Phase.None, uint.MaxValue)));
    }

    [Test]
    public void A_system_without_attributes_and_clocks_needs_no_room_for_them()
    {
        var store = new PatientStore(0, 0, 1);
        for (var patient = 0; patient < Many; patient++)
        {
            store.Add([]);
        }

        Assert.That((store.Present, store.Values.Length, store.ClockStart.Length), Is.EqualTo((Many, 0, 0)));
    }

    [Test]
    public void A_copy_has_the_same_records_and_is_changed_by_itself()
    {
        var store = new PatientStore(Attributes, Clocks, Templates);
        store.Add(Initial);
        store.Add(Initial);
        Fill(store, 1);
        store.Remove(0);
        var copy = store.CopyFor(5, 6, 7);
        Assert.That((copy.Attributes, copy.Clocks, copy.Templates), Is.EqualTo((5, 6, 7)));
        Assert.That((copy.Present, copy.Used, copy.FirstFree, copy.Items[1].Number, copy.Running[1]), Is.EqualTo((1, 2, 0, 1L, 1)));
        Assert.That((copy.Values.Length, copy.ClockStart.Length, copy.ClockRuns.Length, copy.Visits.Length), Is.EqualTo((5120, 6144, 6144, 7168)),
            "for 1024 patients");
        copy.Items[1].Number = 99;
        copy.Running[1] = 0;
        Assert.That((store.Items[1].Number, store.Running[1]), Is.EqualTo((1L, 1)));
    }

    private static void Fill(PatientStore store, int patient)
    {
        store.Items[patient].Number = patient;
        store.Running[patient] = patient;
        store.First[patient].Stage = (uint)patient;
        (store.ValuesOf(patient)[0], store.ValuesOf(patient)[1]) = (patient, -patient);
        store.ClockStart.AsSpan(patient * Clocks, Clocks).Fill(patient);
        store.ClockRuns.AsSpan(patient * Clocks, Clocks).Fill((ushort)patient);
        store.Visits.AsSpan(patient * Templates, Templates).Fill((ushort)patient);
    }
}
