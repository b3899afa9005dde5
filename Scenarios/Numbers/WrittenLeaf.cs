using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Numbers;

/// <summary>One text of the description with the way to it.</summary>
/// <param name="Path">As <see cref="Reading.Written"/> has it: items of lists by their place, from 1.</param>
/// <param name="Keys">The keys of the maps on the way.</param>
/// <param name="Text">As written.</param>
/// <param name="Where">File and line.</param>
/// <param name="Holder">Path of the innermost value above it that says where it is from; empty: none does.</param>
internal sealed record WrittenLeaf(string Path, IReadOnlyList<string> Keys, string Text, SourceLocation Where, string Holder)
{
    /// <summary>The part of the system it belongs to; its own key where the part is one value.</summary>
    public NumberUse Use => new(Keys[0], Keys.Count > 1 ? Keys[1] : "", Keys.Count > 2 ? Keys[2] : "");

    /// <summary>The texts of a section in written order.</summary>
    /// <param name="section">Name of the section.</param>
    /// <param name="node">What stands there.</param>
    /// <param name="holders">Paths of the values that say where they are from.</param>
    public static IEnumerable<WrittenLeaf> Of(string section, Node node, IReadOnlySet<string> holders) => Walk(section, [section], node, "", holders);

    private static IEnumerable<WrittenLeaf> Walk(string path, IReadOnlyList<string> keys, Node node, string holder, IReadOnlySet<string> holders)
    {
        var held = holders.Contains(path) ? path : holder;
        return node switch
        {
            ScalarNode scalar => [new WrittenLeaf(path, keys, scalar.Text, scalar.Where, held)],
            ListNode list => list.Items.SelectMany((item, index) => Walk(FormattableString.Invariant($"{path}[{index + 1}]"), keys, item, held, holders)),
            MapNode map => map.Entries.Where(entry => !TableColumns.IsMetadata(entry.Key)).SelectMany(entry =>
                entry.Key == TableColumns.Value
                    ? Walk(path, keys, entry.Value, held, holders)
                    : Walk($"{path}.{entry.Key}", [.. keys, entry.Key], entry.Value, held, holders)),
            _ => [],
        };
    }
}
