namespace FlowSim.Plots.Network;

/// <summary>Room for a picture of flows on a page [pt].</summary>
internal readonly record struct PictureRoom(double Width, double Height)
{
    private const double Landscape = 200;
    private const double HeightOfLandscape = 395;
    private const double HeightOfPortrait = 560;

    // A box of two short lines and a line of figures, and as much around it.
    private const double AreaOfStep = 2200;

    /// <summary>More steps than this cannot have room, however they are placed.</summary>
    public int MostSteps => (int)(Width * Height / AreaOfStep);

    /// <summary>What an A4 page leaves for it: upright up to 200 mm, across above.</summary>
    public static PictureRoom Of(double widthMillimetres, double width) => new(width, widthMillimetres > Landscape ? HeightOfLandscape : HeightOfPortrait);
}
