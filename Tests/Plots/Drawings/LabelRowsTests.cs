using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

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
                var touch = i != j && placed[i].Row == placed[j].Row && placed[i].Left < placed[j].Left + labels[j].Width
                    && placed[j].Left < placed[i].Left + labels[i].Width;
                Assert.That(through || touch, Is.False, $"labels {i} and {j}: {placed[i]}, {placed[j]}");
            }
        }
    }

    [Test]
    public void Three_lines_near_the_right_end_have_their_labels_one_over_the_other()
    {
        // As drawn of a stroke unit in a column of 80 mm: the label of the first line is the widest and has no room right of it.
        (double Line, double Width)[] labels = [(136, 105), (158, 54), (176, 60)];
        var placed = LabelRows.Place(labels, 0, 220);
        Assert.That(placed.Zip(labels, (place, label) => place.Left + label.Width <= label.Line || place.Left >= label.Line), Is.All.True);
        Assert.That(placed.Select(place => place.Row), Is.Unique);
    }

    [Test]
    public void A_label_before_its_line_ends_at_it_in_any_font()
    {
        var drawing = new Drawing("made-up", 80);
        LabelRows.Write(drawing, "1 in 20", TextStyle.Axis, 20, 90, 50);
        LabelRows.Write(drawing, "1 in 100", TextStyle.Axis, 92, 90, 50);
        Assert.That(drawing.ToString(), Does.Match("text-anchor=\"end\"[^>]*>1 in 20<").And.Not.Match("text-anchor[^>]*>1 in 100<"));
    }

    [Test]
    public void Labels_that_cannot_all_be_had_still_do_not_touch()
    {
        var placed = LabelRows.Place([(10, 90), (50, 90), (90, 90)], 0, 100);
        Assert.That(placed.Select(place => place.Row), Is.Unique);
    }
}
