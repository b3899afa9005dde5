using FlowSim.Scenarios.Numbers;

namespace FlowSim.Scenarios.Asked;

/// <summary>A path that a change may name, with what stands there.</summary>
/// <param name="Path">As a change writes it.</param>
/// <param name="Words">What it is, for a reader.</param>
/// <param name="Value">What stands there, as written; what is a table's for an instance, as in its cell.</param>
public sealed record SettablePath(string Path, string Words, string Value)
{
    /// <summary>Words of so many letters have no plural that is looked for.</summary>
    private const int Short = 3;

    /// <summary>Section of the system, such as <c>pools</c>.</summary>
    public required string Section { get; init; }

    /// <summary>The part it belongs to, such as <c>ward-bed</c>, without instance.</summary>
    public required string Part { get; init; }

    /// <summary>
    /// The part of the network that it belongs to, such as <c>Emergency department</c>, after the file that describes it; empty: it stands in the main file, or
    /// several parts read it.
    /// </summary>
    public string Area { get; init; } = "";

    /// <summary>The cell of a table that it is, or that it is read from: two paths with the same cell lead to one number; null: none.</summary>
    public CellPlace? Cell { get; init; }

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

    /// <summary>True where every word, in the singular or the plural, stands in its path, its words or the name of its part of the network.</summary>
    public bool Has(IReadOnlyList<string> words) => words.All(word => Stands(word) || (word.Length > Short && word[^1] is 's' or 'S' && Stands(word[..^1])));

    private bool Stands(string word) =>
        Path.Contains(word, StringComparison.OrdinalIgnoreCase) || Words.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Area.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A cell of a table.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Column">Its column.</param>
public sealed record CellPlace(string Table, int Row, string Column);

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
