using System.Xml.Linq;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Tests.Golden;

namespace FlowSim.Tests.Plots;

public sealed class OccupancyFanTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [TestCase(3, 730, true, true)]
    [TestCase(1, 1, true, true)]
    [TestCase(2, 40, false, true)]
    [TestCase(1, 1825, false, false)]
    [TestCase(6, 365, true, false)]
    [TestCase(2, 3653, true, true)]
    public void No_text_is_cut_off_or_written_over_another(int sites, int days, bool hasDates, bool hasOpen)
    {
        var drawing = OccupancyFan.Compose(Panels(sites, days, hasOpen), Source("Rural urgent care hubs at Ely, Doddington and Wisbech with longer hours, point-of-care tests and repatriation from A&E"), hasDates);
        Assert.That(drawing.Texts, Has.Count.GreaterThan(8));
        foreach (var box in drawing.Texts)
        {
            Assert.That(box.Left >= 0 && box.Top >= 0 && box.Right <= drawing.Width && box.Bottom <= drawing.Height, $"'{box.Text}' leaves the frame: {box}");
        }

        var overlaps = from i in Enumerable.Range(0, drawing.Texts.Count)
                       from j in Enumerable.Range(0, i)
                       where drawing.Texts[i].Overlaps(drawing.Texts[j])
                       select $"'{drawing.Texts[j].Text}' and '{drawing.Texts[i].Text}'";
        Assert.That(overlaps, Is.Empty);
    }

    [Test]
    public void The_chart_is_an_A4_column_wide_and_says_what_it_shows_to_those_who_cannot_see_it()
    {
        var root = XDocument.Parse(OccupancyFan.Draw(Panels(3, 730, true), Source(""), hasDates: true)).Root!;
        Assert.That(root.Attribute("width")!.Value, Is.EqualTo("170mm"));
        Assert.That(root.Element(Svg + "title")!.Value, Does.Contain("Occupied beds").And.Contain("hub"));
        Assert.That(root.Element(Svg + "desc")!.Value, Does.Contain("site-1: "));
    }

    [Test]
    public void The_source_line_names_version_system_scenario_seed_replications_and_inputs()
    {
        var text = string.Join(' ', XDocument.Parse(OccupancyFan.Draw(Panels(1, 100, true), Source(""), hasDates: true)).Descendants(Svg + "text").Select(element => element.Value));
        foreach (var part in new[] { "FlowSim 0.1.0", "made-up", "hub", "seed 7", "8 replications", "0123456789ab" })
        {
            Assert.That(text, Does.Contain(part));
        }
    }

    [Test]
    public void Text_that_is_markup_is_written_as_text()
    {
        var document = XDocument.Parse(OccupancyFan.Draw(Panels(1, 10, false), Source("A & B <script>\u0001"), hasDates: true));
        Assert.That(document.Descendants(Svg + "text").First().Value, Does.Contain("A & B <script>"));
    }

    [TestCase(39, "lowest to highest")]
    [TestCase(40, "5 % to 95 %")]
    public void The_band_is_named_for_what_it_is(int replications, string expected) =>
        Assert.That(OccupancyFan.Draw(Panels(1, 10, false), Source("") with { Replications = replications }, hasDates: true), Does.Contain(expected));

    [Test]
    public void A_day_without_a_value_breaks_the_line()
    {
        TimelinePoint point = new(5, 4, 5, 6);
        TimelinePoint gap = new(float.NaN, float.NaN, float.NaN, float.NaN);
        var svg = OccupancyFan.Draw([new FanPanel("ward", new DateOnly(2017, 4, 1), [point, point, gap, point, point], [])], Source(""), hasDates: true);
        Assert.That(svg, Does.Not.Contain("NaN"));
        var line = XDocument.Parse(svg).Descendants(Svg + "path").Single(path => path.Attribute("fill")!.Value == "none").Attribute("d")!.Value;
        Assert.That(line.Count(character => character == 'M'), Is.EqualTo(2));
    }

    [Test]
    public void Open_beds_are_occupied_beds_divided_by_the_occupancy_rate()
    {
        var panel = FanPanel.Of("hub", [Series("occupied_beds", "north", 93), Series("occupancy_rate", "north", 75), Series("occupied_beds", "system", 200)]).Single();
        Assert.That(panel.Place, Is.EqualTo("north"));
        Assert.That(panel.Open.Single(), Is.EqualTo(124));
    }

    [Test]
    public void A_system_without_sites_has_one_panel()
    {
        var panel = FanPanel.Of("hub", [Series("occupied_beds", "system", 200)]).Single();
        Assert.That(panel.Place, Is.EqualTo("system"));
        Assert.That(panel.Open, Is.Empty);
    }

    [Test]
    public void The_chart_is_as_kept() => GoldenFile.Check("charts/occupancy-fan.svg", OccupancyFan.Draw(Panels(2, 90, true), Source("A rural hub"), hasDates: true));

    private static TimelineSummary Series(string measure, string place, float mean) =>
        new() { Scenario = "hub", Measure = measure, Place = place, HoursOfWeek = false, FirstDay = new DateOnly(2017, 4, 1), Points = [new TimelinePoint(mean, mean, mean, mean)] };

    private static ChartSource Source(string title) =>
        new() { Program = new ProgramVersion("0.1.0", ""), System = "made-up", Scenario = "hub", ScenarioTitle = title, Seed = 7, Replications = 8, InputHash = "0123456789abcdef0123456789abcdef" };

    private static List<FanPanel> Panels(int sites, int days, bool hasOpen) =>
        [.. Enumerable.Range(1, sites).Select(site => new FanPanel($"site-{site}", new DateOnly(2017, 4, 1), [.. Enumerable.Range(0, days).Select(day => Point(site * 250, day))], hasOpen ? [.. Enumerable.Repeat(site * 256.6, days)] : []))];

    private static TimelinePoint Point(int beds, int day)
    {
        var mean = (float)(beds * (0.95 + (0.03 * Math.Cos((day - 280) * 2 * Math.PI / 365)) - (0.01 * (day % 7 / 6.0))));
        return new TimelinePoint(mean, mean * 0.97f, mean, Math.Min(mean * 1.025f, beds * 1.026f));
    }
}
