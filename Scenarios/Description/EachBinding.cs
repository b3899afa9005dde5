using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads of what a part is written for each: a dimension, or a list of two.</summary>
internal static class EachBinding
{
    /// <summary>The name of the dimension, or of two together (<c>site@locality</c>); null where there is none, or after a problem.</summary>
    public static Written? Read(MapReader reader, Key key)
    {
        if (reader.Take(key) is not ListNode list)
        {
            var one = reader.Text(key);
            if (one is not null && EachText.IsPair(one.Text))
            {
                reader.Refuse(one.Where, key, key.Expected, one.Text, $"Write {key}: [{one.Text.Replace(EachText.Joint.ToString(), ", ", StringComparison.Ordinal)}].");
                return null;
            }

            return one;
        }

        List<string> names = [.. list.Items.OfType<ScalarNode>().Select(item => item.Text)];
        if (names.Count != 2 || list.Items.Count != 2 || names[0] == names[1] || names.Exists(name => name.Length == 0 || EachText.IsPair(name)))
        {
            reader.Refuse(list.Where, key, key.Expected, $"[{string.Join(", ", list.Items)}]");
            return null;
        }

        return new Written(EachText.Join(names[0], names[1]), list.Where, reader.PathOf(key));
    }
}
