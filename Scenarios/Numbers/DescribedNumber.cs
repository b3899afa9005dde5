using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Numbers;

/// <summary>A number of the description: one value of the YAML, or one row of a table, with what is said about its origin.</summary>
/// <param name="Path">Where it stands, as a change names it: <c>stages.ward.time</c>, <c>tables.beds[site=north]</c>.</param>
/// <param name="Value">As written, with its unit; of a row with several values each behind its column.</param>
/// <param name="Where">File and line.</param>
public sealed record DescribedNumber(string Path, string Value, SourceLocation Where)
{
    /// <summary><c>measured</c>, <c>cited</c>, <c>derived</c>, <c>assumed</c>; empty: nothing is said.</summary>
    public string Status { get; init; } = "";

    /// <summary>What is plausible, or empty.</summary>
    public string Range { get; init; } = "";

    /// <summary>Where it is from, or empty.</summary>
    public string Source { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>The parts of the system that it acts on; none for a table that nothing reads.</summary>
    public IReadOnlyList<NumberUse> UsedBy { get; init; } = [];

    /// <summary>True if anything is said about its origin.</summary>
    public bool HasOrigin => Status.Length + Range.Length + Source.Length + Note.Length > 0;
}

/// <summary>A part of the system that a number acts on.</summary>
/// <param name="Section"><c>streams</c>, <c>stages</c>, <c>pools</c>, <c>calendars</c>, or <c>population</c>.</param>
/// <param name="Id">Its name; empty for the population.</param>
/// <param name="Key">What of it: <c>time</c>, <c>capacity</c>, …</param>
public sealed record NumberUse(string Section, string Id, string Key);
