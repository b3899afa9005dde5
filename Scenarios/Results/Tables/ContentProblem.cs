using System.Text.Json;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>What is wrong in a result file, in the words in which problems of descriptions are told.</summary>
internal static class ContentProblem
{
    public const string Damaged =
        "The file has been changed or damaged since FlowSim wrote it, or another version wrote it: restore it, or run the command again that manifest.json names.";

    /// <param name="file">Path as the user knows it.</param>
    /// <param name="line">From 1; 0 when not known.</param>
    /// <param name="where">Column or property, or empty.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="found">What is there.</param>
    /// <param name="hint">What to do.</param>
    /// <param name="cause">Exception that told of it.</param>
    public static ResultContentException At(string file, int line, string where, string expected, string found, string hint = Damaged,
        Exception? cause = null) =>
        new(ProblemText.Render(new Problem(Severity.Error, new SourceLocation(file, line, 0), where, expected, found, hint)), cause);

    /// <summary>A file that is no JSON.</summary>
    public static ResultContentException NoJson(string file, JsonException failure) =>
        At(file, (int)(failure.LineNumber ?? 0) + 1, "", "a JSON document", failure.Message.Split(" LineNumber:")[0], cause: failure);

    /// <summary>Line of a byte, from 1.</summary>
    public static int LineOf(ReadOnlySpan<byte> bytes, long offset) => 1 + bytes[..(int)Math.Clamp(offset, 0, bytes.Length)].Count((byte)'\n');

    /// <summary>The same of a file that is not in memory; it is read from its beginning, and stands where it was found.</summary>
    public static int LineOf(Stream stream, long offset)
    {
        const int Block = 1 << 16;
        var (place, line) = (stream.Position, 1);
        stream.Position = 0;
        var block = new byte[Block];
        for (var left = offset; left > 0 && stream.Read(block, 0, (int)Math.Min(Block, left)) is > 0 and var read; left -= read)
        {
            line += block.AsSpan(0, read).Count((byte)'\n');
        }

        stream.Position = place;
        return line;
    }
}
