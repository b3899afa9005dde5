using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// The arrivals of one stream, in order of time. A Poisson stream thins a <see cref="CandidateField"/>: a candidate is an arrival where its height is
/// below the rate.
/// </summary>
internal sealed class ArrivalSource
{
    private const int SearchHours = 24 * 31;
    private readonly ulong streamKey;
    private readonly int replication;
    private readonly CandidateField field;
    private StreamModel stream;
    private int[] times = new int[16];
    private long[] numbers = new long[16];
    private int count;
    private int at;
    private int nextHour;
    private int observed;

    public ArrivalSource(StreamModel stream, ulong streamKey, int replication, CandidateField field)
    {
        this.field = field;
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
        var start = hour * SimTime.Hour;
        var highest = rate.HighestIn(start);
        var isSteady = rate.IsSteadyIn(start);
        field.Fill(streamKey, hour, highest);
        for (var candidate = 0; candidate < field.Count; candidate++)
        {
            var (number, second, height) = field[candidate];
            if (height < (isSteady ? highest : rate.At(start + second)))
            {
                Add(start + second, number);
            }
        }
    }

    private void Add(int time, long number)
    {
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
