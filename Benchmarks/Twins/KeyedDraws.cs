using FlowSim.Simulator.Sampling;

namespace FlowSim.Benchmarks.Twins;

/// <summary>Every draw a function of the patient, as in the engine.</summary>
internal readonly struct KeyedDraws : IDraws
{
    private readonly ulong streamKey;

    public KeyedDraws(ulong seed) => streamKey = DrawKey.StreamKey(seed, 1, StableHash.Of("patients"));

    public double Uniform(long patient, uint name, DrawPurpose purpose) => DrawKey.Draw(streamKey, patient, name, purpose, 0, 0).Uniform;

    public double Uniform(long patient, uint name, DrawPurpose purpose, out uint word)
    {
        var block = DrawKey.Draw(streamKey, patient, name, purpose, 0, 0);
        word = block.W2;
        return block.Uniform;
    }
}
