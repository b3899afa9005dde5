using System.Runtime.Intrinsics;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Streams;

/// <summary>
/// The fixed field of people who may arrive: in every hour each intensity layer [0,1), [1,2), [2,4), [4,8) … per hour has a Poisson number of
/// candidates, placed uniformly in the hour and at a uniform height in the layer, all keyed by (stream, hour, layer, candidate). So every scenario sees
/// the same people, more demand adds some, less demand leaves some out, and the field can be entered at any hour.
/// </summary>
/// <remarks>
/// Holds a few hours of one stream at a time; the streams of a replication share it. Several hours together, since draws are made side by side: of an hour
/// alone most of them would be wasted.
/// </remarks>
internal sealed class CandidateField
{
    /// <summary>Layers higher than this are cut into chunks, since a chunk's number of candidates is one draw [per hour].</summary>
    private const int ChunkWidth = 64;

    /// <summary>Candidates of a chunk are numbered from where a full chunk would end, so numbers never meet.</summary>
    private const int NumbersOfChunk = 256;

    /// <summary>Chunks beyond which no further hour is taken in.</summary>
    private const int ManyChunks = 6 * PhiloxBatch.Lanes;

    private const double Words = 4294967296.0;

    private static readonly ulong ArrivalCounter = DrawKey.Counter(0, DrawPurpose.Arrival, 0, 0);

    /// <summary>By the logarithm of a chunk's width.</summary>
    private static readonly PoissonTable[] CandidatesOfChunk = [.. Enumerable.Range(0, 7).Select(log => new PoissonTable(1 << log))];

    private Chunk[] chunks = new Chunk[ManyChunks];
    private ulong[] chunkCounters0 = new ulong[ManyChunks];
    private ulong[] chunkCounters1 = new ulong[ManyChunks];
    private int chunkCount;
    private ulong[] numbers = new ulong[ManyChunks];
    private int[] chunkOf = new int[ManyChunks];
    private ulong[] found = new ulong[ManyChunks];
    private ulong[] sorted = [];
    private RandomBlock[] blocks = new RandomBlock[ManyChunks];
    private readonly ArrivalOrder order = new();
    private int length;

    /// <summary>Arrivals found by <see cref="Find"/>.</summary>
    public int Count { get; private set; }

    /// <summary>No further hour should be added.</summary>
    public bool IsFull => chunkCount >= ManyChunks;

    /// <summary>An arrival, in order of time: seconds after the beginning of the first hour [s], and patient number.</summary>
    public (int Second, ulong Number) this[int index]
    {
        get
        {
            var entry = sorted[index];
            return ((int)(entry >> 32), numbers[(uint)entry]);
        }
    }

    /// <summary>Forgets all hours.</summary>
    public void Clear() => chunkCount = 0;

    /// <summary>Adds an hour, later than those added before.</summary>
    /// <param name="hour">Hour of the run.</param>
    /// <param name="second">Its beginning, from that of the first hour added [s].</param>
    /// <param name="highest">A rate not exceeded in the hour [per hour].</param>
    /// <param name="isSteady">That is the rate in all of the hour.</param>
    public void AddHour(int hour, int second, double highest, bool isSteady)
    {
        length = second + SimTime.Hour;
        var low = 0;
        var high = 1;
        var number = (ulong)hour << 22;
        for (var logWidth = 0; low < highest; logWidth = Math.Min(logWidth + (low > 1 ? 1 : 0), CandidatesOfChunk.Length - 1))
        {
            var candidate = 0u;
            for (var from = low; from < high; from += ChunkWidth)
            {
                if (chunkCount == chunks.Length)
                {
                    GrowChunks();
                }

                // Written where it is to stand: a struct made elsewhere and copied would wait for its own parts.
                ref var chunk = ref chunks[chunkCount];
                chunk.From = from;
                chunk.Limit = isSteady ? highest : double.NaN;
                chunk.Number = number | candidate;
                chunk.LogWidth = logWidth;
                chunk.Second = second;
                chunkCounters0[chunkCount] = number;
                chunkCounters1[chunkCount++] = DrawKey.Counter(candidate, DrawPurpose.Schedule, 0, 0);
                candidate += NumbersOfChunk;
            }

            number += 1 << 16;
            (low, high) = (high, high * 2);
        }
    }

    /// <summary>Finds the arrivals: the candidates below the rate, sorted by time and then by number of generation.</summary>
    /// <param name="streamKey">Key of the stream.</param>
    /// <param name="start">Beginning of the first hour [s].</param>
    /// <param name="rate">Asked where an hour is not steady.</param>
    public void Find(ulong streamKey, int start, RateModel rate)
    {
        var batch = PhiloxBatch.WholeLanes(chunkCount);
        PhiloxBatch.Generate(streamKey, chunkCounters0.AsSpan(0, batch), chunkCounters1.AsSpan(0, batch), blocks.AsSpan(0, batch));
        var candidates = Gather();
        batch = PhiloxBatch.WholeLanes(candidates);
        PhiloxBatch.Generate(streamKey, numbers.AsSpan(0, batch), ArrivalCounter, blocks.AsSpan(0, batch));
        Thin(candidates, start, rate);
        sorted = order.Sort(found, Count, length);
    }

    /// <summary>The candidates of all chunks; gives their number.</summary>
    private int Gather()
    {
        var count = 0;
        for (var index = 0; index < chunkCount; index++)
        {
            ref readonly var chunk = ref chunks[index];
            var size = CandidatesOfChunk[chunk.LogWidth].Quantile(blocks[index].Uniform);
            if (count + size + PhiloxBatch.Lanes > numbers.Length)
            {
                GrowCandidates(2 * PhiloxBatch.WholeLanes(count + size + PhiloxBatch.Lanes));
            }

            // Eight at a time, needed or not: how many there are is up to chance, and nothing waits for it.
            for (var done = 0; done < size || done == 0; done += PhiloxBatch.Lanes)
            {
                var next = Vector256.Create(chunk.Number + (ulong)done) + Vector256.Create(1UL, 2, 3, 4);
                next.StoreUnsafe(ref numbers[count + done]);
                (next + Vector256.Create(4UL)).StoreUnsafe(ref numbers[count + done + 4]);
                Vector256.Create(index).StoreUnsafe(ref chunkOf[count + done]);
            }

            count += size;
        }

        return count;
    }

    /// <summary>Who is refused is written as well, and written over by the next: it is up to chance, and no processor can guess it.</summary>
    private void Thin(int candidates, int start, RateModel rate)
    {
        var count = 0;
        for (var index = 0; index < candidates; index++)
        {
            ref readonly var chunk = ref chunks[chunkOf[index]];
            ref readonly var block = ref blocks[index];
            var second = chunk.Second + (int)(((ulong)block.W0 * SimTime.Hour) >> 32);
            var height = chunk.From + ((1 << chunk.LogWidth) * ((block.W2 + 0.5) / Words));
            var limit = double.IsNaN(chunk.Limit) ? rate.At(start + second) : chunk.Limit;
            found[count] = ((ulong)second << 32) | (uint)index;
            count += height < limit ? 1 : 0;
        }

        Count = count;
    }

    private void GrowChunks()
    {
        var size = chunkCount * 2;
        Array.Resize(ref chunks, size);
        Array.Resize(ref chunkCounters0, size);
        Array.Resize(ref chunkCounters1, size);
        Array.Resize(ref blocks, Math.Max(blocks.Length, size));
    }

    private void GrowCandidates(int size)
    {
        Array.Resize(ref numbers, size);
        Array.Resize(ref chunkOf, size);
        Array.Resize(ref blocks, Math.Max(blocks.Length, size));
        found = new ulong[size];
    }

    /// <summary>A part of a layer in one hour.</summary>
    private struct Chunk
    {
        /// <summary>Its lower edge [per hour].</summary>
        public double From;

        /// <summary>Candidates below this arrive [per hour]; NaN: it changes within the hour.</summary>
        public double Limit;

        /// <summary>The number before that of its first candidate.</summary>
        public ulong Number;

        public int LogWidth;

        /// <summary>Beginning of the hour [s].</summary>
        public int Second;
    }
}
