using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Scenarios.Compilation.Conditions;

/// <summary>Turns the text of a condition into a tree over indices.</summary>
internal sealed class ExpressionCompiler
{
    private static readonly string[] Functions = ["open", "free", "waiting", "occupied", "visits", "clock"];

    private readonly CompileContext context;
    private readonly References references;
    private readonly GroupReferences groups;

    public ExpressionCompiler(CompileContext context)
    {
        this.context = context;
        references = new References(context);
        groups = new GroupReferences(context);
    }

    /// <summary>The condition, or null after a problem was reported.</summary>
    /// <param name="text">Such as <c>type = 1 and open(clinic@north)</c>.</param>
    /// <param name="where">Where it stands.</param>
    /// <param name="path">Path in the description, such as <c>measures.seen_in_time.where</c>.</param>
    /// <param name="scope">The instance in which it stands; it resolves <c>@site</c>.</param>
    public Expression? Compile(string text, SourceLocation where, string path, CompileScope scope)
    {
        var at = new Written(text, where, path);
        if (ConditionText.TryParse(text, out var node, out var expected))
        {
            return Truth(node, at, scope);
        }

        context.Problems.Error(where, path, expected, text);
        return null;
    }

    internal Expression? Compile(Written at, CompileScope scope) => Compile(at.Text, at.Where, at.Path, scope);

    private Expression? Truth(ConditionNode node, Written at, CompileScope scope)
    {
        switch (node)
        {
            case ConditionNode.Not not:
                return Truth(not.Operand, at, scope) is { } operand ? new Expression { Kind = ExpressionKind.Not, Left = operand } : null;
            case ConditionNode.Binary { Operator: "and" or "or" } both:
                var left = Truth(both.Left, at, scope);
                var right = Truth(both.Right, at, scope);
                return left is null || right is null ? null : Both(both.Operator == "and" ? ExpressionKind.And : ExpressionKind.Or, left, right);
            case ConditionNode.Binary comparison:
                return new ComparisonCompiler(context, this, at, scope).Compile(comparison);
            case ConditionNode.Call { Function: "open" } call:
                return Open(call, at, scope);
            default:
                return Refuse(at, "a comparison, such as \"waiting(ward@site) >= 6\", or open( )", at.Text);
        }
    }

    /// <summary>The value of a function; <paramref name="asShare"/> for occupied ÷ open.</summary>
    internal Expression? Function(ConditionNode.Call call, bool asShare, Written at, CompileScope scope)
    {
        switch (call.Function)
        {
            case "open":
                return Open(call, at, scope);
            case "free":
                return OfPool(ExpressionKind.Free, ExpressionKind.GroupFree, call, at, scope);
            case "occupied":
                return asShare
                    ? OfPool(ExpressionKind.OccupiedShare, ExpressionKind.GroupOccupiedShare, call, at, scope)
                    : OfPool(ExpressionKind.Occupied, ExpressionKind.GroupOccupied, call, at, scope);
            case "waiting":
                return Waiting(call, at, scope);
            case "visits":
                return Indexed(ExpressionKind.Visits, context.Stages.Find(call.Argument), "a stage", call, context.Stages.Names, at);
            case "clock":
                return Indexed(ExpressionKind.Clock, context.FindClock(call.Argument), "a clock", call, context.Clocks, at);
            default:
                return Refuse(at, "one of the functions open, free, waiting, occupied, visits and clock", call.Function,
                    Nearest.Hint(call.Function, Functions));
        }
    }

    /// <summary>True where a calendar is open, else where a pool's roster is above 0.</summary>
    private Expression? Open(ConditionNode.Call call, Written at, CompileScope scope)
    {
        if (references.Calendar(call.Argument, scope) is not { } calendar)
        {
            return IsPoolOrGroup(NameText.Split(call.Argument).Name)
                ? OfPool(ExpressionKind.PoolOpen, ExpressionKind.GroupOpen, call, at, scope)
                : Refuse(at, "a calendar, a pool or a group of pools", call.Argument,
                    Nearest.Hint(call.Argument, context.Calendars.Names.Concat(context.Pools.TemplatesAndGroups)));
        }

        return calendar.Fixed is { } fixedCalendar
            ? OpenAt(fixedCalendar)
            : AnyValue(calendar.Attribute, calendar.Values.Length, value => calendar.Values[value] is { } found ? OpenAt(found) : null);
    }

    /// <summary>Or over the values of an attribute: has that value, and what then holds.</summary>
    private static Expression AnyValue(int attribute, int values, Func<int, Expression?> holds)
    {
        Expression? any = null;
        for (var value = 0; value < values; value++)
        {
            if (holds(value) is { } then)
            {
                var here = Both(ExpressionKind.And, Both(ExpressionKind.Equal, Attribute(attribute), Constant(value)), then);
                any = any is null ? here : Both(ExpressionKind.Or, any, here);
            }
        }

        return any ?? Constant(0);
    }

    private Expression? Waiting(ConditionNode.Call call, Written at, CompileScope scope)
    {
        var (name, _) = NameText.Split(call.Argument);
        if (context.Stages.Find(name) < 0)
        {
            return IsPoolOrGroup(name)
                ? OfPool(ExpressionKind.WaitingForPool, ExpressionKind.WaitingForGroup, call, at, scope)
                : Refuse(at, "a stage, a pool or a group of pools", call.Argument,
                    Nearest.Hint(name, context.Stages.Names.Concat(context.Pools.TemplatesAndGroups)));
        }

        return references.Stage(call.Argument, at, scope) is { } stage ? new Expression { Kind = ExpressionKind.WaitingForStage, Stage = stage } : null;
    }

    private bool IsPoolOrGroup(string name) => context.Pools.DimensionOf(name) is not null || groups.IsGroup(name);

    /// <summary>A number of one pool, or added up over a group.</summary>
    private Expression? OfPool(ExpressionKind ofPool, ExpressionKind ofGroup, ConditionNode.Call call, Written at, CompileScope scope)
    {
        var (name, word) = NameText.Split(call.Argument);
        if (!IsPoolOrGroup(name))
        {
            return Refuse(at, "a pool or a group of pools", name, Nearest.Hint(name, context.Pools.TemplatesAndGroups));
        }

        return groups.IsGroup(name)
            ? groups.Find(name, word, at, scope) is { } group ? new Expression { Kind = ofGroup, Group = group } : null
            : references.Pool(name, word, at, scope) is { } pool ? new Expression { Kind = ofPool, Pool = pool } : null;
    }

    private Expression? Indexed(ExpressionKind kind, int index, string expected, ConditionNode.Call call, IEnumerable<string> known, Written at) =>
        index >= 0 ? new Expression { Kind = kind, Index = index } : Refuse(at, expected, call.Argument, Nearest.Hint(call.Argument, known));

    internal Expression? Refuse(Written at, string expected, string received, string hint = "")
    {
        context.Problems.Error(at.Where, at.Path, expected, received, hint);
        return null;
    }

    internal static Expression Both(ExpressionKind kind, Expression left, Expression right) => new() { Kind = kind, Left = left, Right = right };

    internal static Expression Constant(double value) => new() { Kind = ExpressionKind.Constant, Value = value };

    internal static Expression Attribute(int attribute) => new() { Kind = ExpressionKind.Attribute, Index = attribute };

    private static Expression OpenAt(Timetable calendar) => new() { Kind = ExpressionKind.Open, Calendar = calendar };
}
