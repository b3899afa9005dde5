namespace FlowSim.Scenarios.Stays;

/// <summary>What a record says of a length of stay.</summary>
public enum StayKind
{
    /// <summary>The length itself.</summary>
    Exact,

    /// <summary>Dates without times of day: so many midnights, so between a day less and a day more.</summary>
    Nights,

    /// <summary>Still in bed when the export was taken, or cut off: longer than that.</summary>
    Over,

    /// <summary>Shorter than that: a 0 among lengths with fractions.</summary>
    Under,
}

/// <summary>A length of stay as recorded.</summary>
/// <param name="Kind">What is known of it.</param>
/// <param name="Days">The length, or its bound [d].</param>
public readonly record struct Stay(StayKind Kind, double Days)
{
    /// <summary>The same of a law that is cut off: of a longer stay it matters only that it is longer.</summary>
    /// <param name="most">Where it is cut off [d].</param>
    public Stay CutAt(double most) => Days >= most ? new Stay(StayKind.Over, most) : this;
}
