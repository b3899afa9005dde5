using FlowSim.Plots.Report;

namespace FlowSim.Tests.Report.Html;

public sealed class HtmlWriterTests
{
    [Test]
    public void Text_and_attributes_are_encoded() =>
        Assert.That(new HtmlWriter().Element("span", "<b>&\"'", ("title", "\"><img src=x onerror=alert(1)>")).ToString(),
            Is.EqualTo("<span title=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">&lt;b&gt;&amp;&quot;'</span>"));

    [Test]
    public void Text_that_looks_encoded_is_shown_as_written() =>
        Assert.That(new HtmlWriter().Element("b", "&lt; &#x2B; &#60;").ToString(), Is.EqualTo("<b>&amp;lt; &amp;#x2B; &amp;#60;</b>"));

    [Test]
    public void Signs_of_numbers_stay_readable() => Assert.That(new HtmlWriter().Element("b", "+3 −4 5–6 £7").ToString(), Is.EqualTo("<b>+3 −4 5–6 £7</b>"));

    [Test]
    public void An_attribute_without_a_value_is_left_out() =>
        Assert.That(new HtmlWriter().Element("b", "x", ("class", null)).ToString(), Is.EqualTo("<b>x</b>"));

    [Test]
    public void An_element_left_open_is_a_defect() =>
        Assert.That(() => new HtmlWriter().Open("p").ToString(), Throws.InvalidOperationException.With.Message.Contains("<p>"));
}
