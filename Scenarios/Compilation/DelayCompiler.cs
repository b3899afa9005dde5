using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles official reasons and attributions of delay.</summary>
internal sealed class DelayCompiler
{
    /// <summary>Pairs that the monthly return of England 2016/17 does not know: nobody else can be responsible for these reasons.</summary>
    private static readonly (string Reason, string Attribution)[] Impossible =
        [("C", "both"), ("C", "social-care"), ("Di", "both"), ("G", "both"), ("H", "both"), ("I", "social-care"), ("I", "both")];

    private readonly CompileContext context;
    private readonly RoutingCompiler routing;

    public DelayCompiler(CompileContext context, RoutingCompiler routing)
    {
        this.context = context;
        this.routing = routing;
    }

    /// <summary>The rule, or null after a problem.</summary>
    public DelayRule? Compile(DelayDescription delayed, CompileScope scope)
    {
        if (!DelayNames.Reasons.Contains(delayed.Reason.Text))
        {
            context.Problems.Error(delayed.Reason.Where, delayed.Reason.Path, DelayNames.ExpectedReason, delayed.Reason.Text,
                Nearest.Hint(delayed.Reason.Text, DelayNames.Reasons));
            return null;
        }

        var branches = routing.Branches(delayed.Attribution, scope, AttributionOf);
        if (branches is null)
        {
            return null;
        }

        if (branches is not [{ If: null } branch])
        {
            context.Problems.Error(delayed.Attribution.At.Where, delayed.Attribution.At.Path, "an attribution without conditions", "a list of conditions",
                "Use a table.");
            return null;
        }

        var kinds = Array.ConvertAll(branch.Outcomes, set => Kinds(set, delayed));
        return kinds.Contains(null) ? null : new DelayRule { Lookup = branch.Lookup, Kinds = kinds! };
    }

    private int AttributionOf(Written text)
    {
        var index = Array.IndexOf(DelayNames.Attributions, text.Text);
        if (index < 0)
        {
            context.Problems.Error(text.Where, text.Path, DelayNames.ExpectedAttribution, text.Text, Nearest.Hint(text.Text, DelayNames.Attributions));
        }

        return index;
    }

    /// <summary>The same shares over kinds of delay. An attribution with a share of 0 keeps its index, so that a change of shares changes no index.</summary>
    private OutcomeSet? Kinds(OutcomeSet attributions, DelayDescription delayed)
    {
        var shares = new List<double>();
        var kinds = new List<int>();
        for (var index = 0; index < attributions.Outcomes.Length; index++)
        {
            var kind = new DelayKind(delayed.Reason.Text, DelayNames.Attributions[attributions.Outcomes[index]]);
            if (!Impossible.Contains((kind.Reason, kind.Attribution)))
            {
                shares.Add(attributions.Share(index));
                kinds.Add(IndexOf(kind));
            }
            else if (attributions.Share(index) > 0)
            {
                context.Problems.Error(delayed.Attribution.At.Where, delayed.Attribution.At.Path, $"an attribution that reason {kind.Reason} can have",
                    kind.Attribution, "See the official reasons: this pair does not exist.");
                return null;
            }
        }

        return new OutcomeSet([.. shares], [.. kinds]);
    }

    private int IndexOf(DelayKind kind)
    {
        var index = context.Delays.IndexOf(kind);
        if (index < 0)
        {
            index = context.Delays.Count;
            context.Delays.Add(kind);
        }

        return index;
    }
}
