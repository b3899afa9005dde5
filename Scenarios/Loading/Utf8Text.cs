using System.Text;
using System.Text.Unicode;

namespace FlowSim.Scenarios.Loading;

/// <summary>Reads the bytes of a file as UTF-8, strictly.</summary>
internal static class Utf8Text
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without a byte order mark; null, with a problem naming the first bad byte, if the bytes are not UTF-8.</summary>
    public static string? Decode(byte[] bytes, string file, ProblemList problems) =>
        Content(bytes, file, problems) is { } content ? Encoding.UTF8.GetString(content.Span) : null;

    /// <summary>The bytes of the text without a byte order mark; null, with a problem naming the first bad byte, if they are not UTF-8.</summary>
    public static ReadOnlyMemory<byte>? Content(byte[] bytes, string file, ProblemList problems)
    {
        var bad = Utf8.IsValid(bytes) ? -1 : FirstBadByte(bytes);
        if (bad < 0)
        {
            return bytes.AsMemory(bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        }

        var line = 1 + bytes.AsSpan(0, bad).Count((byte)'\n');
        problems.Error(
            new SourceLocation(file, line, 0),
            "",
            "text encoded as UTF-8",
            $"byte {bad} (0x{bytes[bad]:X2})",
            "Save the file as UTF-8.");
        return null;
    }

    private static int FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }
}
