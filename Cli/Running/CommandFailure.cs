namespace FlowSim.Cli.Running;

/// <summary>A command ends for a reason the user can do something about.</summary>
internal sealed class CommandFailure : Exception
{
    public CommandFailure(int exitCode, string message)
        : base(message) => ExitCode = exitCode;

    public int ExitCode { get; }
}
