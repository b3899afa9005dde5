using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Plots.Charts;

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
        var panel = new WaterfallPanel(sheet, steps);
        panel.Draw();
        var transfers = lines.Exists(line => line.Perspective == "transfer") ? " Payments between partners are included; they add up to zero." : "";
        var intervals = !steps.Any(step => step.Amount.HasInterval) ? "One replication: there is no interval."
            : ofYear.Exists(saving => saving.NOuter > 0) ? "Thin lines: from the lowest to the highest of the draws of what is not known, prices among it."
            : "Thin lines: 95 % intervals, of chance alone.";
        return sheet.Finish(Describe(steps),
            $"{intervals}{transfers}{panel.ShortestDrawn} Amounts on another basis are in another chart and must not be added to these.", scenario);
    }

    private static string? Finding(ChartRequest request, string scenario, string basis, List<Saving> savings)
    {
        var cell = AnswerCell.Of(scenario, savings.Find(saving => saving.Partner == Saving.System));
        var how = basis switch { Basis.Cash => "in cash", Basis.Opportunity => "if what is freed is used again", _ => "" };
        return cell.IsBeyondChance && !cell.IsOpen && how.Length > 0 ? $"{ScenarioName.Of(request.Results, scenario)}: {LineWords.Saving(cell)} {how}" : null;
    }

    private static string Years(ResultSet results, string year) => year == Periods.All ? SavingWords.Years(results) : year;

    private static string Describe(IReadOnlyList<PartnerStep> steps) =>
        $"Waterfall from partner to partner. {string.Join("; ", steps.Select(step => $"{step.Name}: {SavingWords.Money(step.Amount.Mean)}"))}.";
}

/// <summary>A step of the waterfall.</summary>
/// <param name="Name">Partner in words, or "All together".</param>
/// <param name="Start">Sum of the partners before it [£].</param>
/// <param name="Amount">What it gains; negative: loses [£].</param>
/// <param name="IsTotal">True for the last.</param>
internal sealed record PartnerStep(string Name, double Start, Estimate Amount, bool IsTotal)
{
    /// <summary>Partners from the largest gain to the largest loss, then all together.</summary>
    /// <param name="savings">The rows of one scenario, year and basis.</param>
    /// <param name="names">What partners are called.</param>
    public static IReadOnlyList<PartnerStep> Of(IReadOnlyList<Saving> savings, SystemNames names)
    {
        var steps = new List<PartnerStep>();
        var sum = 0.0;
        foreach (var partner in savings.Where(saving => saving.Partner != Saving.System).OrderByDescending(saving => saving.Amount)
            .ThenBy(saving => saving.Partner, StringComparer.Ordinal))
        {
            steps.Add(new PartnerStep(names.GroupHeading(partner.Partner), sum, Of(partner), false));
            sum += (double)partner.Amount;
        }

        steps.AddRange(savings.Where(saving => saving.Partner == Saving.System).Select(system => new PartnerStep("All together", 0, Of(system), true)));
        return steps;
    }

    /// <summary>With the wider of the two intervals, where there are two.</summary>
    private static Estimate Of(Saving saving) => double.IsNaN(saving.Lower95All)
        ? new Estimate((double)saving.Amount, saving.Lower95, saving.Upper95)
        : new Estimate((double)saving.Amount, saving.Lower95All, saving.Upper95All);
}

/// <summary>Draws the steps as bars that begin where the one before ended.</summary>
internal sealed class WaterfallPanel
{
    private const double BarHeight = 9;
    /// <summary>What can be seen, and be told from a line [pt].</summary>
    private const double Shortest = 2;
    private const double Hairline = 0.3;
    private const double Padding = 0.04;
    private const double HalfRow = DotLayout.SeriesHeight / 2;
    private const double RoomForMark = 52;
    private static readonly Shade Gain = Palette.Blue;
    private static readonly Shade Loss = new(Palette.Vermilion, Hatch.Rising);
    private static readonly Shade Whole = Palette.Black;

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly IReadOnlyList<PartnerStep> steps;
    private readonly IReadOnlyList<DotRow> rows;
    private readonly DotLayout layout;
    private readonly Ticks ticks;
    private readonly LinearScale x;

    public WaterfallPanel(Sheet sheet, IReadOnlyList<PartnerStep> steps)
    {
        this.sheet = sheet;
        this.steps = steps;
        drawing = sheet.Drawing;
        rows = [.. steps.Select(step => new DotRow(step.Name, step.Amount) { Values = [Text(step.Amount)] })];
        layout = new DotLayout([new DotGroup("", rows)], (_, row) => row.Values, sheet.Left, sheet.Right, sheet.Narrow);
        var values = steps.SelectMany(step => step.Amount.Values.Select(value => step.Start + value).Append(step.Start)).Append(0).ToList();
        var spread = values.Max() > values.Min() ? (values.Max() - values.Min()) * Padding : 1;
        var (from, to) = (values.Min() - spread, values.Max() + spread);
        ticks = Ticks.Within(from, to, Math.Clamp((int)((layout.PlotRight - layout.PlotLeft) / RoomForMark), 2, 6));
        x = new LinearScale(from, to, layout.PlotLeft, layout.PlotRight);
    }

    /// <summary>That bars too short to be seen are drawn longer, as a sentence; empty where there are none.</summary>
    public string ShortestDrawn
    {
        get
        {
            var small = steps.Where(step => IsTooShort(step) && !IsNothing(step)).ToList();
            return small.Count == 0 ? ""
                : $" Bars of {(small.Count == 1 ? $"one amount too small to be seen ({small[0].Name})" : $"{small.Count} amounts too small to be seen")} are drawn a little longer than they are: the numbers beside them hold.";
        }
    }

    public void Draw()
    {
        var key = new Key(sheet);
        key.Add("gains", Gain);
        key.Add("loses", Loss);
        key.Add("all together", Whole);
        key.Draw();
        var above = double.NaN;
        for (var i = 0; i < steps.Count; i++)
        {
            above = DrawStep(steps[i], rows[i], sheet.Take(layout.HeightOf(rows[i])), above);
        }

        DrawAxis();
    }

    /// <summary>Draws a step; returns the bottom of its bar, from where a thread leads to the next.</summary>
    private double DrawStep(PartnerStep step, DotRow row, double top, double above)
    {
        var y = top + layout.WriteLabel(drawing, row, top);
        foreach (var value in ticks.Values)
        {
            drawing.Rule(x[value], y - HalfRow, x[value], y + HalfRow + 1, value == 0 ? Palette.DarkGrey : Palette.Grid, value == 0 ? 0.9 : 0.5);
        }

        var end = step.Start + step.Amount.Mean;
        if (double.IsFinite(above) && !step.IsTotal)
        {
            // In a narrow chart the label stands between the bars.
            drawing.Rule(x[step.Start], sheet.Narrow ? y - HalfRow : above, x[step.Start], y - (BarHeight / 2), Palette.MidGrey, 0.6);
        }

        var shade = step.IsTotal ? Whole : step.Amount.Mean < 0 ? Loss : Gain;
        var (left, right) = (Math.Min(x[step.Start], x[end]), Math.Max(x[step.Start], x[end]));
        if (IsTooShort(step))
        {
            // Of nothing a hairline; of something, a bar from where it starts the way it goes.
            var length = IsNothing(step) ? Hairline : Shortest;
            (left, right) = step.Amount.Mean < 0 ? (right - length, right) : (left, left + length);
        }

        drawing.Rectangle(left, y - (BarHeight / 2), right - left, BarHeight, shade, MarkKind.Bar);
        drawing.Number(x[end], y, step.Amount.Drawn("", step.IsTotal ? "all together" : step.Amount.Mean < 0 ? "loses" : "gains", step.Name, "£"));
        if (step.Amount.HasInterval)
        {
            drawing.IntervalOverBar(x[step.Start + step.Amount.Lower], x[step.Start + step.Amount.Upper], y);
        }

        layout.WriteValue(drawing, row, 0, row.Values[0], top);
        return y + (BarHeight / 2);
    }

    /// <summary>Reads as £0.</summary>
    private static bool IsNothing(PartnerStep step) => Math.Abs(step.Amount.Mean) < 0.5;

    private bool IsTooShort(PartnerStep step) => Math.Abs(x[step.Start + step.Amount.Mean] - x[step.Start]) < Shortest;

    private void DrawAxis()
    {
        FlatAxis.Draw(drawing, ticks.Values.Select(value => (x[value], ticks.Label(value))), layout.PlotLeft, layout.PlotRight, sheet.Take(FlatAxis.Height));
        FlatAxis.Title(drawing, "£", layout.PlotLeft, layout.PlotRight, sheet.Take(FlatAxis.TitleHeight));
    }

    private static string Text(Estimate amount) =>
        amount.HasInterval ? $"{SavingWords.Money(amount.Mean)} [{SavingWords.Money(amount.Lower)}, {SavingWords.Money(amount.Upper)}]" : SavingWords.Money(amount.Mean);
}
