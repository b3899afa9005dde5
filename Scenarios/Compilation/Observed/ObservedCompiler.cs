using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Observed;

/// <summary>Compiles lists of observed arrivals: a column <c>time</c>, attributes, and perhaps <c>replication</c>.</summary>
internal sealed class ObservedCompiler
{
    private const string TimeColumn = "time";
    private const string ReplicationColumn = "replication";
    private const string OneInstance = "the instance to which the patient comes, since the stream is there once for each";

    private readonly CompileContext context;

    public ObservedCompiler(CompileContext context) => this.context = context;

    /// <summary>True for a column that gives patients an attribute of its name.</summary>
    public static bool IsAttribute(string column) => column is not (TimeColumn or ReplicationColumn) && !TableOrigins.Columns.Contains(column);

    /// <summary>The arrivals of one instance sorted by time, or null after a problem.</summary>
    public ObservedModel? Compile(StreamDescription stream, Written file, CompileScope scope)
    {
        var format = DeclaredDates.Read(stream.ObservedDates, context.Problems);
        if (TableNames.Find(context.Files, file, context.Problems) is not { } table || format is null)
        {
            return null;
        }

        var time = table.ColumnOf(TimeColumn);
        if (time < 0)
        {
            context.Problems.Error(table.Where, $"tables.{table.Name}", $"a column \"{TimeColumn}\"", "columns " + string.Join(", ", table.Columns),
                Nearest.Rename(TimeColumn, table.Columns));
            return null;
        }

        if (table.Rows.Count == 0)
        {
            context.Problems.Error(table.Where, $"tables.{table.Name}", "at least one arrival", "a list without rows");
        }

        CheckColumns(stream, table);
        return Read(table, format, time, PlaceColumns(stream, table, scope));
    }

    private ObservedModel Read(TableData table, DateFormat format, int time, List<(int Column, OwnPlace Place)> places)
    {
        var replication = table.ColumnOf(ReplicationColumn);
        var nowhere = places.ConvertAll(place => (place.Column, Faults: new ManyFaults(context.Problems, $"tables.{table.Name}.{table.Columns[place.Column]}")));
        int[] columns = [.. Enumerable.Range(0, table.Columns.Length).Where(index => IsAttribute(table.Columns[index]))];
        var times = new ObservedTimes(context, table, format, time);
        var replications = replication < 0 ? null : new ObservedReplications(context, table, replication);
        ObservedValues[] values = [.. columns.Select(column => new ObservedValues(context, table, column))];
        var arrivals = new ObservedRows(columns.Length, table.Rows.Count, replication >= 0);
        foreach (var row in table.Rows)
        {
            if (nowhere.Find(place => row.Cells[place.Column].Trim().Length == 0) is { Faults: { } faults })
            {
                faults.Add(row, OneInstance, "");
                continue;
            }

            // A replication in which nobody comes to this instance is there all the same.
            var number = replications?.Read(row) ?? 0;
            if (places.Exists(place => IsElsewhere(row, place.Column, place.Place)))
            {
                continue;
            }

            var second = times.Read(row);
            replications?.Note(number, isWithin: second >= 0);
            arrivals.Begin(second, number);
            foreach (var value in values)
            {
                arrivals.Add(value.Read(row));
            }

            arrivals.End(keep: second >= 0);
        }

        nowhere.ForEach(place => place.Faults.Finish(OneInstance));
        times.Finish();
        replications?.Finish();
        Array.ForEach(values, value => value.Finish());

        // After a problem nothing is run, but that these attributes are set is known to the checks that follow.
        return arrivals.ToModel([.. columns.Select(column => context.FindAttribute(table.Columns[column]))]);
    }

    /// <summary>The columns of the dimensions that the stream is written for each of; without one every instance gets the whole list.</summary>
    private List<(int Column, OwnPlace Place)> PlaceColumns(StreamDescription stream, TableData table, CompileScope scope)
    {
        var found = new List<(int Column, OwnPlace Place)>();
        foreach (var place in context.PlacesOf(scope))
        {
            var dimension = place.Dimension.Name;
            if (table.ColumnOf(dimension) is >= 0 and var column)
            {
                found.Add((column, place));
                continue;
            }

            context.Problems.Warning(table.Where, $"tables.{table.Name}",
                $"a column \"{dimension}\", since the stream {stream.Name.Text} is there once for each", "a list without it: each of them gets all its rows",
                $"Add the column \"{dimension}\".");
        }

        return found;
    }

    private static bool IsElsewhere(TableRow row, int column, OwnPlace place) =>
        row.Cells[column].Trim() is var cell && cell != place.Name && place.Dimension.Instances.Contains(cell);

    private void CheckColumns(StreamDescription stream, TableData table)
    {
        var known = new KnownColumns(context);
        foreach (var column in table.Columns.Where(column => IsAttribute(column) && !known.Contains(column)))
        {
            string[] names = [TimeColumn, ReplicationColumn, .. known.Names];
            var near = Nearest.Hint(column, names);
            context.Problems.Error(table.Where, $"tables.{table.Name}", "the columns " + string.Join(", ", names) + ", or status, source, range or note",
                column, near.Length > 0 ? near : $"Declare it under attributes: if patients of {stream.Name.Text} carry it; otherwise take it out.");
        }
    }
}
