using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowSim.Plots.Report.Printing;

/// <summary>What there is to check of a PDF.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="Width">Width of the first page [points].</param>
/// <param name="Height">Height of the first page [points].</param>
/// <param name="HasFonts">True when letters are in it as letters: text that is not drawn needs no font.</param>
internal sealed partial record PdfFile(int Pages, double Width, double Height, bool HasFonts)
{
    public static PdfFile Read(byte[] bytes)
    {
        // One character a byte; newer programs pack what matters here into compressed streams of objects.
        var text = Encoding.Latin1.GetString(bytes);
        var objects = new StringBuilder(text);
        foreach (Match stream in ObjectStream().Matches(text))
        {
            objects.Append('\n').Append(Inflate(bytes.AsSpan(stream.Index + stream.Length)));
        }

        var all = objects.ToString();
        var box = MediaBox().Match(all);
        return new PdfFile(
            Page().Count(all),
            box.Success ? Number(box, "right") - Number(box, "left") : 0,
            box.Success ? Number(box, "top") - Number(box, "bottom") : 0,
            Font().IsMatch(all));
    }

    private static double Number(Match match, string name) =>
        double.TryParse(match.Groups[name].ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var value) ? value : 0;

    private static string Inflate(ReadOnlySpan<byte> compressed)
    {
        using var output = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
            zlib.CopyTo(output);
        }
        catch (InvalidDataException)
        {
            // What was read up to here counts.
        }

        return Encoding.Latin1.GetString(output.ToArray());
    }

    [GeneratedRegex(@"/ObjStm\b(?:(?!endobj)[\s\S]){0,400}?\bstream\r?\n")]
    private static partial Regex ObjectStream();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();

    [GeneratedRegex(@"/MediaBox\s*\[\s*(?<left>\S+)\s+(?<bottom>\S+)\s+(?<right>\S+)\s+(?<top>[^\s\]]+)\s*\]")]
    private static partial Regex MediaBox();

    [GeneratedRegex(@"/FontFile[23]?\b|/Type3\b")]
    private static partial Regex Font();
}
