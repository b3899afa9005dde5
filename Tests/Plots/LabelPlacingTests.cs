using FlowSim.Plots.Frame;

namespace FlowSim.Tests.Plots;

public sealed class LabelPlacingTests
{
    [Test]
    public void Labels_with_room_stand_where_they_belong() =>
        Assert.That(LabelPlacing.Spread([50, 10, 90], 12, 0, 100), Is.EqualTo(new double[] { 50, 10, 90 }));

    [Test]
    public void Labels_that_would_touch_move_apart_around_their_middle_and_keep_their_order() =>
        Assert.That(LabelPlacing.Spread([51, 49, 90], 12, 0, 100), Is.EqualTo(new double[] { 56, 44, 90 }));

    [Test]
    public void Labels_stay_within_the_limits() =>
        Assert.That(LabelPlacing.Spread([100, 99, 98], 12, 0, 100), Is.EqualTo(new double[] { 100, 88, 76 }));
}
