using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// The fixed field of people who may arrive: in every hour each intensity layer [0,1), [1,2), [2,4), [4,8) … per hour has a Poisson number of
/// candidates, placed uniformly in the hour and at a uniform height in the layer, all keyed by (stream, hour, layer, candidate). So every scenario sees
/// the same people, more demand adds some, less demand leaves some out, and the field can be entered at any hour.
/// </summary>
/// <remarks>Holds one hour of one stream at a time; the streams of a replication share it. Draws are made side by side, which halves their cost.</remarks>
internal sealed class CandidateField
{
    /// <summary>Layers higher than this are cut into chunks, since a chunk's number of candidates is one draw [per hour].</summary>
    private const double ChunkWidth = 64;

    /// <summary>Candidates of a chunk are numbered from where a full chunk would end, so numbers never meet.</summary>
    private const int NumbersOfChunk = 256;

    private readonly Draws chunks = new();
    private readonly Draws candidates = new();
    private (double From, double Width, long Number)[] chunk = new (double, double, long)[PhiloxBatch.Lanes];
    private (double From, double Width)[] layer = new (double, double)[PhiloxBatch.Lanes];

    /// <summary>Candidates in the hour.</summary>
    public int Count => candidates.Count;

    /// <summary>A candidate: patient number, second of the hour [s], height [per hour].</summary>
    public (long Number, int Second, double Height) this[int index]
    {
        get
        {
            ref readonly var block = ref candidates.Blocks[index];
            var (from, width) = layer[index];
            return ((long)candidates.Counters0[index],
                (int)(((ulong)block.W0 * Model.SimTime.Hour) >> 32),
                from + (width * ((block.W2 + 0.5) / 4294967296.0)));
        }
    }

    /// <summary>Goes to an hour of a stream, up to the layer that holds a rate [per hour].</summary>
    public void Fill(ulong streamKey, int hour, double highest)
    {
        CutIntoChunks(hour, highest);
        chunks.Make(streamKey);
        candidates.Count = 0;
        for (var index = 0; index < chunks.Count; index++)
        {
            var (from, width, number) = chunk[index];
            for (var left = PoissonQuantile.Of(width, chunks.Blocks[index].Uniform); left > 0; left--)
            {
                if (candidates.Count == layer.Length)
                {
                    Array.Resize(ref layer, layer.Length * 2);
                }

                layer[candidates.Count] = (from, width);
                candidates.Add((ulong)++number, ArrivalCounter);
            }
        }

        candidates.Make(streamKey);
    }

    private static ulong ArrivalCounter { get; } = DrawKey.Counter(0, DrawPurpose.Arrival, 0, 0);

    private void CutIntoChunks(int hour, double highest)
    {
        chunks.Count = 0;
        double low = 0;
        double high = 1;
        for (var layerIndex = 0; low < highest; layerIndex++)
        {
            var candidate = 0;
            for (var from = low; from < high; from += ChunkWidth)
            {
                if (chunks.Count == chunk.Length)
                {
                    Array.Resize(ref chunk, chunk.Length * 2);
                }

                var number = ((long)hour << 22) | ((long)layerIndex << 16);
                chunk[chunks.Count] = (from, Math.Min(ChunkWidth, high - from), number | (long)candidate);
                chunks.Add((ulong)number, DrawKey.Counter((uint)candidate, DrawPurpose.Schedule, 0, 0));
                candidate += NumbersOfChunk;
            }

            (low, high) = (high, high * 2);
        }
    }

    /// <summary>Counters gathered one by one, and their blocks made together.</summary>
    private sealed class Draws
    {
        private ulong[] counters1 = new ulong[PhiloxBatch.Lanes];

        public int Count { get; set; }

        public ulong[] Counters0 { get; private set; } = new ulong[PhiloxBatch.Lanes];

        public RandomBlock[] Blocks { get; private set; } = new RandomBlock[PhiloxBatch.Lanes];

        public void Add(ulong counter0, ulong counter1)
        {
            if (Count == counters1.Length)
            {
                var size = Count * 2;
                Counters0 = Resized(Counters0, size);
                Blocks = Resized(Blocks, size);
                Array.Resize(ref counters1, size);
            }

            Counters0[Count] = counter0;
            counters1[Count++] = counter1;
        }

        /// <summary>Whole groups of lanes are computed; what is beyond the count is waste that costs nothing.</summary>
        public void Make(ulong key)
        {
            var size = (Count + PhiloxBatch.Lanes - 1) / PhiloxBatch.Lanes * PhiloxBatch.Lanes;
            PhiloxBatch.Generate(key, Counters0.AsSpan(0, size), counters1.AsSpan(0, size), Blocks.AsSpan(0, size));
        }

        private static T[] Resized<T>(T[] array, int size)
        {
            Array.Resize(ref array, size);
            return array;
        }
    }
}
