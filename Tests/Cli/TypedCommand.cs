using FlowSim.Cli;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>What a command line does, without a process.</summary>
internal sealed record TypedCommand(int Exit, string Out, string Error)
{
    public static TypedCommand Run(params string[] args) => Run(Terminal.DefaultWidth, CancellationToken.None, args);

    public static TypedCommand Run(int width, CancellationToken interrupt, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = CommandLine.Run(args, new Terminal { Out = output, Error = error, Width = width, Interrupt = interrupt });
        return new TypedCommand(exit, output.ToString(), error.ToString());
    }
}
