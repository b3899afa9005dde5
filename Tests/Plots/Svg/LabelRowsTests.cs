using FlowSim.Plots.Svg;

namespace FlowSim.Tests.Plots.Svg;

public sealed class LabelRowsTests
{
    [Test]
    public void A_label_stands_left_of_its_line_where_there_is_room() =>
        Assert.That(LabelRows.Place([(100, 40)], 0, 200), Is.EqualTo(new[] { (58.0, 0) }));

    [Test]
    public void A_label_without_room_at_the_left_stands_right_of_its_line() =>
        Assert.That(LabelRows.Place([(20, 40)], 0, 200), Is.EqualTo(new[] { (22.0, 0) }));

    [Test]
    public void Two_lines_side_by_side_have_their_labels_at_either_side() =>
        Assert.That(LabelRows.Place([(100, 40), (104, 40)], 0, 200).Select(place => place.Row), Is.All.Zero);

    [Test]
    public void Labels_neither_touch_nor_have_lines_through_them([Values(1, 2, 3, 4, 5)] int first, [Values(0.5, 3, 11, 40)] double pitch)
    {
        var labels = Enumerable.Range(0, 4).Select(index => (Line: 40.0 + (first * 9) + (index * pitch), Width: 30.0 + (index * 7))).ToList();
        var placed = LabelRows.Place(labels, 0, 400);
        for (var i = 0; i < labels.Count; i++)
        {
            Assert.That(placed[i].Left >= 0 && placed[i].Left + labels[i].Width <= 400);
            for (var j = 0; j < labels.Count; j++)
            {
                var through = placed[j].Row >= placed[i].Row && labels[j].Line > placed[i].Left && labels[j].Line < placed[i].Left + labels[i].Width;
                var touch = i != j && placed[i].Row == placed[j].Row && placed[i].Left < placed[j].Left + labels[j].Width && placed[j].Left < placed[i].Left + labels[i].Width;
                Assert.That(through || touch, Is.False, $"labels {i} and {j}: {placed[i]}, {placed[j]}");
            }
        }
    }

    [Test]
    public void Labels_that_cannot_all_be_had_still_do_not_touch()
    {
        var placed = LabelRows.Place([(10, 90), (50, 90), (90, 90)], 0, 100);
        Assert.That(placed.Select(place => place.Row), Is.Unique);
    }
}
