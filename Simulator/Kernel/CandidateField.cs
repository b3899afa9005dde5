using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

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
    private const int ManyChunks = 2 * PhiloxBatch.Lanes;

    /// <summary>Rate above which the arrivals of an hour are too many to be sorted by insertion [per hour].</summary>
    private const double Dense = 64;

    private static readonly ulong ArrivalCounter = DrawKey.Counter(0, DrawPurpose.Arrival, 0, 0);

    /// <summary>By the logarithm of a chunk's width.</summary>
    private static readonly PoissonTable[] CandidatesOfChunk = [.. Enumerable.Range(0, 7).Select(log => new PoissonTable(1 << log))];

    private readonly DrawBatch chunkDraws = new();
    private readonly DrawBatch candidates = new();
    private Chunk[] chunks = new Chunk[PhiloxBatch.Lanes];
    private int[] chunkOf = new int[PhiloxBatch.Lanes];
    private ulong[] found = new ulong[PhiloxBatch.Lanes];
    private bool isDense;

    /// <summary>Arrivals found by <see cref="Find"/>.</summary>
    public int Count { get; private set; }

    /// <summary>No further hour should be added.</summary>
    public bool IsFull => chunkDraws.Count >= ManyChunks;

    /// <summary>An arrival, in order of time: seconds after the beginning of the first hour [s], and patient number.</summary>
    public (int Second, long Number) this[int index]
    {
        get
        {
            var entry = found[index];
            return ((int)(entry >> 32), (long)candidates.Counters0[(uint)entry]);
        }
    }

    /// <summary>Forgets all hours.</summary>
    public void Clear()
    {
        chunkDraws.Clear();
        isDense = false;
    }

    /// <summary>Adds an hour, later than those added before.</summary>
    /// <param name="hour">Hour of the run.</param>
    /// <param name="second">Its beginning, from that of the first hour added [s].</param>
    /// <param name="highest">A rate not exceeded in the hour [per hour].</param>
    /// <param name="isSteady">That is the rate in all of the hour.</param>
    public void AddHour(int hour, int second, double highest, bool isSteady)
    {
        isDense |= highest > Dense;
        var low = 0;
        var high = 1;
        for (var layer = 0; low < highest; layer++)
        {
            var candidate = 0;
            for (var from = low; from < high; from += ChunkWidth)
            {
                var number = ((long)hour << 22) | ((long)layer << 16);
                AddChunk(number, candidate, new Chunk
                {
                    From = from,
                    LogWidth = Math.Clamp(layer - 1, 0, CandidatesOfChunk.Length - 1),
                    Limit = !isSteady ? double.NaN : high <= highest ? double.PositiveInfinity : highest,
                    Second = second,
                    Number = number | (long)candidate,
                });
                candidate += NumbersOfChunk;
            }

            (low, high) = (high, high * 2);
        }
    }

    /// <summary>Finds the arrivals: the candidates below the rate, sorted by time and then by number of generation.</summary>
    /// <param name="streamKey">Key of the stream.</param>
    /// <param name="start">Beginning of the first hour [s].</param>
    /// <param name="rate">Asked where an hour is not steady.</param>
    public void Find(ulong streamKey, int start, RateModel rate)
    {
        var blocks = chunkDraws.Make(streamKey);
        candidates.Clear();
        for (var index = 0; index < chunkDraws.Count; index++)
        {
            ref readonly var chunk = ref chunks[index];
            var size = CandidatesOfChunk[chunk.LogWidth].Quantile(blocks[index].Uniform);
            if (candidates.Count + size > chunkOf.Length)
            {
                var room = (candidates.Count + size) * 2;
                Array.Resize(ref chunkOf, room);
                Array.Resize(ref found, room);
            }

            for (var number = chunk.Number + 1; number <= chunk.Number + size; number++)
            {
                chunkOf[candidates.Count] = index;
                candidates.Add((ulong)number, ArrivalCounter);
            }
        }

        Thin(candidates.Make(streamKey), start, rate);
        Sort();
    }

    private void AddChunk(long number, int candidate, in Chunk chunk)
    {
        if (chunkDraws.Count == chunks.Length)
        {
            Array.Resize(ref chunks, chunks.Length * 2);
        }

        chunks[chunkDraws.Count] = chunk;
        chunkDraws.Add((ulong)number, DrawKey.Counter((uint)candidate, DrawPurpose.Schedule, 0, 0));
    }

    /// <summary>Who is refused is written as well, and written over by the next: it is up to chance, and no processor can guess it.</summary>
    private void Thin(ReadOnlySpan<RandomBlock> blocks, int start, RateModel rate)
    {
        Count = 0;
        for (var index = 0; index < blocks.Length; index++)
        {
            ref readonly var chunk = ref chunks[chunkOf[index]];
            ref readonly var block = ref blocks[index];
            var second = chunk.Second + (int)(((ulong)block.W0 * SimTime.Hour) >> 32);
            var height = chunk.From + ((1 << chunk.LogWidth) * ((block.W2 + 0.5) / 4294967296.0));
            var limit = double.IsNaN(chunk.Limit) ? rate.At(start + second) : chunk.Limit;
            found[Count] = ((ulong)second << 32) | (uint)index;
            Count += height < limit ? 1 : 0;
        }
    }

    private void Sort()
    {
        var all = found.AsSpan(0, Count);
        if (isDense)
        {
            all.Sort();
            return;
        }

        for (var next = 1; next < all.Length; next++)
        {
            var entry = all[next];
            var place = next;
            for (; place > 0 && all[place - 1] > entry; place--)
            {
                all[place] = all[place - 1];
            }

            all[place] = entry;
        }
    }

    /// <summary>A part of a layer in one hour.</summary>
    private struct Chunk
    {
        /// <summary>Its lower edge [per hour].</summary>
        public double From;

        /// <summary>Candidates below this arrive [per hour]; NaN: it changes within the hour.</summary>
        public double Limit;

        /// <summary>The number before that of its first candidate.</summary>
        public long Number;

        public int LogWidth;

        /// <summary>Beginning of the hour [s].</summary>
        public int Second;
    }
}
