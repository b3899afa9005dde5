using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Charts;

/// <summary>Occupied beds by day and site as a fan: mean, band across replications, open beds and 92 % of them.</summary>
public static class OccupancyFan
{
    /// <summary>The occupancy that national guidance for winter asks hospitals not to pass.</summary>
    internal const double GuidedRate = 0.92;

    private const double Width = 170 * SvgDrawing.UnitsPerMillimetre;
    private const double Margin = 8;
    private const double TitleSize = 15.5;
    private const double TextSize = 12.7;
    private const double SmallSize = 11;
    private const double PanelHeight = 132;
    private const double PanelGap = 34;
    private const double PanelTitle = 18;
    private const string ChartTitle = "Occupied beds by day";

    /// <summary>The chart as SVG text.</summary>
    /// <param name="panels">One or more sites; they share the axis of days.</param>
    /// <param name="source">For the source line.</param>
    /// <param name="hasDates">False: days are counted from 1.</param>
    public static string Draw(IReadOnlyList<FanPanel> panels, ChartSource source, bool hasDates) => Compose(panels, source, hasDates).ToString();

    internal static SvgDrawing Compose(IReadOnlyList<FanPanel> panels, ChartSource source, bool hasDates)
    {
        var title = TextMeasure.Wrap(source.ScenarioTitle.Length > 0 ? $"{ChartTitle}, {source.Scenario}: {source.ScenarioTitle}" : $"{ChartTitle}, {source.Scenario}", TitleSize, Width - (2 * Margin), bold: true);
        var notes = TextMeasure.Wrap($"{BandNote(source)} Beds occupied at midnight. {source.Line}.", SmallSize, Width - (2 * Margin));
        var key = Margin + (title.Count * TitleSize * TextMeasure.LineHeight) + TextSize;
        var top = key + (TextSize * TextMeasure.LineHeight);
        var bottom = top + (panels.Count * (PanelHeight + PanelGap)) + TextSize;
        var height = bottom + (notes.Count * SmallSize * TextMeasure.LineHeight) + Margin;
        var drawing = new SvgDrawing(Width, height, $"{ChartTitle}, {source.System}, scenario {source.Scenario}", FanDescription.Of(panels, source));

        WriteLines(drawing, title, Margin, TitleSize, Palette.Black, bold: true);
        FanKey.Draw(drawing, Margin, key, TextSize, source.Replications, panels.Any(panel => panel.Open.Count > 0));
        for (var i = 0; i < panels.Count; i++)
        {
            var panelTop = top + (i * (PanelHeight + PanelGap)) + PanelTitle;
            new FanPanelDrawing(drawing, panels[i], panelTop, panelTop + PanelHeight, TextSize).Draw(hasDates, labelDays: i == panels.Count - 1);
        }

        WriteLines(drawing, notes, bottom, SmallSize, Palette.DarkGrey, bold: false);
        return drawing;
    }

    private static string BandNote(ChartSource source) => FormattableString.Invariant(source.Replications switch
    {
        1 => $"One replication: no band.",
        < FanDescription.LeastForQuantiles => $"Band: lowest to highest of {source.Replications} replications; it holds for each day by itself.",
        _ => $"Band: from the 5 % to the 95 % quantile of {source.Replications} replications; it holds for each day by itself.",
    });

    private static void WriteLines(SvgDrawing drawing, IReadOnlyList<string> lines, double top, double size, string colour, bool bold)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            drawing.Text(Margin, top + (size * TextMeasure.Ascent) + (i * size * TextMeasure.LineHeight), lines[i], size, Anchor.Start, colour, bold);
        }
    }
}
