using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// What of the law concerns a stage, found out once by every replication for itself: most stages have no use for most of it, and are left and entered by
/// a short path that does the
/// same as the long one would.
/// </summary>
internal readonly record struct StagePath
{
    private const int None = -1;

    /// <param name="stage">The stage.</param>
    /// <param name="index">Its index.</param>
    /// <param name="layout">What is counted.</param>
    /// <param name="isLong">The long path is taken everywhere.</param>
    public StagePath(StageModel stage, int index, RecorderLayout layout, bool isLong)
    {
        DrawsRoute = !stage.Then.IsFixed;
        Draws = DrawsRoute || Array.Exists(stage.Time.Specs, spec => spec.NeedsDraw);
        CanWait = layout.CanWait[index];
        CountsStarts = layout.ByStarted[index].Length > 0;
        HasTimers = stage.HasTimers;
        HasQueueLimit = stage.HasQueueLimit;
        FreesStaffEarly = Array.Exists(stage.Staff, bundle => bundle.For is not null);
        Place = stage.PlaceMode == PlaceMode.Request && stage.MovesBack is null && !isLong ? OnlyPool(stage.Place) : default;
        Staff = isLong ? default : OnlyPool(stage.Staff);
        EntersPlainly = !isLong && stage.Sets.Length == 0 && layout.ByEntry[index].Length == 0 && Array.TrueForAll(stage.Clocks, use => use.Within < 0);
        StaysPlainly = !isLong && stage.Clocks.Length == 0 && stage.Delayed is null;
        Time = stage.Time.Lookup.OnlyCell >= 0 && !isLong ? stage.Time.Specs[stage.Time.Lookup.OnlyCell] : null;
        (FixedTarget, Then) = isLong || stage.Diversions.Length > 0 ? (None, null) : OnlyWay(stage.Then);
    }

    /// <summary>The length of stay if no table is asked, or null.</summary>
    public TimeSpec? Time { get; }

    /// <summary>What is chosen from at the end if nothing else decides, or null.</summary>
    public OutcomeSet? Then { get; }

    /// <summary>The target if it is always the same, or -1.</summary>
    public int FixedTarget { get; }

    /// <summary>The pool that is asked for a place if there is no choice, with the amount and the bundle; no amount: there is a choice.</summary>
    public (int Pool, int Amount, int Bundle) Place { get; }

    /// <summary>The same of staff.</summary>
    public (int Pool, int Amount, int Bundle) Staff { get; }

    /// <summary>Somebody draws something for the stay or for what comes next.</summary>
    public bool Draws { get; }

    /// <summary>What comes next is chosen by a draw.</summary>
    public bool DrawsRoute { get; }

    /// <summary>Waits for place and staff are counted.</summary>
    public bool CanWait { get; }

    /// <summary>A declared measure counts starts or waits.</summary>
    public bool CountsStarts { get; }

    /// <summary>Something happens to who waits here after a time: an alternative, a rise in priority, giving up.</summary>
    public bool HasTimers { get; }

    /// <summary>Patients leave when too many are ahead.</summary>
    public bool HasQueueLimit { get; }

    /// <summary>Whoever begins to wait is looked at when the lists have been served.</summary>
    public bool NeedsLook => HasTimers || HasQueueLimit;

    /// <summary>Staff may come free before the end.</summary>
    public bool FreesStaffEarly { get; }

    /// <summary>Nothing is set, counted or started on entry.</summary>
    public bool EntersPlainly { get; }

    /// <summary>No clock runs and no delay.</summary>
    public bool StaysPlainly { get; }

    private static (int Pool, int Amount, int Bundle) OnlyPool(Bundle[] bundles) =>
        bundles is [{ Items: [{ FixedPool: >= 0 } part], After: null, For: null } bundle] ? (part.FixedPool, part.Amount, bundle.Id) : default;

    private static (int Target, OutcomeSet? Outcomes) OnlyWay(Routing then) =>
        then.IsFixed ? (then.FixedTarget, null)
        : then.Branches is [{ If: null, Lookup.OnlyCell: >= 0 } branch] ? (None, branch.Outcomes[branch.Lookup.OnlyCell])
        : (None, null);
}
