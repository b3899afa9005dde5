using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Model;

/// <summary>What a stage says about the patient's place.</summary>
public enum PlaceMode : byte
{
    /// <summary>One of the bundles is asked for.</summary>
    Request,

    /// <summary>The patient stays where he or she is.</summary>
    Keep,

    /// <summary>Every place not named in <c>keep</c> is let go.</summary>
    None,
}

/// <summary>One instance of a stage (docs/law.md, sentences 1 to 11).</summary>
public sealed class StageModel
{
    /// <summary>Name with its instance: <c>ward@north</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Index of the name as written in <see cref="SystemModel.StageTemplates"/>.</summary>
    public required int Template { get; init; }

    /// <summary>Hash of the name as written (or of <c>key</c>), which keys this stage's draws.</summary>
    public required uint KeyHash { get; init; }

    /// <summary>Dimension index of <c>each</c>, or -1.</summary>
    public int EachDimension { get; init; } = -1;

    /// <summary>Instance index within the dimension, or -1.</summary>
    public int Instance { get; init; } = -1;

    /// <summary>Attribute of the dimension's name, which takes the instance's value on entry; -1 if the system has none.</summary>
    public int InstanceAttribute { get; init; } = -1;

    /// <summary>The value it takes.</summary>
    public int InstanceValue { get; init; } = -1;

    public PlaceMode PlaceMode { get; init; } = PlaceMode.None;

    /// <summary>Bundles in written order; empty unless <see cref="PlaceMode.Request"/>.</summary>
    public Bundle[] Place { get; init; } = [];

    /// <summary>By pool index: true where an older place of that pool is not let go when this stage's place is taken; null: none is kept.</summary>
    public bool[]? Keep { get; init; }

    /// <summary>Staff bundles in written order; empty: no staff.</summary>
    public Bundle[] Staff { get; init; } = [];

    public required TimeRule Time { get; init; }

    public required Routing Then { get; init; }

    /// <summary>Judged before <see cref="Then"/>, in written order.</summary>
    public Diversion[] Diversions { get; init; } = [];

    public PriorityRule Priority { get; init; } = PriorityRule.Default;

    public GivingUp[] GivesUp { get; init; } = [];

    public MovingBack? MovesBack { get; init; }

    public DelayRule? Delayed { get; init; }

    /// <summary>Clocks to which the stage belongs.</summary>
    public ClockUse[] Clocks { get; init; } = [];

    /// <summary>Bit mask of the clocks in <see cref="Clocks"/>.</summary>
    public int ClockMask { get; init; }

    /// <summary>Made on entry, in written order.</summary>
    public SetRule[] Sets { get; init; } = [];

    public InitialCensus[] StartsWith { get; init; } = [];

    /// <summary>Something happens to who waits here after a time: an alternative, a rise in priority, giving up. Looked for at every call.</summary>
    public bool HasTimers => Array.Exists(Place, bundle => bundle.After is not null)
        || Array.Exists(Staff, bundle => bundle.After is not null)
        || Priority.Levels.Length > 1
        || Array.Exists(GivesUp, reason => reason.After is not null);

    /// <summary>Patients leave when too many are ahead. Looked for at every call.</summary>
    public bool HasQueueLimit => Array.Exists(GivesUp, reason => reason.Queue >= 0);
}

/// <summary>
/// A clock of a stage; <paramref name="Within"/> is the delay after entry at which it starts at the latest, or -1 when it starts when the place is taken
/// [s].
/// </summary>
public sealed record ClockUse(int Clock, int Within);

/// <summary>Patients present at the start of a run that begins described.</summary>
public sealed class InitialCensus
{
    /// <summary>Stream that gives the patients their attributes.</summary>
    public required int Stream { get; init; }

    /// <summary>Patients already in the stage, their elapsed stay drawn.</summary>
    public required int InPlace { get; init; }

    /// <summary>Patients waiting for the stage's place, in order.</summary>
    public required int Waiting { get; init; }

    /// <summary>Attributes fixed or drawn for them after the stream's own.</summary>
    public required SetRule[] Sets { get; init; }
}

/// <summary>Where next: the first branch whose condition holds.</summary>
public sealed class Routing
{
    public required RoutingBranch[] Branches { get; init; }

    /// <summary>True when there is one branch, one cell and one outcome: no draw is needed.</summary>
    public required bool IsFixed { get; init; }

    /// <summary>The target when <see cref="IsFixed"/>.</summary>
    public int FixedTarget { get; init; } = -1;
}

/// <summary>Outcomes are indices into <see cref="SystemModel.Targets"/>.</summary>
public sealed class RoutingBranch
{
    /// <summary>Null: always.</summary>
    public Expression? If { get; init; }

    public required Lookup Lookup { get; init; }

    public required OutcomeSet[] Outcomes { get; init; }
}

/// <summary>A share of patients sent elsewhere before the routing is judged, by a draw of its own.</summary>
public sealed class Diversion
{
    public required string Name { get; init; }

    public required uint KeyHash { get; init; }

    public required Lookup Lookup { get; init; }

    /// <summary>Shares that the cells index [0 to 1].</summary>
    public required double[] Shares { get; init; }

    public Expression? If { get; init; }

    /// <summary>Index into <see cref="SystemModel.Targets"/>.</summary>
    public required int To { get; init; }
}

/// <summary>Rank in the lists; later levels are reached after their timer.</summary>
public sealed class PriorityRule
{
    public required PriorityLevel[] Levels { get; init; }

    /// <summary>Everybody has rank 1.</summary>
    public static PriorityRule Default { get; } = new()
    {
        Levels = [new PriorityLevel { Lookup = Lookup.Single, Ranks = [1] }],
    };
}

/// <summary>A rank (1 first) from a lookup, from <see cref="After"/> on.</summary>
public sealed class PriorityLevel
{
    public required Lookup Lookup { get; init; }

    public required int[] Ranks { get; init; }

    /// <summary>Null for the first level.</summary>
    public Timer? After { get; init; }
}

/// <summary>A reason to give up waiting, and where to.</summary>
public sealed class GivingUp
{
    /// <summary>Gives up at this time; null when <see cref="Queue"/> is used.</summary>
    public Timer? After { get; init; }

    /// <summary>Leaves at once when not served and this many or more are ahead; -1: not used.</summary>
    public int Queue { get; init; } = -1;

    /// <summary>Index into <see cref="SystemModel.Targets"/>.</summary>
    public required int To { get; init; }

    /// <summary>Name of the reason in results: the target as written.</summary>
    public required string Reason { get; init; }
}

/// <summary>While in an alternative the patient stays in the lists of the alternatives written before it.</summary>
public sealed class MovingBack
{
    public required int Rank { get; init; }

    /// <summary>Hours in which the move may take place; null: always.</summary>
    public Timetable? During { get; init; }
}

/// <summary>Waiting for the place of the stage in a bed, or staying in one that is kept, is a delayed transfer.</summary>
public sealed class DelayRule
{
    public required Lookup Lookup { get; init; }

    /// <summary>Outcomes are indices into <see cref="SystemModel.Delays"/>.</summary>
    public required OutcomeSet[] Kinds { get; init; }
}
