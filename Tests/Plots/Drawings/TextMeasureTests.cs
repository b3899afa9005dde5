using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

public sealed class TextMeasureTests
{
    // Advances of the fonts' own metrics: DejaVu Sans W 989, Helvetica G 778 and DejaVu Sans Bold M 995 thousandths, Inter M 2504 of 2816.
    [TestCase("W", false, 9.89)]
    [TestCase("G", false, 7.78)]
    [TestCase("M", false, 8.90)]
    [TestCase("M", true, 9.95)]
    [TestCase("é", false, 6.15)]
    [TestCase("−", false, 8.38)]
    public void A_letter_is_as_wide_as_in_the_widest_font(string text, bool bold, double expected) =>
        Assert.That(TextMeasure.Width(text, 10, bold), Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void A_long_text_is_broken_and_its_last_line_cut()
    {
        var lines = TextMeasure.Wrap("Rural urgent care hubs at Ely, Doddington and Wisbech", 8, 90, most: 2);
        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines[1], Does.EndWith("…"));
        Assert.That(lines.Select(line => TextMeasure.Width(line, 8)), Is.All.LessThanOrEqualTo(90));
    }

    [Test]
    public void A_number_is_not_torn_from_its_per_cent([Range(60, 140, 10)] int width)
    {
        var lines = TextMeasure.Wrap("Delayed transfers below 2.5 % (reaches 2.9 %) and ± 5.2 points", 8, width);
        Assert.That(lines.Select(line => line[0]), Has.None.EqualTo('%'));
        Assert.That(lines.Select(line => line[^1]), Has.None.EqualTo('±'));
        Assert.That(string.Join(' ', lines), Is.EqualTo("Delayed transfers below 2.5 % (reaches 2.9 %) and ± 5.2 points"));
    }

    [Test]
    public void A_character_of_two_halves_is_not_cut_between_them()
    {
        var cut = TextMeasure.Cut("ab\U0001F3E5\U0001F3E5\U0001F3E5", 10, 38);
        Assert.That(cut.Where(char.IsSurrogate).Count() % 2, Is.Zero);
    }
}
