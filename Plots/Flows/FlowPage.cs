using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows.Layout;
using FlowSim.Plots.Frame;

namespace FlowSim.Plots.Flows;

/// <summary>A drawing of flows before it is drawn: what it is about, the sheet, and the picture with everything in its place.</summary>
internal sealed record FlowPage<TPlan>(FlowSelection Selection, Sheet Sheet, TPlan Plan);

/// <summary>
/// Pages on which a picture of flows can be read, none in a column that is too narrow: as wide as asked for; if that leaves out too much, an A4 page upright,
/// then the system in two parts on two such pages, if need be with the main ways only or the largest flows; and a page across, or wider, only for a
/// system with more steps in a row than that has room for.
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
        if (asked < Sheet.NarrowBelow)
        {
            return Fitting(selection, asked, FlowNeed.Enough) is { } column ? [column] : [];
        }

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

/// <summary>What is asked of a picture of flows.</summary>
/// <param name="LeastShown">Share of all moves that it has to show.</param>
/// <param name="MustFit">True: none if so much has no room. False: then it is laid out all the same.</param>
internal sealed record FlowNeed(double LeastShown, bool MustFit)
{
    /// <summary>What gives a right idea of the system.</summary>
    public static FlowNeed Enough { get; } = new(0.75, MustFit: true);

    /// <summary>The main ways, where more could only be read on a wider page.</summary>
    public static FlowNeed MainWays { get; } = new(0.3, MustFit: true);

    /// <summary>Enough, however much room it takes.</summary>
    public static FlowNeed Whatever { get; } = new(0.75, MustFit: false);

    /// <summary>
    /// What may be asked of a page that must do, one after the other: enough, the same with columns closer to each other, the main ways, the largest flows.
    /// </summary>
    public static IReadOnlyList<FlowNeed> Falling { get; } =
    [
        Enough,
        Enough with { IsTight = true },
        MainWays with { IsTight = true },
        new(0, MustFit: true) { IsTight = true, HasSmallSteps = false },
    ];

    /// <summary>True: columns stand as close as ribbons can still be followed between them.</summary>
    public bool IsTight { get; init; }

    /// <summary>False: steps that hold many patients are left out too, if hardly anybody comes and goes.</summary>
    public bool HasSmallSteps { get; init; } = true;
}

/// <summary>Room for a picture of flows on a page [pt].</summary>
internal readonly record struct PictureRoom(double Width, double Height)
{
    private const double Landscape = 200;
    private const double HeightOfLandscape = 395;
    private const double HeightOfPortrait = 560;

    // A box of two short lines and a line of figures, and as much around it.
    private const double AreaOfStep = 2200;

    /// <summary>More steps than this cannot have room, however they are placed.</summary>
    public int MostSteps => (int)(Width * Height / AreaOfStep);

    /// <summary>What an A4 page leaves for it: upright up to 200 mm, across above.</summary>
    public static PictureRoom Of(double widthMillimetres, double width) => new(width, widthMillimetres > Landscape ? HeightOfLandscape : HeightOfPortrait);
}

/// <summary>A picture of flows with everything in its place.</summary>
internal interface IFlowPlan
{
    SimplerFlows Simpler { get; }

    NetworkLayout Layout { get; }

    LayoutGraph Graph { get; }

    /// <summary>By ribbon of the layout, patients a day.</summary>
    double PerDay(int ribbon);

    /// <summary>By node of the layout, the step that it shows.</summary>
    Step StepOf(int node);
}

/// <summary>Finds as much of the flows as can be read in the room there is.</summary>
/// <typeparam name="TPlan">A picture with the places of its boxes.</typeparam>
/// <param name="MostSteps">More are not tried.</param>
/// <param name="Faint">Flows of a smaller share of all arrivals are not taken back.</param>
/// <param name="Make">Plans a picture of some flows.</param>
/// <param name="MayFit">Quick to know, and false only where there is no room.</param>
/// <param name="Fits">Lays the picture out; whether there is room.</param>
internal sealed record DetailSearch<TPlan>(int MostSteps, double Faint, Func<SimplerFlows, TPlan> Make, Func<TPlan, bool> MayFit, Func<TPlan, bool> Fits)
{
    /// <summary>The most detail that has room.</summary>
    /// <param name="selection">All flows.</param>
    /// <param name="need">How much has to have room, or that the least that is of use is laid out all the same.</param>
    public TPlan? Of(FlowSelection selection, FlowNeed need)
    {
        SimplerFlows? least = null;
        var roles = need.HasSmallSteps ? selection.Roles : selection.Roles.WithoutSmallSteps;
        foreach (var simpler in SimplerFlows.Of(selection.Graph, roles, Detail.Levels).TakeWhile(simpler => simpler.ShareShown >= need.LeastShown))
        {
            // What leaves out no more than the one before it has no more room.
            if (least is not null && least.Whole == simpler.Whole && least.Graph.Flows.Count == simpler.Graph.Flows.Count)
            {
                continue;
            }

            least = simpler;
            if (simpler.Graph.Steps.Count <= MostSteps && Make(simpler) is var plan && MayFit(plan) && Fits(plan))
            {
                return Filled(plan, simpler, Faint * selection.Graph.Arrivals);
            }
        }

        if (need.MustFit)
        {
            return default;
        }

        var last = Make(least!);
        Fits(last);
        return last;
    }

    /// <summary>Small flows are taken back, the largest first, as long as there is room.</summary>
    private TPlan Filled(TPlan first, SimplerFlows simpler, double least)
    {
        var plans = new List<TPlan> { first };
        foreach (var flow in simpler.Small.TakeWhile(flow => flow.PerDay >= least))
        {
            var more = simpler.With(flow);
            var plan = Make(more);
            if (MayFit(plan))
            {
                plans.Add(plan);
                simpler = more;
            }
        }

        return plans[LastThatFits(plans)];
    }

    /// <summary>Some room is only known to be missing when all is drawn. The first plan is known to fit.</summary>
    private int LastThatFits(List<TPlan> plans)
    {
        var (fitting, tooMuch) = (0, plans.Count);
        for (var next = plans.Count - 1; next > fitting; next = (fitting + tooMuch) / 2)
        {
            if (Fits(plans[next]))
            {
                fitting = next;
            }
            else
            {
                tooMuch = next;
            }
        }

        return fitting;
    }
}
