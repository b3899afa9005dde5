using System.Globalization;
using CsvHelper;

namespace FlowSim.Scenarios.Results.Tables;

/// <summary>Reads the cells of a result file row by row; columns are those asked for, in the order asked for, wherever they stand.</summary>
internal sealed class CellReader : IDisposable
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly CsvReaderOptions Options = new() { Separator = ',', PoolStrings = true, MalformedData = CsvMalformedDataHandling.Throw };

    private readonly CsvReader csv;
    private readonly Func<long, int> lineOf;
    private readonly string file;
    private readonly string[] columns;
    private readonly RunFacts run;
    private readonly int[] positions;
    private readonly HashSet<string> scenarios = new(StringComparer.Ordinal);
    private int width;
    private string? scenario;

    private readonly int demanded;

    private CellReader(CsvReader csv, Func<long, int> lineOf, string file, string[] columns, int demanded, RunFacts run)
    {
        this.demanded = demanded;
        this.lineOf = lineOf;
        this.file = file;
        this.columns = columns;
        this.run = run;
        this.csv = csv;
        positions = new int[columns.Length];
    }

    /// <param name="bytes">The file.</param>
    /// <param name="file">Its path as the user knows it.</param>
    /// <param name="columns">Columns to read; others are passed over.</param>
    /// <param name="demanded">How many of them, the first, it must have; the others are empty where they are missing.</param>
    /// <param name="run">The run it belongs to.</param>
    /// <exception cref="ResultContentException">A column is missing.</exception>
    public static CellReader Open(byte[] bytes, string file, string[] columns, int demanded, RunFacts run) =>
        Open(new CellReader(CsvReader.Create(bytes, Options), offset => ContentProblem.LineOf(bytes, offset), file, columns, demanded, run));

    /// <summary>The same of a file that may be larger than the memory; all its columns are demanded.</summary>
    /// <param name="stream">The file, which can be read twice: again to find the line of what is wrong.</param>
    /// <exception cref="ResultContentException">A column is missing.</exception>
    public static CellReader Open(Stream stream, string file, string[] columns, RunFacts run) => Open(new CellReader(
        CsvReader.Create(stream, Options, leaveOpen: true), offset => ContentProblem.LineOf(stream, offset), file, columns, columns.Length, run));

    /// <summary>Reads, and says where the file is no CSV.</summary>
    public T Guard<T>(Func<CellReader, T> read)
    {
        try
        {
            return read(this);
        }
        catch (CsvFormatException failure)
        {
            throw ContentProblem.At(file, lineOf(failure.ByteOffset), "", "comma-separated cells", failure.Message, cause: failure);
        }
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next()
    {
        if (!csv.Read())
        {
            return false;
        }

        return csv.FieldCount == width
            ? true
            : throw ContentProblem.At(file, Line, "", FormattableString.Invariant($"{width} cells, as in the header"),
                FormattableString.Invariant($"{csv.FieldCount} cells"));
    }

    public string Text(int column) => positions[column] < 0 ? "" : csv.GetString(positions[column]);

    /// <summary>NaN for an empty cell.</summary>
    public double Number(int column)
    {
        var cell = positions[column] < 0 ? [] : csv.GetSpan(positions[column]);
        return cell.IsEmpty ? double.NaN
            : double.TryParse(cell, Style, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
            : throw Problem(column, "a finite number, or nothing");
    }

    /// <summary>NaN for an empty cell; in single precision, since that is what was written.</summary>
    public float Single(int column)
    {
        var cell = positions[column] < 0 ? [] : csv.GetSpan(positions[column]);
        return cell.IsEmpty ? float.NaN
            : float.TryParse(cell, Style, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? value
            : throw Problem(column, "a finite number, or nothing");
    }

    /// <summary>The ends of an interval, from a column and the next; NaN for an empty cell.</summary>
    public (double Lower, double Upper) Interval(int column)
    {
        var (lower, upper) = (Number(column), Number(column + 1));
        return lower > upper ? throw Problem(column, $"a number that is not above {columns[column + 1]} ({Text(column + 1)})") : (lower, upper);
    }

    /// <summary>A number that has to be there.</summary>
    public double Required(int column) => Number(column) is var value && double.IsNaN(value) ? throw Problem(column, "a number") : value;

    /// <summary>An amount with every digit that it has; null for an empty cell.</summary>
    public decimal? Exact(int column) => Text(column) is not { Length: > 0 } text ? null
        : decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) ? value : throw Problem(column, "a number");

    /// <summary>A count; 0 where the file is of an earlier version and has no such column.</summary>
    public int Whole(int column) => positions[column] < 0 ? 0
        : int.TryParse(csv.GetSpan(positions[column]), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Problem(column, "a whole number, not negative");

    /// <summary>A count; 0 for an empty cell.</summary>
    public int WholeOrNothing(int column) => Text(column).Length == 0 ? 0 : Whole(column);

    public bool Flag(int column) => OneOf(column, ["true", "false"]) == "true";

    /// <summary>One of a few words.</summary>
    public string OneOf(int column, string[] words) =>
        Text(column) is var word && words.Contains(word) ? word : throw Problem(column, string.Join(" or ", words));

    /// <summary>A date within living memory.</summary>
    public string Date(int column) =>
        DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200
            ? Text(column)
            : throw Problem(column, "a date such as 2016-12-31");

    /// <summary>The id of a scenario of the run: a row of another one comes from another run.</summary>
    public string Scenario(int column)
    {
        var id = Text(column);
        if (ReferenceEquals(id, scenario))
        {
            return id;
        }

        scenarios.Add(id);
        return run.Scenarios.Contains(id) ? scenario = id : throw Problem(column, $"a scenario that manifest.json names ({string.Join(", ", run.Scenarios)})");
    }

    /// <summary>Demands that there was a row of each of some scenarios: a file that was cut off lacks the last of them.</summary>
    public void DemandRowsOf(IEnumerable<string> expected)
    {
        if (expected.FirstOrDefault(id => !scenarios.Contains(id)) is { } missing)
        {
            throw ContentProblem.At(file, 0, "", "rows of every scenario that manifest.json names", $"none of {missing}");
        }
    }

    /// <summary>Demands that the last row has come to its end: of a file that was cut off within a number the rest would be read as a number too.</summary>
    /// <param name="last">The last byte of the file; null for an empty one.</param>
    public void DemandEnd(byte? last)
    {
        if (last is not (null or (byte)'\n'))
        {
            throw ContentProblem.At(file, lineOf(long.MaxValue), "", "the end of a line after the last row", "the end of the file");
        }
    }

    /// <summary>What is wrong with a cell of the row.</summary>
    public ResultContentException Problem(int column, string expected) =>
        ContentProblem.At(file, Line, columns[column], expected, Text(column));

    public void Dispose() => csv.Dispose();

    private int Line => lineOf(csv.ByteOffset);

    private static CellReader Open(CellReader reader) => reader.Guard(opened =>
    {
        opened.FindColumns();
        return opened;
    });

    private void FindColumns()
    {
        csv.ReadHeader();
        width = csv.Headers.Count;
        for (var column = 0; column < columns.Length; column++)
        {
            if (csv.TryGetFieldIndex(columns[column], out positions[column]))
            {
                continue;
            }

            positions[column] = -1;
            if (column < demanded)
            {
                throw ContentProblem.At(file, 1, "", $"a column {columns[column]}", width == 0 ? "" : $"the columns {string.Join(", ", csv.Headers)}");
            }
        }
    }
}
