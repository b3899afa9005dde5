namespace FlowSim.Simulator.Model;

/// <summary>The groups in which a quantity is kept apart: kinds of delay, or values of an attribute.</summary>
public static class QuantityGroups
{
    /// <summary>Index and name of each; first -1 and an empty name, all of them together.</summary>
    public static IEnumerable<(int Group, string Label)> Of(SystemModel model, Quantity quantity)
    {
        yield return (-1, "");
        var isDelay = quantity.Kind is QuantityKind.CensusDelayed or QuantityKind.DelayedTime;
        var labels = isDelay ? [.. model.Delays.Select(delay => delay.Label)]
            : quantity.GroupAttribute >= 0 ? model.Attributes[quantity.GroupAttribute].Values
            : [];
        for (var group = 0; group < labels.Length; group++)
        {
            if (!isDelay || quantity.DelayKinds.Length == 0 || quantity.DelayKinds.Contains(group))
            {
                yield return (group, labels[group]);
            }
        }
    }
}
