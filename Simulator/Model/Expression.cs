using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Simulator.Model;

/// <summary>Operations of conditions. Truth is 1, falsehood 0.</summary>
public enum ExpressionKind : byte
{
    /// <summary><see cref="Expression.Value"/>.</summary>
    Constant,

    /// <summary>Value of attribute <see cref="Expression.Index"/> (the index of the named value, or the number).</summary>
    Attribute,

    /// <summary>Time of day [h, with fraction].</summary>
    Hour,

    /// <summary>Monday = 0.</summary>
    Weekday,

    /// <summary>Day index of the run.</summary>
    Day,

    /// <summary>1 if <see cref="Expression.Calendar"/> is open.</summary>
    Open,

    /// <summary>1 if the roster of the pool is above 0.</summary>
    PoolOpen,

    /// <summary>Units free in the pool.</summary>
    Free,

    /// <summary>Units occupied in the pool.</summary>
    Occupied,

    /// <summary>Units occupied divided by open.</summary>
    OccupiedShare,

    /// <summary>Patients in the list of the pool.</summary>
    WaitingForPool,

    /// <summary>Patients waiting for place or staff of the stage.</summary>
    WaitingForStage,

    /// <summary>Visits of this patient to stage template <see cref="Expression.Index"/>.</summary>
    Visits,

    /// <summary>Time since clock <see cref="Expression.Index"/> started [s]; 0 if it does not run.</summary>
    Clock,

    Not,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>Two numbers added up.</summary>
    Sum,

    /// <summary>1 if the roster of any pool of <see cref="Expression.Group"/> is above 0.</summary>
    GroupOpen,

    /// <summary>Units free in the pools of the group.</summary>
    GroupFree,

    /// <summary>Units occupied in the pools of the group.</summary>
    GroupOccupied,

    /// <summary>Units occupied in the pools of the group divided by those open in them.</summary>
    GroupOccupiedShare,

    /// <summary>Patients in the lists of the pools of the group, in each list once.</summary>
    WaitingForGroup,
}

/// <summary>A condition, as a tree.</summary>
public sealed class Expression
{
    public required ExpressionKind Kind
    {
        get;
        init
        {
            field = value;
            Tests = TestsOf(value, Left, Right);
        }
    }

    public double Value { get; init; }

    public int Index { get; init; } = -1;

    public PoolRef? Pool { get; init; }

    public PoolGroupRef? Group { get; init; }

    public Target? Stage { get; init; }

    public Timetable? Calendar { get; init; }

    public Expression? Left
    {
        get;
        init
        {
            field = value;
            Tests = TestsOf(Kind, value, Right);
        }
    }

    public Expression? Right
    {
        get;
        init
        {
            field = value;
            Tests = TestsOf(Kind, Left, value);
        }
    }

    /// <summary>
    /// What has to hold together, where an attribute is compared with a whole number, or several are: by far the most frequent conditions, judged without
    /// walking the tree. Empty: the condition is another.
    /// </summary>
    internal AttributeTest[] Tests { get; private init; } = [];

    /// <summary>Parts may be given in any order, so that some are still missing.</summary>
    private static AttributeTest[] TestsOf(ExpressionKind kind, Expression? left, Expression? right) =>
        left is null || right is null ? []
        : kind != ExpressionKind.And ? AttributeTest.Of(kind, left, right)
        : left.Tests.Length > 0 && right.Tests.Length > 0 ? [.. left.Tests, .. right.Tests]
        : [];
}
