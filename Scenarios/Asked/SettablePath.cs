using FlowSim.Scenarios.Numbers;

namespace FlowSim.Scenarios.Asked;

/// <summary>A path that a change may name, with what stands there.</summary>
/// <param name="Path">As a change writes it.</param>
/// <param name="Words">What it is, for a reader.</param>
/// <param name="Value">What stands there, as written; what is a table's for an instance, as in its cell.</param>
public sealed record SettablePath(string Path, string Words, string Value)
{
    /// <summary>Section of the system, such as <c>pools</c>.</summary>
    public required string Section { get; init; }

    /// <summary>The part it belongs to, such as <c>ward-bed</c>, without instance.</summary>
    public required string Part { get; init; }

    /// <summary>Unit of the number that stands there, or of the pool; empty: none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What may be set.</summary>
    public string MayBe { get; init; } = "";

    /// <summary>What is plausible, or empty.</summary>
    public string Range { get; init; } = "";

    /// <summary><c>measured</c>, <c>cited</c>, <c>derived</c>, <c>assumed</c>; empty: nothing is said.</summary>
    public string Status { get; init; } = "";

    /// <summary>Where it is from, or empty.</summary>
    public string Source { get; init; } = "";

    public string File { get; init; } = "";

    /// <summary>Line of the file; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>True where every word stands in its path, its words, its value or what it is from.</summary>
    public bool Has(IReadOnlyList<string> words) =>
        words.All(word => Path.Contains(word, StringComparison.OrdinalIgnoreCase) || Words.Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A pool, stage, stream, calendar, table or roster with the paths that lead into it.</summary>
/// <param name="Section">Section of the system, such as <c>pools</c>.</param>
/// <param name="Name">Its name, without instance.</param>
/// <param name="Title">What readers see in its place.</param>
/// <param name="Is">Kind, instances, where it is from: a line.</param>
/// <param name="Paths">In written order.</param>
public sealed record SystemPart(string Section, string Name, string Title, string Is, IReadOnlyList<SettablePath> Paths)
{
    /// <summary>Of a table or roster, what reads it.</summary>
    public IReadOnlyList<NumberUse> ReadBy { get; init; } = [];
}
