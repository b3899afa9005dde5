using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Flows;

/// <summary>Both pictures of flows, drawn of awkward data.</summary>
public sealed partial class FlowChartTests
{
    private const double LeastTextSize = 7;
    private const double LeastContrast = 4.5;

    private const string Hundreds = "three hundred stages";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Kinds = ["network", "sankey"];

    private static readonly Dictionary<string, ResultSet> Awkward = new()
    {
        ["one stage"] = FlowResults.Of("in>ward 3", "ward>out 3"),
        ["a stream and a way out"] = FlowResults.Of("in>out 3"),
        ["turns on itself"] = FlowResults.Of("in>round 3", "round>round 9", "round>out 3"),
        ["two that lead to each other"] = FlowResults.Of("in>a 3", "a>b 9", "b>a 6", "b>out 3"),
        ["only a circle"] = FlowResults.Of("a>b 3", "b>c 3", "c>a 3"),
        ["long names"] = FlowResults.Of(
            [.. Enumerable.Range(0, 8).Select(i => $"{new string('w', 60)}{i}>{new string('m', 30)}-{new string('i', 29)}{i} 3"),
                $"{new string('m', 30)}-{new string('i', 29)}1>out 3"]),
        ["huge"] = FlowResults.Of("in>a 1000000000", "a>out 999999999", "a>b 1", "b>out 1"),
        ["tiny"] = FlowResults.Of("in>a 0.000001", "a>out 0.000001"),
        ["very unequal"] =
            FlowResults.Of([.. Enumerable.Range(0, 12).Select(i => $"s{i}>a {Math.Pow(10, i - 6).ToString(CultureInfo.InvariantCulture)}"), "a>out 1"]),
        ["not known, zero and one"] = FlowResults.Of("in>a 1", "a>out NaN", "a>b 0", "a>c 1"),
        [Hundreds] = FlowResults.Of([.. Many(300)]),
        ["thirty in a row"] = FlowResults.Of([.. Enumerable.Range(0, 30).Select(i => $"step-{i}>step-{i + 1} 5")]),
        ["sixty ways in"] = FlowResults.Of([.. Enumerable.Range(0, 60).Select(i => $"stream-{i}>ward {1 + i}"), "ward>out 1830"]),
        ["full of what it knows"] = Known(),
        ["one replication"] = FlowResults.Of(FlowResults.Facts(new string('T', 60) + " <script>&"), [FlowResults.Flow("in>a 1"), FlowResults.Flow("a>out 1")],
            [], replications: 1),
    };

    private static IEnumerable<TestCaseData> Cases =>
        from kind in Kinds
        from data in Awkward.Keys
        from width in new[] { 80.0, 170, 250 }
        where width == 170
            || data != Hundreds
        select new TestCaseData(kind, data, width);

    [TestCaseSource(nameof(Cases))]
    public void No_text_is_cut_off_or_written_over_another(string kind, string data, double width)
    {
        var drawing = Draw(kind, data, width);
        Assert.That(drawing.Texts, Has.Count.GreaterThan(3));
        foreach (var box in drawing.Texts)
        {
            Assert.That(box.Left >= 0 && box.Top >= 0 && box.Right <= drawing.Width && box.Bottom <= drawing.Height, $"'{box.Text}' leaves the frame: {box}");
            Assert.That(box.Style.Size, Is.GreaterThanOrEqualTo(LeastTextSize));
            Assert.That(Palette.Contrast(box.Style.Colour, box.Style.On), Is.GreaterThanOrEqualTo(LeastContrast), box.Text);
        }

        var overlaps = from i in Enumerable.Range(0, drawing.Texts.Count)
                       from j in Enumerable.Range(0, i)
                       where drawing.Texts[i].Overlaps(drawing.Texts[j])
                       select $"'{drawing.Texts[j].Text}' and '{drawing.Texts[i].Text}'";
        Assert.That(overlaps, Is.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public void No_box_covers_another_or_a_text_that_is_not_its_own(string kind, string data, double width)
    {
        var drawing = Draw(kind, data, width);
        var boxes = drawing.Marks.Where(mark => mark.Kind is MarkKind.Node or MarkKind.Bar).ToList();
        Assert.That(boxes, Has.Count.GreaterThan(1));
        var touching =
            from i in Enumerable.Range(0, boxes.Count) from j in Enumerable.Range(0, i) where Overlap(boxes[i], boxes[j]) select (boxes[j], boxes[i]);
        Assert.That(touching, Is.Empty);
        foreach (var text in drawing.Texts)
        {
            Assert.That(boxes.Count(box => Overlap(box, new Mark(MarkKind.Node, text.Left, text.Top, text.Right, text.Bottom)) && !Holds(box, text)), Is.Zero,
                text.Text);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void It_is_well_formed_and_says_in_words_what_it_shows(string kind, string data, double width)
    {
        var root = XDocument.Parse(Draw(kind, data, width).ToString()).Root!;
        Assert.That(root.Element(Svg + "title")!.Value, Is.Not.Empty);
        Assert.That(root.Element(Svg + "desc")!.Value, Does.Contain("largest flows"));
        Assert.That(root.ToString(), Does.Not.Contain("NaN").And.Not.Contain("Infinity").And.Not.Contain("<script>"));
    }

    [TestCase("network")]
    [TestCase("sankey")]
    public void Nothing_is_drawn_and_the_reason_said_where_nobody_moves(string kind)
    {
        Assert.That(Drawings(kind, FlowResults.Of()).Reason, Does.Contain("flows.csv"));
        Assert.That(Drawings(kind, FlowResults.Of("a>b 0")).Reason, Does.Contain("no patient moves"));
        Assert.That(Drawings(kind, FlowResults.Of("a>b@north 2"), "south").Reason, Does.Contain("south"));
    }

    [Test]
    public void Boxes_are_coloured_by_the_share_in_use_and_say_it()
    {
        var drawing = Draw("network", "full of what it knows", 170);
        Assert.That(drawing.Texts.Select(text => text.Text), Has.Some.EqualTo("3.2 · 95 %").And.Some.EqualTo("1.0 · 40 %"));
        Assert.That(drawing.Texts.Single(text => text.Text == "3.2 · 95 %").Style.On, Is.EqualTo(UseShades.Of(95)));
        Assert.That(drawing.Description, Does.Contain("bed 95 %"));
        Assert.That(Palette.Luminance(UseShades.Of(95)), Is.LessThan(Palette.Luminance(UseShades.Of(40))));
    }

    [Test]
    public void Boxes_that_say_the_same_share_have_the_same_shade()
    {
        Assert.That(UseShades.Of(91.6), Is.EqualTo(UseShades.Of(92.4)));
        Assert.That(UseShades.Of(91.4), Is.Not.EqualTo(UseShades.Of(92)));
    }

    [Test]
    public void The_picture_says_that_flows_have_no_interval_and_which_the_shares_have_and_where_nobody_came()
    {
        var notes = string.Join(' ', Draw("network", "full of what it knows", 170).Texts.Select(text => text.Text));
        Assert.That(notes, Does.Contain("no interval is recorded for flows").And.Contain("at most ± 4 percentage points").And.Contain("Nobody came to: never"));
    }

    [Test]
    public void A_system_with_more_steps_in_a_row_than_a_page_holds_is_drawn_on_a_wider_one()
    {
        Assert.That(Draw("network", "one stage", 130).WidthMillimetres, Is.EqualTo(130).Within(1e-9));
        Assert.That(Draw("network", "thirty in a row", 130).WidthMillimetres, Is.GreaterThan(250));
    }

    [Test]
    public void The_same_results_give_the_same_bytes()
    {
        var first = Draw("network", Hundreds, 170).ToString();
        var second = Draw("network", Hundreds, 170).ToString();
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Widths_of_the_Sankey_diagram_add_up()
    {
        // Ribbons into and out of a ward: 30 + 10 = 25 + 15; with their rims they are as wide together.
        var results = FlowResults.Of("walk-in>ward 30", "ambulance>ward 10", "ward>home 25", "ward>care 15");
        var widths = XDocument.Parse(Drawings("sankey", results).All[0].ToString()).Descendants(Svg + "path")
            .Where(path => path.Element(Svg + "title") is not null)
            .ToDictionary(path => path.Element(Svg + "title")!.Value, WidthOf);
        var unit = widths["walk in to ward: 30 a day"] / 30;
        Assert.That(widths["ambulance to ward: 10.0 a day"], Is.EqualTo(10 * unit).Within(0.02));
        Assert.That(widths["ward to home: 25 a day"], Is.EqualTo(25 * unit).Within(0.02));
        Assert.That(widths["ward to care: 15.0 a day"], Is.EqualTo(15 * unit).Within(0.02));
    }

    [Test]
    public void What_leads_back_is_cut_in_the_Sankey_diagram_and_named()
    {
        var results = FlowResults.Of("in>ward 10", "ward>home 12", "home>ward 2", "home>out 10");
        var text = string.Join(' ', Drawings("sankey", results).All[0].Texts.Select(box => box.Text));
        Assert.That(text, Does.Contain("Cut: home to ward 2.0 a day").And.Contain("not ways of single patients"));
    }

    [Test]
    public void What_is_left_out_is_said_with_how_much_it_is()
    {
        var text = string.Join(' ', Draw("network", Hundreds, 170).Texts.Select(box => box.Text));
        Assert.That(LeftOut().IsMatch(text), text);
    }

    /// <summary>Of an area, the height of its beginning; of a stroke, its width and the white rim's half point.</summary>
    private static double WidthOf(XElement ribbon)
    {
        if (ribbon.Attribute("fill")!.Value == "none")
        {
            return double.Parse(ribbon.Attribute("stroke-width")!.Value, CultureInfo.InvariantCulture) + 0.5;
        }

        var numbers = ribbon.Attribute("d")!.Value.Split(['M', 'L', 'C', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return numbers[^1] - numbers[1];
    }

    private static Drawing Draw(string kind, string data, double width) => Drawings(kind, Awkward[data], null, width).All.Single();

    private static ChartDrawings Drawings(string kind, ResultSet results, string? place = null, double width = 170) =>
        ChartList.Find(kind, results)!.Draw(new ChartRequest { Results = results, Place = place, WidthMillimetres = width });

    private static bool Overlap(Mark a, Mark b) => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    private static bool Holds(Mark box, TextBox text) =>
        box.Left <= text.Left && text.Right <= box.Right && box.Top <= text.Top + 1 && text.Bottom <= box.Bottom + 1;

    private static ResultSet Known()
    {
        var facts = FlowResults.Facts() with
        {
            Streams = [new StreamFacts("in", "system", "ward")],
            Stages = [FlowResults.Stage("ward", "request", "bed"), FlowResults.Stage("unit", "request", "space"), FlowResults.Stage("talk", "none"),
                FlowResults.Stage("never", "request", "bed")],
            Pools = [new PoolFacts("bed", "system", "beds", "", ""), new PoolFacts("space", "system", "spaces", "", "")],
            Exits = ["out"],
        };
        return FlowResults.Of(facts,
            new[] { "in>ward 3", "ward>talk 3", "talk>unit 1", "talk>out 2", "unit>ward 0.2", "unit>out 0.8" }.Select(FlowResults.Flow),
            [.. FlowResults.Pool("bed", 95, 100, 4), .. FlowResults.Pool("space", 4, 10, 2)]);
    }

    /// <summary>Stages of which each leads to the next few, with some ways back.</summary>
    private static IEnumerable<string> Many(int stages) =>
        Enumerable.Range(0,
            stages).SelectMany(i =>
            new[] { 1, 7, 40, 291 }.Select(step => FormattableString.Invariant($"stage-{i}>stage-{(i + step) % stages} {1 + (i * step % 50)}")));

    [GeneratedRegex(@"Left out: \d+ flows of at most [\d.,]+ a day, together [\d.,]+ of [\d.,]+ moves a day\.")]
    private static partial Regex LeftOut();
}
