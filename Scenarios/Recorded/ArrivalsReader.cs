using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Recorded;

/// <summary>Reads the file of <c>--arrivals</c>: months, or a list with a row for each arrival, which is counted.</summary>
internal sealed class ArrivalsReader
{
    public const string Option = "--arrivals";

    private const string Attendances = "attendances";
    private const string Time = "time";

    private readonly RecordedRows rows;
    private readonly RecordedParts parts;
    private readonly ProblemList problems;

    private ArrivalsReader(NamedFile file, RecordedParts parts, ProblemList problems)
    {
        rows = new RecordedRows(file, problems);
        this.parts = parts;
        this.problems = problems;
    }

    /// <summary>The figures that are right; what is wrong is said.</summary>
    public static IReadOnlyList<RecordedFigure> Read(NamedFile file, RecordedParts parts, ProblemList problems)
    {
        if (parts.Types.Count == 0)
        {
            problems.Error(file.Table.Where, file.Kind, "a system that says which attendances may be recorded", "none does",
                "Say it under recorded: arrivals: of the system (docs/recorded-year.md).");
            return [];
        }

        var reader = new ArrivalsReader(file, parts, problems);
        return file.Table.ColumnOf(Time) >= 0 ? reader.Listed() : reader.Monthly();
    }

    private List<RecordedFigure> Monthly() => !rows.HasColumns(RecordedRows.MonthColumn, RecordedRows.PlaceColumn, RecordedRows.TypeColumn, Attendances)
        ? []
        : [.. rows.Rows.Select(row => rows.Month(row) is var month && rows.Number(row, Attendances) is var number && Cells(row) is { } cells
            && month is { } known && number is { } value
                ? new RecordedFigure(row.Where, known, rows.Cell(row, RecordedRows.PlaceColumn), TypeName(row), cells, value)
                : null).OfType<RecordedFigure>()];

    /// <summary>Every arrival of a place and type counted by month; a month of which the list has a part only would be taken for a quiet one.</summary>
    private List<RecordedFigure> Listed()
    {
        if (!rows.HasColumns(Time, RecordedRows.PlaceColumn, RecordedRows.TypeColumn))
        {
            return [];
        }

        var arrivals = rows.Rows.Select(row => Cells(row) is var cells && Day(row) is { } day && cells is not null
            ? (Row: row, Day: day, Cells: cells, Place: rows.Cell(row, RecordedRows.PlaceColumn), Type: TypeName(row))
            : default).Where(arrival => arrival.Cells is not null).ToList();
        if (problems.HasErrors || arrivals.Count == 0)
        {
            return [];
        }

        var (first, last) = (arrivals.MinBy(arrival => arrival.Day), arrivals.MaxBy(arrival => arrival.Day));
        if (first.Day.Day > 1 || last.Day.AddDays(1).Day > 1)
        {
            var row = first.Day.Day > 1 ? first.Row : last.Row;
            rows.Refuse(row, Time, "arrivals of whole months, from the first day of one to the last day of another",
                $"The list goes from {DateText.Write(first.Day)} to {DateText.Write(last.Day)}: leave out the month of which it has only a part.");
            return [];
        }

        return [.. arrivals.GroupBy(arrival => (Month: new DateOnly(arrival.Day.Year, arrival.Day.Month, 1), arrival.Place, arrival.Type))
            .OrderBy(set => set.Key.Month).ThenBy(set => set.Key.Place, StringComparer.Ordinal).ThenBy(set => set.Key.Type, StringComparer.Ordinal)
            .Select(set => new RecordedFigure(set.First().Row.Where, set.Key.Month, set.Key.Place, set.Key.Type, set.First().Cells, set.Count()))];
    }

    private DateOnly? Day(TableRow row)
    {
        if (MomentText.TryParse(rows.Cell(row, Time), DateFormat.Iso, out var moment))
        {
            return moment.Date;
        }

        rows.Refuse(row, Time, "a moment, such as 2017-04-01T13:45");
        return null;
    }

    private List<RecordedCell>? Cells(TableRow row)
    {
        var types = TypesOf(row);
        if (rows.Places(row, parts, parts.Types.SelectMany(type => type.Places)) is not { } places || types is null)
        {
            return null;
        }

        List<RecordedCell> cells = [.. from type in types
                                       from place in Enumerable.Range(0, parts.Types[type].Places.Count)
                                       where places.Contains(parts.Types[type].Places[place])
                                       select new RecordedCell(type, place)];
        if (cells.Count > 0)
        {
            return cells;
        }

        rows.Refuse(row, RecordedRows.PlaceColumn, $"a place with {rows.Cell(row, RecordedRows.TypeColumn)}: {string.Join(", ", types.SelectMany(type => parts.Types[type].Places))}");
        return null;
    }

    /// <summary>The system's own word for a type, whichever the file has.</summary>
    private string TypeName(TableRow row)
    {
        var text = rows.Cell(row, RecordedRows.TypeColumn);
        return parts.Types.FirstOrDefault(type => type.Also.Contains(text))?.Name ?? text;
    }

    private List<int>? TypesOf(TableRow row)
    {
        var text = rows.Cell(row, RecordedRows.TypeColumn);
        List<int> found = [.. Enumerable.Range(0, parts.Types.Count)
            .Where(type => text == RecordedCompiler.AllTypes || parts.Types[type].Name == text || parts.Types[type].Also.Contains(text))];
        if (found.Count > 0)
        {
            return found;
        }

        string[] known = [.. parts.Types.SelectMany(type => type.Also.Prepend(type.Name)), RecordedCompiler.AllTypes];
        var near = Nearest.Hint(text, known);
        rows.Refuse(row, RecordedRows.TypeColumn, $"a type: {string.Join(", ", known)}",
            near.Length > 0 ? near : "Leave out rows of a type that the system does not have.");
        return null;
    }
}
