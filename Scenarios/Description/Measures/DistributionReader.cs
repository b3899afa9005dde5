using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description.Measures;

/// <summary>Reads <c>{ measure: occupancy_distribution, … }</c>.</summary>
internal static class DistributionReader
{
    /// <summary>Null after a problem.</summary>
    public static DistributionDescription? Read(MapReader reader)
    {
        var description = new DistributionDescription
        {
            Where = reader.Map.Where,
            Path = reader.Path,
            Pools = reader.AtLeastOne(MeasureKeys.Pools),
            Groups = reader.AtLeastOne(MeasureKeys.Groups),
            Stages = reader.AtLeastOne(MeasureKeys.Stages),
            Joint = [.. Rows(reader, MeasureKeys.Joint).Select(pair => (pair[0], pair[1]))],
            Poolings = Poolings(reader),
            By = reader.Text(MeasureKeys.By),
            Standard = reader.Text(MeasureKeys.InUse),
        };
        if (description.Pools.Count + description.Groups.Count + description.Stages.Count + description.Joint.Count == 0 && !reader.Failed)
        {
            reader.Refuse(reader.Map.Where, reader.Path, "at least one of `pools`, `groups`, `stages` and `joint`", reader.KeysWritten);
        }

        if (description.Poolings.Count > 0 && description.Joint.Count == 0 && !reader.Failed)
        {
            reader.Refuse(reader.Take(MeasureKeys.Pooled)!.Where, MeasureKeys.Pooled, "`joint` beside `pooled`", "none",
                "Partial pooling is read from a joint distribution.");
        }

        return reader.Failed ? null : description;
    }

    private static List<(int First, int Second, int Pooled)> Poolings(MapReader reader)
    {
        var poolings = new List<(int, int, int)>();
        foreach (var row in Rows(reader, MeasureKeys.Pooled))
        {
            var beds = row.ConvertAll(text => NumberText.TryParseWhole(text.Text, out var number, out _) ? number : -1);
            if (beds.Exists(number => number < 0))
            {
                reader.Refuse(row[0].Where, MeasureKeys.Pooled, MeasureKeys.Pooled.Expected, $"[{string.Join(", ", row)}]");
                continue;
            }

            poolings.Add((beds[0], beds[1], beds[2]));
        }

        return poolings;
    }

    /// <summary>A list of lists of as many scalars as the key says.</summary>
    private static List<List<Written>> Rows(MapReader reader, Key key)
    {
        if (reader.Take(key) is not { } node)
        {
            return [];
        }

        var rows = node is ListNode list ? list.Items.ConvertAll(item => Scalars(item, reader.PathOf(key))) : [];
        if (rows.Count > 0 && rows.TrueForAll(row => row.Count == ((RowsKind)key.Kind).Length))
        {
            return rows;
        }

        reader.Refuse(node.Where, key, key.Expected, "something else");
        return [];
    }

    private static List<Written> Scalars(Node node, string path) =>
        node is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(scalar => new Written(scalar.Text, scalar.Where, path))] : [];
}
