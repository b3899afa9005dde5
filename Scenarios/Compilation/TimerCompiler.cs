using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using Timer = FlowSim.Simulator.Model.Timer;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles timers: T after entry, or T of a clock after that clock's start.</summary>
internal sealed class TimerCompiler
{
    private readonly CompileContext context;
    private readonly TimeCompiler times;

    public TimerCompiler(CompileContext context, TimeCompiler times)
    {
        this.context = context;
        this.times = times;
    }

    /// <summary>The timer, or null after a problem.</summary>
    /// <param name="timer">As written.</param>
    /// <param name="scope">The instance in which it stands.</param>
    /// <param name="stageHash">Keys its draws when it counts from entry.</param>
    /// <param name="index">Tells the timers of the stage apart.</param>
    /// <param name="reason">What it leads to: with a clock, clock and reason key the draws, so that they are made once for the clock.</param>
    public Timer? Compile(TimerDescription timer, CompileScope scope, uint stageHash, int index, string reason)
    {
        if (timer.Clock is { } clock)
        {
            return Clock(clock.Text, clock) is >= 0 and var known && times.Compile(timer.Time, scope) is { } time ? OfClock(known, time, reason) : null;
        }

        if (timer.Time.Text is { } text)
        {
            return times.Parse(text) is { } parsed ? Compile(parsed, text, scope, stageHash, index, reason) : null;
        }

        return times.Compile(timer.Time, scope) is { } rule ? new Timer { Time = rule, KeyHash = stageHash, Index = index } : null;
    }

    /// <summary>See above, from a text already read.</summary>
    public Timer? Compile(TimeText parsed, Written at, CompileScope scope, uint stageHash, int index, string reason)
    {
        if (parsed is TimeText.Of of && context.FindClock(of.Name) is >= 0 and var clock)
        {
            return times.Rule(of.Time, at, scope) is { } time ? OfClock(clock, time, reason) : null;
        }

        if (parsed is TimeText.Of other && context.Calendars.Find(other.Name) is null)
        {
            Clock(other.Name, at);
            return null;
        }

        return times.Rule(parsed, at, scope) is { } rule ? new Timer { Time = rule, KeyHash = stageHash, Index = index } : null;
    }

    private Timer OfClock(int clock, TimeRule time, string reason) =>
        new() { Time = time, Clock = clock, KeyHash = StableHash.Of($"{context.Clocks[clock]}/{reason}"), Index = 0 };

    private int Clock(string name, Written at)
    {
        var clock = context.FindClock(name);
        if (clock < 0)
        {
            context.Problems.Error(at.Where, at.Path, "a clock or a calendar after \"of\"", name,
                Nearest.Hint(name, context.Clocks.Concat(context.Calendars.Names)));
        }

        return clock;
    }
}
