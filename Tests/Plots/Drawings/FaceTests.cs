using System.Security.Cryptography;
using System.Text;
using FlowSim.Plots.Drawings;
using FlowSim.Tests.Plots.Charts;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>The font that comes along.</summary>
public sealed class FaceTests
{
    private static readonly TextStyle[] Styles = [TextStyle.Label, TextStyle.Title];

    [Test]
    public void It_has_the_letters_of_names_and_the_signs_of_charts([Values("£€%°·•…×±−–—≤≥≈→←↑↓“”‘’½²³µ  ", "ÀÄÅÇÉÈÊËÎÏÑÓÖØŒÚÜÝàäåçéèêëîïñóöøœúüýÿß", "ŵŷŴŶĀāŁłŠšŽž", "ΑΩαω", "АЯая")] string letters) =>
        Assert.That(from style in Styles from letter in letters.EnumerateRunes() where !Face.Of(style).Has(letter) select letter.ToString(), Is.Empty);

    [Test]
    public void A_letter_it_does_not_have_is_told()
    {
        var drawing = new Drawing("test", 60) { Height = 20 };
        drawing.Text(5, 10, "Ward 急", TextStyle.Label);
        Assert.That(Assert.Throws<MissingLetterException>(() => PngPicture.Of(drawing))!.Message, Does.Contain("no '急' (U+6025), which stands in \"Ward 急\""));
        Assert.That(Assert.Throws<MissingLetterException>(() => PdfPicture.Of(drawing))!.Message, Does.Contain("U+6025"));
    }

    [TestCase("H", 2084)]
    [TestCase("£", 1776)]
    [TestCase("−", 1856)]
    public void A_letter_is_as_wide_as_the_font_file_says(string letter, int expected) =>
        Assert.That(Face.Of(TextStyle.Label).Width(letter, 2816), Is.EqualTo(expected));

    /// <summary>Whoever changes the font changes every picture: this says that he has.</summary>
    [TestCase("Inter-Regular.ttf", "41ab0f707a2bfab8133ccdfcdab52282f5f79e5751f43a264805451c7bb95fb8")]
    [TestCase("Inter-Bold.ttf", "790c108befe859dac2ddbd20af3fbb6917c601b3d544c8a05761519f3b5508fe")]
    public void The_font_is_the_one_the_pictures_were_looked_at_with(string file, string expected) =>
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(EmbeddedFont.Read(file))), Is.EqualTo(expected));

    [TestCaseSource(typeof(DrawnChart), nameof(DrawnChart.Ids))]
    public void No_text_of_a_chart_is_wider_than_the_room_that_is_kept_for_it(string chart)
    {
        double[] widths = [80, 170];
        foreach (var drawing in AwkwardResults.Names.SelectMany(results => widths.SelectMany(width => DrawnChart.Of(chart, results, width))))
        {
            foreach (var text in drawing.Texts)
            {
                Assert.That(Face.Of(text.Style).Width(text.Text, text.Style.Size), Is.LessThanOrEqualTo(text.Right - text.Left + 0.01), text.Text);
            }
        }
    }
}
