using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports clocks that run and that nothing reads. Any text is a clock's name, so that a misspelt one is a clock of its own.</summary>
internal static class ClockCheck
{
    private const string Hint =
        "A clock is read by a measure, a timeline, a condition (\"clock(ed)\") or a time (\"3 h of ed\"): add one, or remove the clock.";

    public static void Check(SystemDescription description, CompileContext context)
    {
        var written = description.Stages.SelectMany(stage => stage.Overrides.Values.Prepend(stage)).SelectMany(stage => stage.Clocks)
            .Select(clock => clock.Name).ToList();
        var read = written.Select(clock => clock.Text).Where(context.Uses.IsClockRead).Distinct().ToList();
        foreach (var clock in written.Where(clock => !context.Uses.IsClockRead(clock.Text) && context.Scenarios.MayBeUnread(clock.Text, clock.Where))
            .DistinctBy(clock => clock.Text))
        {
            if (Nearest.Hint(clock.Text, read) is { Length: > 0 } near)
            {
                context.Problems.Error(clock.Where, clock.Path, "a clock that something reads", clock.Text, near);
            }
            else
            {
                context.Problems.Warning(clock.Where, clock.Path, "a clock that something reads", clock.Text, Hint);
            }
        }
    }
}
