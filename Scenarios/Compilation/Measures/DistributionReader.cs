using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Reads <c>{ measure: occupancy_distribution, … }</c>.</summary>
internal static class DistributionReader
{
    private const string PoolNames = "a pool, or a list of them";

    /// <summary>Null after a problem.</summary>
    public static DistributionDescription? Read(KeyReader keys)
    {
        keys.RefuseUnknown(["measure", "pools", "groups", "joint", "pooled", "by"]);
        var description = new DistributionDescription
        {
            Where = keys.Where,
            Path = keys.Path,
            Pools = keys.Names("pools", PoolNames),
            Groups = keys.Names("groups", "a group, or a list of them"),
            Joint = [.. Rows(keys, "joint", 2, "a list of pairs, such as [[asu-bed, rehab-bed]]").Select(pair => (pair[0], pair[1]))],
            Poolings = Poolings(keys),
            By = keys.Name("by", "the name of a dimension"),
        };
        if (description.Pools.Count + description.Groups.Count + description.Joint.Count == 0 && !keys.Failed)
        {
            keys.Refuse(keys.Where, keys.Path, "at least one of `pools`, `groups` and `joint`", string.Join(", ", keys.Keys));
        }

        if (description.Poolings.Count > 0 && description.Joint.Count == 0 && !keys.Failed)
        {
            keys.Refuse(keys["pooled"]!.Where, keys.PathOf("pooled"), "`joint` beside `pooled`", "none", "Partial pooling is read from a joint distribution.");
        }

        return keys.Failed ? null : description;
    }

    private static List<(int First, int Second, int Pooled)> Poolings(KeyReader keys)
    {
        const string expected = "a list of three numbers of beds each, such as [[11, 11, 4]]";
        var poolings = new List<(int, int, int)>();
        foreach (var row in Rows(keys, "pooled", 3, expected))
        {
            var beds = row.ConvertAll(text => NumberText.TryParseWhole(text.Text, out var number, out _) ? number : -1);
            if (beds.Exists(number => number < 0))
            {
                keys.Refuse(keys["pooled"]!.Where, keys.PathOf("pooled"), expected, $"[{string.Join(", ", row)}]");
                continue;
            }

            poolings.Add((beds[0], beds[1], beds[2]));
        }

        return poolings;
    }

    /// <summary>A list of lists of <paramref name="length"/> scalars.</summary>
    private static List<List<Written>> Rows(KeyReader keys, string key, int length, string expected)
    {
        if (keys[key] is null)
        {
            return [];
        }

        var rows = keys[key] is ListNode list ? list.Items.ConvertAll(item => Scalars(item, keys.PathOf(key))) : [];
        if (rows.Count == 0 || rows.Exists(row => row.Count != length))
        {
            keys.Refuse(keys[key]!.Where, keys.PathOf(key), expected, "something else");
            return [];
        }

        return rows;
    }

    private static List<Written> Scalars(Node node, string path) => node is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(scalar => new Written(scalar.Text, scalar.Where, path))] : [];
}
