using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.Saving;

namespace FlowSim.Simulator.Measures;

/// <summary>Everything counted in one month (or in the whole window of a small model). Laid out once, before measuring.</summary>
internal sealed class MonthRecord
{
    public MonthRecord(SystemModel model, RecorderLayout layout)
    {
        var pools = model.Pools.Length;
        var stages = model.Stages.Length;
        var kinds = model.Delays.Length;
        var censuses = layout.CensusTimes.Length;
        Cells = new long[layout.CellCount];
        Squares = new Int128[layout.SquareCells];
        PoolOccupied = new long[pools];
        PoolOpen = new long[pools];
        PoolWaiting = new long[pools];
        StageStarted = new long[stages];
        StageWait = new long[stages];
        StageGaveUp = new long[stages];
        StageWaitingArea = new long[stages];
        StagePresentArea = new long[layout.CountsPresent ? stages : 0];
        StillWaiting = new int[stages];
        DelayedArea = new long[pools * kinds];
        CensusOccupied = new long[censuses * pools];
        CensusOpen = new long[censuses * pools];
        CensusDelayed = new long[censuses * pools * kinds];
        Censuses = new long[censuses];
    }

    /// <summary>Cells of the quantities that count patients; offsets are in the layout.</summary>
    public long[] Cells { get; }

    /// <summary>Squares of lengths added up, of the quantities of which standard deviations are asked [s²].</summary>
    public Int128[] Squares { get; }

    /// <summary>Time-weighted sums by pool [unit s].</summary>
    public long[] PoolOccupied { get; }

    public long[] PoolOpen { get; }

    public long[] PoolWaiting { get; }

    /// <summary>Waits ended in service, their sum [s], and giving up, by stage instance.</summary>
    public long[] StageStarted { get; }

    public long[] StageWait { get; }

    public long[] StageGaveUp { get; }

    /// <summary>Time-weighted patients waiting by stage instance [patient s].</summary>
    public long[] StageWaitingArea { get; }

    /// <summary>Time-weighted patients in a stage by stage instance, where somebody wants to know; else empty [patient s].</summary>
    public long[] StagePresentArea { get; }

    /// <summary>Waiting when the period ended.</summary>
    public int[] StillWaiting { get; }

    /// <summary>Time-weighted delayed patients [pool * kinds + kind] [patient s].</summary>
    public long[] DelayedArea { get; }

    /// <summary>Sums over censuses [census time * pools + pool].</summary>
    public long[] CensusOccupied { get; }

    public long[] CensusOpen { get; }

    /// <summary>Sums over censuses [(census time * pools + pool) * kinds + kind].</summary>
    public long[] CensusDelayed { get; }

    public long[] Censuses { get; }

    /// <summary>Patients who have changed places with others.</summary>
    public long Exchanged { get; set; }

    private long[][] Sums =>
        [Cells, PoolOccupied, PoolOpen, PoolWaiting, StageStarted, StageWait, StageGaveUp, StageWaitingArea, StagePresentArea, DelayedArea];

    /// <summary>True when the other record has the same layout.</summary>
    public bool IsLike(MonthRecord other) =>
        Squares.Length == other.Squares.Length && Sums.Zip(other.Sums).All(pair => pair.First.Length == pair.Second.Length);

    /// <summary>Takes over the sums of another record of the same layout; its censuses belong to another window.</summary>
    public void CopyFrom(MonthRecord other)
    {
        foreach (var (to, from) in Sums.Zip(other.Sums))
        {
            from.CopyTo(to, 0);
        }

        other.Squares.CopyTo(Squares, 0);
        Exchanged = other.Exchanged;
    }

    /// <summary>Saves what a branch carries over, or makes it what was saved.</summary>
    public void Transfer(StateStream state)
    {
        Array.ForEach(Sums, state.Into);
        state.Into(Squares);
        Exchanged = state.Value(Exchanged);
    }

    /// <summary>Takes over the rest of another record of the same layout and window.</summary>
    public void CopyCensusesFrom(MonthRecord other)
    {
        other.StillWaiting.CopyTo(StillWaiting, 0);
        other.CensusOccupied.CopyTo(CensusOccupied, 0);
        other.CensusOpen.CopyTo(CensusOpen, 0);
        other.CensusDelayed.CopyTo(CensusDelayed, 0);
        other.Censuses.CopyTo(Censuses, 0);
    }
}

/// <summary>What is kept by year only: lengths of time, flows, distributions of occupancy.</summary>
internal sealed class YearRecord
{
    public YearRecord(SystemModel model, RecorderLayout layout)
    {
        StageNoWaits = new int[model.Stages.Length];
        StageWaits = [.. model.Stages.Select(_ => new DurationTally())];
        QuantityLengths = [.. Enumerable.Range(0, layout.HistogramCells).Select(_ => new DurationTally())];
        Flows = new FlowCounts(layout.FlowSources, layout.FlowTargets);
        Occupancy = [.. model.Measures.RecordedDistributions.Select(d => new OccupancyTime(d.JointPools.Length > 0))];
    }

    /// <summary>Waits longer than 0 by stage instance.</summary>
    public DurationTally[] StageWaits { get; }

    /// <summary>Lengths by cell of the quantities of which quantiles are asked.</summary>
    public DurationTally[] QuantityLengths { get; }

    /// <summary>Moves; sources are stages then streams, targets stages then exits.</summary>
    public FlowCounts Flows { get; }

    /// <summary>Starts without any wait, by stage instance: they are not among the waits.</summary>
    public int[] StageNoWaits { get; }

    public OccupancyTime[] Occupancy { get; }

    /// <summary>True when the other record has the same layout.</summary>
    public bool IsLike(YearRecord other) =>
        StageWaits.Length == other.StageWaits.Length
        && QuantityLengths.Length == other.QuantityLengths.Length
        && Flows.IsLike(other.Flows);

    /// <summary>Takes over the counts of another record of the same layout. No time has passed in it, so the distributions are empty.</summary>
    public void CopyFrom(YearRecord other)
    {
        foreach (var (to, from) in StageWaits.Zip(other.StageWaits).Concat(QuantityLengths.Zip(other.QuantityLengths)))
        {
            to.CopyFrom(from);
        }

        other.StageNoWaits.CopyTo(StageNoWaits, 0);
        Flows.CopyFrom(other.Flows);
    }

    /// <summary>Saves what a branch carries over, or makes it what was saved.</summary>
    public void Transfer(StateStream state)
    {
        Array.ForEach(StageWaits, tally => tally.Transfer(state));
        Array.ForEach(QuantityLengths, tally => tally.Transfer(state));
        state.Into(StageNoWaits);
        Flows.Transfer(state);
    }

    /// <summary>Takes over the distributions of another record of the same layout and window.</summary>
    public void CopyOccupancyFrom(YearRecord other)
    {
        foreach (var (to, from) in Occupancy.Zip(other.Occupancy))
        {
            to.CopyFrom(from);
        }
    }
}

/// <summary>Time spent at each number occupied, of one set of pools or of two jointly.</summary>
internal sealed class OccupancyTime
{
    private readonly bool joint;
    private int width = 64;
    private long[] seconds;

    public OccupancyTime(bool joint)
    {
        this.joint = joint;
        seconds = new long[joint ? width * width : width];
    }

    /// <summary>One more than the highest number that has room.</summary>
    public int Width => width;

    /// <summary>Time at a number of the first set and (joint only) of the second [s].</summary>
    public long At(int first, int second = 0) => first < width && second < width ? seconds[joint ? (first * width) + second : first] : 0;

    public void Add(int first, int second, long passed)
    {
        while (first >= width || second >= width)
        {
            Widen();
        }

        seconds[joint ? (first * width) + second : first] += passed;
    }

    /// <summary>Takes over the times of another.</summary>
    public void CopyFrom(OccupancyTime other) => (width, seconds) = (other.width, [.. other.seconds]);

    private void Widen()
    {
        var wider = width * 2;
        var grown = new long[joint ? wider * wider : wider];
        for (var first = 0; first < width; first++)
        {
            if (joint)
            {
                Array.Copy(seconds, first * width, grown, first * wider, width);
            }
            else
            {
                grown[first] = seconds[first];
            }
        }

        (seconds, width) = (grown, wider);
    }
}
