using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows.Layout;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Flows;

/// <summary>From first contact to final place: a Sankey diagram of consecutive steps.</summary>
internal static class SankeyChart
{
    private const string Id = "sankey";
    private const double HeadingHeight = 11;
    private const int MostCutNamed = 2;
    private const int MostNextNamed = 2;
    private const string Beds = "beds";

    public static Chart Chart { get; } = new(Id, "From first contact to final place",
        "the twelve flows that matter, patients a day from way in to way out, as a Sankey diagram coloured by outcome, in a column as bars; the baseline without --scenario", Draw);

    private static LayoutSpace Space => new() { NodeGap = 6, RibbonGap = 2.5, ColumnGap = 12 };

    private static ChartDrawings Draw(ChartRequest request) => ChartDrawings.Together([.. request.OneByOne.Select(DrawOne)]);

    private static ChartDrawings DrawOne(ChartRequest request)
    {
        var (selection, reason) = FlowSelection.Of(request);
        return selection is null ? ChartDrawings.Nothing(reason)
            : Pages.Of(selection) is { Count: > 0 } pages ? ChartDrawings.Of([.. pages.Select(page => Draw(page.Selection, page.Sheet, page.Plan))], reason)
            : ChartDrawings.Of([FlowBars.OfFlows(selection, Sheet(selection, request), SankeyPlan.Matter(selection))], reason);
    }

    private static FlowPages<SankeyPlan> Pages => new(Sheet, (selection, room, need) => SankeyPlan.Of(selection, room, Space, need));

    private static Drawing Draw(FlowSelection selection, Sheet sheet, SankeyPlan plan)
    {
        DrawKey(sheet, plan);
        var left = sheet.Left + Math.Max(0, (sheet.Width - plan.Layout.Width) / 2);
        DrawHeadings(sheet, plan, selection, left, sheet.Take(HeadingHeight));
        new SankeyPicture(sheet.Drawing, plan, left, sheet.Take(plan.Layout.Height)).Draw();
        return sheet.Finish(Describe(selection, plan), Notes(selection, plan), selection.Scenario);
    }

    private static Sheet Sheet(FlowSelection selection, ChartRequest request) =>
        new(request, selection.NameOf(Id), $"From first contact to final place{selection.At}: {ScenarioName.Of(request.Results, selection.Scenario)}",
            $"{selection.Subtitle}. Figures: patients a day", Finding(selection));

    /// <summary>How many come into a bed, and where most of them go from there; null where there are no beds.</summary>
    private static string? Finding(FlowSelection selection)
    {
        // As it is drawn: what a patient stays in is one, so are the beds of a group.
        var graph = SankeyPlan.Matter(selection with { Graph = selection.Whole }).Whole;
        var beds = Enumerable.Range(0, graph.Steps.Count).Where(step => selection.Use.Of(graph.Steps[step])?.Kind == Beds).ToHashSet();
        var into = graph.Between.Where(flow => beds.Contains(flow.To) && !beds.Contains(flow.From)).Sum(flow => flow.PerDay);
        var next = graph.Between.Where(flow => beds.Contains(flow.From) && !beds.Contains(flow.To)).GroupBy(flow => graph.Steps[flow.To])
            .Select(flows => (To: flows.Key, PerDay: flows.Sum(flow => flow.PerDay))).OrderByDescending(one => one.PerDay).Take(MostNextNamed).ToList();
        return into <= 0 || next.Count == 0 || selection.Request.ReplicationsOf(selection.Scenario) < 2 ? null
            : new ChartFinding(selection.Request).Scenario(selection.Scenario,
                $"of {StepBox.PerDay(selection.Whole.Arrivals)} patients a day, {StepBox.PerDay(into)} come into a bed; from beds {string.Join(" and ", next.Select(one => $"{StepBox.PerDay(one.PerDay)} {(one.To.Kind == StepKind.Exit ? "end at" : "go on to")} “{one.To.Label}”"))}");
    }

    private static void DrawKey(Sheet sheet, SankeyPlan plan)
    {
        var key = new Key(sheet);
        NetworkKey.AddWidth(key, plan.Thickness);
        OutcomeColours.AddTo(key, [.. plan.Ends.Select(end => plan.Steps[end].Label)]);
        if (plan.Cut.Count > 0)
        {
            key.Add("goes back to an earlier step: cut", SankeyPicture.Cut);
        }

        if (plan.Simpler.Small.Count > 0)
        {
            key.Add("small flows, not drawn", SankeyPicture.Small);
        }

        key.Draw();
    }

    private static void DrawHeadings(Sheet sheet, SankeyPlan plan, FlowSelection selection, double left, double top)
    {
        var style = TextStyle.Note;
        var free = double.NegativeInfinity;
        foreach (var stage in SankeyStages.Of(plan, selection))
        {
            var nodes = plan.Layout.Nodes.Where(node => node.Column >= stage.First && node.Column <= stage.Last).ToList();
            var (from, to) = (left + nodes.Min(node => node.Left), left + nodes.Max(node => node.Right));
            var width = TextMeasure.Width(stage.Name, style.Size);
            var middle = Math.Clamp((from + to) / 2, sheet.Left + (width / 2), sheet.Right - (width / 2));
            sheet.Drawing.Rule(from, top + HeadingHeight - 1, to, top + HeadingHeight - 1, Palette.MidGrey, 0.6);
            if (middle - (width / 2) > free)
            {
                sheet.Drawing.Text(middle, top + (style.Size * TextMeasure.Ascent), stage.Name, style, Anchor.Middle);
                free = middle + (width / 2) + 3;
            }
        }

        sheet.Take(StepBox.LineHeight / 2);
    }

    private static string Describe(FlowSelection selection, SankeyPlan plan)
    {
        var exits = plan.Steps.Select((step, node) => (step, Sum: plan.Entering[node].Total)).Where(pair => pair.step.Kind == StepKind.Exit)
            .OrderByDescending(pair => pair.Sum).ToList();
        return string.Join(' ', new[]
        {
            FormattableString.Invariant($"A Sankey diagram of {plan.Steps.Count} of {selection.Graph.Steps.Count} steps."),
            $"{StepBox.PerDay(selection.Graph.Arrivals)} patients a day come in.",
            exits.Count > 0 ? $"They end at: {string.Join(", ", exits.Take(6).Select(exit => $"{exit.step.Label} {StepBox.PerDay(exit.Sum)}"))} a day." : "",
            FlowNotes.Largest(selection.Graph),
            FlowNotes.Again(plan.Simpler.Graph),
        }.Concat(FlowNotes.Joined(plan.Simpler, selection)).Where(sentence => sentence.Length > 0));
    }

    private static string Notes(FlowSelection selection, SankeyPlan plan)
    {
        var cut = plan.Cut.OrderByDescending(flow => flow.PerDay).ToList();
        var more = cut.Count > MostCutNamed ? FormattableString.Invariant($" and {cut.Count - MostCutNamed} more") : "";
        return string.Join(' ', new[]
        {
            "Flows from step to step, not ways of single patients: where those of a ribbon came from before is not known.",
            cut.Count > 0 ? $"Cut: {string.Join(", ", cut.Take(MostCutNamed).Select(Named))}{more}." : "",
            FlowNotes.Means(selection),
            FlowNotes.LeftOut(plan.Simpler, selection),
            selection.Part.Length > 0 ? "Ways named from and to a step lead to the other part." : "",
        }.Where(sentence => sentence.Length > 0));

        string Named(Flow flow) =>
            $"{plan.Simpler.Graph.Steps[flow.From].Label} to {plan.Simpler.Graph.Steps[flow.To].Label} {StepBox.PerDay(flow.PerDay)} a day";
    }
}

/// <summary>Columns of the Sankey diagram that belong together.</summary>
/// <param name="Name">What patients are at there.</param>
/// <param name="First">Column.</param>
/// <param name="Last">Column.</param>
internal readonly record struct SankeyStage(string Name, int First, int Last);

/// <summary>Divides the columns of the Sankey diagram: first contact, what comes before a ward, wards, what comes behind, final place.</summary>
internal static class SankeyStages
{
    private static readonly (string Kind, string Name)[] Names =
        [("staff", "assessment"), ("crews", "transport"), ("spaces", "department"), ("beds", "ward"), ("caseload", "support at home")];

    /// <summary>From left to right; columns of which nothing is known belong to none.</summary>
    public static IReadOnlyList<SankeyStage> Of(SankeyPlan plan, FlowSelection selection)
    {
        var use = selection.Use;
        var nodes = Enumerable.Range(0, plan.Steps.Count).ToList();
        var last = nodes.Max(plan.Column);
        var stages = new List<SankeyStage>();
        if (nodes.Exists(node => plan.Steps[node].Kind == StepKind.Stream))
        {
            stages.Add(new SankeyStage(selection.IsFirst ? "first contact" : "from where", 0, 0));
        }

        var hasExits = nodes.Exists(node => plan.Steps[node].Kind == StepKind.Exit);
        stages.AddRange(Inner(plan, use, stages.Count, hasExits ? last - 1 : last));
        if (hasExits)
        {
            stages.Add(new SankeyStage(selection.IsLast ? "final place" : "to where", last, last));
        }

        return stages;
    }

    private static IEnumerable<SankeyStage> Inner(SankeyPlan plan, PoolUse use, int first, int last)
    {
        var wards = Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(column => IsMostlyWards(plan, use, column)).ToList();
        if (wards.Count == 0)
        {
            return Named(Kinds(plan, use, first, last), first, last);
        }

        var end = wards[0];
        while (wards.Contains(end + 1))
        {
            end++;
        }

        return [.. Named(Kinds(plan, use, first, wards[0] - 1), first, wards[0] - 1), new SankeyStage("ward", wards[0], end),
            .. Named("discharge and after", end + 1, last)];
    }

    private static IEnumerable<SankeyStage> Named(string name, int first, int last) =>
        first <= last && name.Length > 0 ? [new SankeyStage(name, first, last)] : [];

    private static bool IsMostlyWards(SankeyPlan plan, PoolUse use, int column)
    {
        var nodes = Enumerable.Range(0, plan.Steps.Count).Where(node => plan.Column(node) == column).ToList();
        return 2 * nodes.Where(node => use.Of(plan.Steps[node])?.Kind == "beds").Sum(plan.Through) > nodes.Sum(plan.Through);
    }

    private static string Kinds(SankeyPlan plan, PoolUse use, int first, int last)
    {
        var present = Enumerable.Range(0, plan.Steps.Count).Where(node => plan.Column(node) >= first && plan.Column(node) <= last)
            .Select(node => use.Of(plan.Steps[node])?.Kind).ToHashSet();
        return string.Join(", ", Names.Where(pair => present.Contains(pair.Kind)).Select(pair => pair.Name));
    }
}
