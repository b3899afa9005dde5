using FlowSim.Plots.Raster;

namespace FlowSim.Tests.Plots.Raster;

/// <summary>A small drawing: a red half, and a line of text whose place is known.</summary>
internal static class TestDrawing
{
    public const double Width = 60;
    public const double Height = 20;

    public const string Svg = """
        <svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="20mm" viewBox="0 0 600 200" font-family="Arial, Helvetica, 'DejaVu Sans', sans-serif">
        <title>A test</title>
        <rect width="600" height="200" fill="#FFFFFF"/>
        <rect width="300" height="100" fill="#FF0000"/>
        <text x="10" y="160" font-size="40">Beds 0123</text>
        </svg>
        """;

    public static Picture Picture { get; } = new(Svg, Width, Height, [new TextArea("Beds 0123", 1, 12, 22, 17)]);
}
