using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Cli.Tables;

/// <summary>What each scenario saves for all partners together, in cash and in what is freed, with who loses.</summary>
internal static class SavingsTable
{
    private const double Million = 1e6;

    /// <summary>The bases with a total other than 0, in order of how many questions they leave open.</summary>
    private static readonly (string Basis, string Name)[] Shown = [(Basis.Cash, "cash"), (Basis.Opportunity, "worth if used again")];

    /// <summary>Table with a heading, who loses, and an empty line below; empty where nothing is priced.</summary>
    public static string Render(ResultSet results, IReadOnlyList<string> scenarios, SystemNames names, int width)
    {
        var year = SavingWords.ShownYear(results);
        var systems = results.Savings.Where(saving => saving.Partner == Saving.System && saving.Year == year
            && Shown.Any(shown => shown.Basis == saving.Basis)).ToList();
        if (systems.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        var prices = results.Ledger.Select(line => line.PriceYear).FirstOrDefault("");
        TextLines.Append(text, $"Savings of all partners together, £ million, {SavingWords.Years(results)}, prices of {prices}; cash and what is freed are two ways to value the same change and are not added", width);
        foreach (var (basis, name) in Shown.Where(shown => systems.Exists(saving => saving.Basis == shown.Basis)))
        {
            text.Append(Table(systems.FindAll(saving => saving.Basis == basis), scenarios, name).Render(width));
        }

        foreach (var line in SavingWords.Wards(results, scenarios, names))
        {
            TextLines.Append(text, line, width);
        }

        foreach (var saving in Shown.SelectMany(basis => systems.Where(saving => saving.Basis == basis.Basis && saving.WideBy.Length > 0)))
        {
            TextLines.Append(text, TerminalSigns.Of($"{saving.Scenario}, {Shown.First(one => one.Basis == saving.Basis).Name}.{SavingWords.WideBy(saving)}"), width);
        }

        foreach (var line in scenarios.SelectMany(scenario => Losers(results, scenario, year, names)))
        {
            TextLines.Append(text, line, width);
        }

        return text.Append('\n').ToString();
    }

    private static LabelTable Table(List<Saving> systems, IReadOnlyList<string> scenarios, string name)
    {
        var format = RowFormat.For(systems.SelectMany(saving => new[] { (double)saving.Amount / Million, saving.Lower95 / Million, saving.Upper95 / Million })
            .Where(double.IsFinite));
        var ranges = systems.Exists(saving => saving.NOuter > 0);
        var table = ranges ? new LabelTable(name, "mean", "95 % interval", "not known") : new LabelTable(name, "mean", "95 % interval");
        foreach (var saving in scenarios.SelectMany(scenario => systems.Where(saving => saving.Scenario == scenario)))
        {
            string[] cells =
            [
                format.Signed((double)saving.Amount / Million), format.Interval(saving.Lower95 / Million, saving.Upper95 / Million, signed: true),
            ];
            string[] range = ranges ? [format.Range(saving.Lower95All / Million, saving.Upper95All / Million, signed: true)] : [];
            table.Add($"{saving.Scenario}: {saving.Verdict}", [.. cells, .. range]);
        }

        return table;
    }

    private static IEnumerable<string> Losers(ResultSet results, string scenario, string year, SystemNames names)
    {
        var losers = results.Savings.Where(saving => saving.Scenario == scenario && saving.Year == year && saving.Basis == Basis.Cash
            && saving.Partner != Saving.System && saving.Verdict == SavingVerdict.Loses).OrderBy(saving => saving.Amount)
            .Select(saving => $"{names.GroupHeading(saving.Partner)} {TerminalSigns.Of(SavingWords.Money((double)saving.Amount))}").ToList();
        if (losers.Count > 0)
        {
            yield return $"{scenario}: in cash {string.Join(", ", losers)}";
        }
    }
}
