using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Recorded;

/// <summary>Reads the file of <c>--beds</c>.</summary>
internal static class BedsReader
{
    public const string Option = "--beds";

    private const string Open = "open";

    /// <summary>The figures that are right; what is wrong is said.</summary>
    public static IReadOnlyList<RecordedFigure> Read(NamedFile file, RecordedParts parts, ProblemList problems)
    {
        if (parts.Beds is not { } beds)
        {
            problems.Error(file.Table.Where, file.Kind, "a system that says which beds may be recorded", "none does",
                "Say it under recorded: beds: of the system (docs/recorded-year.md).");
            return [];
        }

        var rows = new RecordedRows(file, problems);
        return !rows.HasColumns(RecordedRows.MonthColumn, RecordedRows.PlaceColumn, Open)
            ? []
            : [.. rows.Rows.Select(row => rows.Month(row) is var month && rows.Number(row, Open) is var number && Cells(rows, row, parts, beds) is { } cells
                && month is { } known && number is { } value
                    ? new RecordedFigure(row.Where, known, rows.Cell(row, RecordedRows.PlaceColumn), "", cells, value)
                    : null).OfType<RecordedFigure>()];
    }

    private static List<RecordedCell>? Cells(RecordedRows rows, TableRow row, RecordedParts parts, RecordedPools beds)
    {
        if (rows.Places(row, parts, beds.Places.Concat(parts.Types.SelectMany(type => type.Places))) is not { } places)
        {
            return null;
        }

        List<RecordedCell> cells = [.. Enumerable.Range(0, beds.Places.Count).Where(place => places.Contains(beds.Places[place]))
            .Select(place => new RecordedCell(0, place))];
        if (cells.Count > 0)
        {
            return cells;
        }

        rows.Refuse(row, RecordedRows.PlaceColumn, $"a place with beds of {beds.Group}: {string.Join(", ", beds.Places)}");
        return null;
    }
}
