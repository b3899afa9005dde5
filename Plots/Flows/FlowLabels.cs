using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows.Layout;

namespace FlowSim.Plots.Flows;

/// <summary>
/// Puts figures at ribbons where there is room: on a wide ribbon, or over a narrow one that runs level and alone. Where there is
/// none a ribbon goes without; the boxes at its ends have figures.
/// </summary>
internal sealed class FlowLabels
{
    private const double Size = StepBox.TextSize;
    private const double WideEnough = 5.8;
    private const double Clearance = 1.5;

    private readonly Drawing drawing;
    private readonly List<Area> taken;
    private readonly List<(int Ribbon, Area Area)> ribbons;

    /// <param name="drawing">Where to write.</param>
    /// <param name="taken">Boxes, and ribbons that no figure may stand on.</param>
    /// <param name="ribbons">What the other ribbons cover.</param>
    public FlowLabels(Drawing drawing, IEnumerable<Area> taken, IEnumerable<(int Ribbon, Area Area)> ribbons)
    {
        this.drawing = drawing;
        this.taken = [.. taken];
        this.ribbons = [.. ribbons];
    }

    /// <summary>Writes a figure, if there is a place.</summary>
    public void Add(int ribbon, Route route, double thickness, string text, string colour)
    {
        var width = TextMeasure.Width(text, Size);
        var isWide = thickness >= WideEnough;
        foreach (var (x, y) in Places(route, width, isWide))
        {
            var baseline = isWide ? y + (Size * 0.36) : y - (thickness / 2) - (Size * TextMeasure.Descent) - 0.3;
            var box = new Area(x - (width / 2), baseline - (Size * TextMeasure.Ascent), x + (width / 2), baseline + (Size * TextMeasure.Descent));
            if (!taken.Exists(box.Grown(Clearance).Overlaps) && (isWide || !ribbons.Exists(other => other.Ribbon != ribbon && other.Area.Overlaps(box))))
            {
                drawing.Text(x, baseline, text, new TextStyle(Size, On: isWide ? colour : Palette.White, Halo: true), Anchor.Middle);
                taken.Add(box);
                return;
            }
        }
    }

    /// <summary>Writes a figure at a ribbon that runs back, on the side of its long level piece where the picture is.</summary>
    /// <param name="route">As drawn: the third and fourth corners are the ends of the level piece.</param>
    /// <param name="thickness">Of the ribbon.</param>
    /// <param name="isAbove">True where it goes over the picture.</param>
    /// <param name="text">The figure.</param>
    public void AddBack(Route route, double thickness, bool isAbove, string text)
    {
        var (from, to) = (route.Points[2], route.Points[3]);
        var width = TextMeasure.Width(text, Size);
        var gap = (thickness / 2) + Clearance + 0.7;
        var baseline = isAbove ? from.Y + gap + (Size * TextMeasure.Ascent) : from.Y - gap - (Size * TextMeasure.Descent);
        foreach (var share in (ReadOnlySpan<double>)[0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9])
        {
            var x = from.X + ((to.X - from.X) * share);
            var box = new Area(x - (width / 2), baseline - (Size * TextMeasure.Ascent), x + (width / 2), baseline + (Size * TextMeasure.Descent));
            if (!taken.Exists(box.Overlaps) && !ribbons.Exists(other => other.Area.Overlaps(box)))
            {
                drawing.Text(x, baseline, text, new TextStyle(Size, RibbonShades.Back, Halo: true), Anchor.Middle);
                taken.Add(box);
                return;
            }
        }
    }

    /// <summary>From the source on: on level pieces, and in the middle of curves where the ribbon is wide.</summary>
    private static IEnumerable<(double X, double Y)> Places(Route route, double width, bool isWide)
    {
        for (var i = 1; i < route.Points.Count; i++)
        {
            var (from, to) = (route.Points[i - 1], route.Points[i]);
            var isLevel = Math.Abs(to.Y - from.Y) < 1;
            if (!isLevel && isWide)
            {
                yield return RibbonAreas.OnCurve(from, to, 0.5);
                yield return RibbonAreas.OnCurve(from, to, 0.2);
                yield return RibbonAreas.OnCurve(from, to, 0.8);
            }
            else if (isLevel && to.X - from.X >= width + (2 * Clearance))
            {
                yield return ((from.X + to.X) / 2, from.Y);
                yield return (from.X + (width / 2) + Clearance + 1, from.Y);
            }
            else if (!isLevel && !isWide && LevelEnd(from, to, width) is { } place)
            {
                yield return place;
            }
        }
    }

    /// <summary>A long curve begins nearly level: the middle of its first piece that is as long as the text; null where it is too steep.</summary>
    private static (double X, double Y)? LevelEnd((double X, double Y) from, (double X, double Y) to, double width)
    {
        const double MostRise = 2.5;
        var end = width + Clearance + 1;
        var at = from;
        for (var t = 0.05; t < 0.5 && at.X < from.X + end; t += 0.05)
        {
            at = RibbonAreas.OnCurve(from, to, t);
        }

        return at.X < from.X + end || Math.Abs(at.Y - from.Y) > MostRise ? null : (from.X + Clearance + 1 + (width / 2), Math.Min(from.Y, at.Y));
    }
}
