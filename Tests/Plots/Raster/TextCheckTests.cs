using FlowSim.Plots.Raster;

namespace FlowSim.Tests.Plots.Raster;

/// <summary>The check of text on made-up pictures: it must not be passed by what programs without fonts draw.</summary>
public sealed class TextCheckTests
{
    private static readonly byte[][] Shapes = [[0, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 1]];

    [Test]
    public void Four_different_shapes_are_letters() => Assert.That(TextCheck.CanRead(Probe(Shapes)), Is.True);

    [Test]
    public void Nothing_is_no_letter() => Assert.That(TextCheck.CanRead(Probe([[0], [0], [0], [0]])), Is.False);

    [Test]
    public void The_same_box_for_every_letter_is_no_letter() => Assert.That(TextCheck.CanRead(Probe([[1, 0, 1], [1, 0, 1], [1, 0, 1], [1, 0, 1]])), Is.False);

    [Test]
    public void One_letter_that_is_missing_is_noticed() => Assert.That(TextCheck.CanRead(Probe([Shapes[0], Shapes[1], [0], Shapes[3]])), Is.False);

    [Test]
    public void A_text_whose_place_has_one_colour_is_missing()
    {
        var picture = new Picture("", TextCheck.ProbeWidth, TextCheck.ProbeHeight,
            [new TextArea("there", 0, 0, 10, 10), new TextArea(" ", 70, 10, 80, 20), new TextArea("gone", 70, 10, 80, 20)]);
        Assert.That(TextCheck.FirstMissing(Probe(Shapes), picture), Is.EqualTo("gone"));
        Assert.That(TextCheck.FirstMissing(Probe(Shapes), picture with { Texts = [picture.Texts[0]] }), Is.Null);
    }

    /// <summary>A picture of the probe's size with a few dark pixels at the start of each cell.</summary>
    private static PngImage Probe(byte[][] cells)
    {
        var rows = new byte[(TextCheck.ProbeWidth + 1) * TextCheck.ProbeHeight];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell].CopyTo(rows, 1 + (cell * TextCheck.ProbeWidth / cells.Length));
        }

        return PngImage.Decode(PngImageTests.Grey(TextCheck.ProbeWidth, TextCheck.ProbeHeight, rows))!;
    }
}
