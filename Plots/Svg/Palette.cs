namespace FlowSim.Plots.Svg;

/// <summary>Colours that stay apart for colour-blind readers (Okabe and Ito 2008) and, by lightness, in black and white.</summary>
internal static class Palette
{
    public const string Blue = "#0072B2";
    public const string PaleBlue = "#B9D9EC";
    public const string Vermilion = "#C24E00";
    public const string Black = "#111111";

    /// <summary>Secondary text: 7 : 1 on white.</summary>
    public const string DarkGrey = "#555555";
    public const string Grid = "#DDDDDD";
    public const string White = "#FFFFFF";
}
