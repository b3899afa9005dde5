using FlowSim.Plots.Report.Html;

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
