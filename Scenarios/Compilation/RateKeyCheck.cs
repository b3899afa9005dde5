using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Checks what a rate says of its tables' keys: <c>by</c>, and what needs an hour or a weekday.</summary>
internal sealed class RateKeyCheck
{
    private readonly CompileContext context;

    public RateKeyCheck(CompileContext context) => this.context = context;

    /// <param name="rate">As written.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="scope">Where it stands: the dimension of <c>each</c> need not be repeated.</param>
    public void Check(RateDescription rate, IReadOnlyList<TableData> tables, CompileScope scope)
    {
        string[] keys = [.. tables.SelectMany(KeysOf).Distinct()];
        CheckBy(rate.By, keys, string.Join(", ", tables.Select(table => table.Name)), scope);
        foreach (var (use, table) in rate.Tables.Zip(tables))
        {
            CheckBy(use.By, [.. KeysOf(table)], table.Name, scope);
        }

        if (tables.Count > 0)
        {
            CheckEffects(rate, keys);
        }
    }

    private IEnumerable<string> KeysOf(TableData table) => table.Columns.Where(column => TableNames.IsKey(column, context.Attributes));

    /// <summary><c>by</c> repeats the keys for the reader: all of them, and no other.</summary>
    private void CheckBy(IReadOnlyList<Written> by, string[] keys, string table, CompileScope scope)
    {
        if (by.Count == 0)
        {
            return;
        }

        var expected = keys.Length == 0 ? $"no \"by\", since {table} has no keys" : $"the keys of {table}: {string.Join(", ", keys)}";
        foreach (var word in by.Where(word => !keys.Contains(word.Text)))
        {
            context.Problems.Error(word.Where, word.Path, expected, word.Text, Nearest.Hint(word.Text, keys));
            return;
        }

        if (Array.Find(keys, key => context.PlaceOf(scope, key) is null && !by.Any(word => word.Text == key)) is { } missing)
        {
            context.Problems.Error(by[0].Where, by[0].Path, expected, $"\"by\" without {missing}");
        }
    }

    private void CheckEffects(RateDescription rate, string[] keys)
    {
        if (rate.Holiday is { } holiday && context.Scenarios.IsJudged(holiday.Where) && !keys.Contains("weekday"))
        {
            context.Problems.Warning(holiday.Where, holiday.Path, "a table by weekday", holiday.Text,
                "Without one a holiday is like any other day: leave it out.");
        }

        if (rate.Linear && context.Scenarios.IsJudged(rate.At.Where) && !keys.Contains("hour"))
        {
            context.Problems.Warning(rate.At.Where, rate.At.Path + ".shape", "a table by hour, whose points are joined", "linear",
                "Without one it does nothing: leave it out.");
        }

        if (rate is { Per: { } per, Scale: null } && context.Scenarios.IsJudged(per.Where) && keys.Contains("hour")
            && RateText.TryParsePeriod(per.Text, out var seconds) && seconds > TimeUnit.Hour)
        {
            context.Problems.Warning(per.Where, per.Path, "\"per: h\", where the cells are those of an hour", per.Text,
                $"Each cell is taken as so many per {per.Text} while its hour lasts: 24 cells of 1 are one patient per {per.Text}, not 24 a day.");
        }
    }
}
