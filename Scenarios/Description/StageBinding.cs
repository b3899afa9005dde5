using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads stages.</summary>
internal static class StageBinding
{
    public static StageDescription? Stage(this Binding binding, Written name, Node node)
    {
        if (binding.Map(node, name.Path, StageKeys.Stage) is not { } reader)
        {
            return null;
        }

        var then = reader.Choice(StageKeys.Then);
        var (form, place) = reader.Place();
        return new StageDescription
        {
            Name = name,
            Title = reader.Text(ValueKeys.Title)?.Text ?? "",
            Each = EachBinding.Read(reader, StageKeys.Each),
            PlaceForm = form,
            Place = place,
            Keep = reader.Texts(StageKeys.Keep),
            Staff = reader.Requests(StageKeys.Staff),
            Time = reader.Time(StageKeys.Time),
            Then = then ?? new ChoiceDescription { At = reader.Here },
            Diversions = reader.Diversions(),
            Priority = [.. Binding.Items(reader.Take(StageKeys.Priority), reader.PathOf(StageKeys.Priority))
                .Select(item => binding.Amount(item.Node, item.Path, StageKeys.Priority.Expected)).OfType<AmountDescription>()],
            GivesUp = reader.GivesUp(),
            MovesBack = reader.MovesBack(),
            Delayed = reader.Delayed(),
            Clocks = reader.Clocks(),
            Sets = reader.Sets(StageKeys.Sets),
            Adds = reader.Adds(),
            Key = reader.Text(StageKeys.OldName),
            StartsWith = reader.StartsWith(),
            Owner = reader.Text(StageKeys.Owner),
            Overrides = Description.Overrides.Read(reader, StageKeys.Overrides, (map, path) => binding.Stage(name, map)),
        };
    }

    private static List<(Written Attribute, AmountDescription Amount)> Adds(this MapReader reader)
    {
        var adds = new List<(Written Attribute, AmountDescription Amount)>();
        foreach (var (name, node) in reader.Names(StageKeys.Adds))
        {
            if (reader.Binding.Amount(node, name.Path, Kinds.Amount.Expected) is { } amount)
            {
                adds.Add((name, amount));
            }
        }

        return adds;
    }

    private static (PlaceForm Form, IReadOnlyList<RequestDescription> Place) Place(this MapReader reader) => reader.Take(StageKeys.Place) switch
    {
        null => (PlaceForm.LeftOut, []),
        ScalarNode { Text: "none" } => (PlaceForm.None, []),
        ScalarNode { Text: "keep" } => (PlaceForm.Keep, []),
        _ => (PlaceForm.Request, reader.Requests(StageKeys.Place)),
    };

    private static IReadOnlyList<RequestDescription> Requests(this MapReader reader, Key key) =>
        [.. Binding.Items(reader.Take(key), reader.PathOf(key)).Select(item => Request(reader.Binding, item.Node, item.Path)).OfType<RequestDescription>()];

    private static RequestDescription? Request(Binding binding, Node node, string path)
    {
        if (node is not MapNode map)
        {
            return binding.Text(node, path, Kinds.Pool.Expected) is { } text ? new RequestDescription { Text = text } : null;
        }

        var reader = new MapReader(binding, map, path, StageKeys.Request);
        var pool = reader.Text(StageKeys.RequestPool);
        var amount = reader.Text(StageKeys.RequestAmount);
        var after = reader.Timer(StageKeys.RequestAfter);
        var limit = reader.Time(StageKeys.RequestFor);
        return pool is null ? null : new RequestDescription { Text = pool, Amount = amount, After = after, For = limit };
    }

    private static List<DiversionDescription> Diversions(this MapReader parent)
    {
        var diversions = new List<DiversionDescription>();
        foreach (var (name, reader) in parent.InnerNames(StageKeys.Divert))
        {
            var share = reader.Amount(StageKeys.DivertShare);
            var condition = reader.Text(StageKeys.DivertIf);
            var to = reader.Text(StageKeys.DivertTo);
            reader.Origin(share?.Text?.Text ?? "");
            if (share is not null && to is not null)
            {
                diversions.Add(new DiversionDescription(name, share, condition, to));
            }
        }

        return diversions;
    }

    private static List<GivingUpDescription> GivesUp(this MapReader parent)
    {
        var reasons = new List<GivingUpDescription>();
        foreach (var reader in parent.InnerList(StageKeys.GivesUp))
        {
            var after = reader.Timer(StageKeys.GiveUpAfter);
            var queue = reader.Text(StageKeys.GiveUpQueue);
            var to = reader.Text(StageKeys.GiveUpTo);
            reader.Origin(to?.Text ?? "");
            if (!reader.Failed && to is not null && (after is not null || queue is not null))
            {
                reasons.Add(new GivingUpDescription(after, queue, to));
            }
        }

        return reasons;
    }

    private static MovingBackDescription? MovesBack(this MapReader parent)
    {
        if (parent.Inner(StageKeys.MovesBack) is not { } reader)
        {
            return null;
        }

        var priority = reader.Text(StageKeys.BackPriority);
        var during = reader.Text(StageKeys.BackDuring);
        return priority is null ? null : new MovingBackDescription(priority, during);
    }

    private static DelayDescription? Delayed(this MapReader parent)
    {
        if (parent.Inner(StageKeys.Delayed) is not { } reader)
        {
            return null;
        }

        var reason = reader.Text(StageKeys.Reason);
        var attribution = reader.Choice(StageKeys.Attribution);
        reader.Origin("");
        return reason is null || attribution is null ? null : new DelayDescription(reason, attribution);
    }

    private static List<ClockDescription> Clocks(this MapReader parent)
    {
        var node = parent.Take(StageKeys.Clocks);
        var path = parent.PathOf(StageKeys.Clocks);
        if (node is not MapNode map)
        {
            return [.. parent.Binding.Texts(node, path, Kinds.Clock.Expected).Select(name => new ClockDescription(name, null))];
        }

        var clocks = new List<ClockDescription>();
        foreach (var entry in map.Entries)
        {
            var within = entry.Value is ScalarNode { Text: "" or "~" or "null" }
                ? null
                : parent.Binding.Text(entry.Value, $"{path}.{entry.Key}", "within 15 min");
            clocks.Add(new ClockDescription(new Written(entry.Key, entry.KeyWhere, $"{path}.{entry.Key}"), within));
        }

        return clocks;
    }

    private static List<InitialCensusDescription> StartsWith(this MapReader parent)
    {
        var censuses = new List<InitialCensusDescription>();
        foreach (var reader in parent.InnerList(StageKeys.StartsWith))
        {
            var stream = reader.Text(StageKeys.CensusStream);
            var waiting = reader.Amount(StageKeys.CensusWaiting);
            var inPlace = reader.Amount(StageKeys.CensusInPlace);
            var sets = reader.Sets(StageKeys.CensusSets);
            reader.Origin("");
            if (stream is not null)
            {
                censuses.Add(new InitialCensusDescription(stream, waiting, inPlace, sets));
            }
        }

        return censuses;
    }
}
