using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>What of a year may be given as it was recorded, as written.</summary>
internal sealed record RecordedDescription
{
    public IReadOnlyList<RecordedTypeDescription> Types { get; init; } = [];

    public RecordedBedsDescription? Beds { get; init; }

    public IReadOnlyList<TrustDescription> Trusts { get; init; } = [];
}

/// <summary>A type of attendances, such as <c>type-1</c>.</summary>
internal sealed record RecordedTypeDescription(Written Name, IReadOnlyList<Written> Also, Written Measure, IReadOnlyList<Written> Streams);

/// <summary>Open beds: a group, and the pool of it that takes the difference.</summary>
internal sealed record RecordedBedsDescription(Written Open, Written TakenBy);

/// <summary>A name for several places together.</summary>
internal sealed record TrustDescription(Written Name, IReadOnlyList<Written> Places);
