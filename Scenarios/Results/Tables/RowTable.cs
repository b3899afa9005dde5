using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>
/// A result file of like rows, by its columns: each is named once, with the property of the row that it holds, and the file is written and read by that.
/// </summary>
/// <param name="file">Its name in the folder.</param>
internal sealed class RowTable<T>(string file)
    where T : class
{
    private const string Measure = "measure";

    private readonly List<Column> written = [];
    private readonly List<Column> read = [];
    private Func<RunFacts, IEnumerable<string>> complete = _ => [];
    private int later = -1;

    public string File => file;

    /// <summary>Columns that are read.</summary>
    public string[] Columns => [.. read.Select(column => column.Name)];

    /// <summary>Columns that are written, in order.</summary>
    public IReadOnlyList<string> Written => [.. written.Select(column => column.Name)];

    /// <summary>How many of them, the first, a file must have to be read.</summary>
    public int Demanded => later < 0 ? read.Count : later;

    /// <summary>The scenario, which must be one of the run's.</summary>
    public RowTable<T> Scenario(Expression<Func<T, string>> of) =>
        Add("scenario", of, (cells, at) => cells.Scenario(at), (rows, name, value) => rows.Cell(name, value));

    public RowTable<T> Text(string name, Expression<Func<T, string>> of) =>
        Add(name, of, (cells, at) => cells.Text(at), (rows, column, value) => rows.Cell(column, value));

    /// <summary>A date, <c>2016-12-31</c>.</summary>
    public RowTable<T> Date(string name, Expression<Func<T, string>> of) =>
        Add(name, of, (cells, at) => cells.Date(at), (rows, column, value) => rows.Cell(column, value), CellKind.Date);

    /// <summary>One of a few words.</summary>
    public RowTable<T> OneOf(string name, string[] words, Expression<Func<T, string>> of) =>
        Add(name, of, (cells, at) => cells.OneOf(at, words), (rows, column, value) => rows.Cell(column, value));

    /// <summary>What the row is about: period, measure, place and group.</summary>
    public RowTable<T> Key(Expression<Func<T, ResultKey>> of)
    {
        var (get, set) = (Getter(of), Setter(of));
        Add(new Column("period", Read, (row, rows) => rows.Cell("period", get(row).Period)));
        Add(new Column(Measure, null, (row, rows) => rows.Cell(Measure, get(row).Measure)));
        Add(new Column("place", null, (row, rows) => rows.Cell("place", get(row).Place)));
        return Add(new Column("group", null, (row, rows) => rows.Cell("group", get(row).Group)));

        void Read(T row, CellReader cells, int at) => set(row, new ResultKey(cells.Text(at), cells.Text(at + 1), cells.Text(at + 2), cells.Text(at + 3)));
    }

    /// <summary>A number, or nothing.</summary>
    public RowTable<T> Number(string name, Expression<Func<T, double>> of) =>
        Add(name, of, (cells, at) => cells.Number(at), (rows, column, value) => rows.Cell(column, value), CellKind.Number);

    /// <summary>A number in single precision, or nothing.</summary>
    public RowTable<T> Single(string name, Expression<Func<T, float>> of) =>
        Add(name, of, (cells, at) => cells.Single(at), (rows, column, value) => rows.Cell(column, value), CellKind.Number);

    /// <summary>A number that has to be there.</summary>
    public RowTable<T> Required(string name, Expression<Func<T, double>> of) =>
        Add(name, of, (cells, at) => cells.Required(at), (rows, column, value) => rows.Cell(column, value), CellKind.Number);

    /// <summary>An amount with every digit that it has, or nothing.</summary>
    public RowTable<T> Exact(string name, Expression<Func<T, decimal?>> of)
    {
        var (get, set) = (Getter(of), Setter(of));
        return Add(new Column(name, (row, cells, at) => set(row, cells.Exact(at)), (row, rows) => Write(rows, get(row)), CellKind.Number));

        void Write(IRowWriter rows, decimal? value)
        {
            if (value is { } amount)
            {
                rows.Cell(name, amount);
            }
            else
            {
                rows.Empty(name);
            }
        }
    }

    /// <summary>An amount with every digit that it has, which has to be there.</summary>
    public RowTable<T> Amount(string name, Expression<Func<T, decimal>> of) =>
        Add(name, of, (cells, at) => cells.Exact(at) ?? throw cells.Problem(at, "a number"), (rows, column, value) => rows.Cell(column, value), CellKind.Number);

    /// <summary>A count.</summary>
    public RowTable<T> Whole(string name, Expression<Func<T, int>> of) =>
        Add(name, of, (cells, at) => cells.Whole(at), (rows, column, value) => rows.Cell(column, value), CellKind.Whole);

    /// <summary>A count; nothing in place of 0, where nothing was counted.</summary>
    public RowTable<T> WholeOrNothing(string name, Expression<Func<T, int>> of)
    {
        var (get, set) = (Getter(of), Setter(of));
        return Add(new Column(name, (row, cells, at) => set(row, cells.WholeOrNothing(at)), (row, rows) => Write(rows, get(row)), CellKind.Whole));

        void Write(IRowWriter rows, int value)
        {
            if (value == 0)
            {
                rows.Empty(name);
            }
            else
            {
                rows.Cell(name, value);
            }
        }
    }

    /// <summary>The last columns, which a file of an earlier version may lack: it is read as if they were empty.</summary>
    public RowTable<T> Later(Func<RowTable<T>, RowTable<T>> columns)
    {
        later = read.Count;
        return columns(this);
    }

    public RowTable<T> Flag(string name, Expression<Func<T, bool>> of) =>
        Add(name, of, (cells, at) => cells.Flag(at), (rows, column, value) => rows.Cell(column, value), CellKind.Flag);

    /// <summary>The ends of an interval, of which the lower is not above the upper.</summary>
    public RowTable<T> Interval(string lower, Expression<Func<T, double>> ofLower, string upper, Expression<Func<T, double>> ofUpper)
    {
        var (get, set, getUpper, setUpper) = (Getter(ofLower), Setter(ofLower), Getter(ofUpper), Setter(ofUpper));
        Add(new Column(lower, Read, (row, rows) => rows.Cell(lower, get(row)), CellKind.Number));
        return Add(new Column(upper, null, (row, rows) => rows.Cell(upper, getUpper(row)), CellKind.Number));

        void Read(T row, CellReader cells, int at)
        {
            var ends = cells.Interval(at);
            set(row, ends.Lower);
            setUpper(row, ends.Upper);
        }
    }

    /// <summary>
    /// Columns that are written empty, and need not be there to be read; or places among the others for columns of <see cref="Later"/>.
    /// </summary>
    public RowTable<T> Empty(params string[] names)
    {
        written.AddRange(names.Select(name => new Column(name, null, (_, rows) => rows.Empty(name), CellKind.Number)));
        return this;
    }

    /// <summary>Demands, when read, a row at least of each of some scenarios: a file that was cut off lacks the last of them.</summary>
    public RowTable<T> RowsOf(Func<RunFacts, IEnumerable<string>> scenarios)
    {
        complete = scenarios;
        return this;
    }

    /// <summary>Writes the file.</summary>
    public void Write(Stream stream, IEnumerable<T> rows)
    {
        using var csv = new CsvRows(stream, [.. written.Select(column => column.Name)]);
        Write(csv, rows);
    }

    /// <summary>Writes the same columns and rows as a Parquet file.</summary>
    public void WriteParquet(Stream stream, IEnumerable<T> rows)
    {
        using var parquet = new ParquetRows(stream, [.. written.Select(column => (column.Name, column.Kind))]);
        Write(parquet, rows);
    }

    public void Write(IRowWriter writer, IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            foreach (var column in written)
            {
                column.Write(row, writer);
            }

            writer.EndRow();
        }
    }

    /// <summary>The rows, as they are come to.</summary>
    /// <param name="cells">The file, opened with the columns that are demanded.</param>
    /// <param name="run">The run it belongs to.</param>
    /// <param name="measures">Which measures to keep, of a table that has them; the others cost little time and no memory.</param>
    public IEnumerable<T> Read(CellReader cells, RunFacts run, MeasureFilter? measures = null)
    {
        var measure = measures is null ? -1 : read.FindIndex(column => column.Name == Measure);
        var scenario = read.FindIndex(column => column.Name == "scenario");
        while (cells.Next())
        {
            if (measure >= 0 && !measures!.Keeps(cells.Text(measure)))
            {
                cells.Scenario(scenario);
                continue;
            }

            // Each of its properties is set from a column: what a constructor would have put there does not matter.
            var row = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
            for (var at = 0; at < read.Count; at++)
            {
                read[at].Read?.Invoke(row, cells, at);
            }

            yield return row;
        }

        cells.DemandRowsOf(complete(run));
    }

    private static Func<T, TValue> Getter<TValue>(Expression<Func<T, TValue>> of) => PropertyOf(of).GetMethod!.CreateDelegate<Func<T, TValue>>();

    private static Action<T, TValue> Setter<TValue>(Expression<Func<T, TValue>> of) => PropertyOf(of).SetMethod!.CreateDelegate<Action<T, TValue>>();

    private static PropertyInfo PropertyOf<TValue>(Expression<Func<T, TValue>> of) => (PropertyInfo)((MemberExpression)of.Body).Member;

    private RowTable<T> Add<TValue>(string name, Expression<Func<T, TValue>> of, Func<CellReader, int, TValue> read, Action<IRowWriter, string, TValue> write,
        CellKind kind = CellKind.Text)
    {
        var (get, set) = (Getter(of), Setter(of));
        return Add(new Column(name, (row, cells, at) => set(row, read(cells, at)), (row, rows) => write(rows, name, get(row)), kind));
    }

    /// <summary>A column stands where one of its name was left a place, else behind the others.</summary>
    private RowTable<T> Add(Column column)
    {
        read.Add(column);
        if (written.FindIndex(place => place.Name == column.Name) is >= 0 and var at)
        {
            written[at] = column;
        }
        else
        {
            written.Add(column);
        }

        return this;
    }

    /// <param name="Name">In the first line of the file.</param>
    /// <param name="Read">Sets the property of a row from the cell at a place; null where the column before has read this one too.</param>
    /// <param name="Write">Writes the cell.</param>
    /// <param name="Kind">What its cells hold.</param>
    private sealed record Column(string Name, Action<T, CellReader, int>? Read, Action<T, IRowWriter> Write, CellKind Kind = CellKind.Text);
}
