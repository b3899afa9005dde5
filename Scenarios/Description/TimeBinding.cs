using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads lengths of time, timers and values looked up in tables.</summary>
internal static class TimeBinding
{
    public static TimeDescription? Time(this MapReader reader, Key key) => reader.Binding.Time(reader.Take(key), reader.PathOf(key));

    public static TimeDescription? Time(this Binding binding, Node? node, string path)
    {
        if (node is null)
        {
            return null;
        }

        return binding.Unwrap(node, path) switch
        {
            MapNode map when !map.Has(ValueKeys.Value.Name) && Binding.Means(map, ValueKeys.Table) =>
                binding.TableOf(map, path) is { } table ? new TimeDescription { Table = table } : null,
            ListNode list => Mixture(binding, list, path),
            var other => binding.Text(other, path, Kinds.Time.Expected) is { } text ? new TimeDescription { Text = text } : null,
        };
    }

    /// <summary>T after entry or after a clock's start; the long form names the clock with <c>of</c>.</summary>
    public static TimerDescription? Timer(this MapReader reader, Key key)
    {
        var node = reader.Take(key);
        if (node is not MapNode map || !map.Has(ValueKeys.Of.Name))
        {
            return reader.Binding.Time(node, reader.PathOf(key)) is { } simple ? new TimerDescription(simple, null) : null;
        }

        var inner = new MapReader(reader.Binding, map, reader.PathOf(key), ValueKeys.TimerOfClock);
        var clock = inner.Text(ValueKeys.Of);
        var time = inner.Has(ValueKeys.OfTime)
            ? inner.Time(ValueKeys.OfTime)
            : inner.Use(ValueKeys.OfTable) is { } table ? new TimeDescription { Table = table }
            : null;
        return time is null ? null : new TimerDescription(time, clock);
    }

    private static TimeDescription? Mixture(Binding binding, ListNode list, string path)
    {
        var parts = new List<MixturePart>();
        foreach (var (node, itemPath) in Binding.Items(list, path))
        {
            if (binding.Map(node, itemPath, ValueKeys.MixturePart) is { } reader)
            {
                var share = reader.Text(ValueKeys.PartShare);
                var time = reader.Text(ValueKeys.PartTime);
                reader.Origin(time?.Text ?? "");
                if (share is not null && time is not null)
                {
                    parts.Add(new MixturePart(share, time));
                }
            }
        }

        if (list.Items.Count == 0)
        {
            binding.Problems.Error(list.Where, path, Kinds.Time.Expected, "an empty list");
        }

        return parts.Count == 0 ? null : new TimeDescription { Mixture = parts };
    }
}
