using System.Globalization;

namespace FlowSim.Plots.Raster;

/// <summary>librsvg's <c>rsvg-convert</c>: small, quick, and for drawings only.</summary>
internal sealed class RsvgConvert(string program) : Renderer(program)
{
    private const string Drawing = "drawing.svg";

    // Older versions take a pixel of the PDF for a point; with 72 to the inch old and new ones give the same page.
    private const string PointsPerInch = "72";

    public override void WritePng(Picture picture, int width, int height, string path, WorkFolder work) =>
        Run(picture, work, ["--format", "png", "--width", Text(width), "--height", Text(height), "--output", path]);

    public override void WritePdf(Picture picture, string path, WorkFolder work) =>
        Run(picture, work, ["--format", "pdf", "--dpi-x", PointsPerInch, "--dpi-y", PointsPerInch, "--output", path]);

    public override void Print(string page, string path, WorkFolder work) =>
        throw new ConverterException($"{Program} converts drawings, not pages. {InstallHint.Browser}");

    private void Run(Picture picture, WorkFolder work, string[] arguments)
    {
        File.WriteAllText(work.File(Drawing), picture.Svg);
        Run([.. arguments, work.File(Drawing)]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
