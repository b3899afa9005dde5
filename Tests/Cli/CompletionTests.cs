using FlowSim.Cli;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

public sealed class CompletionTests
{
    [TestCase("flowsim pl", "plot")]
    [TestCase("flowsim compare --syst", "--system")]
    [TestCase("flowsim compare --system str", "stroke-unit")]
    [TestCase("flowsim compare --system two-wards ", "more-community")]
    [TestCase("flowsim compare --system two-wards --measures wait_me", "wait_mean")]
    [TestCase("flowsim plot results --chart sank", "sankey")]
    [TestCase("flowsim explain wait_me", "wait_mean")]
    [TestCase("flowsim batch ru", "run")]
    public void A_shell_is_told_what_may_follow(string line, string expected)
    {
        var typed = TypedCommand.Run($"[suggest:{line.Length}]", line);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Done), typed.Error);
        Assert.That(typed.Out.Split('\n', StringSplitOptions.TrimEntries), Does.Contain(expected), typed.Out);
    }

    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("fish")]
    [TestCase("powershell")]
    public void There_is_a_script_for_each_shell(string shell) =>
        Assert.That(TypedCommand.Run("completion", shell).Out, Does.Contain("[suggest:").And.Contain("flowsim"));

    [Test]
    public void A_misspelt_command_is_told_with_the_nearest_one() =>
        Assert.That(TypedCommand.Run("comprae"), Is.EqualTo(new TypedCommand(ExitCode.Usage, "",
            "flowsim: unknown command 'comprae'. Did you mean \"compare\"?\nSee 'flowsim --help'.\n")));

    [Test]
    public void The_program_by_itself_prints_its_manual() => Assert.That(TypedCommand.Run(), Is.EqualTo(TypedCommand.Run("--help")));

    [Test]
    public void The_version_is_one_word() => Assert.That(TypedCommand.Run("--version").Out.Trim(), Does.Match(@"^\d+\.\d+\.\d+$"));

    [Test]
    public void Every_command_has_a_manual_of_its_own()
    {
        var program = TypedCommand.Run("--help").Out;
        foreach (var command in CommandLine.Build(new Terminal { Out = TextWriter.Null, Error = TextWriter.Null }).Subcommands)
        {
            Assert.That(ManualPages.Of(command), Is.Not.SameAs(ManualPages.Of(new System.CommandLine.RootCommand())), command.Name);
            Assert.That(program, Does.Contain(command.Name));
            foreach (var inner in command.Subcommands)
            {
                Assert.That(ManualPages.Of(inner), Is.Not.SameAs(ManualPages.Of(command)).And.Not.SameAs(ManualPages.Of(new System.CommandLine.RootCommand())));
            }
        }
    }
}
