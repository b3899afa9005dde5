using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>Says savings in words, the same in the terminal and on the page.</summary>
public static class SavingWords
{
    private const double Half = 0.5;

    /// <summary>The period that is shown unless another is asked for: the years together.</summary>
    public static string ShownYear(ResultSet results) =>
        results.Savings.Any(saving => saving.Year == Periods.All) ? Periods.All : results.Savings.Select(saving => saving.Year).FirstOrDefault(Periods.All);

    /// <summary>The years of <see cref="ShownYear"/> in words.</summary>
    public static string Years(ResultSet results)
    {
        var years = results.Savings.Select(saving => saving.Year).Where(Periods.IsYear).Distinct().Order(StringComparer.Ordinal).ToList();
        return years.Count == 0 ? "all that is measured" : years.Count == 1 ? years[0] : $"{years[0]} to {years[^1]} together";
    }

    /// <summary>A basis in words.</summary>
    public static string Basis(string basis) => basis switch
    {
        Scenarios.Savings.Basis.Cash => "Cash: what stops being spent, less investment",
        Scenarios.Savings.Basis.Opportunity => "Opportunity value: what is freed, if it is used again",
        Scenarios.Savings.Basis.Payment => "Payments under the contracts",
        _ => basis,
    };

    /// <summary>A sentence in which no line ends between a sign and its pounds, for a page.</summary>
    public static string Unbroken(string sentence)
    {
        const string Joiner = "\u2060";
        return sentence.Replace("−£", $"−{Joiner}£", StringComparison.Ordinal).Replace("+£", $"+{Joiner}£", StringComparison.Ordinal);
    }

    /// <summary>Pounds with their sign to three digits: <c>−£1.2m</c>.</summary>
    public static string Money(double pounds)
    {
        const double Thousand = 1e3;
        var amount = Math.Abs(pounds);
        if (amount < Half)
        {
            return "£0";
        }

        // Whatever is rounded up to a million is one.
        var (scale, unit) = amount >= (Thousand - Half) * Thousand ? (Thousand * Thousand, "m") : amount >= Thousand - Half ? (Thousand, "k") : (1, "");
        var scaled = amount / scale;
        return $"{(pounds < 0 ? "−" : "+")}£{NumberText.Plain(scaled, scale == 1 || scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2)}{unit}";
    }

    /// <summary>
    /// Whether a ward could be given up in the last year: by scenario where one could, else how many beds each place is short in the baseline and in the
    /// scenario that comes nearest.
    /// </summary>
    public static IEnumerable<string> Wards(ResultSet results, IReadOnlyList<string> scenarios, SystemNames names)
    {
        if (results.Wards.Count == 0)
        {
            yield break;
        }

        var year = results.Wards.Select(row => row.Year).Max(StringComparer.Ordinal)!;
        var last = results.Wards.Where(row => row.Year == year && row.Needed > 0).ToLookup(row => row.Scenario);
        foreach (var scenario in scenarios.Where(scenario => last[scenario].Any(row => row.Wards > 0)))
        {
            yield return $"Whole wards that could be given up in {year} under {scenario}: {string.Join(", ", last[scenario].Where(row => row.Wards > 0).Select(row => FormattableString.Invariant($"{names.Place(row.Place)} {row.Wards}")))}.";
        }

        var nearest = scenarios.Where(scenario => last[scenario].Any()).OrderBy(scenario => last[scenario].Sum(Short)).FirstOrDefault();
        if (nearest is not null && !results.Wards.Any(row => row.Year == year && row.Wards > 0))
        {
            yield return $"No ward can be given up anywhere in {year}: freed beds first make good what is missing. Beds short of what is needed: {Shortages(last[ExperimentPlan.BaselineId], names)}; under {nearest}, which comes nearest: {Shortages(last[nearest], names)}.";
        }
    }

    private static double Short(WardRow row) => Math.Max(0, row.Needed - row.Open);

    private static string Shortages(IEnumerable<WardRow> rows, SystemNames names) => string.Join(", ", rows.Select(row =>
        FormattableString.Invariant($"{names.Place(row.Place)} {(row.Needed > row.Open ? $"{row.Needed - row.Open:0}" : "none")}")));

    /// <summary>Sentences on a scenario: what it saves in cash, what is freed, who loses, and what would make it good.</summary>
    public static IEnumerable<string> Of(ResultSet results, string scenario, SystemNames names)
    {
        var shown = results.Savings.Where(saving => saving.Scenario == scenario && saving.Year == ShownYear(results)).ToList();
        foreach (var system in shown.Where(saving => saving.Partner == Saving.System && saving.Basis != Scenarios.Savings.Basis.Payment)
            .OrderBy(saving => saving.Basis, StringComparer.Ordinal))
        {
            yield return $"{Basis(system.Basis)}: {Money((double)system.Amount)}{Interval(system)}, {Years(results)}: {Verdict(system)}.{Loses(shown, system, names)}{WideBy(system)}";
        }
    }

    /// <summary>What a scenario saves in cash of all partners, after investment, with its verdict; null where that is not known.</summary>
    public static string? InALine(ResultSet results, string scenario) =>
        results.Savings.FirstOrDefault(saving => saving.Scenario == scenario && saving.Year == ShownYear(results) && saving.Partner == Saving.System
            && saving.Basis == Scenarios.Savings.Basis.Cash) is { } cash
            ? $"{Money((double)cash.Amount)}{Interval(cash)} in cash, of all partners, {Years(results)}: {Verdict(cash)}."
            : null;

    private static string Interval(Saving saving) => !double.IsNaN(saving.Lower95All)
        ? $" ({Money(saving.Lower95All)} to {Money(saving.Upper95All)} with what is not known)"
        : double.IsNaN(saving.Lower95) || Money(saving.Lower95) == Money(saving.Upper95) ? "" : $" ({Money(saving.Lower95)} to {Money(saving.Upper95)})";

    private static string Verdict(Saving system) => system.Verdict switch
    {
        SavingVerdict.Saved => "saved, and nobody loses",
        SavingVerdict.MovedWithNetGain => "a gain for all together, of which some partners lose",
        SavingVerdict.MovedNotSaved when system.Upper95 < 0 => "it costs more in all, and cost is moved from some partners to others",
        SavingVerdict.MovedNotSaved => "cost is moved from some partners to others, not saved",
        SavingVerdict.CostsMore => "it costs more",
        _ => "whether it saves cannot be told",
    };

    /// <summary>What a sum for all partners follows most closely over the draws, in a sentence with a space before it; empty where nothing is told.</summary>
    public static string WideBy(Saving system) => system.WideBy.Length == 0 ? ""
        : $" What makes it wide, more than anything else: {InputName(system.WideBy)} (rank correlation {NumberText.Signed(system.WideByCorrelation, 1)} {NumberText.Interval(system.WideByLower95, system.WideByUpper95, 1, signed: true)}).";

    /// <summary>A price or an investment in words; another input as its path.</summary>
    internal static string InputName(string input)
    {
        if (input.StartsWith(DrawnInput.OfInvestment, StringComparison.Ordinal))
        {
            return $"the investment in {input[DrawnInput.OfInvestment.Length..]}";
        }

        if (!input.StartsWith(DrawnInput.OfCosts, StringComparison.Ordinal))
        {
            return input;
        }

        var isFactor = input.EndsWith(DrawnInput.OfFactor, StringComparison.Ordinal);
        var name = isFactor ? input[DrawnInput.OfCosts.Length..^DrawnInput.OfFactor.Length] : input[DrawnInput.OfCosts.Length..];
        return $"the {(isFactor ? "factor" : "price")} of {name[..name.LastIndexOf(':')]}";
    }

    private static string Loses(List<Saving> shown, Saving system, SystemNames names)
    {
        var losers = shown.Where(saving => saving.Basis == system.Basis && saving.Verdict == SavingVerdict.Loses).OrderBy(saving => saving.Amount).ToList();
        if (losers.Count == 0)
        {
            return "";
        }

        var who = string.Join("; ", losers.Select(loser => $"{names.GroupHeading(loser.Partner)} {Money((double)loser.Amount)}"));
        var amends = system.Verdict == SavingVerdict.MovedWithNetGain
            ? $" {Money(system.SidePayment)[1..]} paid to them by those who gain would leave nobody worse off."
            : "";
        return $" Who loses: {who}.{amends}";
    }
}
