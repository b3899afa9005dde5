using System.Security.Cryptography;
using System.Text;

namespace FlowSim.Plots.Report.Html;

/// <summary>The style and the script of a page, as they lie in the build. Nothing of a description ever stands in either.</summary>
internal static class PageScript
{
    public static string Style { get; } = Read("page.css");

    public static string Script { get; } = Read("page.js");

    /// <summary>What the page may do: draw, run this one script, and hold pictures it made itself. It may not ask any network for anything.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'; img-src data: blob:; base-uri 'none'; form-action 'none'";

    /// <summary>A text of the build.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PageScript).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the build");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
