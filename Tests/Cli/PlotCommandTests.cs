using System.Text.Json;
using System.Xml.Linq;
using FlowSim.Cli.Running;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;

namespace FlowSim.Tests.Cli;

public sealed class PlotCommandTests
{
    private string folder = "";

    [OneTimeSetUp]
    public void Run()
    {
        folder = Directory.CreateTempSubdirectory("flowsim-plot-").FullName;
        var typed = TypedCommand.Run("compare", "--system", "two-wards", "--days", "40", "--replications", "2", "--out", Results, "--quiet");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCase("network", "--measure", "occupancy_rate", "--measure occupancy_rate would change nothing: network takes --scenario, --site, --period.")]
    [TestCase("tornado", "--scenario", "baseline", "tornado takes --site, --measure, --period.")]
    public void An_option_that_the_chart_does_not_look_at_is_refused(string chart, string option, string value, string expected)
    {
        var typed = TypedCommand.Run("plot", Results, "--chart", chart, option, value);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
    }

    [Test]
    public void Data_stands_beside_each_drawing_and_is_what_is_drawn()
    {
        var into = Path.Combine(folder, "with-data");
        var typed = TypedCommand.Run("plot", Results, "--chart", "occupancy-fan", "--chart", "differences", "--data", "--out", into);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var drawings = Directory.GetFiles(into, "*.svg").Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.That(drawings, Is.Not.Empty);
        Assert.That(Directory.GetFiles(into, "*.csv").Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(drawings));
        Assert.That(typed.Out.Split('\n').Count(line => line.EndsWith(".csv", StringComparison.Ordinal)), Is.EqualTo(drawings.Count));
        var lines = File.ReadAllLines(Directory.GetFiles(into, "occupancy-fan-*.csv").Order(StringComparer.Ordinal).First());
        Assert.That(lines[0], Is.EqualTo("panel,series,x,y,lower,upper,unit"));
        Assert.That(lines.Count(line => line.Contains(",mean,", StringComparison.Ordinal)), Is.EqualTo(2 * 40), "two sites, forty days");
    }

    [Test]
    public void Scenarios_may_be_chosen_one_by_one()
    {
        var into = Path.Combine(folder, "chosen");
        var typed = TypedCommand.Run("plot", Results, "--chart", "occupancy-fan", "--scenario", "baseline", "--scenario", Compared, "--out", into);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Directory.GetFiles(into).Select(Path.GetFileName), Is.EquivalentTo(new[] { "occupancy-fan-baseline.svg", $"occupancy-fan-{Compared}.svg" }));
        Assert.That(TypedCommand.Run("plot", Results, "--scenario", "baseline", "--scenario", "no-such").Error, Does.Contain("no scenario 'no-such'"));
    }

    [Test]
    public void Colours_that_cannot_be_read_are_refused_with_what_is_expected() =>
        Assert.That(TypedCommand.Run("plot", Results, "--colours", "#00AEEF,#AE2573").Error, Does.Contain("#00AEEF has a contrast of 2.5 : 1 on white"));

    [Test]
    public void The_page_on_charts_names_the_options_that_each_takes()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "charts.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .ToList();
        foreach (var chart in ChartList.General)
        {
            var cells = lines.Single(line => line.Contains($"| `{chart.Id}` |", StringComparison.Ordinal)).Split('|');
            var named = Enum.GetValues<Narrowing>().Where(one => cells[4].Contains("--" + one.ToString().ToLowerInvariant(), StringComparison.Ordinal))
                .Aggregate(Narrowing.None, (all, one) => all | one);
            Assert.That(named, Is.EqualTo(chart.Takes), chart.Id);
        }
    }

    [Test]
    public void List_shows_every_chart_with_a_line_and_needs_no_results()
    {
        var typed = TypedCommand.Run("plot", "--list");
        Assert.That(typed.Exit, Is.Zero);
        foreach (var chart in ChartList.General)
        {
            Assert.That(typed.Out, Does.Contain($"{chart.Id}\n"));
        }
    }

    [Test]
    public void List_of_results_names_those_charts_that_are_drawn_and_no_other()
    {
        var listed = TypedCommand.Run("plot", Results, "--list");
        Assert.That(listed.Exit, Is.Zero, listed.Error);
        var ids = listed.Out.Split('\n').Where(line => line.Length > 0 && line[0] != ' ').ToList();
        Assert.That(ids, Does.Contain("waits").And.Not.Contain("tornado").And.Not.Contain("targets"));
        foreach (var id in ids)
        {
            var drawn = TypedCommand.Run("plot", Results, "--chart", id, "--out", Path.Combine(folder, "listed"));
            Assert.That(drawn.Exit, Is.Zero, drawn.Error);
        }
    }

    [Test]
    public void The_whole_system_is_accepted_as_a_site_of_a_chart_that_knows_no_sites()
    {
        var typed = TypedCommand.Run("plot", Results, "--chart", "targets", "--site", "system");
        Assert.That(typed.Error, Does.Contain("targets: nothing to draw"));
        Assert.That(TypedCommand.Run("plot", Results, "--chart", "targets", "--site", "north").Error, Does.Not.Contain("nothing to draw"));
    }

    [Test]
    public void Every_chart_that_has_something_to_draw_goes_beside_the_results_and_into_their_manifest()
    {
        var before = Manifest();
        var typed = TypedCommand.Run("plot", Results);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var files = typed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(files, Is.Not.Empty.And.All.Exist);
        Assert.That(Files(Manifest()), Is.SupersetOf(files.Select(file => $"charts/{Path.GetFileName(file)}")).And.SupersetOf(Files(before)));
        Assert.That(Manifest().GetProperty("seed").GetRawText(), Is.EqualTo(before.GetProperty("seed").GetRawText()));
        foreach (var file in files)
        {
            Assert.That(XDocument.Load(file).Root!.Name.LocalName, Is.EqualTo("svg"));
        }
    }

    [Test]
    public void A_later_run_takes_the_charts_of_an_earlier_one_away()
    {
        var results = Path.Combine(folder, "again");
        string[] run = ["run", "baseline", "--system", "two-wards", "--days", "10", "--replications", "1", "--out", results, "--force", "--quiet"];
        Assert.That(TypedCommand.Run(run).Exit, Is.Zero);
        var drawn = TypedCommand.Run("plot", results, "--chart", "waits");
        Assert.That(drawn.Exit, Is.Zero, drawn.Error);
        var file = drawn.Out.Trim();
        Assert.That(file, Does.Exist);
        Assert.That(TypedCommand.Run(run).Exit, Is.Zero);
        Assert.That(file, Does.Not.Exist);
    }

    [Test]
    public void Drawings_go_where_they_are_sent_and_the_results_stay_as_they_are()
    {
        var before = File.ReadAllBytes(Path.Combine(Results, "manifest.json"));
        var figures = Path.Combine(folder, "figures");
        var typed = TypedCommand.Run("plot", Results, "--chart", "waits", "--scenario", "baseline", "--width", "80mm", "--out", figures);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out.Trim(), Is.EqualTo(Path.Combine(figures, "waits-baseline.svg")));
        Assert.That(XDocument.Load(typed.Out.Trim()).Root!.Attribute("width")!.Value, Is.EqualTo("80mm"));
        Assert.That(File.ReadAllBytes(Path.Combine(Results, "manifest.json")), Is.EqualTo(before));
    }

    [Test]
    public void Interrupted_nothing_is_written()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var figures = Path.Combine(folder, "interrupted");
        var typed = TypedCommand.Run(Terminal.DefaultWidth, interrupt.Token, "plot", Results, "--out", figures);
        Assert.That((typed.Exit, typed.Out, typed.Error), Is.EqualTo((ExitCode.Interrupted, "", "flowsim: interrupted\n")));
        Assert.That(Directory.Exists(figures), Is.False);
    }

    [Test]
    public void The_manual_tells_no_defaults_that_mean_nothing() =>
        Assert.That(TypedCommand.Run("plot", "--help").Out, Does.Contain("--chart ID").And.Not.Contain("System."));

    [TestCase("RESULTS: expected a folder with results, received nothing", "")]
    [TestCase("--out: expected a folder, received nothing", "results", "--format", "png", "--out", "")]
    public void An_empty_path_is_a_wrong_command_line(string expected, params string[] args)
    {
        var typed = TypedCommand.Run(["plot", .. args]);
        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Usage, $"flowsim: {expected}\nSee 'flowsim plot --help'.\n")));
    }

    [Test]
    public void The_same_results_give_the_same_drawing()
    {
        var twice = new[] { "one", "two" }.Select(name => Path.Combine(folder, name)).Select(figures =>
        {
            Assert.That(TypedCommand.Run("plot", Results, "--chart", "waits", "--out", figures).Exit, Is.Zero);
            return File.ReadAllText(Path.Combine(figures, "waits-baseline.svg"));
        }).ToList();
        Assert.That(twice[0], Is.EqualTo(twice[1]));
    }

    [TestCase("--chart ocupancy-fan", "Did you mean \"occupancy-fan\"?")]
    [TestCase("--scenario baselin", "Did you mean \"baseline\"?")]
    [TestCase("--site nort", "Did you mean \"north\"?")]
    [TestCase("--measure wait_men", "Did you mean \"wait_mean\"?")]
    [TestCase("--period 2031/32", "There ")]
    [TestCase("--width 20mm", "from 80mm to 250mm, received '20mm'")]
    [TestCase("--width wide", "'wide'")]
    [TestCase("--format gif", "'gif'")]
    public void What_does_not_exist_is_refused_with_what_does(string options, string expected)
    {
        var typed = TypedCommand.Run(["plot", Results, .. options.Split(' ')]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
        Assert.That(typed.Out, Is.Empty);
    }

    [Test]
    public void A_site_is_named_by_its_title_too()
    {
        string[] plot = ["plot", Results, "--chart", "occupancy-fan", "--out", Path.Combine(folder, "by-title"), "--site"];
        var byTitle = TypedCommand.Run([.. plot, "north hospital"]);
        Assert.That(byTitle.Exit, Is.Zero, byTitle.Error);
        Assert.That(byTitle.Out, Is.EqualTo(TypedCommand.Run([.. plot, "north"]).Out));
        var misspelt = TypedCommand.Run([.. plot, "North Hopital"]);
        Assert.That(misspelt.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(misspelt.Error, Does.Contain("Did you mean \"North Hospital\"?").And.Contain("north (North Hospital)"));
    }

    [Test]
    public void A_chart_without_anything_to_draw_says_why()
    {
        var typed = TypedCommand.Run("plot", Results, "--chart", "savings-waterfall");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("there is no savings.csv here"));
    }

    [Test]
    public void A_folder_without_results_is_refused() =>
        Assert.That(TypedCommand.Run("plot", Path.Combine(folder, "nowhere")).Exit, Is.EqualTo(ExitCode.Files));

    [TestCase("cuhft", "CUHFT")]
    [TestCase("pshft", "PSHFT")]
    [TestCase("hhct", "HHCT")]
    [TestCase("miu-ely", "MIU Ely")]
    [TestCase("north", "North")]
    [TestCase("croft", "Croft")]
    [TestCase("ely", "Ely")]
    [TestCase("system", "Whole system")]
    public void A_place_is_called_as_a_reader_would(string id, string expected) => Assert.That(PlaceName.Of(id), Is.EqualTo(expected));

    /// <summary>What is compared with the baseline.</summary>
    private const string Compared = "more-community";

    private string Results => Path.Combine(folder, "results");

    private JsonElement Manifest() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Results, "manifest.json"))).RootElement;

    private static IEnumerable<string> Files(JsonElement manifest) => manifest.GetProperty("files").EnumerateArray().Select(file => file.GetString()!);
}
