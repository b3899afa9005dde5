using FlowSim.Plots.Report.Html;

namespace FlowSim.Plots.Report;

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
