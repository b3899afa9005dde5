using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads choices (<c>then</c>, <c>sets</c>, attributes, attributions) and lists of attributes that are set.</summary>
internal static class ChoiceBinding
{
    private static readonly Key[] ResultKeys = [ValueKeys.To, ValueKeys.Is];

    public static ChoiceDescription? Choice(this MapReader reader, Key key) => reader.Binding.Choice(reader.Take(key), reader.PathOf(key));

    public static ChoiceDescription? Choice(this Binding binding, Node? node, string path)
    {
        if (node is null)
        {
            return null;
        }

        node = binding.Unwrap(node, path);
        switch (node)
        {
            case ScalarNode scalar:
                var single = new Written(scalar.Text, scalar.Where, path);
                return new ChoiceDescription { At = single, Single = single };
            case ListNode list:
                return new ChoiceDescription { At = new Written("", node.Where, path), Conditional = Conditions(binding, list, path) };
            default:
                return OfMap(binding, (MapNode)node, path);
        }
    }

    /// <summary>A map of attributes and how each gets its value.</summary>
    public static IReadOnlyList<SetDescription> Sets(this MapReader reader, Key key)
    {
        var sets = new List<SetDescription>();
        foreach (var (name, node) in reader.Names(key))
        {
            if (reader.Binding.Choice(node, name.Path) is { } value)
            {
                sets.Add(new SetDescription(name, value));
            }
        }

        return sets;
    }

    private static ChoiceDescription? OfMap(Binding binding, MapNode map, string path)
    {
        var at = new Written("", map.Where, path);
        if (map.Has(ValueKeys.Table.Name))
        {
            return binding.TableOf(map, path) is { } table ? new ChoiceDescription { At = at, Table = table } : null;
        }

        if (map.Has(ValueKeys.CopyOf.Name))
        {
            return new MapReader(binding, map, path, ValueKeys.Copy).Text(ValueKeys.CopyOf) is { } copy ? new ChoiceDescription { At = at, Copy = copy } : null;
        }

        if (!map.Has(ValueKeys.By.Name))
        {
            var shares = Outcomes(new MapReader(binding, map, path, ValueKeys.Shares), ValueKeys.Shares);
            return new ChoiceDescription { At = at, Shares = [.. shares.Select(share => new ShareDescription(share.Name, share.Value))] };
        }

        var reader = new MapReader(binding, map, path, ValueKeys.ByValue);
        var attribute = reader.Text(ValueKeys.By);
        var outcomes = Outcomes(reader, ValueKeys.ByValue);
        return attribute is null ? null : new ChoiceDescription { At = at, By = new ByDescription(attribute, outcomes) };
    }

    /// <summary>The entries of an open map, as texts.</summary>
    private static List<(Written Name, Written Value)> Outcomes(MapReader reader, Section section)
    {
        var outcomes = new List<(Written, Written)>();
        foreach (var entry in reader.Others)
        {
            var path = reader.PathOf(entry.Key);
            if (reader.Binding.Text(entry.Value, path, section.Others!.Expected) is { } text)
            {
                outcomes.Add((new Written(entry.Key, entry.KeyWhere, path), text));
            }
        }

        return outcomes;
    }

    private static List<ConditionalChoice> Conditions(Binding binding, ListNode list, string path)
    {
        var choices = new List<ConditionalChoice>();
        foreach (var (node, itemPath) in Binding.Items(list, path))
        {
            if (node is not MapNode map)
            {
                if (binding.Choice(node, itemPath) is { } always)
                {
                    choices.Add(new ConditionalChoice(null, always));
                }
            }
            else if (Conditional(binding, map, itemPath) is { } choice)
            {
                choices.Add(choice);
            }
        }

        if (list.Items.Count == 0)
        {
            binding.Problems.Error(list.Where, path, Kinds.Choice.Expected, "an empty list");
        }

        return choices;
    }

    /// <summary><c>{ if: …, to: X }</c>, <c>{ if: …, is: X }</c>, or <c>if</c> beside the keys of X itself.</summary>
    private static ConditionalChoice? Conditional(Binding binding, MapNode map, string path)
    {
        if (Array.Find(ResultKeys, key => map.Has(key.Name)) is { } key)
        {
            var reader = new MapReader(binding, map, path, ValueKeys.Conditional);
            var condition = reader.Text(ValueKeys.If);
            return reader.Choice(key) is { } choice ? new ConditionalChoice(condition, choice) : null;
        }

        var open = new MapReader(binding, map, path, ValueKeys.ConditionalShares);
        var holds = open.Text(ValueKeys.If);
        var rest = new MapNode(map.Where, [.. open.Others]);
        if (rest.Entries.Count == 0)
        {
            binding.Problems.Error(map.Where, path, "what happens if it holds: to, is or table", "");
            return null;
        }

        return binding.Choice(rest, path) is { } inner ? new ConditionalChoice(holds, inner) : null;
    }
}
