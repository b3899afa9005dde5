using System.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>Reads the bytes of a file as UTF-8, strictly.</summary>
internal static class Utf8Text
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without a byte order mark; null, with a problem naming the first bad byte, if the bytes are not UTF-8.</summary>
    public static string? Decode(byte[] bytes, string file, ProblemList problems)
    {
        var content = bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes.AsSpan(ByteOrderMark.Length) : bytes.AsSpan();
        var bad = FirstBadByte(bytes);
        if (bad < 0)
        {
            return Encoding.UTF8.GetString(content);
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
