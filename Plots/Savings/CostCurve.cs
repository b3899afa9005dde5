using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Savings;

/// <summary>
/// What a search for the least cost has found: the measure of the first target against the cost of the levers, and below it, where there are prices, what all
/// partners together gain at that cost.
/// </summary>
internal static class CostCurve
{
    public const string Id = "cost-curve";

    private const double Million = 1e6;
    private const string IfUsedAgain = "if used again";
    private const string InCash = "cash";
    private const double Apart = 1.3;

    public static Chart Chart { get; } =
        new(Id, "Delay against cost", "the first target of flowsim optimise against the cost of what is bought for it, and what all partners gain, from designs.csv", Draw)
        {
            Takes = Narrowing.None,
            IsDrawnByRun = true,
        };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var results = request.Results;
        if (results.Designs.Count == 0)
        {
            return ChartDrawings.Nothing("there is no designs.csv here, or nothing in it: flowsim optimise writes it");
        }

        var curve = OptimumWords.Curve(results);
        if (!curve.Exists(row => double.IsFinite(row.Mean)))
        {
            return ChartDrawings.Nothing("no point of the curve in designs.csv has a value");
        }

        var best = results.Designs.Where(row => row.Kind == DesignRow.Best && row.Target == curve[0].Target).OrderBy(row => row.Order).ToList();
        return ChartDrawings.Of([Draw(request, curve, best)], "");
    }

    private static Drawing Draw(ChartRequest request, List<DesignRow> curve, List<DesignRow> best)
    {
        var target = TargetWords.Of(curve[0].Target);
        var subject = target.Subject(request.Names);
        var isPriced = curve.Exists(row => double.IsFinite(row.Opportunity) || double.IsFinite(row.Cash));
        var again = best.Count > 0 ? " Diamonds: the best designs, run again with other random numbers." : "";
        var sheet = new Sheet(request, Id, $"{subject} against cost",
            $"Joined points: what the search reached with more and more capacity.{again} {request.Results.System.Title}.", OptimumWords.InShort(request.Results, subject));
        double[] costs = [.. curve.Concat(best).Select(row => row.Cost / Million)];
        var bound = target.BoundIn(curve[0].Unit);
        var upper = new CostPanel(sheet, costs)
        {
            Heading = $"{subject}, {UnitName.Axis(curve[0].Unit)}",
            Unit = UnitName.Axis(curve[0].Unit),
            Lines =
            [
                new CostLine("search", Points(curve, Level)) { Colour = Palette.Blue },
                new CostLine("", Points(best, Level)) { Colour = Palette.Black, Shape = PointShape.Diamond, IsJoined = false },
            ],
            Levels = double.IsFinite(bound) ? [new CostLevel(bound, sheet.Narrow ? target.Asked : $"target {target.Asked}", Palette.Vermilion, "4 2")] : [],
            Flags = [.. best.Select(row => new CostFlag(row.Cost / Million, [$"{row.Design}: {OptimumWords.Pounds(row.Cost)}", row.Design], Palette.DarkGrey))],
        };
        List<ValueAxis> axes = [upper.Draw()];
        var last = upper;
        if (isPriced)
        {
            last = Gains(sheet, costs, curve);
            axes.Add(last.Draw());
        }

        last.DrawCosts("cost of the levers, £ million a year");
        return sheet.Finish(Describe(subject, curve, best), Notes(target, curve, best, isPriced) + ValueAxis.Note(axes), Sources(request, best));
    }

    private static CostPanel Gains(Sheet sheet, double[] costs, List<DesignRow> curve)
    {
        CostLine[] lines =
        [
            new(IfUsedAgain, Points(curve, row => InMillions(row.Opportunity, row.OpportunityLower95, row.OpportunityUpper95)))
            {
                Colour = Palette.Blue, Shift = -Apart, Highest = curve.FindIndex(row => row.ByOpportunity == DesignRow.Highest),
            },
            new(InCash, Points(curve, row => InMillions(row.Cash, row.CashLower95, row.CashUpper95)))
            {
                Colour = Palette.Vermilion, Shape = PointShape.Diamond, Dashes = "4 2", Shift = Apart,
                Highest = curve.FindIndex(row => row.ByCash == DesignRow.Highest),
            },
        ];
        return new CostPanel(sheet, costs)
        {
            Heading = "Net gain of all partners, £ million a year",
            Unit = "£ million a year",
            Lines = [.. lines.Where(line => line.Points.Any(point => point.Value.IsDefined))],
            Levels = [new CostLevel(0, "", Palette.DarkGrey, "")],
            Flags = [.. Flags(curve, lines[0], row => row.ByOpportunity), .. Flags(curve, lines[1], row => row.ByCash)],
        };
    }

    /// <summary>Where a line is highest, and from where to where that cannot be told from the rest.</summary>
    private static IEnumerable<CostFlag> Flags(List<DesignRow> curve, CostLine line, Func<DesignRow, string> word)
    {
        if (line.Highest >= 0)
        {
            var cost = OptimumWords.Pounds(curve[line.Highest].Cost);
            var highest = $"{line.Name} highest at {cost}";
            string[] labels = Alike(curve, word) is { Length: > 0 } alike ? [$"{highest} ({alike} alike)", highest, $"{line.Name}: {cost}"]
                : [highest, $"{line.Name}: {cost}"];
            yield return new CostFlag(curve[line.Highest].Cost / Million, labels, line.Colour, line.Shift);
        }
    }

    /// <summary>The costs between which no point can be told from the highest; empty where it stands alone.</summary>
    private static string Alike(List<DesignRow> curve, Func<DesignRow, string> word)
    {
        var alike = curve.Where(row => word(row) is DesignRow.Highest or DesignRow.CannotBeTold).Select(row => OptimumWords.Pounds(row.Cost)).ToList();
        return alike.Count > 1 ? $"{alike[0]} to {alike[^1]}" : "";
    }

    private static List<(double Cost, Estimate Value)> Points(List<DesignRow> rows, Func<DesignRow, Estimate> value) =>
        rows.ConvertAll(row => (row.Cost / Million, value(row)));

    private static Estimate Level(DesignRow row) => new(row.Mean, row.Lower95, row.Upper95);

    private static Estimate InMillions(double mean, double lower, double upper) => new Estimate(mean, lower, upper).Times(1 / Million);

    private static IReadOnlyList<string> Sources(ChartRequest request, List<DesignRow> best) =>
        best.Count > 0 ? [ExperimentPlan.BaselineId, .. best.Select(row => row.Design)] : request.Results.Run.Scenarios;

    private static string Notes(TargetWords target, List<DesignRow> curve, List<DesignRow> best, bool isPriced)
    {
        var again = best.Count > 0 ? FormattableString.Invariant($"; the best designs, of {Runs(best[0].N)} that it has not seen") : "";
        List<string> notes =
        [
            curve.Concat(best).Any(row => Level(row).HasInterval) ? "Thin lines: 95 % intervals, of chance alone." : "One replication: there is no interval.",
            $"Points of the curve are means of {Runs(curve[0].N)}, by which the search chose them{again}.",
        ];
        if (target.With.Length > 0)
        {
            notes.Add($"The target asks for {target.With} of all years, not for the mean: a mean has to lie further on than the dashed line.");
        }

        if (isPriced)
        {
            notes.Add(
                "Net gain is after the cost of the levers, against the system as it is: with what is freed at average value, if it is used again, or in cash; the two must not be added. Upright lines below: where it is highest.");
            string[] alike = [.. new[] { (IfUsedAgain, Alike(curve, row => row.ByOpportunity)), (InCash, Alike(curve, row => row.ByCash)) }
                .Where(one => one.Item2.Length > 0).Select(one => $"{one.Item1} from {one.Item2}")];
            if (alike.Length > 0)
            {
                notes.Add($"Lower than the highest by no more than chance: {string.Join("; ", alike)}.");
            }
        }

        return string.Join(' ', notes);
    }

    private static string Runs(int n) => FormattableString.Invariant($"{n} {(n == 1 ? "run" : "runs")}");

    private static string Describe(string subject, List<DesignRow> curve, List<DesignRow> best)
    {
        var points = string.Join("; ", curve.Select(Point));
        var designs = best.Count == 0 ? "" : $" Best designs: {string.Join("; ", best.Select(row => $"{row.Design}, {Point(row)}"))}.";
        return $"{subject} by the cost of the levers a year. Curve: {points}.{designs}";

        static string Point(DesignRow row) => $"{OptimumWords.Pounds(row.Cost)}: {OptimumWords.LevelWithInterval(row)}";
    }
}
