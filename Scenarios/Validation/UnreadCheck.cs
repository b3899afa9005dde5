using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Validation;

/// <summary>
/// Reports tables, columns, rosters and calendars that nothing reads; where the name is one slip from another, as the misspelling it most likely is.
/// </summary>
internal sealed class UnreadCheck
{
    private static readonly string[] UsualHeadings = ["time", "to", "is", "value", "rate"];

    private readonly SystemDescription description;
    private readonly CompileContext context;

    private UnreadCheck(SystemDescription description, CompileContext context)
    {
        this.description = description;
        this.context = context;
    }

    /// <summary>Read only where a name is to be judged: in a system that a scenario has changed few are.</summary>
    private HashSet<string> ReadWords => field ??= WordsOf(context.Files);

    public static void Check(SystemDescription description, CompileContext context)
    {
        var check = new UnreadCheck(description, context);
        check.Tables();
        check.Rosters();
        check.Calendars();
        check.Columns();
        check.Attributes();
    }

    /// <summary>An attribute is read by a condition, a key of a table, a choice, a reference or a measure.</summary>
    private void Attributes()
    {
        var headings = context.Files.Tables.Values.SelectMany(table => table.Columns).ToHashSet(StringComparer.Ordinal);
        var set = description.Streams.SelectMany(stream => stream.Attributes)
            .Concat(description.Stages.SelectMany(stage => stage.Sets.Concat(stage.StartsWith.SelectMany(census => census.Sets))))
            .Select(set => set.Attribute).Concat(description.Stages.SelectMany(stage => stage.Adds).Select(add => add.Attribute));
        foreach (var attribute in description.Attributes.Select(attribute => attribute.Name).Concat(set).DistinctBy(name => name.Text))
        {
            if (context.FindDimension(attribute.Text) < 0 && !headings.Contains(attribute.Text) && IsUnread(attribute))
            {
                Report(attribute, "an attribute that something reads", context.Attributes.Names);
            }
        }
    }

    private void Tables()
    {
        foreach (var table in context.Files.Tables.Values.Select(table => new Written(table.Name, table.Where, $"tables.{table.Name}")).Where(IsUnread))
        {
            Report(table, "a table that something reads", context.Files.Tables.Keys);
        }
    }

    private void Rosters()
    {
        foreach (var roster in context.Files.Rosters.Values.Select(roster => new Written(roster.Name, roster.Where, $"rosters.{roster.Name}")).Where(IsUnread))
        {
            Report(roster, "a roster that some pool has", context.Files.Rosters.Keys);
        }
    }

    /// <summary>A calendar of an instance is read by its name before the @.</summary>
    private void Calendars()
    {
        string[] all = [.. description.Calendars.Select(calendar => NameText.Split(calendar.Name.Text).Name).Distinct()];
        foreach (var calendar in description.Calendars.Select(calendar => calendar.Name))
        {
            var name = calendar with { Text = NameText.Split(calendar.Text).Name };
            if (name.Text != SystemKeys.DefaultHolidays && IsUnread(name))
            {
                Report(name, "a calendar that something reads", all);
            }
        }
    }

    /// <summary>A column that is no key and that nothing reads; in a table of which nothing is read, the table has its own problem.</summary>
    private void Columns()
    {
        string[] keys = [.. TableNames.TimeKeys, .. TableNames.StageKeys, .. TableOrigins.Columns, .. context.Attributes.Names];
        foreach (var table in context.Files.Tables.Values.Where(table => context.Uses.IsTableRead(table.Name)))
        {
            var read = table.Columns.Where(column => context.Uses.IsColumnRead(table.Name, column)).ToList();
            string[] values = [.. TableNames.ValueColumns(table, context.Attributes).Select(index => table.Columns[index])];
            foreach (var column in values.Where(column => !read.Contains(column)))
            {
                var written = new Written(column, table.Where, $"tables.{table.Name}.{column}");
                if (MayBeUnread(written))
                {
                    Report(written, "a column that something reads", keys.Concat(read));
                }
            }

            RefuseHeading(table, values);
        }
    }

    /// <summary>
    /// The only column of values may have any heading, <c>rates</c> and <c>times</c> too; a letter too few, or two swapped, in a usual one is a slip,
    /// unless something names the column so.
    /// </summary>
    private void RefuseHeading(TableData table, string[] values)
    {
        if (values is [{ Length: > 1 } heading] && Slip.Of(heading, UsualHeadings.Where(usual => usual.Length >= heading.Length)) is { } near
            && !ReadWords.Contains(heading) && !context.Scenarios.Mention(heading))
        {
            context.Problems.Error(table.Where, $"tables.{table.Name}.{heading}", "a usual heading, or one that something names", heading,
                $"Did you mean \"{near}\"?");
        }
    }

    private bool MayBeUnread(Written name) => context.Scenarios.MayBeUnread(name.Text, name.Where);

    private bool IsUnread(Written name) => MayBeUnread(name) && !ReadWords.Contains(name.Text);

    private void Report(Written name, string expected, IEnumerable<string> others)
    {
        if (Slip.Of(name.Text, others) is { } near)
        {
            context.Problems.Error(name.Where, name.Path, expected, name.Text, $"Did you mean \"{near}\"?");
        }
        else
        {
            context.Problems.Warning(name.Where, name.Path, expected, name.Text, "Remove it, or use it.");
        }
    }

    /// <summary>
    /// Words of the description, and of the cells of its tables, which may name tables and calendars too. Numbers and moments, of which a list may have a
    /// million, name nothing.
    /// </summary>
    private static HashSet<string> WordsOf(SystemFiles files)
    {
        var words = Words.Of(files.Root).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in files.Tables.Values.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Where(MayName))
        {
            words.UnionWith(Words.Of(cell));
        }

        return words;
    }

    private static bool MayName(string cell) => cell.Any(char.IsLetter) && !MomentText.TryParse(cell, DateFormat.Iso, out _);
}
