using FlowSim.Plots.Report.Html;

namespace FlowSim.Plots.Report.Sections;

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
