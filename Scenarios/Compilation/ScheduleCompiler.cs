using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles arrivals at set times.</summary>
internal sealed class ScheduleCompiler
{
    private readonly CompileContext context;
    private readonly Parts parts;
    private readonly CountCompiler counts;
    private readonly GrowthCompiler growth;

    public ScheduleCompiler(CompileContext context, Parts parts, CountCompiler counts)
    {
        this.counts = counts;
        this.context = context;
        this.parts = parts;
        growth = new GrowthCompiler(context, parts.Horizon);
    }

    /// <summary>The schedule of one instance, or null after a problem.</summary>
    public ScheduleModel? Compile(ScheduleDescription schedule, CompileScope scope)
    {
        var gate = schedule.At is { } at ? parts.Hours.Moments(at, scope) : Every(schedule);
        var count = schedule.Count is { } written ? counts.Compile(written, scope) : ArrivalCount.One;
        var until = schedule.Until is { } text ? Later(parts.Amounts.Seconds(text)) : int.MaxValue;
        var factors = growth.Of(schedule.Growth);
        if (gate is null || count is null || factors is null || until is not { } last)
        {
            return null;
        }

        if (schedule.Growth is { } grows && count.Laws.Max(law => law.Mean) * factors.Max() > CountCompiler.Most)
        {
            context.Problems.Error(grows.Where, grows.Path, FormattableString.Invariant($"at most {CountCompiler.Most} patients at a time"), grows.Text,
                "Growth of this size goes beyond it within the run.");
            return null;
        }

        return new ScheduleModel
        {
            At = gate,
            AtStart = gate.NextAfter(context.Run.Start - 1) == context.Run.Start,
            Lookup = count.Lookup,
            Counts = count.Laws,
            DayFactor = factors,
            Until = last,
        };
    }

    private int? Later(int? seconds) => seconds is { } after ? (int)Math.Min(int.MaxValue, (long)context.Run.Start + after) : null;

    private Gate? Every(ScheduleDescription schedule)
    {
        if (schedule.Every is not { } every)
        {
            return null;
        }

        var first = schedule.First is { } text ? parts.Amounts.Seconds(text) : 0;
        if (parts.Amounts.Seconds(every) is not { } step || first is not { } offset)
        {
            return null;
        }

        if (step == 0)
        {
            context.Problems.Error(every.Where, every.Path, "a length of time above 0", every.Text);
            return null;
        }

        var start = (long)context.Run.Start + offset;
        return parts.Horizon.LayGate(day => Kind(start, step, day), day => [.. Instants(start, step, (long)day * SimTime.Day)]);
    }

    /// <summary>Days with the same instants: those before and of the first one apart, then by how the step falls into the day.</summary>
    private static long Kind(long start, int step, int day)
    {
        var midnight = (long)day * SimTime.Day;
        return midnight < start + SimTime.Day ? -1 - day : ((start - midnight) % step + step) % step;
    }

    /// <summary>The instants of one day, as seconds after its midnight.</summary>
    private static IEnumerable<int> Instants(long start, int step, long midnight)
    {
        var skipped = Math.Max(0, (midnight - start + step - 1) / step);
        for (var at = start + (skipped * step); at < midnight + SimTime.Day; at += step)
        {
            yield return (int)(at - midnight);
        }
    }
}
