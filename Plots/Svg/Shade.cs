namespace FlowSim.Plots.Svg;

/// <summary>Lines or dots over a colour: the second channel, for those who print in black and white.</summary>
internal enum Hatch
{
    None,
    Rising,
    Falling,
    Horizontal,
    Vertical,
    Dots,
    Crossed,
}

/// <summary>What fills an area.</summary>
internal readonly record struct Shade(string Colour, Hatch Hatch = Hatch.None)
{
    public static implicit operator Shade(string colour) => new(colour);
}
