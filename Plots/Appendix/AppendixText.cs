using System.Text;
using FlowSim.Plots.Report.Html;
using FlowSim.Scenarios.Checklist;

namespace FlowSim.Plots.Appendix;

/// <summary>The document as Markdown (CommonMark with the tables of GitHub).</summary>
public static class AppendixText
{
    private const char Code = '`';
    private const string ToWrite = "*To be written.* ";

    public static string Of(ChecklistDocument document)
    {
        var text = new StringBuilder($"# {Escape(document.Title)}\n\n{Escape(document.Opening)}\n");
        foreach (var item in document.Items)
        {
            text.Append(FormattableString.Invariant($"\n{new string('#', item.Level + 1)} {item.Number} {item.Name}\n"));
            foreach (var block in item.Blocks)
            {
                text.Append('\n');
                Write(text, block);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ChecklistBlock block)
    {
        switch (block)
        {
            case ChecklistBlock.Paragraph paragraph:
                text.Append(Escape(paragraph.Text)).Append('\n');
                break;
            case ChecklistBlock.Missing missing:
                text.Append("> ").Append(ToWrite).Append(Escape(missing.Text)).Append('\n');
                break;
            case ChecklistBlock.Points points:
                foreach (var point in points.Texts)
                {
                    text.Append("- ").Append(Escape(point)).Append('\n');
                }

                break;
            case ChecklistBlock.Part part:
                text.Append("**").Append(Escape(part.Name)).Append("**\n\n");
                foreach (var (term, fact) in part.Facts)
                {
                    text.Append("- ").Append(term).Append(": ").Append(Escape(fact)).Append('\n');
                }

                break;
            case ChecklistBlock.Grid grid:
                Write(text, grid);
                break;
        }
    }

    private static void Write(StringBuilder text, ChecklistBlock.Grid grid)
    {
        var columns = AppendixColumns.Of(grid);
        text.Append("**").Append(Escape(grid.Caption)).Append("**\n\n");
        Line(text, columns.Select(column => Escape(grid.Heads[column])));
        Line(text, columns.Select(_ => "---"));
        foreach (var row in grid.Rows)
        {
            Line(text, columns.Select(column => Escape(row[column])));
        }
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>Signs that Markdown would obey; not those of code, but for the bar, which ends a cell there too.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        var isCode = false;
        foreach (var sign in VisibleText.Of(text).ReplaceLineEndings(" "))
        {
            isCode ^= sign == Code;
            escaped.Append(sign switch
            {
                '|' => "\\|",
                '<' when !isCode => "&lt;",
                '*' or '_' or '[' or ']' when !isCode => $"\\{sign}",
                _ => $"{sign}",
            });
        }

        return escaped.ToString();
    }
}
