using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles numbers that may come from tables.</summary>
internal sealed class AmountCompiler
{
    private readonly CompileContext context;
    private readonly TableLookup lookups;

    public AmountCompiler(CompileContext context, TableLookup lookups)
    {
        this.context = context;
        this.lookups = lookups;
    }

    /// <summary>Numbers by the keys of a table, or one number; null after a problem.</summary>
    /// <param name="amount">As written.</param>
    /// <param name="scope">The instance in which it stands.</param>
    /// <param name="read">Reads one text; null after a problem.</param>
    public (Lookup Lookup, T[] Values)? Table<T>(AmountDescription amount, CompileScope scope, Func<Written, T?> read)
        where T : struct
    {
        if (amount.Text is { } text)
        {
            return read(text) is { } value ? (Lookup.Single, [value]) : null;
        }

        if (TableNames.Find(context.Files, amount.Table!.Table, context.Problems) is not { } table
            || TableValues.Column(context, table, amount.Table) is not (>= 0 and var column)
            || lookups.Compile(table, scope, dates: amount.Table.Dates) is not { } compiled)
        {
            return null;
        }

        var values = new List<T>();
        foreach (var row in compiled.Rows)
        {
            if (read(new Written(row.Cells[column].Trim(), row.Where, $"tables.{table.Name}.{table.Columns[column]}")) is { } value)
            {
                values.Add(value);
            }
        }

        return values.Count == compiled.Rows.Count ? (compiled.Lookup, values.ToArray()) : null;
    }

    /// <summary>One number that does not depend on a patient or a moment; null after a problem.</summary>
    public T? One<T>(AmountDescription amount, CompileScope scope, Func<Written, T?> read)
        where T : struct
    {
        if (Table(amount, scope, read) is not { } table)
        {
            return null;
        }

        if (table.Lookup.Keys.Length == 0)
        {
            return table.Values[0];
        }

        context.Problems.Error(amount.At.Where, amount.At.Path, "a table by the dimension of each only", $"table {amount.At.Text} with more keys");
        return null;
    }

    /// <summary>A whole number of units, at least 0; broken numbers, as a scenario's scaling leaves them, are rounded.</summary>
    public double? Units(Written text)
    {
        if (NumberText.TryParse(text.Text, out var units, out var expected) && units is >= 0 and <= WholeUnits.Most)
        {
            return WholeUnits.Of(units, context.Files) ?? Refuse(text, WholeUnits.Expected, WholeUnits.Hint(units));
        }

        context.Problems.Error(text.Where, text.Path, expected.Length > 0
            ? expected
            : units < 0 ? "a number of at least 0"
            : WholeUnits.ExpectedAtMost, text.Text);
        return null;
    }

    private double? Refuse(Written text, string expected, string hint)
    {
        context.Problems.Error(text.Where, text.Path, expected, text.Text, hint);
        return null;
    }

    /// <summary>A share [0 to 1].</summary>
    public double? Share(Written text)
    {
        if (ShareText.TryParse(text.Text, out var share, out var expected))
        {
            return share;
        }

        context.Problems.Error(text.Where, text.Path, expected, text.Text, NumberText.TryParse(text.Text, out _, out _) ? "Write the % sign." : "");
        return null;
    }

    /// <summary>A rank from 1 to 63.</summary>
    public int? Rank(Written text)
    {
        if (NumberText.TryParseWhole(text.Text, out var rank, out _) && rank is >= 1 and <= Ranks.Lowest)
        {
            return rank;
        }

        context.Problems.Error(text.Where, text.Path, $"a rank from 1 (first) to {Ranks.Lowest}", text.Text);
        return null;
    }

    /// <summary>A length of time that is not drawn [s].</summary>
    public int? Seconds(Written text)
    {
        if (DurationText.TryParse(text.Text, out var seconds, out var expected) && seconds is >= 0 and < int.MaxValue)
        {
            return (int)Math.Round(seconds);
        }

        context.Problems.Error(text.Where, text.Path, expected.Length > 0 ? expected : "a length of time of at most 66 years", text.Text, TimeUnit.Hint);
        return null;
    }
}
