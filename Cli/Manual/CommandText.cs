using System.CommandLine;

namespace FlowSim.Cli.Manual;

/// <summary>A command line as it could be typed again.</summary>
internal static class CommandText
{
    public static string Of(ParseResult result) => string.Join(' ', result.Tokens.Select(token => Quote(token.Value)).Prepend(CommandNames.Program));

    internal static string Quote(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "-_./:=,@+%".Contains(character))
            ? word
            : $"'{word.Replace("'", "'\\''")}'";
}
