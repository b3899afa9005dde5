using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles attributes that are set, on arrival and on entry.</summary>
internal sealed class SetCompiler
{
    private readonly CompileContext context;
    private readonly ExpressionCompiler expressions;
    private readonly RoutingCompiler routing;
    private readonly TimeCompiler times;

    public SetCompiler(CompileContext context, ExpressionCompiler expressions, RoutingCompiler routing, TimeCompiler times)
    {
        this.context = context;
        this.expressions = expressions;
        this.routing = routing;
        this.times = times;
    }

    /// <summary>Owner of the attributes a stream gives on arrival.</summary>
    public const uint OfStream = 0;

    /// <summary>Owner of the attributes of patients present at the start.</summary>
    public const uint OfCensus = 1;

    /// <summary>The rules in written order; those with problems have no branches, but still say which attribute is set.</summary>
    /// <param name="sets">As written.</param>
    /// <param name="scope">The instance in which they stand.</param>
    /// <param name="owner">What the draws belong to: the stage's key, or <see cref="OfStream"/> or <see cref="OfCensus"/>.</param>
    public SetRule[] Compile(IReadOnlyList<SetDescription> sets, CompileScope scope, uint owner)
    {
        var rules = new List<SetRule>();
        foreach (var set in sets)
        {
            var attribute = context.FindAttribute(set.Attribute.Text);
            var branches = Branches(attribute, set.Value, scope) ?? [];
            if (attribute >= 0)
            {
                rules.Add(
                    new SetRule
                    {
                        Attribute = attribute,
                        KeyHash = (uint)StableHash.Combine(owner, StableHash.Of(set.Attribute.Text)),
                        Branches = [.. branches]
                    });
            }
        }

        return [.. rules];
    }

    private List<SetBranch>? Branches(int attribute, ChoiceDescription value, CompileScope scope)
    {
        if (value.Conditional is { } conditional)
        {
            return Conditional(attribute, conditional, scope);
        }

        if (value.Single is { } single)
        {
            return Single(attribute, single, scope) is { } branch ? [branch] : null;
        }

        if (value.Copy is { } copy)
        {
            return Copy(attribute, copy) is { } branch ? [branch] : null;
        }

        if (context.Attributes.KindOf(attribute) == AttributeKind.Duration)
        {
            return Duration(value, scope) is { } time ? [new SetBranch { Kind = SetKind.Duration, Time = time }] : null;
        }

        var branches = routing.Branches(value, scope, at => ValueOf(attribute, at));
        return branches?.ConvertAll(branch => new SetBranch { If = branch.If, Kind = SetKind.Drawn, Lookup = branch.Lookup, Outcomes = branch.Outcomes });
    }

    private TimeRule? Duration(ChoiceDescription value, CompileScope scope)
    {
        if (value.Table is { } table)
        {
            return times.Compile(new TimeDescription { Table = table }, scope);
        }

        context.Problems.Error(value.At.Where, value.At.Path, "a length of time or a table of them", "outcomes with shares");
        return null;
    }

    private List<SetBranch>? Conditional(int attribute, IReadOnlyList<ConditionalChoice> conditional, CompileScope scope)
    {
        var branches = new List<SetBranch>();
        var bad = !RoutingCompiler.AreReached(conditional, context.Problems);
        foreach (var (condition, choice) in conditional)
        {
            var holds = condition is null ? null : expressions.Compile(condition, scope);
            var inner = Branches(attribute, choice, scope);
            bad |= inner is null || (condition is not null && holds is null);
            branches.AddRange((inner ?? []).Select(branch => With(branch, holds)));
        }

        return bad || branches.Count == 0 ? null : branches;
    }

    private static SetBranch With(SetBranch branch, Expression? condition) => new()
    {
        If = condition is null ? branch.If : branch.If is null ? condition : ExpressionCompiler.Both(ExpressionKind.And, condition, branch.If),
        Kind = branch.Kind,
        Lookup = branch.Lookup,
        Outcomes = branch.Outcomes,
        From = branch.From,
        ValueMap = branch.ValueMap,
        Amount = branch.Amount,
        Time = branch.Time,
    };

    private SetBranch? Single(int attribute, Written single, CompileScope scope)
    {
        var text = single.Text.Trim();
        if (text.StartsWith('+') && NumberText.TryParseWhole(text[1..], out var amount, out _))
        {
            return context.Attributes.KindOf(attribute) == AttributeKind.Number
                ? new SetBranch { Kind = SetKind.Added, Amount = amount }
                : Refuse(single, "a number attribute to add to", text);
        }

        if (AttributeInference.IsCopy(context.Attributes, attribute, text, out _))
        {
            return Copy(attribute, single);
        }

        if (context.Attributes.KindOf(attribute) == AttributeKind.Duration)
        {
            return times.Compile(new TimeDescription { Text = single }, scope) is { } time ? new SetBranch { Kind = SetKind.Duration, Time = time } : null;
        }

        return ValueOf(attribute, single) is >= 0 and var value ? new SetBranch { Kind = SetKind.Drawn, Outcomes = [new OutcomeSet([1], [value])] } : null;
    }

    private SetBranch? Copy(int attribute, Written copy)
    {
        var source = context.FindAttribute(copy.Text.Trim());
        if (source < 0)
        {
            return Refuse(copy, "an attribute", copy.Text, Nearest.Hint(copy.Text, context.Attributes.Names));
        }

        if (context.Attributes.KindOf(source) != context.Attributes.KindOf(attribute))
        {
            return Refuse(copy, $"an attribute of the same kind as {context.Attributes.NameOf(attribute)}", copy.Text);
        }

        var from = context.Attributes.ValuesOf(source);
        int[] map = [.. from.Select(value => context.Attributes.PeekValue(attribute, value))];
        if (from.Count > 0 && map.All(value => value < 0))
        {
            return Refuse(copy, $"an attribute with values of {context.Attributes.NameOf(attribute)}", copy.Text);
        }

        var same = map.Select((value, index) => value == index).All(equal => equal);
        return new SetBranch { Kind = SetKind.Copied, From = source, ValueMap = same ? null : map };
    }

    private int ValueOf(int attribute, Written at)
    {
        var value = context.ValueIndex(attribute, at.Text.Trim());
        if (value < 0)
        {
            var expected = context.Attributes.KindOf(attribute) == AttributeKind.Number
                ? "a whole number of at least 0"
                : $"a value of {context.Attributes.NameOf(attribute)}";
            Refuse(at, expected, at.Text, Nearest.Hint(at.Text, context.Attributes.ValuesOf(attribute)));
        }

        return value;
    }

    private SetBranch? Refuse(Written at, string expected, string received, string hint = "")
    {
        context.Problems.Error(at.Where, at.Path, expected, received, hint);
        return null;
    }
}
