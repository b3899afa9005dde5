using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// The arrivals of one stream, in order of time. A Poisson stream thins a fixed field of candidates: in every hour each intensity layer
/// [0,1), [1,2), [2,4), [4,8) … per hour has a Poisson number of candidates, placed uniformly in the hour and at a uniform height in the layer, all keyed
/// by (stream, hour, layer, candidate); a candidate is an arrival where its height is below the rate. So every scenario sees the same people, more
/// demand adds some, less demand leaves some out, and the field can be entered at any hour.
/// </summary>
internal sealed class ArrivalSource
{
    private const int SearchHours = 24 * 31;
    private const double ChunkWidth = 64;
    private readonly ulong streamKey;
    private readonly int replication;
    private StreamModel stream;
    private int[] times = new int[16];
    private long[] numbers = new long[16];
    private int count;
    private int at;
    private int nextHour;
    private int observed;

    public ArrivalSource(StreamModel stream, ulong streamKey, int replication)
    {
        this.stream = stream;
        this.streamKey = streamKey;
        this.replication = replication;
    }

    /// <summary>Time of the next arrival, or of the next look if <see cref="IsArrival"/> is false [s]; int.MaxValue: no more.</summary>
    public int Next { get; private set; } = int.MaxValue;

    /// <summary>False when nobody comes at <see cref="Next"/>: the search only goes on from there.</summary>
    public bool IsArrival { get; private set; }

    /// <summary>Patient number of the next arrival.</summary>
    public long Number { get; private set; }

    /// <summary>Sequence of the stream's live event.</summary>
    public uint LiveSequence { get; set; } = uint.MaxValue - 1;

    /// <summary>Places the source at the first arrival at or after a time (for schedules: that of the start counts if <paramref name="isStart"/>).</summary>
    public void StartAt(StreamModel model, int time, bool isStart)
    {
        stream = model;
        (count, at, nextHour, observed) = (0, 0, time / SimTime.Hour, 0);
        if (stream.Schedule is { } schedule)
        {
            Next = isStart && schedule.AtStart ? time : Until(schedule, schedule.At.NextAfter(time - 1));
            (IsArrival, Number) = (true, 0);
            return;
        }

        do
        {
            Advance();
        }
        while (Next < time);
    }

    /// <summary>Goes on to the arrival after <see cref="Next"/>.</summary>
    public void Advance()
    {
        if (stream.Schedule is { } schedule)
        {
            Next = Until(schedule, schedule.At.NextAfter(Next));
        }
        else if (stream.Observed is { } list)
        {
            AdvanceObserved(list);
        }
        else if (stream.Rate is { } rate)
        {
            AdvancePoisson(rate);
        }
        else
        {
            Next = int.MaxValue;
        }
    }

    private static int Until(ScheduleModel schedule, int time) => time >= schedule.Until ? int.MaxValue : time;

    private void AdvanceObserved(ObservedModel list)
    {
        while (observed < list.Times.Length && list.Replication is { } of && of[observed] != 0 && of[observed] != replication)
        {
            observed++;
        }

        IsArrival = true;
        if (observed == list.Times.Length)
        {
            Next = int.MaxValue;
            return;
        }

        Number = observed;
        Next = list.Times[observed++];
    }

    private void AdvancePoisson(RateModel rate)
    {
        for (var searched = 0; at == count; searched++)
        {
            if (searched == SearchHours)
            {
                Next = nextHour * SimTime.Hour;
                IsArrival = false;
                return;
            }

            if (nextHour >= int.MaxValue / SimTime.Hour)
            {
                Next = int.MaxValue;
                return;
            }

            FillHour(rate, nextHour++);
        }

        IsArrival = true;
        Number = numbers[at];
        Next = times[at++];
    }

    private void FillHour(RateModel rate, int hour)
    {
        (count, at) = (0, 0);
        var highest = rate.HighestIn(hour * SimTime.Hour);
        double low = 0;
        double high = 1;
        for (var layer = 0; low < highest; layer++)
        {
            var candidate = 0;
            for (var from = low; from < high; from += ChunkWidth)
            {
                var mean = Math.Min(ChunkWidth, high - from);
                var field = ((long)hour << 22) | ((long)layer << 16);
                var chunk = DrawKey.Draw(streamKey, field, (uint)candidate, DrawPurpose.Schedule, 0, 0);
                var number = PoissonQuantile.Of(mean, chunk.Uniform);
                for (var i = 0; i < number; i++)
                {
                    Consider(rate, hour, field | (long)(candidate + i + 1), from, mean);
                }

                // Candidates of a chunk are numbered from where a full chunk would end, so numbers never meet.
                candidate += 256;
            }

            (low, high) = (high, high * 2);
        }
    }

    private void Consider(RateModel rate, int hour, long number, double from, double width)
    {
        var block = DrawKey.Draw(streamKey, number, 0, DrawPurpose.Arrival, 0, 0);
        var height = from + (width * ((block.W2 + 0.5) / 4294967296.0));
        var second = (int)(((ulong)block.W0 * SimTime.Hour) >> 32);
        var time = (hour * SimTime.Hour) + second;
        if (height >= rate.At(time))
        {
            return;
        }

        if (count == times.Length)
        {
            Array.Resize(ref times, count * 2);
            Array.Resize(ref numbers, count * 2);
        }

        var place = count++;
        for (; place > 0 && times[place - 1] > time; place--)
        {
            times[place] = times[place - 1];
            numbers[place] = numbers[place - 1];
        }

        times[place] = time;
        numbers[place] = number;
    }
}
