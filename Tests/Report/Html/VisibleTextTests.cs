using FlowSim.Plots.Report;

namespace FlowSim.Tests.Report.Html;

public sealed class VisibleTextTests
{
    [TestCase("A&E at Ely, 2018/19: 92 % \u2013 na\u00EFve \u2264 \uD83D\uDE91 \u4E2D\u6587 \u05D0\u05D1")]
    [TestCase("two\nlines\tand a tab")]
    [TestCase("soft\u00ADhyphen, joiner\u200D, marks: e\u0301")]
    [TestCase("unbroken \u2212\u2060\u00A31.2m")]
    public void Writing_of_any_script_stays_as_it_is(string text) => Assert.That(VisibleText.Of(text), Is.EqualTo(text));

    [TestCase("\u202Egnirts", "[U+202E]gnirts")]
    [TestCase("a\u200Fb\u2066c\u2069", "a[U+200F]b[U+2066]c[U+2069]")]
    [TestCase("\u061C", "[U+061C]")]
    public void Marks_that_turn_the_direction_of_writing_are_shown_and_not_obeyed(string text, string expected) =>
        Assert.That(VisibleText.Of(text), Is.EqualTo(expected));

    [TestCase("a\0b", "a\u2400b")]
    [TestCase("\u001B[31m", "\u241B[31m")]
    [TestCase("\u007F", "\u2421")]
    [TestCase("\u0085", "[U+0085]")]
    public void Control_characters_become_pictures_of_themselves(string text, string expected) => Assert.That(VisibleText.Of(text), Is.EqualTo(expected));

    // Not as text: half a character does not survive in the metadata of a test case.
    [TestCase(0xD83D)]
    [TestCase(0xDE91)]
    [TestCase(0xFFFE)]
    [TestCase(0xDBFF, 0xDFFF)]
    public void What_is_no_character_is_replaced(params int[] units) =>
        Assert.That(VisibleText.Of($"no {new string([.. units.Select(unit => (char)unit)])}."), Is.EqualTo("no \uFFFD."));
}
