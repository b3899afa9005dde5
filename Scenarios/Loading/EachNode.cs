using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>What stands behind <c>each</c> of a part as it was read.</summary>
internal static class EachNode
{
    /// <summary>The instances, or pairs of them, at each of which the part is; empty without an <c>each</c> that can be read.</summary>
    /// <param name="each">What stands there.</param>
    /// <param name="instancesOf">The instances of a dimension.</param>
    public static IReadOnlyList<string> Instances(Node? each, Func<string, IReadOnlyList<string>> instancesOf) => each switch
    {
        ScalarNode one => instancesOf(one.Text),
        ListNode { Items: [ScalarNode first, ScalarNode second] } =>
            [.. instancesOf(first.Text).SelectMany(one => instancesOf(second.Text).Select(other => EachText.Join(one, other)))],
        _ => [],
    };
}
