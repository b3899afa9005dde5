using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Hours and moments that may be named or written in place.</summary>
internal sealed class HoursCompiler
{
    private readonly CompileContext context;
    private readonly References references;
    private readonly CalendarCompiler calendars;

    public HoursCompiler(CompileContext context, References references, CalendarCompiler calendars)
    {
        this.context = context;
        this.references = references;
        this.calendars = calendars;
    }

    /// <summary>A calendar, or hours such as <c>daily 08:00-20:00</c>; null after a problem.</summary>
    public Timetable? Hours(Written text, CompileScope scope) => references.Calendar(text.Text, scope) switch
    {
        null => calendars.HoursInPlace(text),
        { Fixed: { } calendar } => calendar,
        _ => RefuseByAttribute<Timetable>(text),
    };

    /// <summary>A calendar of moments, or moments such as <c>daily 08:00 &amp; 16:00</c>; null after a problem.</summary>
    public Gate? Moments(Written text, CompileScope scope) => references.Gate(text.Text, scope) switch
    {
        null => calendars.MomentsInPlace(text),
        { Fixed: { } gate } => gate,
        _ => RefuseByAttribute<Gate>(text),
    };

    private T? RefuseByAttribute<T>(Written text)
        where T : class
    {
        context.Problems.Error(text.Where, text.Path, "a calendar that does not depend on the patient", text.Text);
        return null;
    }
}
