using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Compiles <c>timelines:</c>.</summary>
internal sealed class TimelineCompiler
{
    private readonly NameResolver names;
    private readonly WordsCompiler words;

    public TimelineCompiler(CompileContext context)
    {
        names = new NameResolver(context);
        words = new WordsCompiler(context);
    }

    /// <summary>Series in written order; those with a problem are left out.</summary>
    public TimelineModel[] Compile(IReadOnlyList<SeriesDescription> series) => [.. series.Select(Compile).OfType<TimelineModel>()];

    private TimelineModel? Compile(SeriesDescription series)
    {
        if (series.Clock is { } name)
        {
            var clock = names.Clock(name);
            return clock < 0 ? null : Series(series, [], clock, "patients");
        }

        return names.Pools(series.Pools) is { } pools ? Series(series, pools, -1, series.Rate ? UnitText.Percent : "units") : null;
    }

    private TimelineModel? Series(SeriesDescription series, int[] pools, int clock, string unit)
    {
        var by = series.By is { } place ? names.Dimension(place) : -1;
        if (series.By is not null && (by < 0 || (clock < 0 && !names.HavePlaces(pools, series.By, by))))
        {
            return null;
        }

        return new TimelineModel
        {
            Measure = series.Name.Text,
            Unit = series.Unit?.Text ?? unit,
            Words = words.Of(series),
            By = by,
            Pools = pools,
            Clock = clock,
            Rate = series.Rate,
            At = series.At,
            HoursOfWeek = series.HoursOfWeek,
        };
    }
}
