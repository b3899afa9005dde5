using FlowSim.Plots.Report.Html;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

/// <summary>Changes in words, those of one reason together: <c>a wing reopens: Community beds: capacity 26 → 30</c>.</summary>
internal static class ChangeSentences
{
    private const int Longest = 40;
    private const int MostOfAReason = 8;

    /// <summary>Nothing of results that do not say it in words.</summary>
    public static void Write(HtmlWriter page, IReadOnlyList<ChangeFacts> changes)
    {
        var told = changes.Where(change => change.What.Length > 0).ToList();
        if (told.Count == 0)
        {
            return;
        }

        page.Open("ul").EndLine();
        foreach (var reason in told.GroupBy(change => change.Reason.Length > 0 ? change.Reason : change.What))
        {
            var items = reason.Take(MostOfAReason).Select(Of).ToList();
            var more = reason.Count() - items.Count;
            page.Open("li");
            if (reason.First().Reason.Length > 0)
            {
                page.Element("strong", Capital(reason.Key)).Text(": ");
            }

            page.Text(string.Join("; ", items) + (more > 0 ? FormattableString.Invariant($"; and {more} more") : "") + ".").Close();
        }

        page.Close();
    }

    /// <summary>One change in words.</summary>
    public static string Of(ChangeFacts change) => $"{change.What}{Effect(change)}{Since(change.From)}";

    private static string Effect(ChangeFacts change) => change switch
    {
        { Before.Length: > 0 and <= Longest, After.Length: > 0 and <= Longest } => $" {change.Before} → {change.After}",
        { Edit: "remove" } => " taken away",
        { Value: ['{' or '[', ..] } or { Value.Length: > Longest } => change.Edit == "add" ? " added" : " described anew",
        { Edit: "scale" } => $" × {change.Value}",
        { Edit: "add", Value: ['-', ..] } => $" − {change.Value[1..].TrimStart()}",
        { Edit: "add" } => $" + {change.Value}",
        _ => change.Value.Length == 0 ? "" : $" {change.Value}",
    };

    /// <summary><c>2017-04-01 over 548 d every 183 d</c> as a reader says it.</summary>
    private static string Since(string from) => from.Length == 0 ? ""
        : from.Contains(" over ", StringComparison.Ordinal) ? $", step by step from {from[..from.IndexOf(' ', StringComparison.Ordinal)]}" : $", from {from}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
