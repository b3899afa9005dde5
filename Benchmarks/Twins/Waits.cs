using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.Twins;

/// <summary>Waits that have ended.</summary>
internal struct Waits
{
    private long total;
    private long count;

    /// <summary>Their mean [min]; 0 if there was none.</summary>
    public readonly double Mean => count == 0 ? 0 : (double)total / count / SimTime.Minute;

    public void Add(int seconds)
    {
        total += seconds;
        count++;
    }
}
