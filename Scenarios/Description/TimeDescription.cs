using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>A length of time: one text, a table, or a mixture.</summary>
internal sealed record TimeDescription
{
    /// <summary>A distribution, <c>until …</c>, <c>T of CALENDAR</c> or a duration attribute; null when another form is used.</summary>
    public Written? Text { get; init; }

    public TableUse? Table { get; init; }

    /// <summary>Distributions with their shares; empty unless it is a mixture.</summary>
    public IReadOnlyList<MixturePart> Mixture { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public Written At => Text ?? Table?.Table ?? Mixture[0].Share;
}

/// <summary>One part of a mixture.</summary>
/// <param name="Share">Its share.</param>
/// <param name="Time">Its distribution.</param>
internal sealed record MixturePart(Written Share, Written Time);

/// <summary>A point in time while a patient waits: T after entry to the stage, or T after a clock's start.</summary>
/// <param name="Time">T; its text may end in <c>of CLOCK</c>.</param>
/// <param name="Clock">The clock when written apart (<c>of:</c>), or null.</param>
internal sealed record TimerDescription(TimeDescription Time, Written? Clock);
