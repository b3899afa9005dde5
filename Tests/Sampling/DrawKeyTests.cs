using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Sampling;

public sealed class DrawKeyTests
{
    private static readonly uint Ward = StableHash.Of("ward");

    private static RandomBlock Draw(long patient = 123456789012, DrawPurpose purpose = DrawPurpose.Patience, int visit = 5, int index = 7,
        int replication = 3) =>
        DrawKey.Draw(DrawKey.StreamKey(42, replication, StableHash.Of("walk-in")), patient, Ward, purpose, visit, index);

    /// <summary>Computed by a separate program from the written layout of key and counter.</summary>
    [Test]
    public void A_draw_never_drifts()
    {
        var block = Draw();
        Assert.That(DrawKey.StreamKey(42, 3, StableHash.Of("walk-in")), Is.EqualTo(0x1f43e96dc55de8f9ul));
        Assert.That((block.W0, block.W1, block.W2, block.W3), Is.EqualTo((0x14a0d700u, 0xd1015c17u, 0xcd9e0c47u, 0xc1478812u)));
    }

    [Test]
    public void Every_part_of_the_key_changes_the_draw()
    {
        RandomBlock[] draws =
        [
            Draw(), Draw(patient: 123456789013), Draw(purpose: DrawPurpose.Stage), Draw(visit: 6), Draw(index: 8), Draw(replication: 4),
            DrawKey.Draw(DrawKey.StreamKey(43, 3, StableHash.Of("walk-in")), 123456789012, Ward, DrawPurpose.Patience, 5, 7),
            DrawKey.Draw(DrawKey.StreamKey(42, 3, StableHash.Of("ambulance")), 123456789012, Ward, DrawPurpose.Patience, 5, 7),
            DrawKey.Draw(DrawKey.StreamKey(42, 3, StableHash.Of("walk-in")), 123456789012, Ward + 1, DrawPurpose.Patience, 5, 7),
        ];
        Assert.That(draws.Select(draw => draw.Uniform), Is.Unique);
    }

    [Test]
    public void Visits_and_indexes_beyond_their_bits_come_round_again()
    {
        Assert.That(Draw(visit: 5 + (1 << 14)).Uniform, Is.EqualTo(Draw().Uniform));
        Assert.That(Draw(index: 7 + (1 << 12)).Uniform, Is.EqualTo(Draw().Uniform));
    }

    [Test]
    public void A_large_index_does_not_spill_into_the_visit() =>
        Assert.That(Draw(visit: 5, index: 1 << 12).Uniform, Is.EqualTo(Draw(visit: 5, index: 0).Uniform).And.Not.EqualTo(Draw(visit: 6, index: 0).Uniform));

    [Test]
    public void Every_purpose_fits_its_six_bits_and_is_its_own() =>
        Assert.That(Enum.GetValues<DrawPurpose>().Select(purpose => Draw(purpose: purpose).Uniform), Is.Unique);
}
