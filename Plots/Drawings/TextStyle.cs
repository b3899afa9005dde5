namespace FlowSim.Plots.Drawings;

/// <summary>How a text looks, and on what.</summary>
/// <param name="Size">Font size [pt].</param>
/// <param name="Colour">Of the letters.</param>
/// <param name="Bold">Heavy or not.</param>
/// <param name="On">Colour behind the letters; white where nothing else is said.</param>
/// <param name="Halo">True: a rim of that colour keeps the letters apart from lines that run under them.</param>
public readonly record struct TextStyle(double Size, string Colour = Palette.Black, bool Bold = false, string On = Palette.White, bool Halo = false)
{
    /// <summary>Width of the line around the letters, half of which lies outside them [pt].</summary>
    public const double HaloWidth = 2;

    /// <summary>What a page shows first.</summary>
    public static TextStyle Title { get; } = new(10, Bold: true);

    /// <summary>Under the title.</summary>
    public static TextStyle Subtitle { get; } = new(8, Palette.DarkGrey);

    /// <summary>Names of panels and rows.</summary>
    public static TextStyle Heading { get; } = new(8, Bold: true);

    /// <summary>Labels of data.</summary>
    public static TextStyle Label { get; } = new(8);

    /// <summary>Numbers at axes.</summary>
    public static TextStyle Axis { get; } = new(7.5, Palette.DarkGrey);

    /// <summary>Notes and source: the smallest there is.</summary>
    public static TextStyle Note { get; } = new(7, Palette.DarkGrey);
}

/// <summary>Which side of a text stands at its position.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A text on a drawing and the box it stands in, as wide as the text can be [pt].</summary>
public readonly record struct TextBox(string Text, double Left, double Top, double Right, double Bottom, TextStyle Style)
{
    public bool Overlaps(TextBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
