namespace FlowSim.Plots.Raster;

/// <summary>What a drawing is converted to.</summary>
public enum PictureFormat
{
    Png,
    Pdf,
}
