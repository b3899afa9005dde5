using FlowSim.Plots.Charts;
using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Network.Layout;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Network;

/// <summary>Stages and flows of one scenario as a network: who goes where, how many, and how full it is there.</summary>
internal static class NetworkChart
{
    private const string Id = "network";

    public static Chart Chart { get; } = new(Id, "Where patients go",
        "stages and the flows between them as a network: widths by patients a day, boxes by how full they are; the baseline without --scenario", Draw);

    private static LayoutSpace Space => new() { NodeGap = 9, RibbonGap = 5, ColumnGap = 12, LaneGap = 4 };

    private static ChartDrawings Draw(ChartRequest request) => ChartDrawings.Together([.. request.OneByOne.Select(DrawOne)]);

    private static ChartDrawings DrawOne(ChartRequest request)
    {
        var (selection, reason) = FlowSelection.Of(request);
        return selection is null
            ? ChartDrawings.Nothing(reason)
            : ChartDrawings.Of([.. Pages.Of(selection).Select(page => Draw(page.Selection, page.Sheet, page.Plan))], reason);
    }

    private static FlowPages<NetworkPlan> Pages => new(Sheet, (selection, room, need) => NetworkPlan.Of(selection, room, Space, need));

    private static Drawing Draw(FlowSelection selection, Sheet sheet, NetworkPlan plan)
    {
        NetworkKey.Draw(sheet, plan);
        sheet.Take(StepBox.LineHeight / 2);
        new NetworkPicture(sheet.Drawing, plan, sheet.Left + Math.Max(0, (sheet.Width - plan.Layout.Width) / 2), sheet.Take(plan.Layout.Height)).Draw();
        return sheet.Finish(Describe(selection, plan), Notes(selection, plan), selection.Scenario);
    }

    private static Sheet Sheet(FlowSelection selection, ChartRequest request)
    {
        var figures = $"Figures: patients a day{InUse(selection)}";
        return new Sheet(request, selection.NameOf(Id), $"Where patients go{selection.At}: {ScenarioName.Of(request.Results, selection.Scenario)}",
            $"{selection.Subtitle}. {figures}", FlowNotes.Full(selection));
    }

    private static string InUse(FlowSelection selection)
    {
        var uses = selection.Graph.Steps.Select(step => selection.Use.Of(step)).OfType<StepUse>().ToList();
        var (isLimited, isUnlimited) = (uses.Exists(use => !double.IsNaN(use.Rate)), uses.Exists(use => double.IsNaN(use.Rate)));
        return isLimited
            ? $" · share of places or staff in use{(isUnlimited ? ", or how many where there is no limit" : "")}"
            : isUnlimited ? " · places or staff in use"
            : "";
    }

    private static string Describe(FlowSelection selection, NetworkPlan plan)
    {
        var all = selection.Graph;
        var streams = all.Steps.Where(step => step.Kind == StepKind.Stream).Select(step => step.Label).ToList();
        return string.Join(' ', new[]
        {
            FormattableString.Invariant($"A network of {plan.Simpler.Graph.Steps.Count} of {all.Steps.Count} steps, drawn from left to right."),
            streams.Count > 0 ? $"{StepBox.PerDay(all.Arrivals)} patients a day come in by {FlowNotes.Names(streams)}." : "",
            FlowNotes.Largest(all),
            FlowNotes.Fullest(plan.Simpler.Graph, selection.Use, selection.Request.Names),
        }.Where(sentence => sentence.Length > 0));
    }

    private static string Notes(FlowSelection selection, NetworkPlan plan)
    {
        var use = selection.Use;
        return string.Join(' ', new[]
        {
            FlowNotes.Means(selection),
            selection.Part.Length > 0 ? "Ways in and out that are named from and to a step lead to the other part." : "",
            double.IsFinite(use.LargestHalfWidth)
                ? FormattableString.Invariant(
                    $"Share in use: occupied ÷ open of the first place or staff a step asks for; 95 % interval of any one pool at most ± {use.LargestHalfWidth:0.#} points. White: no place or staff of its own, or no limit.")
                : "",
        }.Concat(FlowNotes.Simpler(plan.Simpler, selection)).Append(FlowNotes.Again(plan.Simpler.Graph)).Append(FlowNotes.Unreached(selection))
            .Where(sentence => sentence.Length > 0));
    }
}
