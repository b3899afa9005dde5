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

        var own = condition.Kind == ExpressionKind.Attribute ? condition.Index : condition.Pool?.Attribute ?? condition.Group?.Attribute ?? condition.Stage?.Attribute ?? -1;
        return Attributes(condition.Left).Concat(Attributes(condition.Right)).Concat(own >= 0 ? [own] : []);
    }
}
