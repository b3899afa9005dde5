using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Observed;

/// <summary>Reads a column that gives patients an attribute.</summary>
internal sealed class ObservedValues
{
    private readonly CompileContext context;
    private readonly TableData table;
    private readonly int column;
    private readonly int attribute;
    private readonly AttributeKind kind;
    private readonly ManyFaults faults;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private int empty;
    private TableRow? firstEmpty;

    public ObservedValues(CompileContext context, TableData table, int column)
    {
        this.context = context;
        this.table = table;
        this.column = column;
        attribute = context.FindAttribute(table.Columns[column]);
        kind = context.Attributes.KindOf(attribute);
        faults = new ManyFaults(context.Problems, Path);
    }

    private string Path => $"tables.{table.Name}.{table.Columns[column]}";

    private string Expected => kind switch
    {
        AttributeKind.Duration => "a length of time, at least 0, with a unit, such as \"30 min\"",
        AttributeKind.Number => "a whole number, at least 0",
        _ => $"a value of {table.Columns[column]}",
    };

    /// <summary>The value of a cell: the index of a named value, a number, or a length of time [s]. Empty: not set.</summary>
    public int Read(TableRow row)
    {
        var cell = row.Cells[column].Trim();
        if (cell.Length == 0)
        {
            empty++;
            firstEmpty ??= row;
            return kind == AttributeKind.Named ? -1 : 0;
        }

        if (kind == AttributeKind.Duration)
        {
            if (DurationText.TryParse(cell, out var seconds, out _) && seconds is >= 0 and < int.MaxValue)
            {
                return (int)Math.Round(seconds);
            }
        }
        else if (ValueOf(cell) is >= 0 and var value)
        {
            return value;
        }

        faults.Add(row, Expected, cell, HintOf(cell));
        return 0;
    }

    /// <summary>Tells of empty cells.</summary>
    public void Finish()
    {
        faults.Finish(Expected);
        if (empty > 0)
        {
            var without = kind == AttributeKind.Named ? "have no value, and where a table or a path needs one the run stops" : "have 0";
            context.Problems.Warning(firstEmpty!.Where, Path, Expected,
                FormattableString.Invariant($"an empty cell in {empty} {(empty == 1 ? "row" : "rows")}, this one first"), $"Those patients {without}.");
        }
    }

    private int ValueOf(string cell)
    {
        if (kind == AttributeKind.Named && known.TryGetValue(cell, out var index))
        {
            return index;
        }

        var value = context.ValueIndex(attribute, cell);
        if (kind == AttributeKind.Named && value >= 0)
        {
            known.Add(cell, value);
        }

        return value;
    }

    private string HintOf(string cell) => kind switch
    {
        AttributeKind.Duration => NumberText.TryParse(cell, out _, out _) && !cell.StartsWith('-') ? TimeUnit.Hint : "",
        AttributeKind.Number => "",
        _ => Nearest.Hint(cell, context.Attributes.ValuesOf(attribute)),
    };
}
