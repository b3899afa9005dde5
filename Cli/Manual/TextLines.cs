using System.Text;

namespace FlowSim.Cli.Manual;

/// <summary>Breaks text into lines of a terminal.</summary>
internal static class TextLines
{
    /// <summary>Lines of at most <paramref name="width"/> columns, broken at spaces; a longer word stands alone.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Adds a text in lines of at most <paramref name="width"/> columns, each behind an indent.</summary>
    public static void Append(StringBuilder lines, string text, int width, string indent = "")
    {
        foreach (var line in Wrap(text, width - indent.Length))
        {
            lines.Append(indent).Append(line).Append('\n');
        }
    }
}
