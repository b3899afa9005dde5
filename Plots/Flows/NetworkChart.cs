using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows.Layout;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Flows;

/// <summary>Stages and flows of one scenario as a network: who goes where, how many, and how full it is there.</summary>
internal static class NetworkChart
{
    private const string Id = "network";

    public static Chart Chart { get; } = new(Id, "Where patients go",
        "stages and the flows between them as a network: widths by patients a day, boxes by how full they are, or in a column the fullest as bars; the baseline without --scenario", Draw);

    private static LayoutSpace Space => new() { NodeGap = 9, RibbonGap = 5, ColumnGap = 12, LaneGap = 4 };

    private static ChartDrawings Draw(ChartRequest request) => ChartDrawings.Together([.. request.OneByOne.Select(DrawOne)]);

    private static ChartDrawings DrawOne(ChartRequest request)
    {
        var (selection, reason) = FlowSelection.Of(request);
        return selection is null ? ChartDrawings.Nothing(reason)
            : Pages.Of(selection) is { Count: > 0 } pages ? ChartDrawings.Of([.. pages.Select(page => Draw(page.Selection, page.Sheet, page.Plan))], reason)
            : ChartDrawings.Of([FlowBars.OfUse(selection, BarSheet(selection))], reason);
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

    private static Sheet BarSheet(FlowSelection selection) =>
        new(selection.Request, selection.NameOf(Id), $"How full places and staff are{selection.At}: {ScenarioName.Of(selection.Request.Results, selection.Scenario)}",
            selection.Subtitle, FlowNotes.Full(selection));

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

    private static string Notes(FlowSelection selection, NetworkPlan plan) =>
        string.Join(' ', new[]
        {
            FlowNotes.Means(selection),
            selection.Part.Length > 0 ? "Ways in and out that are named from and to a step lead to the other part." : "",
            FlowNotes.Shares(selection),
        }.Concat(FlowNotes.Simpler(plan.Simpler, selection)).Append(FlowNotes.Again(plan.Simpler.Graph)).Append(FlowNotes.Unreached(selection))
            .Where(sentence => sentence.Length > 0));
}

/// <summary>What widths and shades of the picture mean.</summary>
internal static class NetworkKey
{
    private const double SwatchHeight = 8;

    public static void Draw(Sheet sheet, NetworkPlan plan)
    {
        var key = new Key(sheet);
        AddWidth(key, plan.Thickness);
        if (plan.Boxes.Any(box => !double.IsNaN(box.Rate)))
        {
            foreach (var (_, label, colour) in UseShades.Steps)
            {
                key.Add(ReferenceEquals(label, UseShades.Steps[0].Label) ? $"in use: {label}" : label, colour);
            }
        }

        if (plan.Boxes.Any(box => box.Step.Kind == StepKind.Stream))
        {
            key.Add("way in", (drawing, x, y) => Tag(drawing, x, y, Palette.Grid));
        }

        if (plan.Boxes.Any(box => box.Step.Kind == StepKind.Exit))
        {
            key.Add("way out", (drawing, x, y) => Tag(drawing, x, y, Palette.PaleGrey));
        }

        if (plan.Layout.Routes.Any(route => route.Course == Course.Back) || plan.Simpler.Graph.Again.Any())
        {
            key.Add("goes back to an earlier step", (drawing, x, y) => drawing.Rectangle(x, y - 0.8, Key.SwatchWidth, 1.6, RibbonShades.Back));
        }

        key.Draw();
    }

    /// <summary>Adds one or two widths in round numbers of patients.</summary>
    public static void AddWidth(Key key, Func<double, double> thickness)
    {
        const double Large = 1e6;
        const double LeastShown = 0.65;
        var wide = HumanBelow(SwatchHeight / thickness(Large) * Large);
        foreach (var value in new[] { wide, wide / 10 }.Where(value => thickness(value) >= LeastShown))
        {
            key.Add($"{NumberText.Short(value, value switch { >= 1 => 0, >= 0.1 => 1, _ => 2 })} {(value == 1 ? "patient" : "patients")} a day",
                (drawing, x, y) => drawing.Rectangle(x, y - (thickness(value) / 2), Key.SwatchWidth, thickness(value), RibbonShades.Forward(thickness(value))));
        }
    }

    private static void Tag(Drawing drawing, double x, double y, string fill) =>
        drawing.Path($"M{Drawing.N(x)} {Drawing.N(y - 4)}h{Drawing.N(Key.SwatchWidth - 4)}l4 4l-4 4h{Drawing.N(4 - Key.SwatchWidth)}z", fill,
            Palette.MidGrey, 0.4);

    /// <summary>The largest of 1, 2, 5 × 10ᵏ that is not above.</summary>
    private static double HumanBelow(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    }
}
