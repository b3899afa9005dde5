using FlowSim.Plots.Network.Flows;

namespace FlowSim.Plots.Network;

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
        foreach (var simpler in SimplerFlows.Of(selection.Graph, need.HasSmallSteps ? selection.Roles : selection.Roles.WithoutSmallSteps, Detail.Levels).TakeWhile(simpler => simpler.ShareShown >= need.LeastShown))
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
