using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>A drawing of flows before it is drawn: what it is about, the sheet, and the picture with everything in its place.</summary>
internal sealed record FlowPage<TPlan>(FlowSelection Selection, Sheet Sheet, TPlan Plan);

/// <summary>
/// Pages on which a picture of flows can be read: as wide as asked for; if that leaves out too much, an A4 page upright, then the
/// system in two parts on two such pages, if need be with the main ways only or the largest flows; and a page across, or wider, only for a system with more
/// steps in a row than that has room for.
/// </summary>
/// <param name="SheetOf">Makes a sheet of a width.</param>
/// <param name="PlanOf">Plans a picture for some room; null where it must fit and does not.</param>
internal sealed record FlowPages<TPlan>(Func<FlowSelection, ChartRequest, Sheet> SheetOf, Func<FlowSelection, PictureRoom, FlowNeed, TPlan?> PlanOf)
    where TPlan : class, IFlowPlan
{
    public IReadOnlyList<FlowPage<TPlan>> Of(FlowSelection selection)
    {
        var asked = selection.Request.WidthMillimetres;
        var upright = Math.Max(asked, ChartRequest.PageWidth);
        var one = Fitting(selection, asked, FlowNeed.Enough) ?? (asked < upright ? Fitting(selection, upright, FlowNeed.Enough) : null);
        return one is not null ? [one]
            : upright >= ChartRequest.MostWidth ? [Wide(selection)]
            : Folded(FlowFold.Of(selection), upright)
                ?? [Fitting(selection, upright, FlowNeed.MainWays) ?? Fitting(selection, ChartRequest.MostWidth, FlowNeed.Enough) ?? Wide(selection)];
    }

    /// <summary>A page for each part, with as much as has room on it; null where one of them has too many steps in a row.</summary>
    private List<FlowPage<TPlan>>? Folded(IReadOnlyList<FlowSelection> parts, double width)
    {
        var pages = parts.Select(part => FlowNeed.Falling.Select(need => Fitting(part, width, need)).FirstOrDefault(page => page is not null)).ToList();
        return pages.Count > 0 && pages.TrueForAll(page => page is not null) ? [.. pages.OfType<FlowPage<TPlan>>()] : null;
    }

    /// <summary>A page; null where it does not fit.</summary>
    private FlowPage<TPlan>? Fitting(FlowSelection selection, double width, FlowNeed need)
    {
        var sheet = SheetOf(selection, selection.Request with { WidthMillimetres = width });
        return PlanOf(selection, PictureRoom.Of(width, sheet.Width), need) is { } plan ? new FlowPage<TPlan>(selection, sheet, plan) : null;
    }

    /// <summary>As wide as the least that is of use needs.</summary>
    private FlowPage<TPlan> Wide(FlowSelection selection)
    {
        var request = selection.Request with { WidthMillimetres = ChartRequest.MostWidth };
        var across = SheetOf(selection, request);
        var wide = PlanOf(selection, PictureRoom.Of(ChartRequest.MostWidth, across.Width), FlowNeed.Whatever)!;
        var missing = Math.Max(0, wide.Layout.Width - across.Width) / Drawing.PointsPerMillimetre;
        if (missing == 0)
        {
            return new FlowPage<TPlan>(selection, across, wide);
        }

        // The wider page may have room for more.
        var wider = ChartRequest.MostWidth + Math.Ceiling(missing);
        var last = SheetOf(selection, request with { WidthMillimetres = wider });
        return new FlowPage<TPlan>(selection, last, PlanOf(selection, PictureRoom.Of(wider, last.Width), FlowNeed.Enough) ?? wide);
    }
}
