using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>
/// A page on which a picture of flows can be read: as wide as asked for; if that leaves out too much, an A4 page upright, then
/// across; and wider only for a system with more steps in a row than an A4 page has room for.
/// </summary>
internal static class FlowPage
{
    /// <summary>A picture that shows a smaller share of all moves gives a wrong idea of the system.</summary>
    private const double LeastShown = 0.75;

    /// <param name="request">For the width.</param>
    /// <param name="sheet">Makes a sheet of a width.</param>
    /// <param name="plan">Plans a picture for some room that shows a share of all moves at least; null where there is no room.</param>
    public static (Sheet Sheet, TPlan Plan) Of<TPlan>(ChartRequest request, Func<ChartRequest, Sheet> sheet, Func<PictureRoom, double, TPlan?> plan)
        where TPlan : class, IFlowPlan
    {
        foreach (var width in new[] { request.WidthMillimetres, ChartRequest.PageWidth, ChartRequest.MostWidth }.Where(width => width >= request.WidthMillimetres).Distinct())
        {
            var page = sheet(request with { WidthMillimetres = width });
            if (plan(PictureRoom.Of(width, page.Width), LeastShown) is { } found)
            {
                return (page, found);
            }
        }

        var across = sheet(request with { WidthMillimetres = ChartRequest.MostWidth });
        var wide = plan(PictureRoom.Of(ChartRequest.MostWidth, across.Width), 0)!;
        var missing = Math.Max(0, wide.Layout.Width - across.Width) / Drawing.PointsPerMillimetre;
        return (missing == 0 ? across : sheet(request with { WidthMillimetres = ChartRequest.MostWidth + Math.Ceiling(missing) }), wide);
    }
}
