using System.Security.Cryptography;
using System.Text;

namespace FlowSim.Plots.Report;

/// <summary>A part of the page with a heading and a place in the contents.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Title">Heading.</param>
/// <param name="Class">How it is set on paper: <c>page</c> begins a new one, <c>wide</c> lies across.</param>
/// <param name="Body">Writes what stands below the heading; null where there is nothing to tell.</param>
internal sealed record PageSection(string Id, string Title, string? Class, Action<HtmlWriter>? Body)
{
    public bool IsShown => Body is not null;

    public void Write(HtmlWriter page)
    {
        page.Open("section", ("id", Id), ("aria-labelledby", Id + "-title"), ("class", Class)).EndLine();
        page.Element("h2", Title, ("id", Id + "-title"));
        Body!(page);
        page.Close();
    }
}

/// <summary>A labelled choice; the script does what it says.</summary>
internal static class PageSwitch
{
    /// <summary>Nothing where there is nothing to choose.</summary>
    public static void Write(HtmlWriter page, string id, string label, IReadOnlyList<(string Value, string Text)> choices, string chosen)
    {
        if (choices.Count(choice => choice.Value.Length > 0) < 2)
        {
            return;
        }

        page.Open("div").Element("label", label, ("for", id));
        page.Open("select", ("id", id), ("autocomplete", "off")).EndLine();
        foreach (var (value, text) in choices)
        {
            page.Element("option", text, ("value", value), ("selected", value == chosen ? "" : null)).EndLine();
        }

        page.Close().Close();
    }
}

/// <summary>The style and the script of a page, as they lie in the build. Nothing of a description ever stands in either.</summary>
internal static class PageScript
{
    public static string Style { get; } = Read("page.css");

    public static string Script { get; } = Read("page.js");

    /// <summary>What the page may do: draw, run this one script, and hold pictures it made itself. It may not ask any network for anything.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'; img-src data: blob:; base-uri 'none'; form-action 'none'";

    /// <summary>A text of the build.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PageScript).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the build");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>A table of texts with a caption, in a box of its own that scrolls where it is wider than the page.</summary>
internal static class ReportTable
{
    /// <param name="page">Where it goes.</param>
    /// <param name="id">Unique on the page.</param>
    /// <param name="caption">What the table holds.</param>
    /// <param name="heads">Column heads.</param>
    /// <param name="rows">Cells; the first of each row is its head. Columns in which no row has anything are left out.</param>
    /// <param name="isTotal">Rows to be set apart.</param>
    public static void Write(HtmlWriter page, string id, string caption, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows,
        Func<int, bool>? isTotal = null)
    {
        var columns = Enumerable.Range(0, heads.Count).Where(column => column == 0 || rows.Any(row => row[column].Length > 0)).ToList();
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", id + "-caption")).EndLine();
        page.Open("table", ("id", id), ("class", "long")).EndLine();
        page.Element("caption", caption, ("id", id + "-caption"));
        page.Open("thead").Open("tr");
        columns.ForEach(column => page.Element("th", heads[column], ("scope", "col")));
        page.Close().Close().Open("tbody").EndLine();
        for (var index = 0; index < rows.Count; index++)
        {
            page.Open("tr", ("class", isTotal?.Invoke(index) == true ? "total" : null));
            foreach (var column in columns)
            {
                var cell = rows[index][column];
                if (column == 0)
                {
                    page.Element("th", cell, ("scope", "row"));
                }
                else
                {
                    page.Element("td", cell);
                }
            }

            page.Close();
        }

        page.Close().Close().Close();
    }
}
