using FlowSim.Cli.Running;
using FlowSim.Tests.Plots.Drawings;
using FlowSim.Tests.Results.Reading;

namespace FlowSim.Tests.Cli;

/// <summary><c>flowsim explore</c>.</summary>
public sealed class ExploreCommandTests
{
    [Test]
    public void Plots_go_beside_the_results_are_listed_with_them_and_go_with_the_next_run()
    {
        using var system = new SmallSystem();
        string[] run = ["compare", "third-doctor", "--system", system.Path, "--out", system.Results, "--force", "--quiet"];
        Assert.That(TypedCommand.Run(run).Exit, Is.Zero);
        var typed = TypedCommand.Run("explore", system.Results);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var files = typed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(files, Is.Not.Empty.And.All.Exist.And.All.StartWith(Path.Combine(system.Results, "explore")));
        Assert.That(files.Select(Path.GetFileName), Is.EqualTo(new[]
        {
            "histogram-wait_mean-baseline-consult.png", "running-mean-wait_mean-baseline-consult.png", "interval-width-wait_mean-baseline-consult.png",
            "histogram-utilisation-baseline-doctor.png", "running-mean-utilisation-baseline-doctor.png", "interval-width-utilisation-baseline-doctor.png",
            "scatter-wait_mean-utilisation-consult.png", "differences-wait_mean-consult.png", "differences-utilisation-doctor.png",
        }));
        Assert.That(files.Select(file => PngImage.Decode(File.ReadAllBytes(file))).Select(image => (image!.Width, image.Height)).Distinct(),
            Is.EqualTo(new[] { (1800, 1200) }));
        var manifest = File.ReadAllText(Path.Combine(system.Results, "manifest.json"));
        Assert.That(files.All(file => manifest.Contains($"\"explore/{Path.GetFileName(file)}\"", StringComparison.Ordinal)), Is.True);
        Assert.That(TypedCommand.Run(run).Exit, Is.Zero);
        Assert.That(files, Has.None.Exist);
    }

    [Test]
    public void Plots_go_where_they_are_sent_for_the_scenario_place_and_period_asked_for()
    {
        using var written = new WrittenResults();
        var before = File.ReadAllText(written.PathOf("manifest.json"));
        var typed = TypedCommand.Run("explore", written.Path, "--measure", "occupancy_rate", "--scenario", "hub", "--place", "north", "--period", "2017/18",
            "--format", "svg", "--out", written.PathOf("figures"));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Directory.GetFiles(written.PathOf("figures")).Select(Path.GetFileName).Order(StringComparer.Ordinal), Is.EqualTo(new[]
        {
            "differences-occupancy_rate-north-2017-18.svg", "histogram-occupancy_rate-hub-north-2017-18.svg",
            "interval-width-occupancy_rate-hub-north-2017-18.svg", "running-mean-occupancy_rate-hub-north-2017-18.svg",
        }));
        Assert.That(File.ReadAllText(written.PathOf("manifest.json")), Is.EqualTo(before));
    }

    [TestCase("--measure ocupancy_rate", "there is no measure 'ocupancy_rate' in the results. Did you mean \"occupancy_rate\"?")]
    [TestCase("--scenario hubb", "there is no scenario 'hubb' in the results. Did you mean \"hub\"?")]
    [TestCase("--place nort", "there is no place 'nort' in the results. Did you mean \"north\"?")]
    [TestCase("--period 2031/32", "there is no period '2031/32' in the results.")]
    [TestCase("--measure p_delay", "replications.csv does not hold every row of p_delay")]
    [TestCase("--format pdf", "'pdf'")]
    public void What_does_not_exist_is_refused_with_what_does(string options, string expected)
    {
        using var written = new WrittenResults();
        var typed = TypedCommand.Run(["explore", written.Path, .. options.Split(' ')]);
        Assert.That((typed.Exit, typed.Out), Is.EqualTo((ExitCode.Usage, "")));
        Assert.That(typed.Error, Does.Contain(expected));
        Assert.That(Directory.Exists(written.PathOf("explore")), Is.False);
    }

    [Test]
    public void A_measure_without_values_at_a_place_is_told()
    {
        using var written = new WrittenResults();
        var alone = TypedCommand.Run("explore", written.Path, "--measure", "wait_mean");
        Assert.That(alone.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(alone.Error, Does.Contain("no replication has a value of wait_mean at system"));
        var beside = TypedCommand.Run("explore", written.Path, "--measure", "wait_mean", "--measure", "occupancy_rate");
        Assert.That(beside.Exit, Is.Zero);
        Assert.That(beside.Error, Does.StartWith("wait_mean: nothing to draw: no replication has a value at system"));
    }

    [Test]
    public void One_replication_is_drawn_and_said_to_have_no_interval()
    {
        using var system = new SmallSystem();
        Assert.That(TypedCommand.Run("run", "baseline", "--system", system.Path, "--replications", "1", "--out", system.Results, "--quiet").Exit, Is.Zero);
        var typed = TypedCommand.Run("explore", system.Results, "--measure", "utilisation");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Error, Does.StartWith("one replication: there are no intervals"));
        Assert.That(typed.Out, Does.Contain("histogram-").And.Contain("running-mean-").And.Not.Contain("interval-width-").And.Not.Contain("differences-"));
    }

    [Test]
    public void The_list_needs_no_results_and_with_some_names_their_measures()
    {
        using var written = new WrittenResults();
        var bare = TypedCommand.Run("explore", "--list");
        Assert.That((bare.Exit, bare.Error), Is.EqualTo((ExitCode.Done, "")));
        Assert.That(bare.Out, Does.Contain("running-mean\n").And.Contain("interval-width\n").And.Not.Contain("occupancy_rate"));
        var typed = TypedCommand.Run("explore", written.Path, "--list");
        Assert.That(typed.Out, Does.StartWith(bare.Out).And.Contain("occupancy_rate (%): Occupancy rate\n    at system, north\n    drawn without --measure\n"));
    }

    [Test]
    public void Fonts_of_the_machine_take_no_part()
    {
        using var written = new WrittenResults();
        written.Put("fonts.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>/none</dir></fontconfig>");
        var bare = new Dictionary<string, string> { ["FONTCONFIG_FILE"] = written.PathOf("fonts.conf"), ["PATH"] = "", ["HOME"] = written.Path };
        var typed = TypedCommand.Run("explore", written.Path, "--out", written.PathOf("here"));
        using var child = ChildProcess.Start(bare, "explore", written.Path, "--out", written.PathOf("there"));
        Assert.That((typed.Exit, child.End().Exit), Is.EqualTo((0, 0)));
        var files = Directory.GetFiles(written.PathOf("here"));
        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
        {
            Assert.That(File.ReadAllBytes(Path.Combine(written.PathOf("there"), Path.GetFileName(file))), Is.EqualTo(File.ReadAllBytes(file)), file);
        }
    }

    [Test]
    public void A_shell_is_told_the_measures_and_scenarios_of_the_results()
    {
        using var system = new SmallSystem();
        Assert.That(TypedCommand.Run("compare", "third-doctor", "--system", system.Path, "--out", system.Results, "--quiet").Exit, Is.Zero);
        foreach (var (option, expected) in new[] { ("--measure wait_", "wait_mean"), ("--scenario third", "third-doctor") })
        {
            var line = $"flowsim explore {system.Results} {option}";
            Assert.That(TypedCommand.Run($"[suggest:{line.Length}]", line).Out.Split('\n', StringSplitOptions.TrimEntries), Does.Contain(expected));
        }
    }
}
