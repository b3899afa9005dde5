using System.Globalization;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

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
