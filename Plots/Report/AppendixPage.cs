using System.Text;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Checklist;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>The document as one HTML page that needs no network and no script.</summary>
public static class AppendixPage
{
    private const char Code = '`';
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public static string Of(ChecklistDocument document)
    {
        var page = new HtmlWriter().Raw("<!DOCTYPE html>\n").Open("html", ("lang", "en-GB"));
        page.Open("head").EndLine();
        page.Void("meta", ("charset", "utf-8"));
        page.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        page.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Element("title", document.Title);
        page.Open("style").Raw(PageScript.Style).Close().Close();
        page.Open("body").Open("header").Element("h1", document.Title);
        Words(page, "p", document.Opening, "asked");
        page.Close();
        Contents(page, document);
        page.Open("main");
        foreach (var item in document.Items)
        {
            // h2 to h4, whichever heading of the page it stands under.
            page.Element(item.Level switch { 1 => "h2", 2 => "h3", _ => "h4" }, $"{item.Number} {item.Name}", ("id", Anchor(item)));
            for (var block = 0; block < item.Blocks.Count; block++)
            {
                Write(page, item.Blocks[block], FormattableString.Invariant($"{Anchor(item)}-{block + 1}"));
            }
        }

        return page.Close().Close().Close().ToString();
    }

    private static string Anchor(ChecklistItem item) => "item-" + item.Number.Replace('.', '-');

    private static void Contents(HtmlWriter page, ChecklistDocument document)
    {
        page.Open("nav", ("aria-label", "Contents")).Open("ul");
        foreach (var item in document.Items.Where(item => item.Level == 2))
        {
            page.Open("li").Element("a", $"{item.Number} {item.Name}", ("href", "#" + Anchor(item))).Close();
        }

        page.Close().Close();
    }

    private static void Write(HtmlWriter page, ChecklistBlock block, string id)
    {
        switch (block)
        {
            case ChecklistBlock.Paragraph paragraph:
                Words(page, "p", paragraph.Text);
                break;
            case ChecklistBlock.Missing missing:
                page.Open("p", ("class", "note")).Element("strong", "To be written.").Text(" ");
                Inline(page, missing.Text);
                page.Close();
                break;
            case ChecklistBlock.Points points:
                page.Open("ul").EndLine();
                foreach (var point in points.Texts)
                {
                    Words(page, "li", point);
                }

                page.Close();
                break;
            case ChecklistBlock.Part part:
                Part(page, part);
                break;
            case ChecklistBlock.Grid grid:
                Write(page, grid, id);
                break;
        }
    }

    private static void Part(HtmlWriter page, ChecklistBlock.Part part)
    {
        page.Open("p").Open("strong");
        Inline(page, part.Name);
        page.Close().Close().Open("dl").EndLine();
        foreach (var (term, text) in part.Facts)
        {
            page.Element("dt", term);
            Words(page, "dd", text);
        }

        page.Close();
    }

    private static void Write(HtmlWriter page, ChecklistBlock.Grid grid, string id)
    {
        var columns = AppendixColumns.Of(grid);
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", id + "-caption")).EndLine();
        page.Open("table", ("id", id), ("class", "long")).EndLine();
        page.Open("caption", ("id", id + "-caption"));
        Inline(page, grid.Caption);
        page.Close().Open("thead").Open("tr");
        columns.ForEach(column => page.Element("th", grid.Heads[column], ("scope", "col")));
        page.Close().Close().Open("tbody").EndLine();
        foreach (var row in grid.Rows)
        {
            page.Open("tr");
            foreach (var column in columns)
            {
                page.Open(column == 0 ? "th" : "td", ("scope", column == 0 ? "row" : null));
                Inline(page, row[column]);
                page.Close();
            }

            page.Close();
        }

        page.Close().Close().Close();
    }

    private static void Words(HtmlWriter page, string element, string text, string? @class = null)
    {
        page.Open(element, ("class", @class));
        Inline(page, text);
        page.Close();
    }

    /// <summary>What stands between backticks is code.</summary>
    private static void Inline(HtmlWriter page, string text)
    {
        var pieces = text.Split(Code);
        for (var at = 0; at < pieces.Length; at++)
        {
            if (at % 2 == 1 && at < pieces.Length - 1)
            {
                page.Element("code", pieces[at]);
            }
            else
            {
                page.Text(pieces[at]);
            }
        }
    }
}

/// <summary>Which columns of a table have anything in them.</summary>
internal static class AppendixColumns
{
    /// <summary>The first column, and those with a cell that is not empty.</summary>
    public static List<int> Of(ChecklistBlock.Grid grid) =>
        [.. Enumerable.Range(0, grid.Heads.Count).Where(column => column == 0 || grid.Rows.Any(row => row[column].Length > 0))];
}

/// <summary>A system described item by item of a reporting checklist, in the words that readers of its charts see.</summary>
public static class SystemAppendix
{
    /// <param name="files">The system without changes.</param>
    /// <param name="facts">The same in words, with the scenarios to tell of.</param>
    public static ChecklistDocument Of(SystemFiles files, SystemFacts facts) => StressChecklist.Of(files, facts, SystemNames.Of(facts).ForReaders);
}

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
