using System.CommandLine;

namespace FlowSim.Cli.Manual;

/// <summary>What the user types to get to a command.</summary>
internal static class CommandNames
{
    public const string Program = "flowsim";

    /// <summary>Such as <c>flowsim compare</c>, or <c>flowsim batch run</c>.</summary>
    public static string Of(Command command) => command is RootCommand ? Program : $"{Program} {WordsOf(command)}";

    /// <summary>Such as <c>compare</c>, or <c>batch run</c>.</summary>
    public static string WordsOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{WordsOf(parent)} {command.Name}" : command.Name;
}
