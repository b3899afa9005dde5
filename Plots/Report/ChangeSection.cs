using System.Globalization;
using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

/// <summary>What each scenario changes in words, and what it costs; then why and on whose word, as it is written.</summary>
internal static class ChangeSection
{
    public static PageSection Of(ReportData data)
    {
        var scenarios = data.Results.System.Scenarios.Where(scenario => scenario.Id != ExperimentPlan.BaselineId
            && (scenario.Changes.Count > 0 || scenario.Investment.Count > 0)).ToList();
        return new PageSection("changes", "What each scenario changes", "page", scenarios.Count == 0 ? null : page => Write(page, data, scenarios));
    }

    private static void Write(HtmlWriter page, ReportData data, List<ScenarioFacts> scenarios)
    {
        page.Element("p",
            "In words, by reason; an arrow leads from the baseline to what stands there once the change is made in full. Below, to be opened, the changes as they are written in the scenario's file, in the order in which they are made. A range says what is held to be plausible; the run used the value.");
        for (var index = 0; index < scenarios.Count; index++)
        {
            Scenario(page, data, scenarios, index);
        }
    }

    /// <summary>Of a scenario that is made of others, what stands under those others is not written out again.</summary>
    private static void Scenario(HtmlWriter page, ReportData data, List<ScenarioFacts> scenarios, int index)
    {
        var scenario = scenarios[index];
        var parts = scenario.Parts.Where(part => part != scenario.Id).ToList();
        var shown = scenarios.FindAll(other => parts.Contains(other.Id));
        var changes = scenario.Changes.Except(shown.SelectMany(other => other.Changes)).ToList();
        var investment = scenario.Investment.Except(shown.SelectMany(other => other.Investment)).ToList();
        page.Element("h3", scenario.Title);
        if (parts.Count > 0)
        {
            var own = changes.Count + investment.Count == 0 ? " Nothing else changes." : shown.Count > 0 ? " Beside their changes:" : "";
            page.Element("p", $"Made of: {string.Join("; ", parts.Select(data.TitleOf))}.{own}");
        }

        ChangeSentences.Write(page, changes);
        if (changes.Count > 0)
        {
            // Results of earlier versions do not say it in words.
            var isAll = changes.TrueForAll(change => change.What.Length == 0);
            page.Open("details", ("open", isAll ? "" : null)).Element("summary", "As written, with range and source").EndLine();
            ReportTable.Write(page, FormattableString.Invariant($"changes-{index + 1}"), FormattableString.Invariant($"{scenario.Title}: changes ({changes.Count})"),
                ["What", "Edit", "Value", "Why", "Status", "Range", "Source", "From"],
                changes.ConvertAll(change =>
                    (IReadOnlyList<string>)[change.Path, change.Edit, change.Value, change.Reason, change.Status, change.Range, change.Source, change.From]));
            page.Close();
        }

        if (InvestmentSum.Of(scenario.Investment, data.Names.GroupHeading) is { Length: > 0 } sum)
        {
            page.Element("p", $"Investment{(shown.Exists(other => other.Investment.Count > 0) ? ", with that of what it is made of" : "")}: {sum}.");
        }

        if (investment.Count > 0)
        {
            ReportTable.Write(page, FormattableString.Invariant($"investment-{index + 1}"), $"{scenario.Title}: investment",
                ["For", "Partner", "Amount", "Recurrent", "From", "Price year", "Source"],
                investment.ConvertAll(line =>
                    (IReadOnlyList<string>)[line.Line, data.Names.GroupHeading(line.Partner), Pounds(line.Amount), YesOrNo(line.Recurrent), line.From,
                        line.PriceYear, line.Source]));
        }
    }

    /// <summary><c>1100000 GBP per year</c> as people write it; anything else as it is.</summary>
    private static string Pounds(string amount)
    {
        var words = amount.Split(' ', 3);
        return words.Length >= 2 && words[1] == "GBP"
            && decimal.TryParse(words[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pounds)
            ? string.Create(CultureInfo.InvariantCulture,
                $"{(pounds < 0 ? "−" : "")}£{Math.Abs(pounds):#,0.##}{(words.Length == 3 ? " " + words[2].Replace("per year", "a year", StringComparison.Ordinal) : "")}")
            : amount;
    }

    private static string YesOrNo(string value) => value switch { "true" => "yes", "false" => "no", _ => value };
}

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
    public static string Of(ChangeFacts change) => Effect(change) + Since(change.From);

    private static string Effect(ChangeFacts change) => change switch
    {
        { Before.Length: > 0 and <= Longest, After.Length: > 0 and <= Longest } => Joined(change, $"{More(change)}{change.Before} → {change.After}{(More(change).Length > 0 ? ")" : "")}"),
        { Edit: "remove" } => change.What + " taken away",
        { Value: ['{' or '[', ..] } or { Value.Length: > Longest } => change.What + (change.Edit == "add" ? " added" : " described anew"),
        { Edit: "scale" } => Joined(change, $"× {change.Value}"),
        { Edit: "add", Value: ['-', ..] } => Joined(change, $"− {change.Value[1..].TrimStart()}"),
        { Edit: "add" } => Joined(change, $"+ {change.Value}"),
        _ => change.Value.Length == 0 ? change.What : Joined(change, change.Value),
    };

    /// <summary>What is changed has a property, which the value follows; or it is itself what the value counts.</summary>
    private static string Joined(ChangeFacts change, string value) => change.What + (HasProperty(change) ? " " : ": ") + value;

    private static bool HasProperty(ChangeFacts change) => change.What.Contains(": ", StringComparison.Ordinal);

    /// <summary><c>one more (</c> of whole numbers of something; else nothing.</summary>
    private static string More(ChangeFacts change)
    {
        if (HasProperty(change) || change.Edit != "add" || !int.TryParse(change.Before, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var before)
            || !int.TryParse(change.After, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var after))
        {
            return "";
        }

        var count = Math.Abs(after - before);
        return string.Create(CultureInfo.InvariantCulture, $"{(count == 1 ? "one" : count.ToString(CultureInfo.InvariantCulture))} {(after > before ? "more" : "fewer")} (");
    }

    /// <summary><c>2017-04-01 over 548 d every 183 d</c> as a reader says it.</summary>
    private static string Since(string from) => from.Length == 0 ? ""
        : from.Contains(" over ", StringComparison.Ordinal) ? $", step by step from {from[..from.IndexOf(' ', StringComparison.Ordinal)]}" : $", from {from}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>Investments of a scenario added up: what comes every year and what comes once, by partner.</summary>
internal static class InvestmentSum
{
    private const string Currency = "GBP";
    private const string EveryYear = "per year";

    /// <summary><c>£3m a year (CCG £1m, the trust £2m) and £500,000 once (…)</c>; empty where no amount is one of pounds.</summary>
    public static string Of(IReadOnlyList<InvestmentFacts> lines, Func<string, string> nameOf)
    {
        var read = lines.Select(line => (line.Partner, Amount: Read(line.Amount))).Where(line => line.Amount is not null).ToList();
        var parts = new[] { (IsYearly: true, Word: "a year"), (IsYearly: false, Word: "once") }
            .Select(kind => (kind.Word, Lines: read.FindAll(line => line.Amount!.Value.IsYearly == kind.IsYearly))).Where(kind => kind.Lines.Count > 0)
            .Select(kind => Words(kind.Lines.ConvertAll(line => (line.Partner, line.Amount!.Value.Pounds)), kind.Word, nameOf));
        return string.Join(" and ", parts);
    }

    private static string Words(List<(string Partner, decimal Pounds)> lines, string word, Func<string, string> nameOf)
    {
        var partners = lines.GroupBy(line => line.Partner).Select(partner => (Name: nameOf(partner.Key), Sum: partner.Sum(line => line.Pounds)))
            .OrderByDescending(partner => partner.Sum).ToList();
        return $"{Pounds(lines.Sum(line => line.Pounds))} {word} ({string.Join(", ", partners.Select(partner => partners.Count == 1 ? partner.Name : $"{partner.Name} {Pounds(partner.Sum)}"))})";
    }

    private static (decimal Pounds, bool IsYearly)? Read(string amount)
    {
        var words = amount.Split(' ', 3);
        return words.Length >= 2 && words[1] == Currency
            && decimal.TryParse(words[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pounds)
            ? (pounds, words.Length == 3 && words[2] == EveryYear)
            : null;
    }

    private static string Pounds(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{(amount < 0 ? "−" : "")}£{Math.Abs(amount):#,0.##}");
}
