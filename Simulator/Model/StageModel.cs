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

/// <summary>
/// One instance of a stage (docs/law.md, sentences 1 to 11). Everything that a stage says is a parameter, so that whoever makes one names it, and the short
/// path (<c>StagePath</c>), which takes a stage apart, does not compile until it has been decided there.
/// </summary>
/// <param name="Name">Name with its instance: <c>ward@north</c>.</param>
/// <param name="Template">Index of the name as written in <see cref="SystemModel.StageTemplates"/>.</param>
/// <param name="KeyHash">Hash of the name as written (or of <c>key</c>), which keys this stage's draws.</param>
/// <param name="EachDimension">Dimension index of <c>each</c>, or -1.</param>
/// <param name="Instance">Instance index within the dimension, or -1.</param>
/// <param name="Own">Attributes of the dimension's name, or of two dimensions', which take the instance's value on entry.</param>
/// <param name="Sets">Made on entry, in written order.</param>
/// <param name="Adds">Added to numbers of the patient when the stage's time begins, in written order.</param>
/// <param name="Clocks">Clocks to which the stage belongs.</param>
/// <param name="ClockMask">Bit mask of the clocks in <paramref name="Clocks"/>.</param>
/// <param name="PlaceMode">What is said about the patient's place.</param>
/// <param name="Place">Bundles in written order; empty unless <see cref="PlaceMode.Request"/>.</param>
/// <param name="Keep">By pool index: true where an older place of that pool is not let go when this stage's place is taken; null: none is kept.</param>
/// <param name="MovesBack">How a patient in an alternative goes on asking for those before it; null: not at all.</param>
/// <param name="Delayed">Waiting for the place in a bed, or staying in one that is kept, is a delayed transfer; null: it is none.</param>
/// <param name="Staff">Staff bundles in written order; empty: no staff.</param>
/// <param name="Priority">Rank in the lists.</param>
/// <param name="GivesUp">Reasons to give up waiting.</param>
/// <param name="Time">Length of stay.</param>
/// <param name="Then">Where next.</param>
/// <param name="Diversions">Judged before <paramref name="Then"/>, in written order.</param>
/// <param name="StartsWith">Patients present at the start of a run that begins described.</param>
public sealed record StageModel(
    string Name,
    int Template,
    uint KeyHash,
    int EachDimension,
    int Instance,
    OwnValue[] Own,
    SetRule[] Sets,
    AddRule[] Adds,
    ClockUse[] Clocks,
    int ClockMask,
    PlaceMode PlaceMode,
    Bundle[] Place,
    bool[]? Keep,
    MovingBack? MovesBack,
    DelayRule? Delayed,
    Bundle[] Staff,
    PriorityRule Priority,
    GivingUp[] GivesUp,
    TimeRule Time,
    Routing Then,
    Diversion[] Diversions,
    InitialCensus[] StartsWith)
{
    /// <summary>Something happens to who waits here after a time: an alternative, a rise in priority, giving up. Looked for at every call.</summary>
    public bool HasTimers => Array.Exists(Place, bundle => bundle.After is not null)
        || Array.Exists(Staff, bundle => bundle.After is not null)
        || Priority.Levels.Length > 1
        || Array.Exists(GivesUp, reason => reason.After is not null);

    /// <summary>Patients leave when too many are ahead. Looked for at every call.</summary>
    public bool HasQueueLimit => Array.Exists(GivesUp, reason => reason.Queue >= 0);

    /// <summary>Two stages are the same if they are one object.</summary>
    public bool Equals(StageModel? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)KeyHash;
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
