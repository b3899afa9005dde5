using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Refuses what is given to a number that serves as a priority and is no rank.</summary>
internal sealed class RankCheck
{
    private readonly CompileContext context;
    private readonly int attribute;
    private readonly string expected;
    private readonly HashSet<(string Path, string Text)> told = [];

    private RankCheck(CompileContext context, int attribute, Written at)
    {
        this.context = context;
        this.attribute = attribute;
        expected = $"a rank from 1 (first) to {Ranks.Lowest}, since {at.Path} orders by {at.Text}";
    }

    /// <summary>Looks at all that streams, lists, stages and the described start give.</summary>
    public static void Check(CompileContext context, SystemDescription description)
    {
        foreach (var (attribute, at) in context.RankNumbers.DistinctBy(rank => rank.Attribute))
        {
            new RankCheck(context, attribute, at).Check(description);
        }
    }

    private void Check(SystemDescription description)
    {
        foreach (var stream in description.Streams.SelectMany(stream => stream.Overrides.Values.Prepend(stream)))
        {
            Check(stream.Attributes);
            if (stream.Observed is { } file && TableNames.Find(context.Files, file, context.Problems) is { } list)
            {
                CheckColumn(list, list.ColumnOf(context.Attributes.NameOf(attribute)));
            }
        }

        foreach (var stage in description.Stages.SelectMany(stage => stage.Overrides.Values.Prepend(stage)))
        {
            Check(stage.Sets);
            foreach (var census in stage.StartsWith)
            {
                Check(census.Sets);
            }
        }
    }

    private void Check(IReadOnlyList<SetDescription> sets)
    {
        foreach (var set in sets.Where(set => context.FindAttribute(set.Attribute.Text) == attribute))
        {
            Check(set.Value);
        }
    }

    private void Check(ChoiceDescription choice)
    {
        Written?[] outcomes =
            [choice.Single, .. choice.Shares?.Select(share => share.Outcome) ?? [], .. choice.By?.Outcomes.Select(outcome => outcome.Outcome) ?? []];
        foreach (var outcome in outcomes.OfType<Written>())
        {
            Check(outcome);
        }

        foreach (var branch in choice.Conditional ?? [])
        {
            Check(branch.Choice);
        }

        if (choice.Table is { } use && TableNames.Find(context.Files, use.Table, context.Problems) is { } table)
        {
            var column = TableNames.OutcomeColumn(table, use.Column, context.Attributes);
            CheckColumn(table, column);
            foreach (var header in column >= 0 ? [] : TableNames.ValueColumns(table, context.Attributes))
            {
                Check(new Written(table.Columns[header], table.Where, $"tables.{table.Name}"));
            }
        }
    }

    private void CheckColumn(TableData table, int column)
    {
        if (column < 0)
        {
            return;
        }

        var faults = new ManyFaults(context.Problems, $"tables.{table.Name}.{table.Columns[column]}");
        foreach (var row in table.Rows)
        {
            if (IsNoRank(row.Cells[column].Trim()))
            {
                faults.Add(row, expected, row.Cells[column].Trim());
            }
        }

        faults.Finish(expected);
    }

    private void Check(Written given)
    {
        if (!given.Text.Trim().StartsWith('+') && IsNoRank(given.Text.Trim()) && told.Add((given.Path, given.Text)))
        {
            context.Problems.Error(given.Where, given.Path, expected, given.Text);
        }
    }

    /// <summary>A number below 0 is refused as such.</summary>
    private static bool IsNoRank(string text) => NumberText.TryParseWhole(text, out var rank, out _) && (rank == 0 || rank > Ranks.Lowest);
}
