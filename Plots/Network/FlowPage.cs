using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>
/// A page on which a picture of flows can be read: as wide as asked for; if that leaves out too much, an A4 page upright, then
/// across; and wider only for a system with more steps in a row than an A4 page has room for.
/// </summary>
internal static class FlowPage
{
    /// <param name="request">For the width.</param>
    /// <param name="sheet">Makes a sheet of a width.</param>
    /// <param name="plan">Plans a picture for some room; null where it must fit and does not.</param>
    public static (Sheet Sheet, TPlan Plan) Of<TPlan>(ChartRequest request, Func<ChartRequest, Sheet> sheet, Func<PictureRoom, bool, TPlan?> plan)
        where TPlan : class, IFlowPlan
    {
        foreach (var width in new[] { request.WidthMillimetres, ChartRequest.PageWidth, ChartRequest.MostWidth }.Where(width => width >= request.WidthMillimetres).Distinct())
        {
            var page = sheet(request with { WidthMillimetres = width });
            if (plan(PictureRoom.Of(width, page.Width), true) is { } found)
            {
                return (page, found);
            }
        }

        var across = sheet(request with { WidthMillimetres = ChartRequest.MostWidth });
        var wide = plan(PictureRoom.Of(ChartRequest.MostWidth, across.Width), false)!;
        var missing = Math.Max(0, wide.Layout.Width - across.Width) / Drawing.PointsPerMillimetre;
        if (missing == 0)
        {
            return (across, wide);
        }

        // The wider page may have room for more.
        var wider = ChartRequest.MostWidth + Math.Ceiling(missing);
        var last = sheet(request with { WidthMillimetres = wider });
        return (last, plan(PictureRoom.Of(wider, last.Width), true) ?? wide);
    }
}
