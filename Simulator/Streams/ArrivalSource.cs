using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Streams;

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
    private ulong[] numbers = new ulong[16];
    private ArrivalDraws draws = ArrivalDraws.None;
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

    /// <summary>The draws of the arrival that <see cref="Advance"/> has just left behind.</summary>
    public ArrivalDraws Draws => draws;

    /// <summary>Sequence of the stream's live event.</summary>
    public uint LiveSequence { get; set; } = uint.MaxValue - 1;

    /// <summary>Places the source at the first arrival at or after a time (for schedules: that of the start counts if <paramref name="isStart"/>).</summary>
    /// <param name="model">The stream now in force.</param>
    /// <param name="firstStage">Key of the draw of the stage that its patients come to, or 0: they make none there.</param>
    /// <param name="time">From when on [s].</param>
    /// <param name="isStart">The run starts.</param>
    public void StartAt(StreamModel model, uint firstStage, int time, bool isStart)
    {
        stream = model;
        draws = model.Rate is null ? ArrivalDraws.None : new ArrivalDraws(model, firstStage);
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
        draws.Take(at);
        if (at == count)
        {
            IsArrival = Search(rate);
            if (!IsArrival)
            {
                return;
            }
        }

        Number = (long)numbers[at];
        Next = times[at++];
    }

    /// <summary>Goes on until there are arrivals. False: there is none for long, and <see cref="Next"/> is when to look again.</summary>
    private bool Search(RateModel rate)
    {
        var until = Math.Min(nextHour + SearchHours, int.MaxValue / SimTime.Hour);
        while (nextHour < until)
        {
            FindArrivals(rate, until);
            if (count > 0)
            {
                return true;
            }
        }

        Next = nextHour >= int.MaxValue / SimTime.Hour ? int.MaxValue : nextHour * SimTime.Hour;
        return false;
    }

    /// <summary>The arrivals of the next few hours.</summary>
    private void FindArrivals(RateModel rate, int until)
    {
        var start = nextHour * SimTime.Hour;
        field.Clear();
        while (nextHour < until && !field.IsFull)
        {
            var (highest, isSteady) = rate.InHour(nextHour);
            field.AddHour(nextHour, (nextHour * SimTime.Hour) - start, highest, isSteady);
            nextHour++;
        }

        field.Find(streamKey, start, rate);
        (count, at) = (field.Count, 0);
        if (count > times.Length)
        {
            times = new int[2 * PhiloxBatch.WholeLanes(count)];
            numbers = new ulong[times.Length];
        }

        for (var index = 0; index < count; index++)
        {
            var (second, number) = field[index];
            times[index] = start + second;
            numbers[index] = number;
        }

        draws.Make(streamKey, numbers.AsSpan(0, PhiloxBatch.WholeLanes(count)));
    }
}
