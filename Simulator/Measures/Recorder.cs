using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Measures;

/// <summary>
/// Counts what happens, in the period in which it happens. Before measuring, and after the window has closed, it writes to records that nobody reads
/// (the latter become the first of the next window, if that starts at the same second); on the way to a later window it does not count at all.
/// </summary>
internal sealed partial class Recorder
{
    private readonly SystemModel model;
    private readonly Evaluator evaluator;
    private readonly PatientStore patients;
    private readonly PatientCensus census;
    private readonly PoolState[] pools;
    private readonly int[] waitingForStage;
    private readonly int[] stageTouchedAt;
    private readonly int[] delayedNow;
    private readonly int[] delayedTouchedAt;
    private readonly OccupancyWatch occupancy;
    private MonthRecord[] months;
    private YearRecord[] years;
    private MonthRecord month;
    private YearRecord year;
    private int monthIndex;
    private bool counts = true;

    public Recorder(SystemModel model, Evaluator evaluator, PatientStore patients, HoldingStore holdings, PoolState[] pools, int[] waitingForStage)
    {
        this.model = model;
        this.evaluator = evaluator;
        this.patients = patients;
        this.pools = pools;
        this.waitingForStage = waitingForStage;
        Layout = new RecorderLayout(model);
        stageTouchedAt = new int[model.Stages.Length];
        delayedNow = new int[model.Pools.Length * model.Delays.Length];
        delayedTouchedAt = new int[delayedNow.Length];
        Presence = Layout.CountsPresent ? new StagePresence(model.Stages.Length) : null;
        occupancy = new OccupancyWatch(model.Measures.RecordedDistributions, pools, Presence);
        census = new PatientCensus(model, Layout, evaluator, patients, holdings, pools);
        month = new MonthRecord(model, Layout);
        year = new YearRecord(model, Layout);
        months = [];
        years = [];
        Timelines = new TimelineRecorder(model, patients, pools);
        Demand = model.Measures.Demands.Length > 0 ? new DemandRecorder(model, pools) : null;
    }

    public RecorderLayout Layout { get; }

    public TimelineRecorder Timelines { get; }

    /// <summary>Records the demand for pools; null where nobody wants to know.</summary>
    public DemandRecorder? Demand { get; }

    /// <summary>Patients in each stage; null where nobody wants to know.</summary>
    public StagePresence? Presence { get; }

    public MeasuredPeriods? Periods { get; private set; }

    /// <summary>True while a window is open.</summary>
    public bool IsMeasuring { get; private set; }

    /// <summary>Start of the next period, or the end of the window [s]; int.MaxValue when not measuring.</summary>
    public int NextBoundary { get; private set; } = int.MaxValue;

    /// <summary>When the pools' sums were last taken away into a period [s].</summary>
    public int SumsSince { get; private set; }

    public ReadOnlySpan<MonthRecord> Months => months;

    public ReadOnlySpan<YearRecord> Years => years;

    /// <summary>Opens a window. <paramref name="carriesOn"/>: what has happened in this very second since the last window closed belongs to this one.</summary>
    public void Open(MeasuredPeriods periods, int now, bool carriesOn)
    {
        TouchAll(now);
        Periods = periods;
        months = [.. periods.MonthStarts.Select(_ => new MonthRecord(model, Layout))];
        years = [.. Enumerable.Range(0, Math.Max(1, periods.YearNames.Length)).Select(_ => new YearRecord(model, Layout))];
        if (carriesOn)
        {
            months[0] = month;
            years[0] = year;
        }

        Timelines.Open(periods);
        Demand?.Open(periods.MonthStarts.Length, now);
        (month, year, monthIndex, IsMeasuring, counts) = (months[0], years[0], 0, true, true);
        NextBoundary = periods.MonthEnd(0);
    }

    /// <summary>Closes the period that ends now and opens the next, or closes the window.</summary>
    public void CrossBoundary(int now)
    {
        TouchAll(now);
        waitingForStage.CopyTo(month.StillWaiting, 0);
        monthIndex++;
        Demand?.Cross(monthIndex, now);
        if (monthIndex < months.Length)
        {
            month = months[monthIndex];
            year = years[Periods!.YearOfMonth[monthIndex]];
            NextBoundary = Periods.MonthEnd(monthIndex);
        }
        else
        {
            month = new MonthRecord(model, Layout);
            year = new YearRecord(model, Layout);
            NextBoundary = int.MaxValue;
        }
    }

    /// <summary>No more censuses belong to the window.</summary>
    public void Close() => IsMeasuring = false;

    /// <summary>What happens until the next window is opened belongs to none.</summary>
    public void Rest() => counts = false;

    public void Arrived(int stream, int patient, int now) => Count(Layout.ByArrival[stream], patient, now, 0);

    /// <summary>A patient goes from a stage or a stream to a stage or an exit.</summary>
    public void Moved(int source, int target, int now)
    {
        year.Flows.Add(source, target);
        if (Presence is not null)
        {
            MovePresence(source, target, now);
        }
    }

    public void Entered(int stage, int patient, int now) => Count(Layout.ByEntry[stage], patient, now, 0);

    public void Exited(int exit, int patient, int now)
    {
        Count(Layout.ByExit[exit], patient, now, 0);
        foreach (var (attribute, counters) in Layout.ByCarried)
        {
            var value = patients.Values[(patient * patients.Attributes) + attribute];
            if (value < 0)
            {
                throw new SimulationException($"{model.Attributes[attribute].Name} is {value} and measured, which takes no numbers below 0 ({evaluator.Describe(patient)})");
            }

            Count(counters, patient, now, value);
        }
    }

    /// <summary>So much was added to a number of a patient.</summary>
    public void Added(int attribute, int patient, int now, int amount) => Count(Layout.ByAdded[attribute], patient, now, amount);

    public void ClockStarted(int clock, int patient, int now) => Count(Layout.ByStart[clock], patient, now, 0);

    public void ClockStopped(int clock, int patient, int now, int length) => Count(Layout.ByVisit[clock], patient, now, length);

    public void Exchanged(int patients) => month.Exchanged += patients;

    /// <summary>A wait for the place and staff of a stage has ended in service.</summary>
    public void Waited(int stage, int wait)
    {
        if (!counts)
        {
            return;
        }

        month.StageStarted[stage]++;
        if (wait == 0)
        {
            year.StageNoWaits[stage]++;
        }
        else
        {
            month.StageWait[stage] += wait;
            year.StageWaits[stage].Add(wait);
        }
    }

    /// <summary>The same, for the measures that count it.</summary>
    public void Started(int stage, int patient, int now, int placeWait, int staffWait) =>
        CountWait(Layout.ByStarted[stage], patient, now, placeWait, staffWait);

    /// <summary>The service at a stage has ended, before which the patient has waited so long.</summary>
    public void Ended(int stage, int patient, int now, int placeWait, int staffWait) =>
        CountWait(Layout.ByEnded[stage], patient, now, placeWait, staffWait);

    /// <summary>A service begins that will be so long.</summary>
    public void Serves(int stage, int patient, int now, int length) => Count(Layout.ByService[stage], patient, now, length);

    /// <summary>One more (+1) or less (-1) patient in a stage, where somebody wants to know.</summary>
    public void PresenceChanged(int stage, int by, int now)
    {
        if (Presence is null)
        {
            return;
        }

        foreach (var distribution in Layout.DistributionsOfStage[stage])
        {
            occupancy.Touch(distribution, year, now);
        }

        Presence.Change(stage, by, now);
    }

    public void GaveUp(int stage, int patient, int now, string reason)
    {
        month.StageGaveUp[stage]++;
        foreach (ref readonly var counter in Layout.ByGivingUp[stage].AsSpan())
        {
            if (counter.IsFor(reason))
            {
                CountOne(counter, patient, now, 0);
            }
        }
    }

    /// <summary>To be called before the number waiting for a stage changes.</summary>
    public void TouchStage(int stage, int now)
    {
        month.StageWaitingArea[stage] += (long)(now - stageTouchedAt[stage]) * waitingForStage[stage];
        stageTouchedAt[stage] = now;
    }

    /// <summary>One more (+1) or less (-1) delayed patient of a kind in a bed pool.</summary>
    public void DelayChanged(int pool, int kind, int by, int now)
    {
        var index = (pool * model.Delays.Length) + kind;
        TouchDelay(index, now);
        delayedNow[index] += by;
    }

    /// <summary>Delayed patients of a kind in a bed pool.</summary>
    public int DelayedNow(int pool, int kind) => delayedNow[(pool * model.Delays.Length) + kind];

    /// <summary>To be called before the number occupied of a pool changes.</summary>
    public void TouchOccupancy(int pool, int now)
    {
        Demand?.Touch(pool, now);
        foreach (var distribution in Layout.DistributionsOfPool[pool])
        {
            occupancy.Touch(distribution, year, now);
        }
    }

    /// <summary>A census at a second of the day; the one of 00:00 belongs to the day just ended.</summary>
    public void Census(int now, int censusIndex)
    {
        if (!IsMeasuring || now <= Periods!.MonthStarts[0])
        {
            return;
        }

        var record = months[MonthOf(now - 1)];
        var kinds = model.Delays.Length;
        record.Censuses[censusIndex]++;
        for (var pool = 0; pool < pools.Length; pool++)
        {
            var at = (censusIndex * pools.Length) + pool;
            record.CensusOccupied[at] += pools[pool].Occupied;
            record.CensusOpen[at] += pools[pool].Open;
            for (var kind = 0; kind < kinds; kind++)
            {
                record.CensusDelayed[(at * kinds) + kind] += delayedNow[(pool * kinds) + kind];
            }
        }

        census.Take(record, now, Layout.CensusTimes[censusIndex]);
    }

    private int MonthOf(int time)
    {
        var index = months.Length - 1;
        while (index > 0 && Periods!.MonthStarts[index] > time)
        {
            index--;
        }

        return index;
    }

    private void Count(Counter[] counters, int patient, int now, int length)
    {
        if (!counts)
        {
            return;
        }

        foreach (ref readonly var counter in counters.AsSpan())
        {
            CountOne(counter, patient, now, length);
        }
    }

    private void MovePresence(int source, int target, int now)
    {
        if (source < model.Stages.Length)
        {
            PresenceChanged(source, -1, now);
        }

        if (target < model.Stages.Length)
        {
            PresenceChanged(target, +1, now);
        }
    }

    private void CountWait(Counter[] counters, int patient, int now, int placeWait, int staffWait)
    {
        if (!counts)
        {
            return;
        }

        foreach (ref readonly var counter in counters.AsSpan())
        {
            var length = counter.Part switch { WaitPart.Place => placeWait, WaitPart.Staff => staffWait, _ => placeWait + staffWait };
            CountOne(counter, patient, now, length);
        }
    }

    private void CountOne(in Counter counter, int patient, int now, int length)
    {
        if (!counter.Includes(evaluator, patient, now, length))
        {
            return;
        }

        var cell = counter.CellOf(patients, patient);
        month.Cells[counter.FirstCell + cell] += counter.SumsLengths ? length : 1;
        if (counter.KeepsMore)
        {
            KeepMore(counter, cell, length);
        }
    }

    private void KeepMore(in Counter counter, int cell, int length)
    {
        if (counter.FirstHistogram >= 0)
        {
            year.QuantityLengths[counter.FirstHistogram + cell].Add(length);
        }

        if (counter.FirstSquare >= 0)
        {
            month.Squares[counter.FirstSquare + cell] += (long)length * length;
        }
    }

    /// <summary>Brings all sums up to a time.</summary>
    public void TouchAll(int now)
    {
        SumsSince = now;
        for (var pool = 0; pool < pools.Length; pool++)
        {
            ref var state = ref pools[pool];
            state.Touch(now);
            month.PoolOccupied[pool] += state.OccupiedArea;
            month.PoolOpen[pool] += state.OpenArea;
            month.PoolWaiting[pool] += state.WaitingArea;
            (state.OccupiedArea, state.OpenArea, state.WaitingArea) = (0, 0, 0);
        }

        for (var stage = 0; stage < stageTouchedAt.Length; stage++)
        {
            TouchStage(stage, now);
        }

        for (var index = 0; index < delayedNow.Length; index++)
        {
            TouchDelay(index, now);
        }

        occupancy.TouchAll(year, now);
        Presence?.DrainTo(month.StagePresentArea, now);
    }

    private void TouchDelay(int index, int now)
    {
        month.DelayedArea[index] += (long)(now - delayedTouchedAt[index]) * delayedNow[index];
        delayedTouchedAt[index] = now;
    }
}
