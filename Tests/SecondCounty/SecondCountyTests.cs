using System.Text.RegularExpressions;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.SecondCounty;

/// <summary>A second county needs no line of C#: a made-up system with other ids has every chart and the whole report, in its own words.</summary>
public sealed partial class SecondCountyTests
{
    private static readonly string[] Topics = ["seen", "bays", "cots_taken", "held-up"];

    private string folder = "";
    private ResultSet results = null!;

    [OneTimeSetUp]
    public void Run()
    {
        folder = Directory.CreateTempSubdirectory("flowsim-second-").FullName;
        File.Copy(Path.Combine(RepositoryRoot.Path, "Tests", "SecondCounty", "eastshire.yaml"), Path.Combine(folder, "eastshire.yaml"));
        var typed = TypedCommand.Run("compare", "--system", Path.Combine(folder, "eastshire.yaml"), "--months", "--distributions", "--out", Path.Combine(folder, "results"), "--quiet");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        results = ResultReader.Read(Path.Combine(folder, "results"));
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Every_topic_with_a_standard_is_a_chart_beside_those_that_any_system_has() =>
        Assert.That(ChartList.Of(results).Select(chart => chart.Id), Is.EquivalentTo(ChartList.General.Select(chart => chart.Id).Concat(Topics)));

    [TestCaseSource(nameof(Ids))]
    public void Every_chart_is_drawn_and_calls_nothing_by_its_id(string chart)
    {
        var drawn = ChartList.Find(chart, results)!.Draw(new ChartRequest { Results = results });
        Assert.That(drawn.All, Is.Not.Empty, drawn.Reason);
        Assert.That(drawn.All.SelectMany(Texts).Where(NamesAnId), Is.Empty);
    }

    [TestCase("occupancy-fan", "Cots in use by day: Baseline", "St Mary's Hospital", "ceiling: 85 % of open beds")]
    [TestCase("seen", "Walk-ins out in time", "The share of walk-ins who leave within six hours, year 2020/21.", "standard 90 %", "St Mary's Hospital",
        "The Royal")]
    [TestCase("bays", "Time in the bays", "Red patients", "Green patients", "standard 240 min (Mean time in the bays)")]
    [TestCase("delays-by-reason", "Cots held up: Whole system", "aim 1 % (Share of nights held up)", "Stacked bars of cots held by delayed patients",
        "At the right: cots with their")]
    [TestCase("hour-of-week", "Patients in the bays by hour of the week: Baseline")]
    [TestCase("beds-distribution", "Hospital beds, St Mary's Hospital", "85 % full on average")]
    [TestCase("waits", "First look, The Royal")]
    [TestCase("network", "First look")]
    [TestCase("differences", "Out within six hours", "Use of hospital beds")]
    public void Words_and_lines_are_those_of_the_system(string chart, params string[] expected)
    {
        var drawn = ChartList.Find(chart, results)!.Draw(new ChartRequest { Results = results });
        var text = string.Join(' ', drawn.All.SelectMany(Texts));
        foreach (var words in expected)
        {
            Assert.That(text, Does.Contain(words));
        }
    }

    [Test]
    public void The_report_tells_of_the_system_in_its_own_words()
    {
        var page = System.Net.WebUtility.HtmlDecode(Page.Of(results));
        foreach (var words in new[] { "St Mary's Hospital", "share of walk-ins who leave within six hours", "Out within six hours (%)", "better" })
        {
            Assert.That(page, Does.Contain(words));
        }

        // What the program says after a run names parts of the description; the changes are told as they are written, and definitions with their ids.
        page = Notes().Replace(Details().Replace(page, ""), "");
        var (from, to) = (page.IndexOf("<main", StringComparison.Ordinal), page.IndexOf("id=\"changes\"", StringComparison.Ordinal));
        Assert.That(Tag().Split(page[from..to]).Where(NamesAnId), Is.Empty);
    }

    [Test]
    public void A_chart_of_a_topic_is_asked_for_by_its_id()
    {
        var typed = TypedCommand.Run("plot", Path.Combine(folder, "results"), "--chart", "seen", "--site", "royal", "--out", Path.Combine(folder, "figures"));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Path.GetFileName(typed.Out.Trim()), Is.EqualTo("seen-royal.svg"));
        Assert.That(TypedCommand.Run("plot", Path.Combine(folder, "results"), "--list").Out, Does.Contain("\nseen\n").And.Contain("Out within six hours"));
    }

    /// <summary>All but those that are drawn from files which <c>compare</c> does not write.</summary>
    private static IEnumerable<string> Ids() =>
        ChartList.General.Select(chart => chart.Id).Where(id => id is not ("savings-waterfall" or "cost-curve" or "calibration" or "recorded-days")).Concat(Topics);

    private static IEnumerable<string> Texts(Drawing drawing) => drawing.Texts.Select(text => text.Text).Append(drawing.Title).Append(drawing.Description);

    private static bool NamesAnId(string text) => OwnIds().IsMatch(text) && !text.StartsWith("Source:", StringComparison.Ordinal);

    [GeneratedRegex(@"st-marys|\broyal\b|inpatient|held-up|look-over|lie-down|move-on|\w+_\w+", RegexOptions.CultureInvariant)]
    private static partial Regex OwnIds();

    [GeneratedRegex("<section id=\"notes\".*?</section>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Notes();

    [GeneratedRegex("<details>.*?</details>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Details();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
