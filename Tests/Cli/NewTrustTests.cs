using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Starting;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

/// <summary><c>flowsim new --trust</c>: a first model of a hospital from published figures, or from England's averages.</summary>
public sealed class NewTrustTests
{
    /// <summary>What a standard error of a Poisson count of a year is allowed, and what is held against chance [standard errors].</summary>
    private const double Errors = 4;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    /// <summary>
    /// Rotherham lacks a month and has a day with twice the beds; a children's hospital has no bed count of all sectors, no critical care for adults and no
    /// stay fitted; of RXX nothing is known. Figures as NHS England published them: 67,050 type-1 attendances less 2,572 of December in 304 days; 56,835 in
    /// 365; England's 15,262,758 over 138 trusts.
    /// </summary>
    [TestCase("RFR", (67050 - 2572) / 304.0, 96.4)]
    [TestCase("rcu", 56835 / 365.0, 79.5)]
    [TestCase("RXX", 15262758 / 365.0 / 138, 94.3)]
    public void A_first_model_is_sound_and_starts_at_the_published_figures(string code, double attendances, double occupancy)
    {
        var made = TypedCommand.Run("new", "--trust", code, At("mine"));
        Assert.That(made.Exit, Is.Zero, made.Error);
        Assert.That(TypedCommand.Run("check", At("mine")).Out, Does.EndWith(": ok\n").And.Not.Contain("warning"));

        const int Replications = 3;
        var run = TypedCommand.Run("calibrate", "--system", At("mine"), "--out", At("results"), "--replications", "3", "--quiet");
        Assert.That(run.Exit, Is.Zero, run.Error);
        var noise = Errors * Math.Sqrt(attendances * 365 / Replications) / 365;
        Assert.That(Modelled("ae_attendances"), Is.EqualTo(attendances).Within(noise + 0.05), "the figure has one decimal place");
        Assert.That(Modelled("occupancy_rate"), Is.EqualTo(occupancy).Within(3));
    }

    [Test]
    public void Another_trust_than_the_known_ones_is_told_plainly_to_be_Englands_average()
    {
        var made = TypedCommand.Run("new", "--trust", "RXX", At("mine"));
        Assert.That(OneLine(made.Out), Does.Contain("FlowSim has no figures of RXX.").And.Contain("an average of England's trusts"));
        Assert.That(File.ReadAllText(At("mine/system.yaml")), Does.Contain("RXX (England's averages)"));
        Assert.That(File.ReadAllText(At("mine/TO-FILL-IN.md")), Does.Contain("a model of no hospital"));
        Assert.That(File.ReadLines(At("mine/observed.csv")).Where(line => line.StartsWith("ae_", StringComparison.Ordinal)), Has.All.Contains(",assumed,,"));
    }

    /// <summary>What nobody has published of it is neither written as its own nor left as a hole in a file.</summary>
    [Test]
    public void What_a_trust_has_not_is_left_out_of_its_observations_and_said()
    {
        var made = TypedCommand.Run("new", "--trust", "RQQ", At("mine"));
        Assert.That(OneLine(made.Out), Does.Contain("Nothing is known of its long stays."));
        Assert.That(File.ReadAllText(At("mine/observed.csv")), Does.Not.Contain("stays_over").And.Contain("four_hour_rate"));
        foreach (var file in Directory.EnumerateFiles(At("mine"), "*", SearchOption.AllDirectories))
        {
            Assert.That(File.ReadAllText(file), Does.Not.Contain("<<").And.Not.Contain(">>"), file);
        }
    }

    [Test]
    public void Only_a_hospital_for_children_has_an_age_table_of_its_own()
    {
        TypedCommand.Run("new", "--trust", "RCU", At("children"));
        TypedCommand.Run("new", "--trust", "RFR", At("general"));
        Assert.That(File.ReadAllText(At("children/tables/age-by-arrival.csv")), Does.Contain("*,100 %,rest,assumed"));
        Assert.That(File.Exists(At("general/tables/age-by-arrival.csv")), Is.False);
    }

    [Test]
    public void The_page_to_fill_in_names_first_what_matters_and_then_every_assumed_number()
    {
        TypedCommand.Run("new", "--trust", "RFF", At("mine"));
        var page = File.ReadAllText(At("mine/TO-FILL-IN.md"));
        var assumed = TypedCommand.Run("assumptions", "--system", At("mine"), "--status", "assumed", "--format", "csv").Out.Split('\n').Skip(1)
            .Where(line => line.Length > 0).ToList();
        Assert.That(page.Split('\n').Count(line => line.StartsWith("- `", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(assumed.Count).And.GreaterThan(100));
        Assert.That(page.IndexOf("Overnight stays", StringComparison.Ordinal), Is.LessThan(page.IndexOf("Cubicles", StringComparison.Ordinal)));
        Assert.That(page, Does.Contain("| General and acute beds open | 2016/17 | 384.8 beds | measured |").And.Contain("Open Government Licence v3.0"));
    }

    [Test]
    public void Without_a_folder_it_is_called_like_the_code()
    {
        using var child = ChildProcess.StartIn(folder.Path, ["new", "--trust", "RTX"]);
        var typed = child.End();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        Assert.That(File.ReadAllText(At("rtx/system.yaml")), Does.Contain("\nsystem: rtx\n"));
    }

    [TestCase("new --trust RF", "'RF' cannot be the code of a trust: expected a letter and two letters or digits, such as R")]
    [TestCase("new --trust RFR01 x", "cannot be the code of a trust")]
    [TestCase("new --trust 1RF", "cannot be the code of a trust")]
    [TestCase("new --trust RFR --from two-wards", "--trust makes a new system")]
    [TestCase("new --trust RFR --scenario a.yaml", "--trust makes a new system")]
    [TestCase("new --trust RY5 x", "too little is published to make a model of a hospital: no type-1 attendances")]
    public void A_wrong_command_line_is_refused(string line, string expected)
    {
        var typed = TypedCommand.Run(line.Split(' '));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(OneLine(typed.Error), Does.Contain(expected));
    }

    /// <summary>Every trust with enough figures makes a system; each is offered to who types.</summary>
    [Test]
    public void Every_trust_of_the_figures_with_a_hospital_makes_a_sound_system()
    {
        var offered = TypedCommand.Run("[suggest:20]", "flowsim new --trust ").Out;
        foreach (var (code, _) in TrustFigures.Known)
        {
            var can = TrustSystem.Missing(TrustFigures.Of(code)).Count == 0;
            Assert.That(offered.Contains(code, StringComparison.Ordinal), Is.EqualTo(can), code);
            if (can)
            {
                TypedCommand.Run("new", "--trust", code, At(code));
                Assert.That(TypedCommand.Run("check", At(code)).Out, Does.EndWith(": ok\n"), code);
            }
        }
    }

    /// <summary>The file as a whole: each figure says how it is known, and nobody has two of one year.</summary>
    [Test]
    public void Every_published_figure_has_its_year_status_and_source()
    {
        foreach (var (code, _) in TrustFigures.Known)
        {
            var own = TrustFigures.Of(code).Own;
            Assert.That(own.Select(figure => (figure.Name, figure.Year)), Is.Unique, code);
            Assert.That(own.Select(figure => figure.Status), Is.All.AnyOf("measured", "derived", "assumed"), code);
            Assert.That(own.Select(figure => figure.Source), Has.None.Empty, code);
            Assert.That(own.Select(figure => figure.Year), Has.All.Match(@"^20\d\d/\d\d$"), code);
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private double Modelled(string measure)
    {
        var lines = File.ReadAllLines(At("results/calibration.csv"));
        var column = Array.IndexOf(lines[0].Split(','), "modelled");
        var row = lines.Single(line => line.StartsWith(measure + ",system,", StringComparison.Ordinal));
        return double.Parse(row.Split(',')[column], CultureInfo.InvariantCulture);
    }

    private string At(string name) => Path.Combine(folder.Path, name);
}
