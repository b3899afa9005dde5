using FlowSim.Simulator.Sampling;

namespace FlowSim.Benchmarks.Twins;

/// <summary>Where a twin's random numbers come from. A sequential generator does not look at the arguments.</summary>
internal interface IDraws
{
    /// <summary>A uniform in (0, 1).</summary>
    double Uniform(long patient, uint name, DrawPurpose purpose);

    /// <summary>A uniform in (0, 1), and 32 random bits for a choice.</summary>
    double Uniform(long patient, uint name, DrawPurpose purpose, out uint word);
}
