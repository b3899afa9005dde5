using System.CommandLine;

namespace FlowSim.Cli.Manual;

/// <summary>What the user types to get to a command.</summary>
internal static class CommandNames
{
    public const string Program = "flowsim";

    /// <summary>Such as <c>flowsim compare</c>.</summary>
    public static string Of(Command command) => command is RootCommand ? Program : $"{Program} {command.Name}";
}
