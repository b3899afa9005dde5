using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Compilation;

/// <summary>One branch of a choice whose outcomes are indices.</summary>
internal sealed record ChoiceBranch(Expression? If, Lookup Lookup, OutcomeSet[] Outcomes);

/// <summary>Compiles choices into branches, and <c>then</c> into a routing.</summary>
internal sealed class RoutingCompiler
{
    private readonly CompileContext context;
    private readonly References references;
    private readonly ExpressionCompiler expressions;
    private readonly TableLookup lookups;
    private readonly ShareCompiler shares;

    public RoutingCompiler(CompileContext context, References references, ExpressionCompiler expressions, TableLookup lookups, ShareCompiler shares)
    {
        this.context = context;
        this.references = references;
        this.expressions = expressions;
        this.lookups = lookups;
        this.shares = shares;
    }

    /// <summary>Where next, or null after a problem.</summary>
    public Routing? Compile(ChoiceDescription then, CompileScope scope)
    {
        if (Branches(then, scope, at => references.Target(at, scope)) is not { } branches)
        {
            return null;
        }

        if (branches[^1].If is not null)
        {
            context.Problems.Error(then.At.Where, then.At.Path, "a last branch without \"if\"", "a condition on every branch",
                "Say where the others go: { to: … }.");
            return null;
        }

        RoutingBranch[] compiled = [.. branches.Select(branch => new RoutingBranch { If = branch.If, Lookup = branch.Lookup, Outcomes = branch.Outcomes })];
        var single = compiled is [{ Lookup.Keys.Length: 0, Outcomes: [{ IsSingle: true }] }];
        return new Routing { Branches = compiled, IsFixed = single, FixedTarget = single ? compiled[0].Outcomes[0].Outcomes[0] : -1 };
    }

    /// <summary>The branches of a choice, in written order and none of them empty; null after a problem.</summary>
    public List<ChoiceBranch>? Branches(ChoiceDescription choice, CompileScope scope, Func<Written, int> outcomeOf)
    {
        if (choice.Conditional is { } conditional)
        {
            return Conditional(conditional, scope, outcomeOf);
        }

        if (choice.Single is { } single)
        {
            return outcomeOf(single) is >= 0 and var outcome ? [new ChoiceBranch(null, Lookup.Single, [new OutcomeSet([1], [outcome])])] : null;
        }

        if (choice.Shares is { } written)
        {
            return shares.Set(written, outcomeOf, choice.At) is { } set ? [new ChoiceBranch(null, Lookup.Single, [set])] : null;
        }

        if (choice.By is { } by)
        {
            return By(by, choice.At, outcomeOf) is { } branch ? [branch] : null;
        }

        return choice.Table is { } table && Table(table, scope, outcomeOf) is { } found ? [found] : null;
    }

    private ChoiceBranch? Table(TableUse use, CompileScope scope, Func<Written, int> outcomeOf)
    {
        if (TableNames.Find(context.Files, use.Table, context.Problems) is not { } table || lookups.Compile(table, scope, dates: use.Dates) is not { } compiled)
        {
            return null;
        }

        return shares.OfTable(compiled, use.Column, (name, at) => outcomeOf(at with { Text = name })) is { } sets
            ? new ChoiceBranch(null, compiled.Lookup, sets)
            : null;
    }

    private List<ChoiceBranch>? Conditional(IReadOnlyList<ConditionalChoice> conditional, CompileScope scope, Func<Written, int> outcomeOf)
    {
        var branches = new List<ChoiceBranch>();
        var bad = conditional.Count == 0 | !AreReached(conditional, context.Problems);
        foreach (var (condition, choice) in conditional)
        {
            var holds = condition is null ? null : expressions.Compile(condition, scope);
            var inner = Branches(choice, scope, outcomeOf);
            bad |= inner is null || (condition is not null && holds is null);
            branches.AddRange((inner ?? []).Select(branch => branch with { If = And(holds, branch.If) }));
        }

        return bad ? null : branches;
    }

    /// <summary>False after a problem: a branch behind one that is always taken.</summary>
    public static bool AreReached(IReadOnlyList<ConditionalChoice> conditional, ProblemList problems)
    {
        var always = conditional.ToList().FindIndex(branch => branch.If is null);
        if (always < 0 || always == conditional.Count - 1)
        {
            return true;
        }

        var behind = conditional[always + 1].If ?? conditional[always + 1].Choice.At;
        problems.Error(behind.Where, behind.Path, "no branch behind one without \"if\", which takes everybody", "a branch that nobody reaches",
            "Put the branch without \"if\" last.");
        return false;
    }

    private static Expression? And(Expression? outer, Expression? inner) =>
        outer is null ? inner : inner is null ? outer : ExpressionCompiler.Both(ExpressionKind.And, outer, inner);

    private ChoiceBranch? By(ByDescription by, Written at, Func<Written, int> outcomeOf)
    {
        var attribute = context.FindAttribute(by.Attribute.Text);
        if (attribute < 0 || context.Attributes.KindOf(attribute) != AttributeKind.Named)
        {
            context.Problems.Error(by.Attribute.Where, by.Attribute.Path, "an attribute with named values", by.Attribute.Text,
                Nearest.Hint(by.Attribute.Text, context.Attributes.Names));
            return null;
        }

        var bad = false;
        var otherwise = -1;
        var cells = new Dictionary<int, int>();
        var outcomes = new List<OutcomeSet>();
        foreach (var (value, written) in by.Outcomes)
        {
            var index = value.Text == "*" ? 0 : ValueOf(attribute, value);
            var outcome = outcomeOf(written);
            bad |= index < 0 || outcome < 0;
            if (index >= 0 && outcome >= 0)
            {
                if (value.Text == "*")
                {
                    otherwise = outcomes.Count;
                }
                else
                {
                    cells[index] = outcomes.Count;
                }

                outcomes.Add(new OutcomeSet([1], [outcome]));
            }
        }

        return bad || Uncovered(attribute, cells, otherwise, at) ? null : new ChoiceBranch(null, ByLookup(attribute, cells, otherwise), [.. outcomes]);
    }

    private Lookup ByLookup(int attribute, Dictionary<int, int> cells, int otherwise) => new()
    {
        Keys = [new LookupKey { Source = KeySource.Attribute, Attribute = attribute, Stride = 1 }],
        Cells = [.. Enumerable.Range(0, context.Attributes.ValuesOf(attribute).Count).Select(value => cells.GetValueOrDefault(value, otherwise))],
        Name = context.Attributes.NameOf(attribute),
    };

    private int ValueOf(int attribute, Written value)
    {
        var index = context.ValueIndex(attribute, value.Text);
        context.Attributes.Uses.Name(attribute, value);
        if (index < 0)
        {
            context.Problems.Error(value.Where, value.Path, $"a value of {context.Attributes.NameOf(attribute)}", value.Text,
                Nearest.Hint(value.Text, context.Attributes.ValuesOf(attribute)));
        }

        return index;
    }

    private bool Uncovered(int attribute, Dictionary<int, int> cells, int otherwise, Written at)
    {
        var values = context.Attributes.ValuesOf(attribute);
        var missing = Enumerable.Range(0, values.Count).Where(value => !cells.ContainsKey(value) && context.Attributes.CanOccur(attribute, value))
            .Select(value => values[value]).ToList();
        if (otherwise >= 0 || missing.Count == 0)
        {
            return false;
        }

        context.Problems.Error(at.Where, at.Path, $"an outcome for every value of {context.Attributes.NameOf(attribute)}",
            "none for " + string.Join(", ", missing), "Add them, or \"*\" for the others.");
        return true;
    }
}
