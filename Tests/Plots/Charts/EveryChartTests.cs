using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Tests.Golden;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>What holds for every chart, whatever the results.</summary>
public sealed class EveryChartTests
{
    private const double LeastContrast = 4.5;
    private const double LeastSize = 7;
    private const double A4Height = 297;
    private const double PrintedHeight = 281;

    // Four tests look at each drawing.
    private static readonly ConcurrentDictionary<(string Chart, string Results, double Width), IReadOnlyList<Drawing>> Drawn = new();

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static IEnumerable<TestCaseData> Cases() =>
        from chart in ChartList.Of(AwkwardResults.Get("ordinary"))
        from name in AwkwardResults.Names
        from width in new[] { 80.0, 170.0 }
        select new TestCaseData(chart.Id, name, width);

    [TestCaseSource(nameof(Cases))]
    public void No_text_is_cut_off_or_written_over_another_or_over_a_mark(string chart, string name, double width)
    {
        foreach (var drawing in Draw(chart, name, width))
        {
            Assert.That(drawing.Texts, Has.Count.GreaterThan(2));
            foreach (var box in drawing.Texts)
            {
                Assert.That(box.Left >= -0.01 && box.Top >= -0.01 && box.Right <= drawing.Width + 0.01
                    && box.Bottom <= drawing.Height + 0.01, $"{drawing.Name}: '{box.Text}' leaves the frame: {box}");
            }

            Assert.That(Overlaps(drawing), Is.Empty, drawing.Name);
            Assert.That(TextsOverMarks(drawing), Is.Empty, drawing.Name);
            Assert.That(TextsUnderRules(drawing), Is.Empty, drawing.Name);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Everyone_can_read_it(string chart, string name, double width)
    {
        foreach (var drawing in Draw(chart, name, width))
        {
            foreach (var box in drawing.Texts)
            {
                Assert.That(box.Style.Size, Is.GreaterThanOrEqualTo(LeastSize), box.Text);
                Assert.That(Palette.Contrast(box.Style.Colour, box.Style.On), Is.GreaterThanOrEqualTo(LeastContrast), box.Text);
            }

            Assert.That(drawing.HeightMillimetres, Is.LessThan(A4Height), "it does not fit a page");
            Assert.That(drawing.WidthMillimetres, Is.EqualTo(width).Within(1e-9));
        }
    }

    /// <summary>With what a printer leaves free around it.</summary>
    [TestCaseSource(nameof(Cases))]
    public void It_can_be_printed_on_a_page_and_title_subtitle_and_notes_are_whole(string chart, string name, double width)
    {
        foreach (var drawing in Draw(chart, name, width))
        {
            Assert.That(drawing.HeightMillimetres, Is.LessThan(PrintedHeight), drawing.Name);
            var whole = string.Join(' ', drawing.Texts.Where(box => box.Style == TextStyle.Title).Select(box => box.Text));
            Assert.That(name == "long titles" || whole == drawing.Title, whole);
            Assert.That(drawing.Texts.Where(box => (box.Style == TextStyle.Subtitle || box.Style == TextStyle.Note) && box.Text.EndsWith('…') && name != "long titles")
                .Select(box => box.Text), Is.Empty, drawing.Name);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void It_is_an_SVG_document_that_says_what_it_shows_and_where_it_is_from(string chart, string name, double width)
    {
        var drawings = Draw(chart, name, width);
        Assert.That(drawings.Select(drawing => drawing.Name), Is.Unique);
        foreach (var drawing in drawings)
        {
            var svg = drawing.ToString();
            Assert.That(svg, Does.Not.Contain("NaN").And.Not.Contain("∞").And.Not.Contain("Infinity"));
            var root = XDocument.Parse(svg).Root!;
            Assert.That(root.Element(Svg + "title")!.Value, Is.Not.Empty);
            Assert.That(root.Element(Svg + "desc")!.Value, Has.Length.GreaterThan(40));
            Assert.That(root.Descendants().Attributes("id").Select(id => id.Value), Is.Unique);
            Assert.That(root.Attribute("aria-labelledby")!.Value.Split(' '), Is.SubsetOf(root.Elements().Attributes("id").Select(id => id.Value)));
            var text = string.Join(' ', drawing.Texts.Select(box => box.Text));
            foreach (var part in new[] { "FlowSim 0.1.0", "made-up", "seed 7", "replication", "0123456789ab" })
            {
                Assert.That(text, Does.Contain(part));
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Intervals_are_drawn_or_their_absence_is_said(string chart, string name, double width)
    {
        foreach (var drawing in Draw(chart, name, width))
        {
            var text = string.Join(' ', drawing.Texts.Select(box => box.Text)).ToLowerInvariant();
            Assert.That(text, Does.Contain("interval").Or.Contain("band"), drawing.Name);
            Assert.That(drawing.ToString().Contains("class=\"interval\"", StringComparison.Ordinal) || text.Contains("no interval") || text.Contains("no band")
                || text.Contains("none is shown") || text.Contains("no room for its interval"), drawing.Name);
        }
    }

    [Test]
    public void A_wide_page_and_odd_widths_are_no_trouble([Values(95, 123.4, 250)] double width)
    {
        foreach (var chart in ChartList.Of(AwkwardResults.Get("ordinary")))
        {
            foreach (var drawing in Draw(chart.Id, "ordinary", width))
            {
                Assert.That(Overlaps(drawing), Is.Empty, drawing.Name);
                Assert.That(drawing.Texts.Max(box => box.Right), Is.LessThanOrEqualTo(drawing.Width + 0.01), drawing.Name);
            }
        }
    }

    [Test]
    public void Every_chart_draws_ordinary_results() =>
        Assert.That(ChartList.Of(AwkwardResults.Get("ordinary")).Where(chart => chart.Draw(Request("ordinary", 170)).All.Count == 0)
            .Select(chart => chart.Id), Is.Empty);

    [Test]
    public void A_chart_without_anything_to_draw_says_why()
    {
        var nothing = AwkwardResults.Get("ordinary") with
        {
            Summaries = [],
            Differences = [],
            Timelines = [],
            Flows = [],
            Ledger = [],
            Savings = [],
            Designs = [],
            Calibration = [],
            CalibrationDays = [],
        };
        foreach (var chart in ChartList.Of(AwkwardResults.Get("ordinary")))
        {
            var drawn = chart.Draw(new ChartRequest { Results = nothing });
            Assert.That(drawn.All, Is.Empty, chart.Id);
            Assert.That(drawn.Reason, Is.Not.Empty, chart.Id);
        }
    }

    [Test]
    public void Markup_in_a_title_is_text()
    {
        var svg = Draw("four-hour", "long titles", 170)[0].ToString();
        Assert.That(svg, Does.Contain("&amp; &lt;b&gt;").And.Not.Contain("<b>"));
    }

    [TestCaseSource(nameof(GeneralIds))]
    public void The_page_of_charts_has_a_line_on_it(string chart) =>
        Assert.That(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "charts.md")), Does.Contain($"| `{chart}` |"));

    [TestCaseSource(nameof(Ids))]
    public void The_numbers_of_a_chart_are_those_of_its_marks(string chart)
    {
        foreach (var drawing in Draw(chart, "ordinary", 170))
        {
            Assert.That(drawing.Numbers, Is.Not.Empty, drawing.Name);
            Assert.That(drawing.Numbers, Has.All.Matches<DrawnNumber>(one => one!.X >= 0 && one.X <= drawing.Width && one.Y >= 0 && one.Y <= drawing.Height));

            // Above the first number stands the key.
            var first = drawing.Numbers.Min(one => one.Y) - 3;
            foreach (var mark in drawing.Marks.Where(mark => mark.Kind is MarkKind.Point or MarkKind.Cell && mark.Top >= first))
            {
                Assert.That(drawing.Numbers, Has.Some.Matches<DrawnNumber>(one => one!.X >= mark.Left - 6 && one.X <= mark.Right + 6 && one.Y >= mark.Top - 0.01
                    && one.Y <= mark.Bottom + 0.01), $"{drawing.Name}: {mark}");
            }

            var lines = Encoding.UTF8.GetString(DrawnCsv.Of(drawing)).TrimEnd('\n').Split('\n');
            Assert.That(lines[0], Is.EqualTo("panel,series,x,y,lower,upper,unit"));
            Assert.That(lines, Has.Length.EqualTo(drawing.Numbers.Count + 1));
        }
    }

    [TestCaseSource(nameof(Ids))]
    public void The_first_drawing_of_a_chart_is_as_kept_in_the_gallery(string chart) =>
        GoldenFile.Check("docs/gallery", $"{chart}.svg", Draw(chart, "ordinary", 170)[0].ToString());

    [Test]
    public void The_gallery_shows_every_chart_and_how_it_is_drawn() => GoldenFile.Check("docs", "gallery.md", Gallery());

    private static string Gallery()
    {
        var text = new StringBuilder("""
            # Gallery

            One picture a chart, of a made-up system with two sites, in the order of `flowsim plot --list`. What each may be narrowed with is in [charts.md](charts.md). The title says what the numbers of these results say; where they say nothing that can be told from chance it says what is shown.

            This page and its pictures are written by the tests: `FLOWSIM_REWRITE_GOLDEN=1 dotnet test -c Release --filter gallery` (twice: the first run writes and says so).

            """);
        foreach (var chart in ChartList.Of(AwkwardResults.Get("ordinary")))
        {
            var about = char.ToUpperInvariant(chart.Description[0]) + chart.Description[1..];
            text.Append(CultureInfo.InvariantCulture, $"\n## {chart.Title}\n\n{about}.\n\n```sh\nflowsim plot results --chart {chart.Id}\n```\n\n![{chart.Title}](gallery/{chart.Id}.svg)\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> GeneralIds() => ChartList.General.Select(chart => chart.Id);

    private static IEnumerable<string> Ids() => ChartList.Of(AwkwardResults.Get("ordinary")).Select(chart => chart.Id);

    private static IReadOnlyList<Drawing> Draw(string chart, string name, double width) =>
        Drawn.GetOrAdd((chart, name, width), _ =>
        {
            var drawn = ChartList.Find(chart, AwkwardResults.Get(name))!.Draw(Request(name, width));
            Assert.That(drawn.All.Count > 0, Is.Not.EqualTo(drawn.Reason.Length > 0));
            return drawn.All;
        });

    private static ChartRequest Request(string name, double width) => new() { Results = AwkwardResults.Get(name), WidthMillimetres = width };

    private static IEnumerable<string> Overlaps(Drawing drawing) =>
        from i in Enumerable.Range(0, drawing.Texts.Count)
        from j in Enumerable.Range(0, i)
        where drawing.Texts[i].Overlaps(drawing.Texts[j])
        select $"'{drawing.Texts[j].Text}' and '{drawing.Texts[i].Text}'";

    private static IEnumerable<string> TextsUnderRules(Drawing drawing) =>
        from text in drawing.Texts
        from rule in drawing.Rules
        where rule.Crosses(text)
        select $"{rule} runs through '{text.Text}'";

    private static IEnumerable<string> TextsOverMarks(Drawing drawing) =>
        from text in drawing.Texts
        where text.Style.On == Palette.White
        from mark in drawing.Marks
        where mark.Kind is MarkKind.Bar or MarkKind.Point or MarkKind.Interval
        where text.Left < mark.Right && mark.Left < text.Right && text.Top < mark.Bottom && mark.Top < text.Bottom
        select $"'{text.Text}' over {mark}";
}
