using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Simulator.Rooms;

/// <summary>What a stage does to its patients, and what of the law it has no use for.</summary>
[Flags]
internal enum StageTraits : ushort
{
    None = 0,

    /// <summary>Somebody draws something for the stay or for what comes next.</summary>
    Draws = 1,

    /// <summary>What comes next is chosen by a draw.</summary>
    DrawsRoute = 2,

    /// <summary>Waits for place and staff are counted.</summary>
    CanWait = 4,

    /// <summary>A declared measure counts starts or waits.</summary>
    CountsStarts = 8,

    /// <summary>Something happens to who waits here after a time: an alternative, a rise in priority, giving up.</summary>
    HasTimers = 16,

    /// <summary>Patients leave when too many are ahead.</summary>
    HasQueueLimit = 32,

    /// <summary>Staff are asked for.</summary>
    HasStaff = 64,

    /// <summary>Staff may come free before the end.</summary>
    FreesStaffEarly = 128,

    /// <summary>Nothing is set, counted or started on entry.</summary>
    EntersPlainly = 256,

    /// <summary>No clock runs and no delay.</summary>
    StaysPlainly = 512,

    /// <summary>A declared measure counts services that end.</summary>
    CountsEnds = 1024,

    /// <summary>A declared measure adds up the lengths of services.</summary>
    CountsServices = 2048,

    /// <summary>It is there for each pair of instances of two dimensions: more than one attribute takes its value on entry.</summary>
    IsOfTwoDimensions = 4096,

    /// <summary>Something is added to a number of the patient when the stage's time begins.</summary>
    Adds = 8192,
}

/// <summary>
/// What of the law concerns a stage, found out once by every replication for itself: most stages have no use for most of it, and are left and entered by
/// a short path that does the same as the long one would. All that it needs stands side by side, in one line of the cache, so that the description of the
/// stage is looked into for what is rare only.
/// </summary>
internal readonly record struct StagePath
{
    private const int None = -1;
    private const double AnyUniform = 0.5;

    /// <param name="stage">The stage.</param>
    /// <param name="index">Its index.</param>
    /// <param name="layout">What is counted.</param>
    /// <param name="isLong">The long path is taken everywhere.</param>
    public StagePath(StageModel stage, int index, RecorderLayout layout, bool isLong)
    {
        // All that a stage says: what is new there does not compile here until the short path takes it, or says below what it takes in its stead. Names and
        // where patients stand at the start are no matter of a path; the long one looks after the places kept, priorities and giving up.
        var (_, template, keyHash, _, _, own, sets, adds, clocks, _, placeMode, place, _, movesBack, delayed, staff, _, _, time, then,
            diversions, _) = stage;
        (Stage, Template, KeyHash, PlaceMode) = (stage, template, keyHash, placeMode);
        (InstanceAttribute, InstanceValue) = own.Length > 0 ? (own[0].Attribute, own[0].Value) : (None, None);
        (PlacePool, PlaceAmount) = placeMode == PlaceMode.Request && movesBack is null && !isLong ? OnlyPool(place) : default;
        (StaffPool, StaffAmount) = isLong ? default : OnlyPool(staff);
        (FixedLength, Drawn) = isLong ? (None, null) : OnlyLength(time);
        (FixedTarget, Then) = isLong || diversions.Length > 0 ? (None, null) : OnlyWay(then);
        var drawsTime = Array.Exists(time.Specs, spec => spec.NeedsDraw);
        Traits = Where(!then.IsFixed, StageTraits.DrawsRoute)
            | Where(!then.IsFixed || drawsTime, StageTraits.Draws)
            | Where(layout.CanWait[index], StageTraits.CanWait)
            | Where(layout.ByStarted[index].Length > 0, StageTraits.CountsStarts)
            | Where(layout.ByEnded[index].Length > 0, StageTraits.CountsEnds)
            | Where(layout.ByService[index].Length > 0, StageTraits.CountsServices)
            | Where(stage.HasTimers, StageTraits.HasTimers)
            | Where(stage.HasQueueLimit, StageTraits.HasQueueLimit)
            | Where(staff.Length > 0, StageTraits.HasStaff)
            | Where(Array.Exists(staff, bundle => bundle.For is not null), StageTraits.FreesStaffEarly)
            | Where(!isLong && sets.Length == 0 && layout.ByEntry[index].Length == 0 && Array.TrueForAll(clocks, use => use.Within < 0),
                StageTraits.EntersPlainly)
            | Where(!isLong && clocks.Length == 0 && delayed is null, StageTraits.StaysPlainly)
            | Where(own.Length > 1, StageTraits.IsOfTwoDimensions)
            | Where(adds.Length > 0, StageTraits.Adds);
    }

    /// <summary>The whole description.</summary>
    public StageModel Stage { get; }

    /// <summary>What the length of stay is drawn from if no table is asked, or null.</summary>
    public Distribution? Drawn { get; }

    /// <summary>What is chosen from at the end if nothing else decides, or null.</summary>
    public OutcomeStep[]? Then { get; }

    /// <summary>The target if it is always the same, or -1.</summary>
    public int FixedTarget { get; }

    /// <summary>The length of stay if it is always the same [s], or -1.</summary>
    public int FixedLength { get; }

    public int Template { get; }

    public uint KeyHash { get; }

    /// <summary>The first attribute that takes the instance's value on entry, or -1.</summary>
    public int InstanceAttribute { get; }

    public int InstanceValue { get; }

    /// <summary>The pool that is asked for a place if there is no choice.</summary>
    public short PlacePool { get; }

    /// <summary>How much is asked for of it [units]; 0: there is a choice.</summary>
    public short PlaceAmount { get; }

    /// <summary>The pool that is asked for staff if there is no choice.</summary>
    public short StaffPool { get; }

    /// <summary>How much is asked for of it [units]; 0: there is a choice, or none is asked for.</summary>
    public short StaffAmount { get; }

    public StageTraits Traits { get; }

    public PlaceMode PlaceMode { get; }

    /// <summary>Whoever begins to wait is looked at when the lists have been served.</summary>
    public bool NeedsLook => (Traits & (StageTraits.HasTimers | StageTraits.HasQueueLimit)) != 0;

    /// <summary>True where the stage does this, or one of these.</summary>
    public bool Has(StageTraits trait) => (Traits & trait) != 0;

    private static StageTraits Where(bool holds, StageTraits trait) => holds ? trait : StageTraits.None;

    private static (short Pool, short Amount) OnlyPool(Bundle[] bundles) =>
        bundles is [{ Items: [{ FixedPool: >= 0 } part], After: null, For: null }] ? ((short)part.FixedPool, (short)part.Amount) : default;

    private static (int Length, Distribution? Drawn) OnlyLength(TimeRule time) =>
        time.Lookup.OnlyCell < 0 || time.Specs[time.Lookup.OnlyCell] is not { Kind: TimeKind.Drawn } only ? (None, null)
        : !only.NeedsDraw ? (0, null)
        : only.Distribution is { IsConstant: true } constant ? (constant.Seconds(AnyUniform), null)
        : (None, only.Distribution);

    private static (int Target, OutcomeStep[]? Outcomes) OnlyWay(Routing then) =>
        then.IsFixed ? (then.FixedTarget, null)
        : then.Branches is [{ If: null, Lookup.OnlyCell: >= 0 } branch] ? (None, branch.Outcomes[branch.Lookup.OnlyCell].Steps)
        : (None, null);
}
