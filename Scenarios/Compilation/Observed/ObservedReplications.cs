using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Observed;

/// <summary>Reads the column <c>replication</c>, which counts from 1; a replication of the run that has no rows is refused, since it would run empty.</summary>
internal sealed class ObservedReplications
{
    private const string Expected = "a replication, counted from 1";
    private const int MostNamed = 5;

    private readonly CompileContext context;
    private readonly TableData table;
    private readonly int column;
    private readonly ManyFaults faults;
    private readonly SortedSet<int> found = [];
    private readonly SortedSet<int> leftOut = [];
    private readonly HashSet<int> kept = [];

    public ObservedReplications(CompileContext context, TableData table, int column)
    {
        this.context = context;
        this.table = table;
        this.column = column;
        faults = new ManyFaults(context.Problems, Path);
    }

    private string Path => $"tables.{table.Name}.{table.Columns[column]}";

    /// <summary>The row's replication; 0 after a problem.</summary>
    public int Read(TableRow row)
    {
        var text = row.Cells[column].Trim();
        if (NumberText.TryParseWhole(text, out var number, out _) && number >= 1)
        {
            found.Add(number);
            return number;
        }

        faults.Add(row, Expected, text);
        return 0;
    }

    /// <summary>An arrival of this replication is within the run, or left out.</summary>
    public void Note(int replication, bool isWithin) => (isWithin ? (ISet<int>)kept : leftOut).Add(replication);

    /// <summary>Refuses a list in which a replication of the run is missing.</summary>
    public void Finish()
    {
        faults.Finish(Expected);
        var missing = Missing(context.Run.Replications);
        if (faults.Any || missing.Count == 0)
        {
            TellEmpty();
            return;
        }

        var has = Missing(int.MaxValue)[0].From - 1;
        context.Problems.Error(
            table.Where,
            Path,
            FormattableString.Invariant($"rows for each of the {context.Run.Replications} replications of the run, counted from 1"),
            "a list without rows for " + string.Join(", ", missing.Take(MostNamed).Select(Words)) + (missing.Count > MostNamed ? " and more" : ""),
            has > 0 ? FormattableString.Invariant($"Without them they would run empty. Run {has} (replications: {has}), or add the rows.")
                : "Without them they would run empty. Number the replications from 1, or leave out the column: then every replication has all rows.");
    }

    /// <summary>Warns where all rows of a replication lie outside the run.</summary>
    private void TellEmpty()
    {
        int[] empty = [.. leftOut.Where(number => number >= 1 && number <= context.Run.Replications && !kept.Contains(number))];
        if (!faults.Any && kept.Count > 0 && empty.Length > 0)
        {
            context.Problems.Warning(table.Where, Path, "arrivals within the run in each replication",
                "none in " + string.Join(", ", empty.Take(MostNamed).Select(number => NumberText.Write(number)))
                + (empty.Length > MostNamed ? " and more" : ""), "All their rows lie outside the run: nobody of this list comes in them.");
        }
    }

    /// <summary>Spans of replications from 1 to <paramref name="last"/> that no row names.</summary>
    private List<(int From, int To)> Missing(int last)
    {
        var missing = new List<(int From, int To)>();
        var next = 1;
        foreach (var number in found.TakeWhile(number => number <= last))
        {
            if (number > next)
            {
                missing.Add((next, number - 1));
            }

            next = number == int.MaxValue ? number : number + 1;
        }

        if (next <= last && !found.Contains(next))
        {
            missing.Add((next, last));
        }

        return missing;
    }

    private static string Words((int From, int To) span) =>
        span.From == span.To ? NumberText.Write(span.From) : $"{NumberText.Write(span.From)} to {NumberText.Write(span.To)}";
}
