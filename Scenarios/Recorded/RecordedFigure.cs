using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Recorded;

/// <summary>One of the kinds that a file tells apart, at one place.</summary>
/// <param name="Type">Index of the type of attendances; 0 for beds.</param>
/// <param name="Place">Index of the place among those of the type.</param>
internal readonly record struct RecordedCell(int Type, int Place);

/// <summary>A figure of a file: what was recorded of a month.</summary>
/// <param name="Where">Its line.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Place">As written.</param>
/// <param name="Type">As written; empty for beds.</param>
/// <param name="Cells">What it is the sum of.</param>
/// <param name="Value">The figure; NaN: the file says that there is none.</param>
internal sealed record RecordedFigure(SourceLocation Where, DateOnly Month, string Place, string Type, IReadOnlyList<RecordedCell> Cells, double Value)
{
    public bool IsThere => !double.IsNaN(Value);

    /// <summary>What it is a figure of, for a reader.</summary>
    public string Subject => Type.Length > 0 ? $"{Place}, {Type}" : Place;
}
