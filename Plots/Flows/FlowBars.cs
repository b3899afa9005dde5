using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Flows;

/// <summary>A bar of a list.</summary>
/// <param name="Label">Above it.</param>
/// <param name="Length">How long it is, in the unit of all.</param>
/// <param name="Figure">Beside it.</param>
/// <param name="Shade">Of the bar.</param>
/// <param name="Number">What it shows.</param>
internal sealed record ListedBar(string Label, double Length, string Figure, Shade Shade, DrawnNumber Number);

/// <summary>
/// What stands for a picture of flows in a column that has no room for one, such as on a telephone: bars below each other, each under its name, in letters as
/// large as elsewhere. For the network how full places and staff are; for the Sankey diagram its flows.
/// </summary>
internal static class FlowBars
{
    /// <summary>More cannot be taken in at a glance.</summary>
    private const int Most = 12;

    private const double BarHeight = 8;
    private const double Gap = 5;
    private const double Full = 100;
    private const int MostLabelLines = 3;

    private static Shade OnTheWay => RibbonShades.Forward(BarHeight);

    /// <summary>The fullest places and staff; where none has a limit, the steps with most patients.</summary>
    /// <param name="selection">All flows.</param>
    /// <param name="sheet">With title and subtitle.</param>
    public static Drawing OfUse(FlowSelection selection, Sheet sheet)
    {
        var names = selection.Request.Names;
        var pools = FlowNotes.Limited(selection.Whole, selection.Use);
        if (pools.Count > 0)
        {
            Draw(sheet, [.. pools.Take(Most).Select(pool => new ListedBar(names.Pool(pool.Pool), pool.Rate,
                $"{NumberText.Short(pool.Rate, 0)} % · {Count(pool.Occupied)} of {Count(pool.Open)}", UseShades.Of(pool.Rate),
                new DrawnNumber("", "share in use", names.Pool(pool.Pool), pool.Rate, double.NaN, double.NaN, "%")))], Full);
            return sheet.Finish(FlowNotes.Fullest(selection.Whole, selection.Use, names), Notes(
                pools.Count > Most ? FormattableString.Invariant($"The {Most} fullest of {pools.Count} kinds of places and staff: on average so many of so many open.")
                    : "How many are in use on average, of so many open.",
                FlowNotes.Sure(pools, names) is { Length: > 0 } sure ? $"The share in use: {sure}." : "", "Who goes where is drawn on a page."), selection.Scenario);
        }

        var graph = selection.Whole;
        var steps = Enumerable.Range(0, graph.Steps.Count).OrderByDescending(graph.Through).Take(Most).ToList();
        Draw(sheet, [.. steps.Select(step => Patients(graph.Steps[step].Label, graph.Through(step), OnTheWay))], graph.Through(steps[0]));
        return sheet.Finish(FlowNotes.Largest(graph), Notes("The steps with most patients. Figures: patients a day. Who goes where is drawn on a page.",
            FlowNotes.Means(selection, "Patients a day")), selection.Scenario);

        static string Count(double units) => NumberText.Short(units, units < Full ? 1 : 0);
    }

    /// <summary>The flows of the Sankey diagram, the largest first, by the colour of the way out that they lead to.</summary>
    /// <param name="selection">All flows.</param>
    /// <param name="sheet">With title and subtitle.</param>
    /// <param name="simpler">The flows that matter.</param>
    public static Drawing OfFlows(FlowSelection selection, Sheet sheet, SimplerFlows simpler)
    {
        var graph = simpler.Graph;
        var ends = Enumerable.Range(0, graph.Steps.Count).Where(step => graph.Steps[step].Kind == StepKind.Exit)
            .OrderByDescending(step => simpler.Through(graph.Steps[step])).ToList();
        var key = new Key(sheet);
        OutcomeColours.AddTo(key, ends.ConvertAll(end => graph.Steps[end].Label));
        key.Add("to a further step", OnTheWay);
        key.Draw();
        var flows = graph.Between.OrderByDescending(flow => flow.PerDay).ToList();
        Draw(sheet, [.. flows.Select(flow => Patients($"{graph.Steps[flow.From].Label} to {graph.Steps[flow.To].Label}", flow.PerDay,
            ends.IndexOf(flow.To) is >= 0 and var rank ? OutcomeColours.Of(rank) : OnTheWay))], flows[0].PerDay);
        return sheet.Finish(FlowNotes.Largest(selection.Graph), Notes(
            FlowNotes.Means(selection, "Patients a day"), "Flows are counted from one step to the next.", FlowNotes.LeftOut(simpler, selection)), selection.Scenario);
    }

    private static ListedBar Patients(string label, double perDay, Shade shade) => new(label, perDay, StepBox.PerDay(perDay), shade,
        new DrawnNumber("", Ribbons.PatientsADay, label, perDay, double.NaN, double.NaN, Ribbons.PatientsADay));

    private static string Notes(params IReadOnlyList<string> sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));

    /// <param name="sheet">Where they go.</param>
    /// <param name="bars">From top to bottom.</param>
    /// <param name="longest">Length of a bar over all the room there is.</param>
    private static void Draw(Sheet sheet, IReadOnlyList<ListedBar> bars, double longest)
    {
        var style = TextStyle.Label;
        var room = sheet.Width - bars.Max(bar => TextMeasure.Width(bar.Figure, DotLayout.ValueStyle.Size)) - Gap;
        foreach (var bar in bars)
        {
            var label = char.ToUpperInvariant(bar.Label[0]) + bar.Label[1..];
            var lines = TextMeasure.Wrap(label, style.Size, sheet.Width, MostLabelLines);
            foreach (var line in lines)
            {
                sheet.Drawing.Text(sheet.Left, sheet.Take(DotLayout.LabelLine) + (style.Size * TextMeasure.Ascent), line, style, Anchor.Start,
                    lines[^1].EndsWith('…') ? label : "");
            }

            var top = sheet.Take(BarHeight + Gap) + 1;
            var length = Math.Max(0.6, room * Math.Min(1, bar.Length / longest));
            sheet.Drawing.Rectangle(sheet.Left, top, length, BarHeight, bar.Shade, MarkKind.Bar, Palette.MidGrey, 0.4);
            sheet.Drawing.Number(sheet.Left + length, top + (BarHeight / 2), bar.Number);
            sheet.Drawing.Text(sheet.Left + length + (Gap / 2), top + (BarHeight / 2) + (DotLayout.ValueStyle.Size * 0.35), bar.Figure, DotLayout.ValueStyle);
        }
    }
}
