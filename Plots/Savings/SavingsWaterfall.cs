using FlowSim.Plots.Charts;
using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Plots.Savings;

/// <summary>
/// What each partner gains or loses, one after the other up to the total. One drawing a scenario and basis, since amounts on different bases must not be
/// added.
/// </summary>
internal static class SavingsWaterfall
{
    private const string Id = "savings-waterfall";

    public static Chart Chart { get; } =
        new(Id, "Savings by partner", "waterfall of what each partner gains or loses, one basis at a time, from savings.csv", Draw)
        {
            Takes = Narrowing.Scenario | Narrowing.Period,
        };

    private static ChartDrawings Draw(ChartRequest request)
    {
        if (request.Results.Savings.Count == 0)
        {
            return ChartDrawings.Nothing("there is no savings.csv here, or nothing in it");
        }

        var drawings = request.OnesDrawn.SelectMany(scenario =>
            request.Results.Savings.Where(saving => saving.Scenario == scenario).GroupBy(saving => saving.Basis)
            .Select(basis => Draw(request, scenario, basis.Key, [.. basis]))).OfType<Drawing>().ToList();
        return ChartDrawings.Of(drawings,
            $"savings.csv has no rows for {request.Scenario ?? "these scenarios"}{(request.Period is { } period ? $" in {period}" : "")}");
    }

    private static Drawing? Draw(ChartRequest request, string scenario, string basis, IReadOnlyList<Saving> savings)
    {
        var year = request.Period ?? savings.Select(saving => saving.Year).FirstOrDefault(year => year == Periods.All)
            ?? savings.Select(saving => saving.Year).Order(StringComparer.Ordinal).Last();
        var ofYear = savings.Where(saving => saving.Year == year).ToList();
        if (ofYear.Count == 0)
        {
            return null;
        }

        var steps = PartnerStep.Of(ofYear, request.Names);
        var lines = request.Results.Ledger.Where(line => line.Scenario == scenario && line.Basis == basis).ToList();
        var prices = lines.Select(line => line.PriceYear).FirstOrDefault("");
        var sheet = new Sheet(request, FileStem.Of(Id, scenario, basis), $"Savings by partner: {ScenarioName.Of(request.Results, scenario)}",
            $"{SavingWords.Basis(basis)}, {Years(request.Results, year)}{(prices.Length > 0 ? $", at prices of {prices}" : "")}. {request.Results.System.Title}.",
            Finding(request, scenario, basis, ofYear));
        new WaterfallPanel(sheet, steps).Draw();
        var transfers = lines.Exists(line => line.Perspective == "transfer") ? " Payments between partners are included; they add up to zero." : "";
        var intervals = !steps.Any(step => step.Amount.HasInterval) ? "One replication: there is no interval."
            : ofYear.Exists(saving => saving.NOuter > 0) ? "Thin lines: from the lowest to the highest of the draws of what is not known, prices among it."
            : "Thin lines: 95 % intervals, of chance alone.";
        return sheet.Finish(Describe(steps),
            $"{intervals}{transfers} Amounts on another basis are in another chart and must not be added to these.", scenario);
    }

    private static string? Finding(ChartRequest request, string scenario, string basis, List<Saving> savings)
    {
        var cell = AnswerCell.Of(scenario, savings.Find(saving => saving.Partner == Saving.System));
        var how = basis switch { Basis.Cash => "in cash", Basis.Opportunity => "if what is freed is used again", _ => "" };
        return cell.IsBeyondChance && !cell.IsOpen && how.Length > 0 ? $"{ScenarioName.Of(request.Results, scenario)} {LineWords.Saves(cell)} {how}" : null;
    }

    private static string Years(ResultSet results, string year) => year == Periods.All ? SavingWords.Years(results) : year;

    private static string Describe(IReadOnlyList<PartnerStep> steps) =>
        $"Waterfall from partner to partner. {string.Join("; ", steps.Select(step => $"{step.Name}: {SavingWords.Money(step.Amount.Mean)}"))}.";
}
