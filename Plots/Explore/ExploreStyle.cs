using FlowSim.Plots.Drawings;
using ScottPlot;
using Palette = FlowSim.Plots.Drawings.Palette;

namespace FlowSim.Plots.Explore;

/// <summary>What the plots for exploring have in common: font, title, axes, and how series are told apart.</summary>
internal static class ExploreStyle
{
    /// <summary>Width for which title and text are made [pixels at a scale of 1].</summary>
    public const int Width = 900;

    public const int Height = 600;

    private const float TitleSize = 16;
    private const double Margins = 120;
    private const int MostLines = 3;

    private static readonly (string Colour, MarkerShape Shape)[] Marks =
    [
        (Palette.Blue, MarkerShape.FilledCircle), (Palette.Vermilion, MarkerShape.FilledDiamond), (Palette.Black, MarkerShape.OpenSquare),
        ("#007A5A", MarkerShape.FilledTriangleUp), ("#8E3B6D", MarkerShape.Cross), (Palette.DarkGrey, MarkerShape.OpenCircle),
    ];

    public static Color Line { get; } = Color.FromHex(Palette.Blue);

    public static Color Ink { get; } = Color.FromHex(Palette.Black);

    public static Color Band { get; } = Color.FromHex(Palette.PaleBlue);

    public static Color Second { get; } = Color.FromHex(Palette.Vermilion);

    public static Color Grey { get; } = Color.FromHex(Palette.MidGrey);

    /// <summary>Colour and shape of a series by its place among others.</summary>
    public static (Color Colour, MarkerShape Shape) Mark(int series) =>
        (Color.FromHex(Marks[series % Marks.Length].Colour), Marks[series % Marks.Length].Shape);

    /// <summary>A plot with nothing in it.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="subtitle">Scenario, period, replications.</param>
    /// <param name="x">Name of the axis below.</param>
    /// <param name="y">Name of the axis at the left.</param>
    public static Plot Empty(string title, string subtitle, string x, string y)
    {
        InterResolver.Install();
        var plot = new Plot();
        plot.Font.Set(InterResolver.Name);
        plot.Legend.FontName = InterResolver.Name;
        plot.Axes.Title.Label.FontSize = TitleSize;

        // The font that was set for all texts has a weight, which goes before a text's own.
        plot.Axes.Title.Label.Font = Fonts.GetTypeface(InterResolver.Name, bold: true, italic: false);
        plot.Title(string.Join('\n', new[] { title, Capital(subtitle) }
            .SelectMany(text => TextMeasure.Wrap(text, TitleSize, Width - Margins, MostLines, bold: true))));
        plot.XLabel(x);
        plot.YLabel(y);
        return plot;
    }

    /// <summary>Names the series below the plot, where they hide nothing.</summary>
    public static Plot WithKey(Plot plot)
    {
        var panel = plot.ShowLegend(Edge.Bottom);
        panel.Legend.FontName = InterResolver.Name;
        panel.Legend.Orientation = Orientation.Horizontal;
        panel.Legend.ShadowColor = Colors.Transparent;
        panel.Legend.OutlineColor = Colors.Transparent;
        return plot;
    }

    /// <summary>Marks an axis at whole numbers only.</summary>
    public static void Whole(IAxis axis) => axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
