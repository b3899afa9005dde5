namespace FlowSim.Plots.Svg;

/// <summary>Maps values to positions along an axis.</summary>
internal sealed record LinearScale(double Low, double High, double From, double To)
{
    public double this[double value] => From + ((value - Low) / (High - Low) * (To - From));
}
