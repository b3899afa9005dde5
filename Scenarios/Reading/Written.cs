using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Reading;

/// <summary>A text of the description and where it stands.</summary>
/// <param name="Text">As written.</param>
/// <param name="Where">File, line, column.</param>
/// <param name="Path">Path in the description, such as <c>stages.ward.time</c>.</param>
internal sealed record Written(string Text, SourceLocation Where, string Path)
{
    public override string ToString() => Text;
}

/// <summary>A value looked up in a table.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Column">Value column, or null: the only one.</param>
/// <param name="Dates">Form of its column of dates, such as <c>dd/mm/yyyy</c>; null: ISO.</param>
internal sealed record TableUse(Written Table, string? Column, Written? Dates = null)
{
    /// <summary>Keys repeated for the reader (<c>by</c>), or none.</summary>
    public IReadOnlyList<Written> By { get; init; } = [];
}

/// <summary>A number written out, or looked up in a table.</summary>
/// <param name="Text">The text, or null when a table is used.</param>
/// <param name="Table">The table, or null.</param>
internal sealed record AmountDescription(Written? Text, TableUse? Table)
{
    /// <summary>Where it stands.</summary>
    public Written At => Text ?? Table!.Table;
}
