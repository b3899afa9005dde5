using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using FlowSim.Plots.Drawings;
using FlowSim.Tests.Results;
using SkiaSharp;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>Our pictures beside those that librsvg makes of the same drawing as SVG.</summary>
[Platform(Exclude = "Win")]
public sealed class IndependentPictureTests
{
    private const string Program = "rsvg-convert";
    private const string Ci = "FLOWSIM_CI";
    private const double Dpi = 144;
    private const int Block = 6;

    // Of 255: two programs round the rims of shapes differently, and nothing else.
    private const double BlockTolerance = 16;
    private const double MeanTolerance = 0.4;

    private readonly TemporaryFolder folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCaseSource(typeof(DrawnChart), nameof(DrawnChart.Ids))]
    public void A_chart_looks_the_same_to_another_program(string chart)
    {
        double[] widths = [80, 170];
        foreach (var drawing in widths.SelectMany(width => DrawnChart.Of(chart, "ordinary", width)))
        {
            using var ours = Ours(drawing);
            var theirs = Theirs(drawing, ours.Width, ours.Height);
            var (mean, worst, at) = Differences(ours, theirs);
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{drawing.Name}: mean {mean:F3}, worst block {worst:F1} at {at}"));
            Assert.That(mean, Is.LessThan(MeanTolerance), drawing.Name);
            Assert.That(worst, Is.LessThan(BlockTolerance), $"{drawing.Name} at {at}");
        }
    }

    private static SKBitmap Ours(Drawing drawing)
    {
        const double scale = Dpi / 72;
        var bitmap = new SKBitmap((int)Math.Round(drawing.Width * scale), (int)Math.Round(drawing.Height * scale));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)(bitmap.Width / drawing.Width), (float)(bitmap.Height / drawing.Height));
        drawing.DrawOn(new WithoutText(new SkiaCanvas(canvas)));
        return bitmap;
    }

    private PngImage Theirs(Drawing drawing, int width, int height)
    {
        var (svg, png) = (Path.Combine(folder.Path, "drawing.svg"), Path.Combine(folder.Path, "drawing.png"));
        var document = XDocument.Parse(drawing.ToString());
        document.Descendants().Where(element => element.Name.LocalName == "text").Remove();
        document.Save(svg);
        try
        {
            using var process = Process.Start(Program,
                FormattableString.Invariant($"--width {width} --height {height} --output {png} {svg}"));
            Assert.That(process.WaitForExit(TimeSpan.FromMinutes(1)) && process.ExitCode == 0, Program);
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable(Ci) != "1")
        {
            Assert.Ignore($"{Program} is not installed on this machine");
        }

        return PngImage.Decode(File.ReadAllBytes(png))!;
    }

    /// <summary>
    /// Mean over blocks, and the greatest, of how far the mean colour of a block differs [0 to 255]. Programs round the rims of shapes differently, which
    /// within a block cancels out; a line that is missing does not.
    /// </summary>
    private static (double Mean, double Worst, (int X, int Y) At) Differences(SKBitmap ours, PngImage theirs)
    {
        Assert.That((theirs.Width, theirs.Height), Is.EqualTo((ours.Width, ours.Height)));
        var found = (from y in Enumerable.Range(0, ours.Height / Block)
                     from x in Enumerable.Range(0, ours.Width / Block)
                     select (Difference: Difference(ours, theirs, x * Block, y * Block), At: (x * Block, y * Block))).ToList();
        var (worst, at) = found.MaxBy(block => block.Difference);
        return (found.Average(block => block.Difference), worst, at);
    }

    private static double Difference(SKBitmap ours, PngImage theirs, int left, int top)
    {
        var (red, green, blue) = (0, 0, 0);
        for (var y = top; y < top + Block; y++)
        {
            for (var x = left; x < left + Block; x++)
            {
                var one = ours.GetPixel(x, y);
                var other = theirs[x, y];
                red += one.Red - other[0];
                green += one.Green - other[1];
                blue += one.Blue - other[2];
            }
        }

        return Math.Max(Math.Abs(red), Math.Max(Math.Abs(green), Math.Abs(blue))) / (double)(Block * Block);
    }
}
