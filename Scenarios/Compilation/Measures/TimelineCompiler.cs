using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Reads and compiles <c>timelines:</c>.</summary>
internal sealed class TimelineCompiler
{
    private readonly CompileContext context;
    private readonly NameResolver names;

    public TimelineCompiler(CompileContext context)
    {
        this.context = context;
        names = new NameResolver(context);
    }

    /// <summary>Series in written order; those with a problem are left out.</summary>
    public TimelineModel[] Compile(MapNode timelines) => [.. timelines.Entries.Select(Compile).OfType<TimelineModel>()];

    private TimelineModel? Compile(MapEntry entry)
    {
        var path = $"timelines.{entry.Key}";
        if (entry.Value is not MapNode map)
        {
            context.Problems.Error(entry.Value.Where, path, "a map, such as { pools: acute-ga, by: site }", entry.Value.ToString() ?? "");
            return null;
        }

        var keys = new KeyReader(map, path, context.Problems);
        keys.RefuseUnknown(["pools", "clock", "by", "unit", "rate", "hours_of_week"]);
        if (keys.Has("pools") == keys.Has("clock"))
        {
            keys.Refuse(entry.KeyWhere, path, "either `pools` or `clock`", keys.Has("pools") ? "both" : "neither");
            return null;
        }

        return keys.Has("pools") ? OfPools(entry.Key, keys) : OfClock(entry.Key, keys);
    }

    private TimelineModel? OfPools(string id, KeyReader keys)
    {
        var rate = keys.Flag("rate");
        var pools = names.Pools(keys.Names("pools", "a pool or group, or a list of them"));
        return pools is null ? null : Series(id, keys, pools, -1, rate, rate ? UnitText.Percent : "units");
    }

    private TimelineModel? OfClock(string id, KeyReader keys)
    {
        if (keys.Flag("rate"))
        {
            keys.Refuse(keys["rate"]!.Where, keys.PathOf("rate"), "`pools` beside `rate`", "clock", "Only pools have a number open to divide by.");
        }

        var clock = keys.Name("clock", "the name of a clock") is { } name ? names.Clock(name) : -1;
        return clock < 0 ? null : Series(id, keys, [], clock, false, "patients");
    }

    private TimelineModel? Series(string id, KeyReader keys, int[] pools, int clock, bool rate, string unit)
    {
        var place = keys.Name("by", "the name of a dimension");
        var by = place is null ? -1 : names.Dimension(place);
        var written = keys.Unit()?.Text ?? unit;
        var hours = keys.Flag("hours_of_week");
        if (keys.Failed || (keys.Has("by") && by < 0) || (by >= 0 && clock < 0 && !names.HavePlaces(pools, place!, by)))
        {
            return null;
        }

        return new TimelineModel { Measure = id, Unit = written, By = by, Pools = pools, Clock = clock, Rate = rate, HoursOfWeek = hours };
    }
}
