using System.Text;
using FlowSim.Plots.Drawings;
using ScottPlot;

namespace FlowSim.Plots.Explore;

/// <summary>A plot for exploring as a file.</summary>
public static class PlotPicture
{
    /// <summary>[pixels].</summary>
    public const int DefaultWidth = 2 * ExploreStyle.Width;

    /// <summary>[pixels].</summary>
    public const int DefaultHeight = 2 * ExploreStyle.Height;

    /// <summary>The bytes of a PNG; lines and letters grow with its width.</summary>
    /// <exception cref="MissingLetterException">The font has no glyph for a letter of it.</exception>
    public static byte[] Png(Plot plot, int width = DefaultWidth, int height = DefaultHeight)
    {
        var scale = plot.ScaleFactor;
        try
        {
            plot.ScaleFactor = (double)width / ExploreStyle.Width;
            var bytes = plot.GetImageBytes(width, height, ImageFormat.Png);

            // Before it is drawn an axis does not know its marks.
            DemandLetters(plot);
            return bytes;
        }
        finally
        {
            plot.ScaleFactor = scale;
        }
    }

    /// <summary>An SVG as ScottPlot writes it, without title and description.</summary>
    public static string Svg(Plot plot) => plot.GetSvgXml(ExploreStyle.Width, ExploreStyle.Height);

    private static void DemandLetters(Plot plot)
    {
        var face = Face.Of(TextStyle.Title);
        foreach (var text in Texts(plot))
        {
            foreach (var letter in text.EnumerateRunes().Where(letter => !Rune.IsControl(letter) && !face.Has(letter)))
            {
                throw new MissingLetterException(letter, text);
            }
        }
    }

    private static IEnumerable<string> Texts(Plot plot) =>
    [
        plot.Axes.Title.Label.Text,
        .. plot.Axes.GetAxes().Select(axis => axis.Label.Text),
        .. plot.Axes.GetAxes().SelectMany(axis => axis.TickGenerator.Ticks).Select(tick => tick.Label),
        .. plot.Legend.GetItems().Select(item => item.LabelText),
    ];
}
