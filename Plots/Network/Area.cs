namespace FlowSim.Plots.Network;

/// <summary>A rectangle on the page [pt].</summary>
internal readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public Area Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);
}
