namespace FlowSim.Simulator.Model;

/// <summary>All that a reader is told of a measure beside its numbers.</summary>
public sealed record MeasureWords
{
    /// <summary>As it begins a sentence, its article with it: <c>The share of patients who leave within four hours</c>; or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Label of an axis, a row or a column; or empty: the title.</summary>
    public string Short { get; init; } = "";

    /// <summary>Measures of one topic say much the same and stand in one chart; or empty: the id.</summary>
    public string Topic { get; init; } = "";

    /// <summary>One sentence.</summary>
    public string Definition { get; init; } = "";

    /// <summary>Where the definition comes from.</summary>
    public string Source { get; init; } = "";

    public Better Better { get; init; }

    /// <summary>What it is held against: one, or one for each of some groups.</summary>
    public IReadOnlyList<MeasureStandard> Standards { get; init; } = [];
}

/// <summary>Which way a measure improves.</summary>
public enum Better : byte
{
    NotSaid,
    Higher,
    Lower,
}

/// <summary>A value that a measure is held against.</summary>
/// <param name="Group">The group it is for; empty: all.</param>
/// <param name="Value">In the measure's unit.</param>
/// <param name="Name">What it is, such as <c>standard</c> or <c>guidance</c>.</param>
public sealed record MeasureStandard(string Group, double Value, string Name);
