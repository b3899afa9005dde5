using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Whether a condition looks at a patient: attributes, visits, clocks, or a reference by an attribute.</summary>
internal static class PatientUse
{
    public static bool In(Expression condition) =>
        condition.Kind is ExpressionKind.Attribute or ExpressionKind.Visits or ExpressionKind.Clock
        || condition.Pool is { Attribute: >= 0 }
        || condition.Stage is { Attribute: >= 0 }
        || (condition.Left is { } left && In(left))
        || (condition.Right is { } right && In(right));

    /// <summary>Attributes that a condition reads.</summary>
    public static IEnumerable<int> Attributes(Expression? condition)
    {
        if (condition is null)
        {
            return [];
        }

        var own = condition.Kind == ExpressionKind.Attribute ? condition.Index : condition.Pool?.Attribute ?? condition.Stage?.Attribute ?? -1;
        return Attributes(condition.Left).Concat(Attributes(condition.Right)).Concat(own >= 0 ? [own] : []);
    }
}
