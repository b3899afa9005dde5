using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Whether a condition looks at a patient: attributes, visits, clocks, or a reference by an attribute.</summary>
internal static class PatientUse
{
    public static bool In(Expression condition) =>
        condition.Kind is ExpressionKind.Attribute or ExpressionKind.Visits or ExpressionKind.Clock
        || condition.Pool is { Attribute: >= 0 }
        || condition.Group is { Attribute: >= 0 }
        || condition.Stage is { Attribute: >= 0 }
        || (condition.Left is { } left && In(left))
        || (condition.Right is { } right && In(right));

    /// <summary>True when a table looks at a patient: attributes, the place taken, the visit.</summary>
    public static bool In(Lookup lookup) => Array.Exists(lookup.Keys, key => key.Source is KeySource.Attribute or KeySource.Place or KeySource.Visit);

    /// <summary>True when a length of time depends on a patient.</summary>
    public static bool In(TimeRule rule) => In(rule.Lookup) || Array.Exists(rule.Specs, spec => spec.Kind == TimeKind.Attribute);

    /// <summary>Attributes that a condition reads.</summary>
    public static IEnumerable<int> Attributes(Expression? condition)
    {
        if (condition is null)
        {
            return [];
        }

        return Attributes(condition.Left).Concat(Attributes(condition.Right)).Concat(condition.Kind == ExpressionKind.Attribute ? [condition.Index] : [])
            .Concat(Choosing(condition));
    }

    /// <summary>Attributes by which a condition, apart from its parts, chooses a pool, a group's place or a stage.</summary>
    public static IEnumerable<int> Choosing(Expression condition) =>
        Choosing(condition.Pool).Concat(condition.Group is { Attribute: >= 0 } group ? [group.Attribute] : []).Concat(Choosing(condition.Stage));

    /// <summary>Attributes that choose a pool: none, one, or two.</summary>
    public static IEnumerable<int> Choosing(PoolRef? pool) => Known(pool?.Attribute, pool?.SecondAttribute);

    /// <summary>Attributes that choose where a target leads: none, one, or two.</summary>
    public static IEnumerable<int> Choosing(Target? target) => Known(target?.Attribute, target?.SecondAttribute);

    private static IEnumerable<int> Known(params int?[] attributes) => attributes.OfType<int>().Where(attribute => attribute >= 0);
}
