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
    public static Memory<byte>? Content(byte[] bytes, string file, ProblemList problems)
    {
        if (OtherKind(bytes) is { } kind)
        {
            problems.Error(new SourceLocation(file, 1, 0), "", "text encoded as UTF-8", kind.Name, kind.Hint);
            return null;
        }

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
            "Save the file as UTF-8 (spreadsheets call it \"CSV UTF-8\").");
        return null;
    }

    /// <summary>Files of other kinds that are easily told apart; null for what may be UTF-8.</summary>
    private static (string Name, string Hint)? OtherKind(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => ("a file in UTF-16 (\"Unicode text\")", "Save the file as UTF-8 (spreadsheets call it \"CSV UTF-8\")."),
        [(byte)'P', (byte)'K', 3, 4, ..] => ("a workbook or another packed file", "Open it and save it as CSV: another name does not make it one."),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("a workbook of an old kind", "Open it and save it as CSV: another name does not make it one."),
        [0x1F, 0x8B, ..] => ("a packed file (gzip)", "Unpack it."),
        _ => null,
    };

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
