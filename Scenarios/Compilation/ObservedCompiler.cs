using System.Globalization;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles lists of observed arrivals: a column <c>time</c>, attributes, and perhaps <c>replication</c>.</summary>
internal sealed class ObservedCompiler
{
    private const string Expected = "a moment such as 2016-04-01T13:45, or a length of time since the start such as \"90 min\"";

    private readonly CompileContext context;

    public ObservedCompiler(CompileContext context) => this.context = context;

    /// <summary>The arrivals sorted by time, or null after a problem.</summary>
    public ObservedModel? Compile(Written file)
    {
        if (TableNames.Find(context.Files, file, context.Problems) is not { } table)
        {
            return null;
        }

        var time = table.ColumnOf("time");
        if (time < 0)
        {
            context.Problems.Error(table.Where, $"tables.{table.Name}", "a column \"time\"", "columns " + string.Join(", ", table.Columns));
            return null;
        }

        var replication = table.ColumnOf("replication");
        int[] columns = [.. Enumerable.Range(0, table.Columns.Length).Where(index => index != time && index != replication && context.FindAttribute(table.Columns[index]) >= 0)];
        var arrivals = table.Rows.Select(row => Read(table, row, time, replication, columns)).ToList();
        return arrivals.Contains(null) ? null : Sorted(arrivals!, columns, table, replication >= 0);
    }

    private ObservedModel Sorted(List<Arrival> arrivals, int[] columns, TableData table, bool byReplication)
    {
        var sorted = arrivals.OrderBy(arrival => arrival.Time).ToList();
        return new ObservedModel
        {
            Times = [.. sorted.Select(arrival => arrival.Time)],
            Replication = byReplication ? [.. sorted.Select(arrival => arrival.Replication)] : null,
            Attributes = Array.ConvertAll(columns, column => context.FindAttribute(table.Columns[column])),
            Values = [.. sorted.SelectMany(arrival => arrival.Values)],
        };
    }

    private Arrival? Read(TableData table, TableRow row, int time, int replication, int[] columns)
    {
        var path = $"tables.{table.Name}";
        var at = Time(row.Cells[time].Trim());
        var number = 0;
        if (at is null)
        {
            context.Problems.Error(row.Where, path + ".time", Expected, row.Cells[time]);
        }

        if (replication >= 0 && !NumberText.TryParseWhole(row.Cells[replication], out number, out var expected))
        {
            context.Problems.Error(row.Where, path + ".replication", expected, row.Cells[replication]);
            return null;
        }

        var values = Array.ConvertAll(columns, column => Value(table, row, column));
        return at is { } second && Array.TrueForAll(values, value => value is not null) ? new Arrival(second, number, Array.ConvertAll(values, value => value!.Value)) : null;
    }

    private int? Time(string text)
    {
        if (DurationText.TryParse(text, out var seconds, out _) && seconds >= 0)
        {
            return context.Run.Start + (int)Math.Round(seconds);
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) || !text.Contains('-', StringComparison.Ordinal))
        {
            return null;
        }

        var since = moment - context.Run.FirstDay.ToDateTime(TimeOnly.MinValue);
        return since.TotalSeconds is >= 0 and < int.MaxValue ? (int)Math.Round(since.TotalSeconds) : null;
    }

    /// <summary>The value of a cell; empty: not set.</summary>
    private int? Value(TableData table, TableRow row, int column)
    {
        var attribute = context.FindAttribute(table.Columns[column]);
        var cell = row.Cells[column].Trim();
        if (cell.Length == 0)
        {
            return context.Attributes.KindOf(attribute) == AttributeKind.Named ? -1 : 0;
        }

        if (context.Attributes.KindOf(attribute) == AttributeKind.Duration)
        {
            if (DurationText.TryParse(cell, out var seconds, out _) && seconds is >= 0 and < int.MaxValue)
            {
                return (int)Math.Round(seconds);
            }
        }
        else if (context.ValueIndex(attribute, cell) is >= 0 and var value)
        {
            return value;
        }

        context.Problems.Error(row.Where, $"tables.{table.Name}.{table.Columns[column]}", $"a value of {table.Columns[column]}", cell, Nearest.Hint(cell, context.Attributes.ValuesOf(attribute)));
        return null;
    }

    private sealed record Arrival(int Time, int Replication, int[] Values);
}
