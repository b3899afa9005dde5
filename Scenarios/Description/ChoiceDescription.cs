using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>One of several outcomes: where next, which value, whose delay. Exactly one of the forms is used.</summary>
internal sealed record ChoiceDescription
{
    /// <summary>Where it stands.</summary>
    public required Written At { get; init; }

    /// <summary>One outcome, a duration, or <c>+1</c>.</summary>
    public Written? Single { get; init; }

    /// <summary>Outcomes with their shares.</summary>
    public IReadOnlyList<ShareDescription>? Shares { get; init; }

    /// <summary>Attribute that decides, with an outcome for each of its values.</summary>
    public ByDescription? By { get; init; }

    public TableUse? Table { get; init; }

    /// <summary>Attribute whose value is copied.</summary>
    public Written? Copy { get; init; }

    /// <summary>The first whose condition holds.</summary>
    public IReadOnlyList<ConditionalChoice>? Conditional { get; init; }
}

/// <summary>An outcome and its share.</summary>
/// <param name="Outcome">The outcome as written.</param>
/// <param name="Share">Such as <c>12 %</c>, or <c>rest</c>.</param>
internal sealed record ShareDescription(Written Outcome, Written Share);

/// <summary>Outcomes by the value of an attribute.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Outcomes">Value (or <c>*</c>) and outcome.</param>
internal sealed record ByDescription(Written Attribute, IReadOnlyList<(Written Value, Written Outcome)> Outcomes);

/// <summary>A choice made when a condition holds.</summary>
/// <param name="If">The condition; null: always.</param>
/// <param name="Choice">What then.</param>
internal sealed record ConditionalChoice(Written? If, ChoiceDescription Choice);

/// <summary>An attribute that is set.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Value">How it gets its value.</param>
internal sealed record SetDescription(Written Attribute, ChoiceDescription Value);
