using FlowSim.Cli.Manual;
using FlowSim.Cli.Options;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

public sealed class UsageTests
{
    [TestCase("foo", "foo")]
    [TestCase("optimise --replications 0", "a whole number from 1 to 1000000")]
    [TestCase("optimise --replications x", "a whole number from 1 to 1000000")]
    [TestCase("run", "SCENARIO")]
    [TestCase("run a b", "'b'")]
    [TestCase("compare --treads 3", "--threads")]
    [TestCase("check --foo", "--foo")]
    [TestCase("list measure", "measures")]
    [TestCase("compare --replications 0", "from 1 to 1000000, received '0'")]
    [TestCase("compare --replications many", "'many'")]
    [TestCase("compare --seed -1", "'-1'")]
    [TestCase("compare --seed 18446744073709551616", "18446744073709551615")]
    [TestCase("compare --threads 1.5", "'1.5'")]
    [TestCase("compare --days NaN", "'NaN'")]
    [TestCase("compare --warm-up soon", "'soon'")]
    [TestCase("compare --years 1 --days 30", "exclude")]
    [TestCase("run baseline --out", "--out")]
    public void A_wrong_command_line_is_refused_with_what_was_wrong_and_where_help_is(string line, string expected)
    {
        var typed = TypedCommand.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected).And.Contain("--help'."));
        Assert.That(typed.Out, Is.Empty);
    }

    [TestCase("")]
    [TestCase(" ")]
    public void An_empty_folder_name_is_refused_before_anything_runs(string folder)
    {
        var typed = TypedCommand.Run("run", "baseline", "--out", folder);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("--out: expected a folder"));
    }

    [Test]
    public void All_wrong_options_are_said_at_once()
    {
        var typed = TypedCommand.Run("compare", "--seed", "x", "--replications", "0");
        Assert.That(typed.Error, Does.Contain("--seed").And.Contain("--replications"));
    }

    [TestCase("120", 120, 0)]
    [TestCase("120d", 120, 0)]
    [TestCase("3y", 0, 3)]
    [TestCase("3 y", 0, 3)]
    [TestCase("0", 0, 0)]
    public void A_warm_up_is_days_or_whole_years(string text, int days, int years)
    {
        Assert.That(WarmUpLength.TryParse(text, out var length));
        Assert.That(length, Is.EqualTo(new WarmUpLength(days, years)));
    }

    [TestCase("")]
    [TestCase("y")]
    [TestCase("-3")]
    [TestCase("3.5y")]
    [TestCase("3h")]
    public void Anything_else_is_no_warm_up(string text) => Assert.That(WarmUpLength.TryParse(text, out _), Is.False);

    [TestCase("compare")]
    [TestCase("run")]
    [TestCase("list")]
    [TestCase("check")]
    [TestCase("plot")]
    [TestCase("")]
    public void Help_is_a_manual_page_within_eighty_columns(string command)
    {
        var typed = TypedCommand.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.That(typed.Exit, Is.Zero);
        Assert.That(typed.Error, Is.Empty);
        foreach (var heading in new[] { "NAME\n", "SYNOPSIS\n", "DESCRIPTION\n", "OPTIONS\n", "EXAMPLES\n", "EXIT CODES\n" })
        {
            Assert.That(typed.Out, Does.Contain(heading));
        }

        Assert.That(typed.Out.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    [Test]
    public void The_manual_of_compare_names_every_common_option_with_its_default()
    {
        var manual = TypedCommand.Run("compare", "--help").Out;
        foreach (var option in
            new[] { "--system ID|PATH", "--replications N", "--years N", "--days D", "--warm-up D", "--seed N", "--threads N", "--out DIR", "--quiet",
                "--json" })
        {
            Assert.That(manual, Does.Contain(option));
        }

        Assert.That(manual, Does.Contain("20170401").And.Contain("Default: results."));
    }

    [TestCase("check cambridgeshire-peterboro")]
    [TestCase("compare --system cambridgeshire-peterboro")]
    [TestCase("run baseline --system cambridgeshire-peterboro")]
    [TestCase("list scenarios --system cambridgeshire-peterboro")]
    public void An_unknown_system_is_a_wrong_command_line_as_an_unknown_scenario_is(string line)
    {
        var typed = TypedCommand.Run(line.Split(' '));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error,
            Does.Contain("'cambridgeshire-peterboro'").And.Contain("Did you mean \"cambridgeshire-peterborough\"?").And.Contain("stroke-unit"));
    }

    [TestCase("compare", "compare")]
    [TestCase("a b", "'a b'")]
    [TestCase("it's", "'it'\\''s'")]
    [TestCase("", "''")]
    public void The_manifest_s_command_can_be_typed_again(string word, string quoted) => Assert.That(CommandText.Quote(word), Is.EqualTo(quoted));
}
