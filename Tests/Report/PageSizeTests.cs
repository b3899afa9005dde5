using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Report;
using FlowSim.Tests.Plots.Charts;

namespace FlowSim.Tests.Report;

/// <summary>A page of many drawings can be sent by mail.</summary>
public sealed partial class PageSizeTests
{
    private const int MostOfADrawing = 8_000;
    private const double MostOfAFile = 0.6;

    private static readonly IReadOnlyList<Drawing> Drawings =
        [.. ChartList.Of(SmallResults.All).SelectMany(chart => chart.Draw(new ChartRequest { Results = SmallResults.All }).All)];

    [Test]
    public void A_drawing_takes_few_bytes_of_the_page()
    {
        var drawn = Drawing().Matches(Page.Of(SmallResults.All)).Select(match => Encoding.UTF8.GetByteCount(match.Value)).ToList();
        Assert.That(drawn, Has.Count.EqualTo(Drawings.Count));
        Assert.That(drawn.Average(), Is.LessThan(MostOfADrawing));
        Assert.That(drawn.Sum(), Is.LessThan(MostOfAFile * Drawings.Sum(drawing => Encoding.UTF8.GetByteCount(drawing.ToString()))));
    }

    [Test]
    public void Drawings_for_a_telephone_are_packed_and_take_a_quarter_of_the_others()
    {
        var page = Page.Of(SmallResults.All);
        var narrow = Narrow().Match(page).Groups["packed"].Value;
        Assert.That(narrow.Length, Is.LessThan(Drawing().Matches(page).Sum(match => Encoding.UTF8.GetByteCount(match.Value)) / 4));
    }

    [Test]
    public void Drawings_for_a_telephone_stand_for_drawings_of_the_page_and_look_as_these_do()
    {
        var page = Page.Of(SmallResults.All);
        var text = Unpacked(Narrow().Match(page).Groups["packed"].Value);
        var ids = Id().Matches(page + text).Select(match => match.Value).ToList();
        Assert.That(ids, Is.Unique);
        var names = For().Matches(text).SelectMany(match => match.Groups["names"].Value.Split(' ')).ToList();
        Assert.That(names, Is.Unique.And.Not.Empty);
        Assert.That(names, Has.All.Matches<string>(name => page.Contains($"data-numbers=\"{name}\"", StringComparison.Ordinal)));
        var used = Drawing().Matches(text).SelectMany(match => XElement.Parse(match.Value).DescendantsAndSelf().Attributes("class")).Select(one => one.Value);
        Assert.That(used.Distinct(), Has.All.Matches<string>(name => page.Contains($".{name}{{", StringComparison.Ordinal)));
    }

    [Test]
    public void Of_charts_of_one_scenario_those_that_the_page_opens_with_have_drawings_for_a_telephone()
    {
        var text = Unpacked(Narrow().Match(Page.Of(SmallResults.All)).Groups["packed"].Value);
        Assert.That(Of().Matches(text).Select(match => match.Groups["scenario"].Value).Distinct(), Is.EqualTo(new[] { "s1" }));
    }

    [Test]
    public void A_heat_map_takes_a_third_of_what_its_file_does()
    {
        var results = AwkwardResults.Get("ordinary");
        var drawing = ChartList.Find("hour-of-week", results)!.Draw(new ChartRequest { Results = results, HasTable = true }).All[0];
        Assert.That(InlineSvg.Of(drawing, "u", new SharedLooks()).Length, Is.LessThan(drawing.ToString().Length / 3));
    }

    [Test]
    public void A_drawing_looks_on_the_page_as_in_its_file()
    {
        var looks = new SharedLooks();
        foreach (var drawing in Drawings)
        {
            var onPage = XElement.Parse(InlineSvg.Of(drawing, "unique", looks));
            var rules = Rule().Matches(looks.Rules).ToDictionary(match => match.Groups["name"].Value, match => Declarations(match.Groups["body"].Value));
            Assert.That(Texts(onPage, rules), Is.EqualTo(Texts(XElement.Parse(drawing.ToString()), rules)), drawing.Name);
            Assert.That(onPage.DescendantsAndSelf().Attributes("class").Select(name => name.Value).Distinct(), Is.SubsetOf(rules.Keys));
            var said = onPage.DescendantsAndSelf().Where(element => !element.Ancestors("defs").Any() && !IsHatched(element)).Attributes();
            Assert.That(said.Where(one => one.Name.LocalName is "font-size" or "stroke"), Is.Empty, "once for all");
        }
    }

    [Test]
    public void Of_many_scenarios_those_that_go_furthest_have_drawings_of_their_own()
    {
        var page = Page.Of(AwkwardResults.Get("forty scenarios"));
        Assert.That(page, Does.Contain("those of the baseline and of the 7 that go furthest"));
        Assert.That(Subject().Matches(page).Select(match => match.Value).Distinct().Count(), Is.EqualTo(8));
        Assert.That(Page.Of(AwkwardResults.Get("ordinary")), Does.Not.Contain("that go furthest; flowsim plot"));
    }

    [Test]
    public void Looks_are_said_once_for_all_drawings()
    {
        var rules = Rule().Matches(Page.Of(SmallResults.All)).Select(match => match.Groups["body"].Value).ToList();
        Assert.That(rules, Is.Unique.And.Count.GreaterThan(10));
    }

    private static string Unpacked(string packed)
    {
        using var zip = new ZLibStream(new MemoryStream(Base64Url.DecodeFromChars(packed)), CompressionMode.Decompress);
        return new StreamReader(zip, Encoding.UTF8).ReadToEnd();
    }

    /// <summary>A hatch is a pattern of its own drawing.</summary>
    private static bool IsHatched(XElement element) => ((string?)element.Attribute("fill"))?.StartsWith("url(", StringComparison.Ordinal) == true;

    /// <summary>Texts, each with all that says how it looks, in order.</summary>
    private static List<string> Texts(XElement svg, Dictionary<string, SortedDictionary<string, string>> rules) =>
        [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text =>
        {
            var look = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var element in text.AncestorsAndSelf().Reverse().Where(element => element.Name.LocalName is "text" or "g" or "svg"))
            {
                var own = (string?)element.Attribute("class") is { } name ? rules[name] : [];
                var said = element.Attributes().Where(one => !one.IsNamespaceDeclaration && Look().IsMatch(one.Name.LocalName))
                    .ToDictionary(one => one.Name.LocalName, one => one.Value);
                foreach (var (key, value) in own.Concat(said))
                {
                    look[key] = value;
                }
            }

            return $"{text.Value}: {string.Join("; ", look.Select(one => $"{one.Key} {one.Value}"))}";
        })];

    private static SortedDictionary<string, string> Declarations(string body) =>
        new(body.Split(';').Select(one => one.Split(':')).ToDictionary(one => one[0], one => one[1].Replace("px", "", StringComparison.Ordinal)));

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex(@"^\.(?<name>l\d+)\{(?<body>[^}]*)\}$", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex("<p id=\"narrow\" hidden=\"\">(?<packed>[^<]*)</p>")]
    private static partial Regex Narrow();

    [GeneratedRegex(" id=\"[^\"]*\"")]
    private static partial Regex Id();

    [GeneratedRegex("<figure [^>]*data-scenario=\"(?<scenario>[^\"]*)\"")]
    private static partial Regex Of();

    [GeneratedRegex("data-for=\"(?<names>[^\"]*)\"")]
    private static partial Regex For();

    [GeneratedRegex("data-scenario=\"s[0-9]+\" data-file")]
    private static partial Regex Subject();

    [GeneratedRegex("^(font|fill|stroke|text-anchor|paint-order)")]
    private static partial Regex Look();
}
