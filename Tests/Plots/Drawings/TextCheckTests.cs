using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

public sealed class TextCheckTests
{
    [Test]
    public void A_text_whose_place_has_one_colour_is_missing()
    {
        // Four by four pixels; the second of the first row is dark.
        var image = PngImage.Decode(PngImageTests.Grey(4, 4, [0, 9, 1, 9, 9, 0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 0, 9, 9, 9, 9]))!;
        TextBox[] texts = [Box("there", 0, 0), Box(" ", 4, 4), Box("gone", 4, 4)];
        Assert.That(TextCheck.FirstMissing(image, texts, 8), Is.EqualTo("gone"));
        Assert.That(TextCheck.FirstMissing(image, texts[..2], 8), Is.Null);
    }

    private static TextBox Box(string text, double left, double top) => new(text, left, top, left + 4, top + 4, TextStyle.Label);
}
