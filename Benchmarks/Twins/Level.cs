namespace FlowSim.Benchmarks.Twins;

/// <summary>A number in use over time.</summary>
internal struct Level
{
    private long area;
    private int since;

    public int Value { get; private set; }

    public void Change(int by, int now)
    {
        area += (long)(now - since) * Value;
        since = now;
        Value += by;
    }

    /// <summary>Forgets the past but not the present.</summary>
    public void Reset(int now)
    {
        Change(0, now);
        area = 0;
    }

    /// <summary>Average since the reset at <paramref name="from"/>.</summary>
    public double Mean(int from, int to)
    {
        Change(0, to);
        return (double)area / (to - from);
    }
}
