using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads stages.</summary>
internal static class StageBinding
{
    public static StageDescription? Stage(this Binding binding, Written name, Node node)
    {
        if (binding.Map(node, name.Path, "a stage: { place: …, time: …, then: … }") is not { } reader)
        {
            return null;
        }

        var then = reader.Choice("then");
        var (form, place) = reader.Place();
        var stage = new StageDescription
        {
            Name = name,
            Each = reader.Text("each", "the name of a dimension"),
            PlaceForm = form,
            Place = place,
            Keep = reader.Texts("keep"),
            Staff = reader.Requests("staff"),
            Time = reader.Time("time"),
            Then = then ?? new ChoiceDescription { At = reader.Here },
            Diversions = reader.Diversions(),
            Priority = [.. Binding.Items(reader.Take("priority"), reader.PathOf("priority")).Select(item => binding.Amount(item.Node, item.Path)).OfType<AmountDescription>()],
            GivesUp = reader.GivesUp(),
            MovesBack = reader.MovesBack(),
            Delayed = reader.Delayed(),
            Clocks = reader.Clocks(),
            Sets = reader.Sets("sets"),
            Key = reader.Text("key", "the old name of the stage"),
            StartsWith = reader.StartsWith(),
            Owner = reader.Text("owner", "the name of a partner"),
        };
        reader.Explanation();
        var overrides = Overrides.Read(reader, (map, path) => binding.Stage(name, map));
        reader.Finish();
        if (!reader.Map.Has("then"))
        {
            reader.Missing("then", "where next: a stage, an exit or leave");
        }

        return stage with { Overrides = overrides };
    }

    private static (PlaceForm Form, IReadOnlyList<RequestDescription> Place) Place(this MapReader reader) => reader.Take("place") switch
    {
        null => (PlaceForm.LeftOut, []),
        ScalarNode { Text: "none" } => (PlaceForm.None, []),
        ScalarNode { Text: "keep" } => (PlaceForm.Keep, []),
        _ => (PlaceForm.Request, reader.Requests("place")),
    };

    private static IReadOnlyList<RequestDescription> Requests(this MapReader reader, string key) =>
        [.. Binding.Items(reader.Take(key), reader.PathOf(key)).Select(item => Request(reader.Binding, item.Node, item.Path)).OfType<RequestDescription>()];

    private static RequestDescription? Request(Binding binding, Node node, string path)
    {
        if (node is not MapNode map)
        {
            return binding.Text(node, path, "a pool, such as nurse@site") is { } text ? new RequestDescription { Text = text } : null;
        }

        var reader = new MapReader(binding, map, path);
        var pool = reader.Required("pool", "a pool, such as nurse@site");
        var amount = reader.Text("n", "a number of units");
        var after = reader.Timer("after");
        var limit = reader.Time("for");
        reader.Finish();
        return pool is null ? null : new RequestDescription { Text = pool, Amount = amount, After = after, For = limit };
    }

    private static List<DiversionDescription> Diversions(this MapReader parent)
    {
        var diversions = new List<DiversionDescription>();
        if (parent.Binding.Map(parent.Take("divert"), parent.PathOf("divert"), "a map of names and { share: …, to: … }") is { } map)
        {
            foreach (var entry in map.Map.Entries)
            {
                var path = map.PathOf(entry.Key);
                if (parent.Binding.Map(entry.Value, path, "{ share: 8 %, if: …, to: … }") is { } reader)
                {
                    var share = reader.Amount("share");
                    var condition = reader.Text("if", "a condition");
                    var to = reader.Required("to", "a stage or an exit");
                    reader.Origin(share?.Text?.Text ?? "");
                    reader.Explanation();
                    reader.Finish();
                    if (share is not null && to is not null)
                    {
                        diversions.Add(new DiversionDescription(new Written(entry.Key, entry.KeyWhere, path), share, condition, to));
                    }
                    else if (share is null)
                    {
                        reader.Missing("share", "a share, such as \"8 %\"");
                    }
                }
            }
        }

        return diversions;
    }

    private static List<GivingUpDescription> GivesUp(this MapReader parent)
    {
        var reasons = new List<GivingUpDescription>();
        foreach (var (node, path) in Binding.Items(parent.Take("gives_up"), parent.PathOf("gives_up")))
        {
            if (parent.Binding.Map(node, path, "{ after: 4 h, to: … } or { queue: 10, to: … }") is { } reader)
            {
                var after = reader.Timer("after");
                var queue = reader.Text("queue", "a number of patients");
                var to = reader.Required("to", "a stage or an exit");
                reader.Origin(to?.Text ?? "");
                reader.Finish();
                if (reader.Map.Has("after") == reader.Map.Has("queue"))
                {
                    parent.Binding.Problems.Error(node.Where, path, "exactly one of after and queue", reader.Map.Has("after") ? "both" : "none");
                }
                else if (to is not null && (after is not null || queue is not null))
                {
                    reasons.Add(new GivingUpDescription(after, queue, to));
                }
            }
        }

        return reasons;
    }

    private static MovingBackDescription? MovesBack(this MapReader parent)
    {
        if (parent.Binding.Map(parent.Take("moves_back"), parent.PathOf("moves_back"), "{ priority: 8, during: daily 08:00-20:00 }") is not { } reader)
        {
            return null;
        }

        var priority = reader.Required("priority", "a rank from 1 to 63");
        var during = reader.Text("during", "hours or a calendar");
        reader.Finish();
        return priority is null ? null : new MovingBackDescription(priority, during);
    }

    private static DelayDescription? Delayed(this MapReader parent)
    {
        if (parent.Binding.Map(parent.Take("delayed"), parent.PathOf("delayed"), "{ reason: A, attribution: nhs }") is not { } reader)
        {
            return null;
        }

        var reason = reader.Required("reason", "one of A, B, C, Di, Dii, E, F, G, H, I");
        var attribution = reader.Choice("attribution");
        reader.Origin("");
        reader.Finish();
        if (!reader.Map.Has("attribution"))
        {
            reader.Missing("attribution", "nhs, social-care or both");
        }

        return reason is null || attribution is null ? null : new DelayDescription(reason, attribution);
    }

    private static List<ClockDescription> Clocks(this MapReader parent)
    {
        var path = parent.PathOf("clock");
        if (parent.Take("clock") is not MapNode map)
        {
            return [.. parent.Texts("clock").Select(name => new ClockDescription(name, null))];
        }

        var clocks = new List<ClockDescription>();
        foreach (var entry in map.Entries)
        {
            var within = entry.Value is ScalarNode { Text: "" or "~" or "null" } ? null : parent.Binding.Text(entry.Value, $"{path}.{entry.Key}", "within 15 min");
            clocks.Add(new ClockDescription(new Written(entry.Key, entry.KeyWhere, $"{path}.{entry.Key}"), within));
        }

        return clocks;
    }

    private static List<InitialCensusDescription> StartsWith(this MapReader parent)
    {
        var censuses = new List<InitialCensusDescription>();
        foreach (var (node, path) in Binding.Items(parent.Take("starts_with"), parent.PathOf("starts_with")))
        {
            if (parent.Binding.Map(node, path, "{ stream: …, waiting: …, in_place: … }") is { } reader)
            {
                var stream = reader.Required("stream", "the stream that gives the patients their attributes");
                var waiting = reader.Amount("waiting");
                var inPlace = reader.Amount("in_place");
                var sets = reader.Sets("sets");
                reader.Origin("");
                reader.Finish();
                if (stream is not null)
                {
                    censuses.Add(new InitialCensusDescription(stream, waiting, inPlace, sets));
                }
            }
        }

        return censuses;
    }
}
