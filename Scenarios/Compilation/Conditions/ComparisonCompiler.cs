using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Scenarios.Compilation.Conditions;

/// <summary>Compiles comparisons: numbers, times, shares, dates, weekdays, and attributes with their named values.</summary>
internal sealed class ComparisonCompiler
{
    private readonly CompileContext context;
    private readonly ExpressionCompiler expressions;
    private readonly Written at;
    private readonly CompileScope scope;

    public ComparisonCompiler(CompileContext context, ExpressionCompiler expressions, Written at, CompileScope scope)
    {
        this.context = context;
        this.expressions = expressions;
        this.at = at;
        this.scope = scope;
    }

    public Expression? Compile(ConditionNode.Binary node)
    {
        var kind = KindOf(node.Operator);
        if ((OfNoWhole(node.Left, node.Right) ?? OfNoWhole(node.Right, node.Left)) is { } counted)
        {
            return expressions.Refuse(at, "a percentage beside occupied( ), which alone is a share of something", counted,
                "Write a number, or occupied( ): free(ward) <= 8 % is occupied(ward) >= 92 %.");
        }

        WarnOfHour(node, kind);
        if (NamedAttribute(node.Left) is { } left)
        {
            return OfAttribute(left, kind, node.Right);
        }

        if (NamedAttribute(node.Right) is { } right)
        {
            return OfAttribute(right, Mirror(kind), node.Left);
        }

        var asShare = IsShare(node.Left) || IsShare(node.Right);
        var first = Value(node.Left, asShare);

        // After an unknown name on the left its value on the right is unknown too: one problem says it.
        var second = first is null && node.Right is ConditionNode.Name ? null : Value(node.Right, asShare);
        return first is null || second is null ? null : ExpressionCompiler.Both(kind, first, second);
    }

    /// <summary>The hour has fractions: it is 13 for one second, and no hour long, as it would be in a table.</summary>
    private void WarnOfHour(ConditionNode.Binary node, ExpressionKind kind)
    {
        var number = (node.Left, node.Right) switch
        {
            (ConditionNode.Name { Text: "hour" }, ConditionNode.Number right) => right,
            (ConditionNode.Number left, ConditionNode.Name { Text: "hour" }) => left,
            _ => null,
        };
        if (number is not null && kind is ExpressionKind.Equal or ExpressionKind.NotEqual)
        {
            var hour = number!.Value;
            context.Problems.Warning(at.Where, at.Path, "hour beside <, <=, > or >=, since it has fractions (13:30 is 13.5)", at.Text,
                FormattableString.Invariant($"It is {hour:0.##} in one second of the day only. The whole hour is \"hour >= {hour:0.##} and hour < {hour + 1:0.##}\"."));
        }
    }

    private Expression? Value(ConditionNode node, bool asShare) => node switch
    {
        ConditionNode.Number number => ExpressionCompiler.Constant(number.Value),
        ConditionNode.Date date => ExpressionCompiler.Constant(date.Value.DayNumber - context.Run.FirstDay.DayNumber),
        ConditionNode.Call call => expressions.Function(call, asShare, at, scope),
        ConditionNode.Name name => OfName(name.Text),
        ConditionNode.Sum sum => OfSum(sum, asShare),
        _ => expressions.Refuse(at, "a number, a name or a function on each side", at.Text),
    };

    /// <summary>Numbers added up: no shares, since those of two pools have no sum that means something.</summary>
    private Expression? OfSum(ConditionNode.Sum sum, bool asShare)
    {
        if (asShare || !IsSummable(sum.Left) || !IsSummable(sum.Right))
        {
            const string Hint = "Shares, dates, days of the week and attributes with named values have no sum.";
            return expressions.Refuse(at, "numbers on both sides of +, such as \"waiting(ward) + waiting(clinic) >= 6\"", at.Text, Hint);
        }

        var (left, right) = (Value(sum.Left, asShare), Value(sum.Right, asShare));
        return left is null || right is null ? null : ExpressionCompiler.Both(ExpressionKind.Sum, left, right);
    }

    private bool IsSummable(ConditionNode node) => node switch
    {
        ConditionNode.Number number => number.Unit != ConditionUnit.Share,
        ConditionNode.Name { Text: "hour" } => true,
        ConditionNode.Name name => name.Text is not ("weekday" or "date") && WeekdayText.IndexOf(name.Text) < 0 && NamedAttribute(name) is null,
        ConditionNode.Call or ConditionNode.Sum => true,
        _ => false,
    };

    private Expression? OfName(string name)
    {
        switch (name)
        {
            case "hour":
                return new Expression { Kind = ExpressionKind.Hour };
            case "weekday":
                return new Expression { Kind = ExpressionKind.Weekday };
            case "date" when !context.Run.HasDates:
                return expressions.Refuse(at, "hour or weekday, because the system has no dates", at.Text, UndatedRun.Hint);
            case "date":
                return new Expression { Kind = ExpressionKind.Day };
        }

        if (WeekdayText.IndexOf(name) is >= 0 and var weekday)
        {
            return ExpressionCompiler.Constant(weekday);
        }

        return context.FindAttribute(name) is >= 0 and var attribute
            ? ExpressionCompiler.Attribute(attribute)
            : expressions.Refuse(at, "an attribute, hour, weekday or date", name,
                Nearest.Hint(name, context.Attributes.Names.Concat(["hour", "weekday", "date"])));
    }

    private int? NamedAttribute(ConditionNode node) =>
        node is ConditionNode.Name name && context.FindAttribute(name.Text) is >= 0 and var attribute
            && context.Attributes.KindOf(attribute) == AttributeKind.Named ? attribute : null;

    /// <summary>An attribute with named values against one of them, or against another attribute.</summary>
    private Expression? OfAttribute(int attribute, ExpressionKind kind, ConditionNode other)
    {
        var word = other switch
        {
            ConditionNode.Name name => name.Text,
            ConditionNode.Number { Unit: ConditionUnit.None } number => number.Text,
            ConditionNode.Quoted quoted => quoted.Text,
            _ => null,
        };
        if (word is null)
        {
            return expressions.Refuse(at, $"a value of {context.Attributes.NameOf(attribute)}", at.Text);
        }

        var isValue = other is ConditionNode.Quoted || context.Attributes.PeekValue(attribute, word) >= 0;
        if (!isValue && NamedAttribute(other) is { } second)
        {
            return OfTwo(attribute, kind, second);
        }

        if (kind is ExpressionKind.Equal or ExpressionKind.NotEqual || context.Attributes.PeekValue(attribute, word) >= 0)
        {
            context.Attributes.Uses.Name(attribute, at with { Text = word });
        }

        return kind is ExpressionKind.Equal or ExpressionKind.NotEqual ? EqualTo(attribute, kind, word) : Ordered(attribute, kind, word);
    }

    private Expression? EqualTo(int attribute, ExpressionKind kind, string word)
    {
        var value = context.ValueIndex(attribute, word);
        return value >= 0
            ? ExpressionCompiler.Both(kind, ExpressionCompiler.Attribute(attribute), ExpressionCompiler.Constant(value))
            : NoValue(attribute, word);
    }

    /// <summary>Before or after in order: by the values' own numbers if all are whole numbers, else in declared order.</summary>
    private Expression? Ordered(int attribute, ExpressionKind kind, string word)
    {
        var values = context.Attributes.ValuesOf(attribute);
        var ranks = Ranks.Of(values);
        var rank = Ranks.AreNumbers(values) && NumberText.TryParseWhole(word, out var number, out _)
            ? number
            : values.ToList().IndexOf(word) is >= 0 and var index ? ranks[index]
            : int.MinValue;
        if (rank == int.MinValue)
        {
            return NoValue(attribute, word);
        }

        return AnyOf(attribute, index => Holds(kind, ranks[index].CompareTo(rank)));
    }

    private Expression OfTwo(int attribute, ExpressionKind kind, int second)
    {
        var mine = context.Attributes.ValuesOf(attribute);
        var theirs = context.Attributes.ValuesOf(second);
        if (mine.SequenceEqual(theirs))
        {
            return ExpressionCompiler.Both(kind, ExpressionCompiler.Attribute(attribute), ExpressionCompiler.Attribute(second));
        }

        // The same name has different indices: compare name by name.
        Expression? equal = null;
        for (var index = 0; index < mine.Count; index++)
        {
            var other = context.Attributes.PeekValue(second, mine[index]);
            if (other >= 0)
            {
                var here = ExpressionCompiler.Both(ExpressionKind.And, Is(attribute, index), Is(second, other));
                equal = equal is null ? here : ExpressionCompiler.Both(ExpressionKind.Or, equal, here);
            }
        }

        var either = equal ?? ExpressionCompiler.Constant(0);
        return kind == ExpressionKind.NotEqual ? new Expression { Kind = ExpressionKind.Not, Left = either } : either;
    }

    private Expression AnyOf(int attribute, Func<int, bool> holds)
    {
        Expression? any = null;
        for (var index = 0; index < context.Attributes.ValuesOf(attribute).Count; index++)
        {
            if (holds(index))
            {
                any = any is null ? Is(attribute, index) : ExpressionCompiler.Both(ExpressionKind.Or, any, Is(attribute, index));
            }
        }

        return any ?? ExpressionCompiler.Constant(0);
    }

    private static Expression Is(int attribute, int value) =>
        ExpressionCompiler.Both(ExpressionKind.Equal, ExpressionCompiler.Attribute(attribute), ExpressionCompiler.Constant(value));

    private Expression? NoValue(int attribute, string word) =>
        expressions.Refuse(at, $"a value of {context.Attributes.NameOf(attribute)}", word, Nearest.Hint(word, context.Attributes.ValuesOf(attribute)));

    /// <summary>What is compared with a percentage and is counted, so that a percentage of it means nothing; null where it may be.</summary>
    private static string? OfNoWhole(ConditionNode share, ConditionNode other) => !IsShare(share) ? null : other switch
    {
        ConditionNode.Call { Function: "free" or "waiting" or "visits" or "clock" } call => $"{call.Function}({call.Argument})",
        ConditionNode.Name { Text: "hour" or "weekday" or "month" } name => name.Text,
        _ => null,
    };

    private static bool IsShare(ConditionNode node) => node is ConditionNode.Number { Unit: ConditionUnit.Share };

    private static bool Holds(ExpressionKind kind, int order) => kind switch
    {
        ExpressionKind.Less => order < 0,
        ExpressionKind.LessOrEqual => order <= 0,
        ExpressionKind.Greater => order > 0,
        _ => order >= 0,
    };

    private static ExpressionKind KindOf(string sign) => sign switch
    {
        "=" => ExpressionKind.Equal,
        "!=" => ExpressionKind.NotEqual,
        "<" => ExpressionKind.Less,
        "<=" => ExpressionKind.LessOrEqual,
        ">" => ExpressionKind.Greater,
        _ => ExpressionKind.GreaterOrEqual,
    };

    private static ExpressionKind Mirror(ExpressionKind kind) => kind switch
    {
        ExpressionKind.Less => ExpressionKind.Greater,
        ExpressionKind.LessOrEqual => ExpressionKind.GreaterOrEqual,
        ExpressionKind.Greater => ExpressionKind.Less,
        ExpressionKind.GreaterOrEqual => ExpressionKind.LessOrEqual,
        _ => kind,
    };
}
