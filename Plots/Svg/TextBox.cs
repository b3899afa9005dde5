namespace FlowSim.Plots.Svg;

/// <summary>A text on a drawing and the box it stands in, as wide as the text can be [pt].</summary>
public readonly record struct TextBox(string Text, double Left, double Top, double Right, double Bottom, TextStyle Style)
{
    public bool Overlaps(TextBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
