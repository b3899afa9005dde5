using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace FlowSim.Plots.Report;

/// <summary>A long text at the end of a page, deflated and unseen, which the script unpacks.</summary>
internal static class PackedText
{
    /// <summary>Nothing where the text is empty.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="id">By which the script finds it.</param>
    /// <param name="text">What is packed.</param>
    public static void Write(HtmlWriter page, string id, string text)
    {
        if (text.Length > 0)
        {
            page.Open("p", ("id", id), ("hidden", "")).Raw(Packed(text)).Close();
        }
    }

    private static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }
}
