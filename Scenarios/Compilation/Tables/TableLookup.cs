using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>Makes tables dense: for every case of their keys the row that matches most exactly.</summary>
internal sealed class TableLookup
{
    private const int MostCells = 4_000_000;

    private readonly CompileContext context;
    private readonly Horizon horizon;
    private readonly TableGaps gaps = new();

    public TableLookup(CompileContext context, Horizon horizon)
    {
        this.context = context;
        this.horizon = horizon;
    }

    /// <summary>The lookup of a table for one instance (whose dimension is then no key any more), or null after a problem.</summary>
    /// <param name="table">The table.</param>
    /// <param name="scope">The instance.</param>
    /// <param name="timesOfDay">True where the column <c>hour</c> may hold times such as 08:15 (rates).</param>
    /// <param name="dates">Form of its column of dates, or null: ISO.</param>
    public CompiledTable? Compile(TableData table, CompileScope scope, bool timesOfDay = false, Written? dates = null)
    {
        var path = $"tables.{table.Name}";
        var places = PlaceColumns(table, scope);
        var keys = DatesOf(table, dates) is { } format ? KeysOf(table, [.. places.Select(place => place.Column)], timesOfDay, format) : null;
        if (keys is null || ReadRows(table, keys, places, path) is not { } rows)
        {
            return null;
        }

        if (keys.Count == 0 && places.Count == 0 && rows.Count > 1)
        {
            context.Problems.Error(table.Where, path, "a key column, which says what each row is for", "columns " + string.Join(", ", table.Columns),
                MissingKey.Hint(table, context.Attributes));
            return null;
        }

        var days = (context.Run.End + SimTime.Day - 1) / SimTime.Day;
        if (keys.OfType<DateKeyColumn>().Any(key => key.IsOutside(days)))
        {
            context.Problems.Warning(table.Where, $"{path}.date",
                $"dates within the run, {DateText.Write(horizon.DateOf(0))} up to {DateText.Write(horizon.DateOf(days))}", "none of them",
                "The rows with a date do nothing.");
        }

        keys.RemoveAll(key => rows.TrueForAll(row => row.Cells[key.Place].Any));
        return Fill(table, keys, rows, path, scope);
    }

    /// <summary>Tells of cases without a row, once all parts have been compiled.</summary>
    /// <param name="rowless">The rosters without any row of a place, which are told with it and not again.</param>
    public void TellGaps(Func<string, IReadOnlyList<TableData>> rowless) => gaps.Tell(context.Problems, rowless);

    /// <summary>The columns of the dimensions for each of which what looks up is written: it reads the rows of its own instances.</summary>
    private List<NamedKeyColumn> PlaceColumns(TableData table, CompileScope scope) =>
        [.. context.PlacesOf(scope).Select(place => table.ColumnOf(place.Dimension.Name)).Where(column => column >= 0)
            .Select(column => new NamedKeyColumn(context.Attributes, context.FindAttribute(table.Columns[column]), column))];

    private DateFormat? DatesOf(TableData table, Written? dates)
    {
        if (dates is not null && table.ColumnOf("date") < 0)
        {
            context.Problems.Error(dates.Where, dates.Path, "a table with a column \"date\"", "columns " + string.Join(", ", table.Columns),
                "\"dates\" says how that column is written.");
            return null;
        }

        return DeclaredDates.Read(dates, context.Problems);
    }

    private List<KeyColumn>? KeysOf(TableData table, int[] placeColumns, bool timesOfDay, DateFormat dates)
    {
        var keys = new List<KeyColumn>();
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (!placeColumns.Contains(column) && TableNames.IsKey(table.Columns[column], context.Attributes))
            {
                if (KeyOf(table, column, timesOfDay, dates) is not { } key)
                {
                    return null;
                }

                key.Place = keys.Count;
                keys.Add(key);
            }
        }

        return keys;
    }

    private KeyColumn? KeyOf(TableData table, int column, bool timesOfDay, DateFormat dates)
    {
        var name = table.Columns[column];
        if (name is "month" or "date" && !context.Run.HasDates && table.Rows.Exists(row => row.Cells[column].Trim() != "*"))
        {
            context.Problems.Error(table.Where, $"tables.{table.Name}.{name}", "keys hour and weekday only, because the system has no dates",
                $"a column {name}", UndatedRun.Hint);
            return null;
        }

        switch (name)
        {
            case "hour" when timesOfDay && TimeOfDayKeyColumn.IsUsed(table, column):
                return new TimeOfDayKeyColumn(table, column);
            case "hour":
                return new CycleKeyColumn(KeySource.Hour, name, column);
            case "weekday":
                return new CycleKeyColumn(KeySource.Weekday, name, column);
            case "month":
                return new CycleKeyColumn(KeySource.Month, name, column);
            case "date":
                return new DateKeyColumn(horizon, dates, name, column);
            case "place":
                return new PlaceKeyColumn(context.Pools, column);
            case "visit":
                return new NumberKeyColumn(name, -1, column);
        }

        var attribute = context.FindAttribute(name);
        switch (context.Attributes.KindOf(attribute))
        {
            case AttributeKind.Named:
                return new NamedKeyColumn(context.Attributes, attribute, column);
            case AttributeKind.Number:
                return new NumberKeyColumn(name, attribute, column);
            default:
                context.Problems.Error(table.Where, $"tables.{table.Name}", "keys with named values or whole numbers", $"{name}, a length of time");
                return null;
        }
    }

    private List<KeyedRow>? ReadRows(TableData table, List<KeyColumn> keys, List<NamedKeyColumn> places, string path)
    {
        var readers = keys.ConvertAll(key => new KeyCellReader(context.Problems, key, path));
        var ofPlaces = places.ConvertAll(place => new KeyCellReader(context.Problems, place, path));
        var rows = new List<KeyedRow>(table.Rows.Count);
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var row = table.Rows[index];
            KeyCell[] atPlace = [.. ofPlaces.Select(place => place.Read(row))];
            var cells = new KeyCell[keys.Count];
            for (var key = 0; key < cells.Length; key++)
            {
                cells[key] = readers[key].Read(row);
            }

            rows.Add(new KeyedRow(index, cells, atPlace));
        }

        return ofPlaces.Concat(readers).Aggregate(true, (all, reader) => reader.Finish() && all) ? rows : null;
    }

    private CompiledTable? Fill(TableData table, List<KeyColumn> keys, List<KeyedRow> rows, string path, CompileScope scope)
    {
        int[] own = [.. context.PlacesOf(scope).Where(place => table.ColumnOf(place.Dimension.Name) >= 0).Select(place => place.Instance)];
        var here = rows.FindAll(row => !row.AtPlace.Where((cell, index) => !cell.Any && !cell.Coordinates.Contains(own[index])).Any());
        var strides = new int[keys.Count];
        long size = 1;
        for (var index = keys.Count - 1; index >= 0; index--)
        {
            strides[index] = (int)Math.Min(size, int.MaxValue);
            size *= Math.Max(1, keys[index].Size);
        }

        if (size > MostCells)
        {
            context.Problems.Error(table.Where, path, $"at most {MostCells} cases", $"{size} cases of {string.Join(" × ", keys.Select(key => key.Name))}",
                "Use fewer keys, or split the table.");
            return null;
        }

        var filled = new TableCells(keys, strides, (int)size);
        for (var index = 0; index < here.Count; index++)
        {
            filled.Put(here[index], index);
        }

        return Report(table, filled, here, path, scope) ? Result(table, keys, strides, filled, here) : null;
    }

    /// <summary>False after a problem: rows that tie, or cases without a row.</summary>
    private bool Report(TableData table, TableCells filled, List<KeyedRow> rows, string path, CompileScope scope)
    {
        var place = string.Join(", ", context.PlacesOf(scope).Where(one => table.ColumnOf(one.Dimension.Name) >= 0)
            .Select(one => $"{one.Dimension.Name} {one.Name}"));
        if (filled.FirstTie is { } tie)
        {
            var other = table.Rows[rows[filled.Row[tie]].Row].Where.Line;
            context.Problems.Error(table.Rows[rows[filled.TieRow[tie]].Row].Where, path, "one row that matches best",
                $"two equally exact rows for {filled.Describe(tie, place)}: also line {other}", "Make one of them more exact, or remove it.");
            return false;
        }

        var uncovered = filled.Uncovered();
        if (uncovered.Count == 0)
        {
            return true;
        }

        gaps.Note(table, path, filled.Describe(uncovered[0], place), uncovered.Count - 1,
            [.. context.PlacesOf(scope).Where(one => table.ColumnOf(one.Dimension.Name) >= 0).Select(one => (one.Dimension.Name, one.Name)),
                .. filled.SharedNames(uncovered)]);
        return false;
    }

    private static CompiledTable Result(TableData table, List<KeyColumn> keys, int[] strides, TableCells filled, List<KeyedRow> rows)
    {
        int[] used = [.. filled.Row.Where(row => row != TableCells.NoRow).Distinct().Order()];
        var lookup = new Lookup
        {
            Keys = [.. keys.Select((key, index) => key.ToKey(strides[index]))],
            Cells = Array.ConvertAll(filled.Row, row => row == TableCells.NoRow ? TableCells.NoRow : Array.BinarySearch(used, row)),
            Name = table.Name,
        };
        var times = keys.OfType<TimeOfDayKeyColumn>().FirstOrDefault()?.Times;
        return new CompiledTable(table, lookup, new CompiledRows(table, Array.ConvertAll(used, row => rows[row].Row)), times ?? []);
    }
}
