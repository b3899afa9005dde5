namespace FlowSim.Simulator.Model;

/// <summary>A pool, fixed or chosen by an attribute of the patient.</summary>
public sealed class PoolRef
{
    /// <summary>Pool index, or -1 when chosen by <see cref="Attribute"/>.</summary>
    public int Pool { get; init; } = -1;

    /// <summary>Attribute whose value picks from <see cref="ByValue"/>, or -1.</summary>
    public int Attribute { get; init; } = -1;

    /// <summary>A second attribute that picks with it (<c>each</c> of two dimensions), or -1.</summary>
    public int SecondAttribute { get; init; } = -1;

    /// <summary>How many values the second attribute has.</summary>
    public int SecondValues { get; init; }

    /// <summary>Pool index by attribute value, that of a second attribute changing fastest; -1 where the value has no instance.</summary>
    public int[] ByValue { get; init; } = [];

    /// <summary>True when there is a pool that both may mean.</summary>
    internal bool MayBeThatOf(PoolRef other) => Pools.Intersect(other.Pools).Any();

    private IEnumerable<int> Pools => Pool >= 0 ? [Pool] : ByValue.Where(pool => pool >= 0);
}

/// <summary>An amount of one pool.</summary>
public readonly record struct PoolAmount(PoolRef Pool, int Amount)
{
    /// <summary>Pool index when the pool is fixed, or -1: at hand without a look into <see cref="Pool"/>.</summary>
    public int FixedPool { get; } = Pool.Pool;
}

/// <summary>Pools that are taken together, all or nothing (<c>+</c>); one entry of an "or" list.</summary>
public sealed class Bundle
{
    /// <summary>Index in <see cref="SystemModel.Bundles"/>.</summary>
    public required int Id { get; init; }

    public required PoolAmount[] Items
    {
        get;
        init
        {
            field = value;
            MayAskTwice = value.Where((part, index) => value.Take(index).Any(earlier => earlier.Pool.MayBeThatOf(part.Pool))).Any();
        }
    }

    /// <summary>Two parts may be one pool for some patients: those are refused, since nobody can tell whether one unit is meant or two.</summary>
    internal bool MayAskTwice { get; private init; }

    /// <summary>Joined only this long after entry, or null: at once.</summary>
    public Timer? After { get; init; }

    /// <summary>Staff only: set free this long after the start if that is before the end (<c>for T</c>); null: at the end.</summary>
    public TimeRule? For { get; init; }
}

/// <summary>A point in time while a patient waits: T after entry, or T after a clock's start.</summary>
public sealed class Timer
{
    public required TimeRule Time { get; init; }

    /// <summary>Clock index, or -1: counted from entry to the stage.</summary>
    public int Clock { get; init; } = -1;

    /// <summary>
    /// Hash that keys its draws: of the clock's name with the reason when <c>of</c> a clock (drawn once for the clock), of the stage's key otherwise.
    /// </summary>
    public required uint KeyHash { get; init; }

    /// <summary>Tells several timers of one stage apart in their draws.</summary>
    public required int Index { get; init; }
}
