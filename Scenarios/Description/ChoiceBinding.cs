using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads choices (<c>then</c>, <c>sets</c>, attributes, attributions) and lists of attributes that are set.</summary>
internal static class ChoiceBinding
{
    private const string Expected = "an outcome, a map of outcomes and shares, { by: … }, { table: … } or a list of { if: …, to: … }";
    private static readonly string[] ResultKeys = ["to", "is"];

    public static ChoiceDescription? Choice(this MapReader reader, string key) => reader.Binding.Choice(reader.Take(key), reader.PathOf(key));

    public static ChoiceDescription? Choice(this Binding binding, Node? node, string path)
    {
        if (node is null)
        {
            return null;
        }

        node = binding.Unwrap(node, path);
        var at = new Written("", node.Where, path);
        switch (node)
        {
            case ScalarNode scalar:
                var single = new Written(scalar.Text, scalar.Where, path);
                return new ChoiceDescription { At = single, Single = single };
            case ListNode list:
                return new ChoiceDescription { At = at, Conditional = Conditions(binding, list, path) };
            default:
                return OfMap(new MapReader(binding, (MapNode)node, path), at);
        }
    }

    /// <summary>A map of attributes and how each gets its value.</summary>
    public static IReadOnlyList<SetDescription> Sets(this MapReader reader, string key)
    {
        var sets = new List<SetDescription>();
        if (reader.Binding.Map(reader.Take(key), reader.PathOf(key), "a map of attributes and their values") is { } map)
        {
            foreach (var entry in map.Map.Entries)
            {
                var path = map.PathOf(entry.Key);
                if (reader.Binding.Choice(entry.Value, path) is { } value)
                {
                    sets.Add(new SetDescription(new Written(entry.Key, entry.KeyWhere, path), value));
                }
            }
        }

        return sets;
    }

    private static ChoiceDescription? OfMap(MapReader reader, Written at)
    {
        ChoiceDescription? choice;
        if (reader.Map.Has("table"))
        {
            choice = reader.TableUse() is { } table ? new ChoiceDescription { At = at, Table = table } : null;
            reader.Finish();
        }
        else if (reader.Map.Has("copy"))
        {
            choice = reader.Text("copy", "the name of an attribute") is { } copy ? new ChoiceDescription { At = at, Copy = copy } : null;
            reader.Finish();
        }
        else
        {
            choice = reader.Map.Has("by") ? By(reader, at) : Shares(reader, at);
        }

        return choice;
    }

    private static ChoiceDescription? By(MapReader reader, Written at)
    {
        var attribute = reader.Text("by", "the name of an attribute");
        var outcomes = new List<(Written, Written)>();
        foreach (var entry in reader.Map.Entries.Where(entry => entry.Key != "by"))
        {
            var path = reader.PathOf(entry.Key);
            if (reader.Binding.Text(entry.Value, path, "an outcome") is { } outcome)
            {
                outcomes.Add((new Written(entry.Key, entry.KeyWhere, path), outcome));
            }
        }

        return attribute is null ? null : new ChoiceDescription { At = at, By = new ByDescription(attribute, outcomes) };
    }

    private static ChoiceDescription Shares(MapReader reader, Written at)
    {
        var shares = new List<ShareDescription>();
        foreach (var entry in reader.Map.Entries)
        {
            var path = reader.PathOf(entry.Key);
            if (reader.Binding.Text(entry.Value, path, "a share, such as \"35 %\", or rest") is { } share)
            {
                shares.Add(new ShareDescription(new Written(entry.Key, entry.KeyWhere, path), share));
            }
        }

        return new ChoiceDescription { At = at, Shares = shares };
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
            binding.Problems.Error(list.Where, path, Expected, "an empty list");
        }

        return choices;
    }

    /// <summary><c>{ if: …, to: X }</c>, <c>{ if: …, is: X }</c>, or <c>if</c> beside the keys of X itself.</summary>
    private static ConditionalChoice? Conditional(Binding binding, MapNode map, string path)
    {
        var condition = binding.Text(map["if"], path + ".if", "a condition");
        var key = Array.Find(ResultKeys, map.Has);
        if (key is not null)
        {
            var reader = new MapReader(binding, map, path);
            reader.Take("if");
            reader.Explanation();
            var choice = reader.Choice(key);
            reader.Finish();
            return choice is null ? null : new ConditionalChoice(condition, choice);
        }

        var rest = new MapNode(map.Where, map.Entries.FindAll(entry => entry.Key != "if"));
        if (rest.Entries.Count == 0)
        {
            binding.Problems.Error(map.Where, path, "what happens if it holds: to, is or table", "");
            return null;
        }

        return binding.Choice(rest, path) is { } inner ? new ConditionalChoice(condition, inner) : null;
    }
}
