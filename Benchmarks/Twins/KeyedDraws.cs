using FlowSim.Simulator.Sampling;

namespace FlowSim.Benchmarks.Twins;

/// <summary>Every draw a function of the patient, made as the engine makes them: those of arrivals several at once, the others one by one.</summary>
internal readonly struct KeyedDraws : IDraws
{
    private readonly ulong streamKey;
    private readonly ArrivalBlocks arrivals;

    public KeyedDraws(ulong seed)
    {
        streamKey = DrawKey.StreamKey(seed, 1, StableHash.Of("patients"));
        arrivals = new ArrivalBlocks(streamKey);
    }

    public double Uniform(long patient, uint name, DrawPurpose purpose) => Uniform(patient, name, purpose, out _);

    public double Uniform(long patient, uint name, DrawPurpose purpose, out uint word)
    {
        var block = purpose == DrawPurpose.Arrival ? arrivals.Of(patient) : DrawKey.Draw(streamKey, patient, name, purpose, 0, 0);
        word = block.W2;
        return block.Uniform;
    }

    /// <summary>The draws of the next arrivals, which come in the order of their numbers from 0.</summary>
    private sealed class ArrivalBlocks(ulong streamKey)
    {
        private const int Ahead = 4 * PhiloxBatch.Lanes;
        private readonly ulong[] numbers = new ulong[Ahead];
        private readonly RandomBlock[] blocks = new RandomBlock[Ahead];

        public ref readonly RandomBlock Of(long patient)
        {
            var at = (int)(patient % Ahead);
            if (at == 0)
            {
                Make(patient);
            }

            return ref blocks[at];
        }

        private void Make(long first)
        {
            for (var index = 0; index < Ahead; index++)
            {
                numbers[index] = (ulong)(first + index);
            }

            PhiloxBatch.Generate(streamKey, numbers, DrawKey.Counter(0, DrawPurpose.Arrival, 0, 0), blocks);
        }
    }
}
