using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Savings;

/// <summary>
/// What each partner gains or loses, one after the other up to the total. One drawing a scenario and basis, since amounts on different bases must not be
/// added.
/// </summary>
internal static class SavingsWaterfall
{
    private const string Id = "savings-waterfall";

    public static Chart Chart { get; } =
        new(Id, "Savings by partner", "waterfall of what each partner gains or loses in a year, one basis at a time, from ledger.csv", Draw)
        {
            Takes = Narrowing.Scenario | Narrowing.Period,
        };

    private static ChartDrawings Draw(ChartRequest request)
    {
        if (request.Results.Ledger.Count == 0)
        {
            return ChartDrawings.Nothing("there is no ledger.csv here");
        }

        var drawings = request.Scenarios.SelectMany(scenario =>
            request.Results.Ledger.Where(line => line.Scenario == scenario).GroupBy(line => line.Basis)
            .Select(basis => Draw(request, scenario, basis.Key, [.. basis]))).OfType<Drawing>().ToList();
        return ChartDrawings.Of(drawings,
            $"ledger.csv has no lines for {request.Scenario ?? "these scenarios"}{(request.Period is { } period ? $" in {period}" : "")}");
    }

    private static Drawing? Draw(ChartRequest request, string scenario, string basis, IReadOnlyList<LedgerLine> lines)
    {
        var year = request.Period ?? lines.Select(line => line.Year).Order(StringComparer.Ordinal).Last();
        var ofYear = lines.Where(line => line.Year == year && double.IsFinite(line.Amount)).ToList();
        if (ofYear.Count == 0)
        {
            return null;
        }

        var steps = PartnerStep.Of(ofYear, request.Names);
        var prices = ofYear.Select(line => line.PriceYear).Where(price => price.Length > 0).Distinct().ToList();
        var sheet = new Sheet(request, FileStem.Of(Id, scenario, basis), $"Savings by partner: {ScenarioName.Of(request.Results, scenario)}",
            $"{Basis(basis)}, {year}{(prices.Count > 0 ? $", at prices of {string.Join(", ", prices)}" : "")}. {request.Results.System.Title}.");
        new WaterfallPanel(sheet, steps).Draw();
        var single = steps.Any(step => step.Amount.HasInterval);
        var transfers = ofYear.Exists(line => line.Perspective == "transfer") ? " Payments between partners are included; they add up to zero." : "";
        var intervals = single
            ? "Thin lines: 95 % intervals, where a partner has one line in the ledger; the sum of several lines has none."
            : "The ledger has no interval for sums of lines, so none is shown.";
        return sheet.Finish(Describe(steps),
            $"{intervals}{transfers} Amounts on another basis are in another chart and must not be added to these.", scenario);
    }

    private static string Basis(string basis) => basis switch
    {
        "cash" => "Cash: what stops being spent",
        "opportunity" => "Opportunity value: what the freed beds and hours are worth",
        "payment" => "Payments under the contracts",
        _ => PlaceName.Sentence(basis),
    };

    private static string Describe(IReadOnlyList<PartnerStep> steps) =>
        $"Waterfall from partner to partner. {string.Join("; ", steps.Select(step => $"{step.Name}: {WaterfallPanel.Money(step.Amount.Mean)}"))}.";
}
