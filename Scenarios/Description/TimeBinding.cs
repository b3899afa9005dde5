using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Description;

/// <summary>Reads lengths of time and timers.</summary>
internal static class TimeBinding
{
    private const string Expected = "a length of time, { table: NAME } or a list of { share, time }";

    public static TimeDescription? Time(this MapReader reader, string key) => reader.Binding.Time(reader.Take(key), reader.PathOf(key));

    public static TimeDescription? Time(this Binding binding, Node? node, string path)
    {
        if (node is null)
        {
            return null;
        }

        switch (binding.Unwrap(node, path))
        {
            case MapNode map:
                var reader = new MapReader(binding, map, path);
                var time = FromTable(reader);
                reader.Finish();
                return time;
            case ListNode list:
                return Mixture(binding, list, path);
            case var other:
                return binding.Text(other, path, Expected) is { } text ? new TimeDescription { Text = text } : null;
        }
    }

    /// <summary>T after entry or after a clock's start; the long form names the clock with <c>of</c>.</summary>
    public static TimerDescription? Timer(this MapReader reader, string key)
    {
        var node = reader.Take(key);
        var path = reader.PathOf(key);
        if (node is MapNode map && map.Has("of"))
        {
            var inner = new MapReader(reader.Binding, map, path);
            var clock = inner.Text("of", "the name of a clock");
            var time = map.Has("time") ? inner.Time("time") : FromTable(inner);
            inner.Finish();
            return time is null ? null : new TimerDescription(time, clock);
        }

        return reader.Binding.Time(node, path) is { } simple ? new TimerDescription(simple, null) : null;
    }

    private static TimeDescription? FromTable(MapReader reader)
    {
        if (reader.TableUse() is { } table)
        {
            return new TimeDescription { Table = table };
        }

        if (!reader.Map.Has("table"))
        {
            reader.Missing("table", Expected);
        }

        return null;
    }

    private static TimeDescription? Mixture(Binding binding, ListNode list, string path)
    {
        var parts = new List<MixturePart>();
        foreach (var (node, itemPath) in Binding.Items(list, path))
        {
            if (binding.Map(node, itemPath, "{ share: 30 %, time: … }") is { } reader)
            {
                var share = reader.Required("share", "a share such as 30 %");
                var time = reader.Required("time", "a distribution");
                reader.Origin(time?.Text ?? "");
                reader.Finish();
                if (share is not null && time is not null)
                {
                    parts.Add(new MixturePart(share, time));
                }
            }
        }

        if (list.Items.Count == 0)
        {
            binding.Problems.Error(list.Where, path, Expected, "an empty list");
        }

        return parts.Count == 0 ? null : new TimeDescription { Mixture = parts };
    }
}
