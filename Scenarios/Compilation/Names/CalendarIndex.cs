using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Calendars and gates by name, and by name and instance (<c>clinic@north</c>).</summary>
internal sealed class CalendarIndex
{
    private readonly Dictionary<string, Timetable> calendars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal);

    /// <summary>All names, for hints.</summary>
    public IEnumerable<string> Names => calendars.Keys.Concat(gates.Keys);

    /// <summary>Opening hours (1 open, 0 shut), or null.</summary>
    public Timetable? Find(string name) => calendars.GetValueOrDefault(name);

    /// <summary>Recurring instants, or null.</summary>
    public Gate? FindGate(string name) => gates.GetValueOrDefault(name);

    internal void Add(string name, Timetable calendar) => calendars[name] = calendar;

    internal void Add(string name, Gate gate) => gates[name] = gate;
}
