using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Measures;

/// <summary>Series: one value a day at a census, or the mean of the samples taken on the hour for each hour of the week.</summary>
internal sealed class TimelineRecorder
{
    public const int HoursOfWeek = 168;

    private readonly SystemModel model;
    private readonly PatientStore patients;
    private readonly PoolState[] pools;
    private readonly int[] placeAttribute;
    private float[][] values = [];
    private int[][] samples = [];
    private SampledClock[] hourlyClocks = [];
    private SampledClock[] dailyClocks = [];
    private int start;
    private int firstDay;
    private int days;

    public TimelineRecorder(SystemModel model, PatientStore patients, PoolState[] pools)
    {
        this.model = model;
        this.patients = patients;
        this.pools = pools;
        placeAttribute = [.. model.Measures.Timelines.Select(timeline => timeline.By < 0
            ? -1
            : Array.FindIndex(model.Attributes, attribute => attribute.Name == model.Dimensions[timeline.By].Name))];
        NeedsHours = Array.Exists(model.Measures.Timelines, timeline => timeline.HoursOfWeek);
    }

    /// <summary>Samples on the hour are asked for.</summary>
    public bool NeedsHours { get; }

    public void Open(MeasuredPeriods periods)
    {
        start = periods.MonthStarts[0];
        firstDay = start / SimTime.Day;
        days = Math.Max(0, ((periods.End - 1) / SimTime.Day) + 1 - firstDay);
        values = [.. model.Measures.Timelines.Select(timeline => new float[PlacesOf(timeline) * LengthOf(timeline)])];
        samples = [.. model.Measures.Timelines.Select(timeline => new int[LengthOf(timeline)])];
        (hourlyClocks, dailyClocks) = (ClocksOf(hourly: true), ClocksOf(hourly: false));
    }

    /// <summary>Goes on with the series of another of a like system.</summary>
    public void GoOnFrom(TimelineRecorder other)
    {
        (start, firstDay, days) = (other.start, other.firstDay, other.days);
        values = Array.ConvertAll(other.values, series => (float[])series.Clone());
        samples = Array.ConvertAll(other.samples, series => (int[])series.Clone());
        (hourlyClocks, dailyClocks) = (ClocksOf(hourly: true), ClocksOf(hourly: false));
    }

    /// <summary>The census at a second of the day; that of 00:00 is of the day that it ends.</summary>
    public void OnceADay(int now, int secondOfDay)
    {
        if (now > start)
        {
            Sample(now, hourly: false, (now / SimTime.Day) - (secondOfDay == 0 ? 1 : 0) - firstDay, secondOfDay);
        }
    }

    /// <summary>A sample on the hour. Like a census, the one at the start of the period belongs to the time before, the one at its end to the period.</summary>
    public void OnTheHour(int now)
    {
        if (now <= start)
        {
            return;
        }

        var weekday = (model.Run.FirstWeekday + (now / SimTime.Day)) % 7;
        Sample(now, hourly: true, (weekday * 24) + (now % SimTime.Day / SimTime.Hour), 0);
    }

    /// <summary>The series of the window; the system first, then the instances.</summary>
    public List<TimelineSeries> Report()
    {
        var all = new List<TimelineSeries>();
        for (var index = 0; index < values.Length; index++)
        {
            var timeline = model.Measures.Timelines[index];
            var length = LengthOf(timeline);
            for (var place = 0; place < PlacesOf(timeline); place++)
            {
                var series = values[index].AsSpan(place * length, length).ToArray();
                for (var at = 0; at < length; at++)
                {
                    // Of a day whose hour was not measured nothing is known: 0 ÷ 0.
                    series[at] /= samples[index][at];
                }

                all.Add(new TimelineSeries(timeline.Measure, place == 0
                    ? ResultRow.WholeSystem
                    : model.Dimensions[timeline.By].Instances[place - 1], timeline.HoursOfWeek, series));
            }
        }

        return all;
    }

    private int PlacesOf(TimelineModel timeline) => 1 + (timeline.By < 0 ? 0 : model.Dimensions[timeline.By].Instances.Length);

    private int LengthOf(TimelineModel timeline) => timeline.HoursOfWeek ? HoursOfWeek : days;

    private void Sample(int now, bool hourly, int at, int secondOfDay)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var timeline = model.Measures.Timelines[index];
            if (timeline.HoursOfWeek != hourly || timeline.At != secondOfDay || at < 0 || at >= LengthOf(timeline))
            {
                continue;
            }

            samples[index][at]++;
            for (var place = 0; timeline.Clock < 0 && place < PlacesOf(timeline); place++)
            {
                values[index][(place * LengthOf(timeline)) + at] += Occupied(timeline, place - 1);
            }
        }

        if (at >= 0)
        {
            SamplePatients(hourly ? hourlyClocks : dailyClocks, now, at, secondOfDay);
        }
    }

    /// <summary>One pass over all patients for all series that count who has a clock running.</summary>
    private void SamplePatients(SampledClock[] sampled, int now, int at, int secondOfDay)
    {
        var clocks = 0;
        foreach (ref readonly var clock in sampled.AsSpan())
        {
            clocks |= at < clock.Length && clock.At == secondOfDay ? clock.Clocks : 0;
        }

        var running = patients.Running.AsSpan(0, clocks == 0 ? 0 : patients.Used);
        for (var patient = 0; patient < running.Length; patient++)
        {
            if ((running[patient] & clocks) != 0)
            {
                Sample(sampled, (patient, running[patient]), now, at, secondOfDay);
            }
        }
    }

    private void Sample(SampledClock[] sampled, (int Patient, int Running) one, int now, int at, int secondOfDay)
    {
        var (patient, running) = one;
        foreach (ref readonly var clock in sampled.AsSpan())
        {
            if ((running & clock.Clocks) == 0 || at >= clock.Length || clock.At != secondOfDay
                || patients.ClockStart[(patient * patients.Clocks) + clock.Clock] > now)
            {
                continue;
            }

            clock.Values[at]++;
            var place = clock.PlaceAttribute < 0 ? -1 : patients.Values[(patient * patients.Attributes) + clock.PlaceAttribute];
            if (place >= 0)
            {
                clock.Values[((place + 1) * clock.Length) + at]++;
            }
        }
    }

    private SampledClock[] ClocksOf(bool hourly) =>
    [
        .. Enumerable.Range(0, values.Length).Select(index => (Index: index, Timeline: model.Measures.Timelines[index]))
            .Where(one => one.Timeline.HoursOfWeek == hourly && one.Timeline.Clock >= 0)
            .Select(one => new SampledClock(one.Timeline.Clock, placeAttribute[one.Index], one.Timeline.At, LengthOf(one.Timeline), values[one.Index])),
    ];

    private float Occupied(TimelineModel timeline, int instance)
    {
        long occupied = 0, open = 0;
        foreach (var pool in timeline.Pools)
        {
            if (instance < 0 || model.PlaceIn(model.Pools[pool].EachDimension, model.Pools[pool].Instance, timeline.By) == instance)
            {
                occupied += pools[pool].Occupied;
                open += pools[pool].Open;
            }
        }

        return timeline.Rate ? (open == 0 ? float.NaN : 100f * occupied / open) : occupied;
    }

    /// <summary>A series of those with a clock running, side by side with the others of its kind.</summary>
    /// <param name="Clock">The clock.</param>
    /// <param name="PlaceAttribute">Attribute that says the place, or -1.</param>
    /// <param name="At">Its second of the day.</param>
    /// <param name="Length">Points of the series of a place.</param>
    /// <param name="Values">Where it is counted.</param>
    private readonly record struct SampledClock(int Clock, int PlaceAttribute, int At, int Length, float[] Values)
    {
        /// <summary>Bit of the clock.</summary>
        public int Clocks { get; } = 1 << Clock;
    }
}
