namespace FlowSim.Scenarios.Results.Workbooks;

/// <summary>A sheet of a workbook that is no result file: a head and rows of texts, numbers, or nothing.</summary>
/// <param name="Name">At its tab.</param>
/// <param name="Columns">The head.</param>
/// <param name="Rows">A cell is a <see cref="string"/>, a <see cref="double"/>, or null.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
