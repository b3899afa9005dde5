using FlowSim.Plots.Drawings;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Frame;

/// <summary>
/// The frame that all charts share, filled from top to bottom: title, subtitle, whatever the chart draws, notes, source line.
/// </summary>
internal sealed class Sheet
{
    /// <summary>Below it a drawing is for a column [mm].</summary>
    public const double NarrowBelow = 120;

    private const double Margin = 5;
    private const double Gap = 4;

    /// <summary>A title of the chart's own that needs more is said shorter, if it can be.</summary>
    private const int MostTitleLines = 3;

    /// <summary>No title, subtitle or note is cut before it is as long as this.</summary>
    private const int MostLines = 30;

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
        Paragraph(Drawing.Title, TextStyle.Title);
        var below = finding is null ? subtitle : subtitle.Length > 0 ? $"{title}. {char.ToUpperInvariant(subtitle[0])}{subtitle[1..]}" : title;
        Paragraph(request.Subtitle ?? (below.Length > 0 ? char.ToUpperInvariant(below[0]) + below[1..] : ""), TextStyle.Subtitle);
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
    public void Paragraph(string text, TextStyle style)
    {
        if (text.Length == 0)
        {
            return;
        }

        var lines = TextMeasure.Wrap(text, style.Size, Width, MostLines, style.Bold);
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

/// <summary>What stands under a chart so that it can be traced: version, system, scenario, seed, replications, inputs.</summary>
internal static class SourceLine
{
    private const int HashDigits = 12;
    private const int MostNamed = 6;

    /// <param name="run">How the results came about.</param>
    /// <param name="scenarios">What the chart shows.</param>
    public static string Of(RunFacts run, IReadOnlyList<string> scenarios)
    {
        var named = scenarios.Count > MostNamed
            ? $"{scenarios.Count} scenarios"
            : $"{(scenarios.Count == 1 ? "scenario" : "scenarios")} {string.Join(", ", scenarios)}";
        var hash = run.InputHash[..Math.Min(HashDigits, run.InputHash.Length)];
        var end = run.Complete ? "" : " The run did not come to its end.";
        return FormattableString.Invariant(
            $"Source: FlowSim {run.Version}, system {run.System}, {named}, seed {run.Seed}, {Replications(run, scenarios)}, inputs {hash}.{end}");
    }

    private static string Replications(RunFacts run, IReadOnlyList<string> scenarios)
    {
        var counts = scenarios.Select(scenario => run.ReplicationsByScenario.GetValueOrDefault(scenario, run.Replications)).DefaultIfEmpty(run.Replications)
            .ToList();
        return counts.Min() == counts.Max()
            ? FormattableString.Invariant($"{counts.Min()} {(counts.Min() == 1 ? "replication" : "replications")}")
            : FormattableString.Invariant($"{counts.Min()} to {counts.Max()} replications");
    }
}

/// <summary>A key over the whole width, in as many lines as it needs.</summary>
internal sealed class Key
{
    public const double SwatchWidth = 14;

    private const double TextGap = 4;
    private const double EntryGap = 12;
    private const double LineHeight = 12;
    private const double TextLine = 9.5;
    private const int MostLines = 3;
    private static readonly TextStyle Style = new(7.5);

    private readonly Sheet sheet;
    private readonly List<(string Text, Action<Drawing, double, double> Swatch)> entries = [];

    public Key(Sheet sheet) => this.sheet = sheet;

    /// <summary>Adds an entry; its swatch is drawn at (left, middle).</summary>
    public void Add(string text, Action<Drawing, double, double> swatch) => entries.Add((text, swatch));

    /// <summary>Adds a filled box.</summary>
    public void Add(string text, Shade shade) => Add(text, (drawing, x, y) => drawing.Rectangle(x, y - 4, SwatchWidth, 8, shade, outline: Palette.DarkGrey));

    public void Draw()
    {
        var x = sheet.Left;
        var top = sheet.Take(LineHeight);
        foreach (var (whole, swatch) in entries)
        {
            var lines = TextMeasure.Wrap(whole, Style.Size, sheet.Width - SwatchWidth - TextGap, MostLines);
            var width = SwatchWidth + TextGap + lines.Max(line => TextMeasure.Width(line, Style.Size));
            if (x > sheet.Left && x + width > sheet.Right)
            {
                (x, top) = (sheet.Left, sheet.Take(LineHeight));
            }

            var middle = top + (LineHeight / 2);
            swatch(sheet.Drawing, x, middle);
            sheet.Drawing.Text(x + SwatchWidth + TextGap, middle + (Style.Size * 0.35), lines[0], Style, Anchor.Start, lines.Count == 1 ? whole : "");
            foreach (var line in lines.Skip(1))
            {
                // An entry of several lines is as wide as the sheet: nothing stands beside it.
                middle = sheet.Take(TextLine) + (TextLine / 2);
                sheet.Drawing.Text(x + SwatchWidth + TextGap, middle + (Style.Size * 0.35), line, Style, Anchor.Start, line == lines[^1] ? whole : "");
            }

            x = lines.Count > 1 ? sheet.Right : x + width + EntryGap;
        }

        sheet.Take(2);
    }
}
