using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Simulator.Model;

/// <summary>How a length of time comes about.</summary>
public enum TimeKind : byte
{
    /// <summary>Drawn from a distribution [s].</summary>
    Drawn,

    /// <summary>Drawn from a distribution, and only the open time of a calendar counts (<c>2 d of office</c>).</summary>
    DrawnOfCalendar,

    /// <summary>Until a calendar is open; 0 if it is (<c>until X opens</c>).</summary>
    UntilOpens,

    /// <summary>Until the next instant of a gate, strictly later (<c>until next discharge-round</c>, <c>until next 16:00</c>).</summary>
    UntilGate,

    /// <summary>Until the next time of day drawn from shares, strictly later (<c>until next drawn TABLE</c>).</summary>
    UntilDrawnTime,

    /// <summary>The value of a duration attribute [s].</summary>
    Attribute,
}

/// <summary>One length of time as written in a cell.</summary>
public sealed class TimeSpec
{
    public required TimeKind Kind { get; init; }

    public Distribution? Distribution
    {
        get;
        init
        {
            field = value;
            NeedsDraw = value is { IsZero: false };
        }
    }

    public Timetable? Calendar { get; init; }

    public Gate? Gate { get; init; }

    /// <summary>Times of day [s after midnight] with their shares.</summary>
    public OutcomeSet? TimesOfDay
    {
        get;
        init
        {
            field = value;
            NeedsDraw = value is not null;
        }
    }

    public int Attribute { get; init; } = -1;

    /// <summary>The length depends on a uniform.</summary>
    internal bool NeedsDraw { get; private init; }
}

/// <summary>A length of time, fixed or by table.</summary>
public sealed class TimeRule
{
    public required Lookup Lookup { get; init; }

    /// <summary>What the cells of the lookup index.</summary>
    public required TimeSpec[] Specs { get; init; }
}
