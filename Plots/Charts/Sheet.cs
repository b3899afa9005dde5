using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Charts;

/// <summary>
/// The frame that all charts share, filled from top to bottom: title, subtitle, whatever the chart draws, notes, source line.
/// </summary>
internal sealed class Sheet
{
    /// <summary>Below it a drawing is for a column [mm].</summary>
    public const double NarrowBelow = 120;

    private const double Margin = 5;
    private const double Gap = 4;
    private const int MostTitleLines = 3;

    private readonly ChartRequest request;

    /// <param name="request">For width and source.</param>
    /// <param name="name">Stem of the file name.</param>
    /// <param name="title">What is shown: the title where nothing was found, else the first sentence of the subtitle.</param>
    /// <param name="subtitle">Scenario, period, what the intervals are; may be empty.</param>
    /// <param name="finding">What the numbers say, which is the title; null: nothing that can be told.</param>
    /// <remarks>Title and subtitle of the request go before.</remarks>
    public Sheet(ChartRequest request, string name, string title, string subtitle, string? finding = null)
    {
        this.request = request;
        Drawing = new Drawing(name, request.WidthMillimetres) { Title = request.Title ?? finding ?? title, Colours = request.Colours };
        Y = Margin;
        Paragraph(Drawing.Title, TextStyle.Title, MostTitleLines);
        var below = finding is null ? subtitle : subtitle.Length > 0 ? $"{title}. {char.ToUpperInvariant(subtitle[0])}{subtitle[1..]}" : title;
        Paragraph(request.Subtitle ?? (below.Length > 0 ? char.ToUpperInvariant(below[0]) + below[1..] : ""), TextStyle.Subtitle, mostLines: 7);
        Y += Gap;
    }

    /// <summary>True where a title can be read in full.</summary>
    public static bool HasRoomForTitle(ChartRequest request, string title) =>
        TextMeasure.Wrap(title, TextStyle.Title.Size, (request.WidthMillimetres * Drawing.PointsPerMillimetre) - (2 * Margin), bold: true).Count
            <= MostTitleLines;

    public Drawing Drawing { get; }

    public double Left { get; } = Margin;

    public double Right => Drawing.Width - Margin;

    public double Width => Right - Left;

    /// <summary>True in a column of half a page: fewer marks and shorter words.</summary>
    public bool Narrow => Drawing.WidthMillimetres < NarrowBelow;

    /// <summary>Where the next thing goes [pt from the top].</summary>
    public double Y { get; private set; }

    /// <summary>Reserves a stripe over the whole width; returns where it begins.</summary>
    public double Take(double height)
    {
        var top = Y;
        Y += height;
        return top;
    }

    /// <summary>Text over the whole width; nothing where it is empty.</summary>
    public void Paragraph(string text, TextStyle style, int mostLines = 12)
    {
        if (text.Length == 0)
        {
            return;
        }

        var lines = TextMeasure.Wrap(text, style.Size, Width, mostLines, style.Bold);
        for (var i = 0; i < lines.Count; i++)
        {
            var top = Take(style.Size * TextMeasure.LineHeight);
            Drawing.Text(Left, top + (style.Size * TextMeasure.Ascent), lines[i], style, Anchor.Start, i == lines.Count - 1 && lines[i].EndsWith('…')
                ? text
                : "");
        }
    }

    /// <summary>Ends the drawing with notes and source.</summary>
    /// <param name="description">The chart in words.</param>
    /// <param name="notes">Sentences on how to read it.</param>
    /// <param name="scenarios">For the source line.</param>
    public Drawing Finish(string description, string notes, params IReadOnlyList<string> scenarios)
    {
        Y += Gap;
        Paragraph(request.HasNotes ? notes : "", TextStyle.Note);
        Paragraph(SourceLine.Of(request.Results.Run, scenarios), TextStyle.Note);
        Drawing.Description = description;
        Drawing.Scenarios = scenarios;
        Drawing.Height = Y + Margin;
        return Drawing;
    }
}
