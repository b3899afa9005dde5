using System.CommandLine;
using System.Text;

namespace FlowSim.Cli.Manual;

/// <summary>A command line as it could be typed again.</summary>
internal static class CommandText
{
    public static string Of(ParseResult result) => string.Join(' ', result.Tokens.Select(token => Quote(token.Value)).Prepend(CommandNames.Program));

    /// <summary>The words of such a command line; one in quotation marks is one word, without them.</summary>
    public static IReadOnlyList<string> WordsOf(string command)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var (isQuoted, isLiteral) = (false, false);
        foreach (var letter in command.Append(' '))
        {
            if (!isLiteral && (letter == '\'' || (letter == '\\' && !isQuoted)))
            {
                (isQuoted, isLiteral) = letter == '\'' ? (!isQuoted, false) : (isQuoted, true);
                word ??= new StringBuilder();
            }
            else if (letter != ' ' || isQuoted || isLiteral)
            {
                (word ??= new StringBuilder()).Append(letter);
                isLiteral = false;
            }
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        return words;
    }

    internal static string Quote(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "-_./:=,@+%".Contains(character))
            ? word
            : $"'{word.Replace("'", "'\\''")}'";
}
