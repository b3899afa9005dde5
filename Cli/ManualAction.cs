using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;

namespace FlowSim.Cli;

/// <summary>What <c>--help</c> does: prints the command's manual page.</summary>
internal sealed class ManualAction : SynchronousCommandLineAction
{
    private readonly int width;

    private ManualAction(int width) => this.width = width;

    /// <summary>Replaces the built-in help.</summary>
    public static void Install(RootCommand root, Terminal terminal)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ManualAction(terminal.Width);
        help.Description = "Show this manual page.";
        var version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Show the version.";
        version.Action = new VersionAction();
    }

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        new ManualWriter(parseResult.InvocationConfiguration.Output, width).Write(command, ManualPages.Of(command));
        return ExitCode.Done;
    }
}
