using System.Globalization;
using System.Xml.Linq;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Flows;

/// <summary>Which flows the Sankey diagram shows, what its colours are called, and what a telephone shows in place of both pictures.</summary>
public sealed class FlowsThatMatterTests
{
    private const double Column = 80;
    private const double LeastTextSize = 6.5;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Test]
    public void The_way_into_beds_and_out_of_them_is_shown_however_small_it_is()
    {
        var texts = Texts("sankey", Results([.. Doors(14), "door-0>ward 1", "ward>home 1"], Bed("ward")));
        Assert.That(texts, Does.Contain("ward").And.Contain("home"));
        Assert.That(Texts("sankey", Results([.. Doors(14), "door-0>ward 1", "ward>home 1"])), Does.Not.Contain("ward"), "without beds it is one of the small flows");
    }

    [Test]
    public void Wards_of_a_group_of_beds_are_one_box_with_its_title()
    {
        var results = Results([.. Doors(14), "door-0>ward 5", "ward>round 4", "door-1>other-ward 5", "ward>other-ward 1", "other-ward>round 6", "round>home 10"],
            Bed("ward"), Bed("other-ward"), FlowResults.Stage("round", "keep"));
        var drawing = Draw("sankey", results);
        Assert.That(drawing.Numbers.Select(number => $"{number.Series}>{number.At} {number.Value}"), Does.Contain("Beds of the hospital>home 10"));
        Assert.That(drawing.Description, Does.Contain("Beds of the hospital is ward, round, other ward"));
    }

    [Test]
    public void Places_from_which_patients_go_on_to_one_step_where_they_stay_are_one_department()
    {
        var results = Results([.. Doors(14), "in>majors 70", "in>minors 50", "majors>doctor 70", "minors>doctor 50", "doctor>away 120"],
            Space("majors"), Space("minors"), FlowResults.Stage("doctor", "keep"));
        Assert.That(Draw("sankey", results).Numbers.Select(number => $"{number.Series}>{number.At} {number.Value}"),
            Does.Contain("in>department 120").And.Contain("department>away 120"));
    }

    [Test]
    public void The_key_names_the_colour_of_each_way_out()
    {
        var drawing = Draw("sankey", FlowResults.Of("in>ward 40", "ward>home 25", "ward>care 15"));
        var svg = XDocument.Parse(drawing.ToString());
        foreach (var (text, flow) in new[] { ("to: home", "ward to home: 25 a day"), ("care", "ward to care: 15.0 a day") })
        {
            var ribbon = svg.Descendants(Svg + "path").Single(path => path.Element(Svg + "title")?.Value == flow).Attribute("fill")!.Value;
            var label = drawing.Texts.First(one => one.Text == text);
            var swatch = svg.Descendants(Svg + "rect").Where(rect => Number(rect, "y") < label.Bottom && Number(rect, "y") > label.Top - 3
                && Number(rect, "x") < label.Left).MaxBy(rect => Number(rect, "x"))!;
            Assert.That(swatch.Attribute("fill")!.Value, Is.EqualTo(ribbon), text);
        }
    }

    [Test]
    public void The_way_out_that_every_system_has_is_said_in_words_unless_the_description_names_it()
    {
        var results = FlowResults.Of("in>ward 40", "ward>leave 40");
        Assert.That(Told(Draw("sankey", results)), Does.Contain("to: leave the system"));
        var titles = new Dictionary<string, string> { ["leave"] = "goes home" };
        Assert.That(Told(Draw("sankey", results with { System = results.System with { Titles = titles } })), Does.Contain("to: goes home").And.Not.Contain("leave"));
    }

    [Test]
    public void A_column_has_the_flows_as_bars_as_long_as_they_are_large()
    {
        var drawing = Draw("sankey", Results([.. Doors(14), "door-0>ward 1", "ward>home 1"], Bed("ward")), Column);
        Assert.That(drawing.WidthMillimetres, Is.EqualTo(Column).Within(1e-9));
        var bars = drawing.Marks.Where(mark => mark.Kind == MarkKind.Bar).Select(mark => mark.Right - mark.Left).ToList();
        var values = drawing.Numbers.Select(number => number.Value).ToList();
        Assert.That(bars, Has.Count.EqualTo(values.Count).And.Count.InRange(8, 12));
        Assert.That(bars[^2] / bars[0], Is.EqualTo(values[^2] / values[0]).Within(0.01));
        Assert.That(drawing.Numbers.Select(number => number.At), Does.Contain("in 0 to ward").And.Contain("ward to home"));
        Assert.That(drawing.Texts.Select(text => text.Style.Size), Has.All.GreaterThanOrEqualTo(LeastTextSize));
        Assert.That(Told(drawing), Does.Contain("to a further step").And.Not.Contain("…"));
    }

    [Test]
    public void A_column_has_the_fullest_places_where_the_network_has_no_room()
    {
        var results = Full(2);
        var drawing = Draw("network", results, Column);
        Assert.That(drawing.Title, Is.EqualTo("1 of 20 kinds of places and staff is over 90 % full: “bed 0” with 99 %"));
        Assert.That(drawing.Numbers.Select(number => number.At).Take(2), Is.EqualTo(new[] { "bed 0", "bed 1" }));
        Assert.That(Told(drawing), Does.Contain("99 % · 99.0 of 100"));
    }

    [Test]
    public void An_interval_that_is_wider_than_can_be_of_use_is_said_to_be_so()
    {
        Assert.That(Told(Draw("network", Full(2))), Does.Contain("its 95 % interval is at most ± 2 percentage points"));
        var wide = Draw("network", Full(251));
        Assert.That(Told(wide), Does.Contain("so few replications do not tell it to within 10 percentage points").And.Not.Contain("251"));
        Assert.That(wide.Title, Does.StartWith("Where patients go"), "nothing is sure enough for a title");
    }

    [Test]
    public void Where_no_place_is_full_the_title_says_so() =>
        Assert.That(Draw("network", FlowResults.Of(Facts(Bed("ward")), new[] { "in>ward 3", "ward>out 3" }.Select(FlowResults.Flow),
            FlowResults.Pool("bed-ward", 60, 100, 2))).Title,
            Is.EqualTo("No kind of places or staff is over 90 % full; “bed ward” is the fullest with 60 %"));

    /// <summary>Twenty steps in a row, the first full, the second less so.</summary>
    private static ResultSet Full(double halfWidth)
    {
        var stages = Enumerable.Range(0, 20).Select(i => FlowResults.Stage($"step-{i}", "request", $"bed-{i}")).ToArray();
        return FlowResults.Of(Facts(stages), Enumerable.Range(0, 20).Select(i => FlowResults.Flow($"step-{i}>step-{i + 1} 5")),
            Enumerable.Range(0, 20).SelectMany(i => FlowResults.Pool($"bed-{i}", i == 0 ? 99 : 70 - i, 100, halfWidth)));
    }

    /// <summary>Ways in of which each leads to a door and out again.</summary>
    private static IEnumerable<string> Doors(int count) =>
        Enumerable.Range(0, count).SelectMany(i => new[] { $"in-{i}>door-{i} {100 + i}", $"door-{i}>out-{i} {50 + i}", $"door-{i}>off-{i} {50 + i}" });

    private static StageFacts Bed(string stage) => FlowResults.Stage(stage, "request", "bed-" + stage);

    private static StageFacts Space(string stage) => FlowResults.Stage(stage, "request", "space-" + stage);

    private static ResultSet Results(IReadOnlyList<string> flows, params StageFacts[] stages) => FlowResults.Of(Facts(stages), flows.Select(FlowResults.Flow),
        stages.SelectMany(stage => stage.Pools).SelectMany(pool => FlowResults.Pool(pool, 50, 100, 2)));

    private static SystemFacts Facts(params StageFacts[] stages) => FlowResults.Facts() with
    {
        Stages = stages,
        Pools = [.. stages.SelectMany(stage => stage.Pools).Select(pool => pool.StartsWith("bed", StringComparison.Ordinal)
            ? new PoolFacts(pool, "system", "beds", "hospital", "")
            : new PoolFacts(pool, "system", "spaces", "", ""))],
        Titles = new Dictionary<string, string> { ["hospital"] = "Beds of the hospital" },
    };

    private static IReadOnlyList<string> Texts(string kind, ResultSet results) =>
        [.. Draw(kind, results).Numbers.SelectMany(number => new[] { number.Series, number.At })];

    private static string Told(Drawing drawing) => string.Join(' ', drawing.Texts.Select(text => text.Text));

    private static Drawing Draw(string kind, ResultSet results, double width = 170) =>
        ChartList.Find(kind, results)!.Draw(new ChartRequest { Results = results, WidthMillimetres = width }).All[0];

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
}
