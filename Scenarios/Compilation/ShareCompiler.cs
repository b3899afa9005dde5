using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Reads outcomes with their shares: from maps, from tables with one column an outcome, or with one column that names it.</summary>
internal sealed class ShareCompiler
{
    private const double Tolerance = 1e-9;

    private readonly CompileContext context;

    public ShareCompiler(CompileContext context) => this.context = context;

    /// <summary>Shares that sum to 1: exactly one <c>rest</c>, else 100 % ± 1e-9; null after a problem.</summary>
    public double[]? Read(IReadOnlyList<Written> texts, Written at)
    {
        var shares = new double[texts.Count];
        var rest = -1;
        var bad = false;
        for (var index = 0; index < shares.Length; index++)
        {
            if (ShareText.IsRest(texts[index].Text))
            {
                bad |= rest >= 0 && !Refuse(texts[index], "rest once", "rest a second time");
                rest = index;
            }
            else if (texts[index].Text.Length > 0 && !ShareText.TryParse(texts[index].Text, out shares[index], out var expected))
            {
                bad = !Refuse(texts[index], expected, texts[index].Text, NumberText.TryParse(texts[index].Text, out _, out _) ? "Write the % sign." : "");
            }
        }

        return bad ? null : Complete(shares, rest, at);
    }

    /// <summary>An outcome set from shares; outcomes below 0 have had their problem reported.</summary>
    public OutcomeSet? Set(IReadOnlyList<ShareDescription> written, Func<Written, int> outcomeOf, Written at)
    {
        if (written.Count == 0)
        {
            Refuse(at, "at least one outcome", "none");
            return null;
        }

        int[] outcomes = [.. written.Select(share => outcomeOf(share.Outcome))];
        var shares = Read([.. written.Select(share => share.Share)], at);
        return shares is null || outcomes.Any(outcome => outcome < 0) ? null : new OutcomeSet(shares, outcomes);
    }

    /// <summary>The outcome sets of the rows of a table; null after a problem.</summary>
    /// <param name="compiled">The table.</param>
    /// <param name="column">Column that names the outcome, or null: as the table's columns tell.</param>
    /// <param name="outcomeOf">Index of an outcome by its name; negative after a problem.</param>
    public OutcomeSet[]? OfTable(CompiledTable compiled, string? column, Func<string, Written, int> outcomeOf)
    {
        var named = TableNames.OutcomeColumn(compiled.Table, column, context.Attributes);
        if (named < 0 && column is not null)
        {
            TableValues.Column(context, compiled.Table,
                new TableUse(new Written(compiled.Table.Name, compiled.Table.Where, $"tables.{compiled.Table.Name}"), column));
            return null;
        }

        return named >= 0 ? Named(compiled, named, outcomeOf) : Shared(compiled, outcomeOf);
    }

    private OutcomeSet[]? Named(CompiledTable compiled, int column, Func<string, Written, int> outcomeOf)
    {
        var path = $"tables.{compiled.Table.Name}.{compiled.Table.Columns[column]}";
        context.Uses.ReadColumn(compiled.Table.Name, compiled.Table.Columns[column]);
        int[] outcomes = [.. compiled.Rows.Select(row => outcomeOf(row.Cells[column].Trim(), new Written(row.Cells[column].Trim(), row.Where, path)))];
        return outcomes.Any(outcome => outcome < 0) ? null : Array.ConvertAll(outcomes, outcome => new OutcomeSet([1], [outcome]));
    }

    private OutcomeSet[]? Shared(CompiledTable compiled, Func<string, Written, int> outcomeOf)
    {
        var table = compiled.Table;
        var columns = TableNames.ValueColumns(table, context.Attributes);
        var path = $"tables.{table.Name}";
        if (columns.Length == 0)
        {
            Refuse(new Written("", table.Where, path), "a column for each outcome, or one column that names it", "columns " + string.Join(", ", table.Columns));
            return null;
        }

        Array.ForEach(columns, column => context.Uses.ReadColumn(table.Name, table.Columns[column]));
        var outcomes = Array.ConvertAll(columns,
            column => outcomeOf(table.Columns[column], new Written(table.Columns[column], table.Where, $"{path}.{table.Columns[column]}")));
        var sets = new List<OutcomeSet>();
        foreach (var row in compiled.Rows)
        {
            Written[] cells = [.. columns.Select(column => new Written(row.Cells[column].Trim(), row.Where, $"{path}.{table.Columns[column]}"))];
            if (Read(cells, new Written("", row.Where, path)) is { } shares && outcomes.All(outcome => outcome >= 0))
            {
                sets.Add(new OutcomeSet(shares, outcomes));
            }
        }

        return sets.Count == compiled.Rows.Count ? [.. sets] : null;
    }

    private double[]? Complete(double[] shares, int rest, Written at)
    {
        var sum = shares.Sum();
        if (rest >= 0 ? sum > 1 + Tolerance : Math.Abs(sum - 1) > Tolerance)
        {
            Refuse(at, rest >= 0
                ? "shares of at most 100 % beside rest"
                : "shares that sum to 100 %, or one \"rest\"", $"a sum of {ShareText.Write(Math.Round(sum, 10))}");
            return null;
        }

        if (rest >= 0)
        {
            shares[rest] = Math.Max(0, 1 - sum);
        }

        return shares;
    }

    private bool Refuse(Written at, string expected, string received, string hint = "")
    {
        context.Problems.Error(at.Where, at.Path, expected, received, hint);
        return false;
    }
}
