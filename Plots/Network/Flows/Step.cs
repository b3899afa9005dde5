using FlowSim.Plots.Words;

namespace FlowSim.Plots.Network.Flows;

/// <summary>What a patient can be at: a way in, a step of care, a way out.</summary>
internal enum StepKind
{
    Stream,
    Stage,
    Exit,
}

/// <summary>A stream, stage or exit at all its places together, or several stages that are shown as one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name without instance, as in the files.</param>
/// <param name="Joined">Names of further stages shown in it, most patients first.</param>
internal sealed record Step(StepKind Kind, string Name, IReadOnlyList<string> Joined)
{
    public Step(StepKind kind, string name)
        : this(kind, name, [])
    {
    }

    public IEnumerable<string> Names => Joined.Prepend(Name);

    /// <summary>What the system calls it; null: its name read as words.</summary>
    public SystemNames? Words { get; init; }

    /// <summary>Each name as a reader would write it.</summary>
    public IEnumerable<string> Labels => Names.Select(LabelOf);

    /// <summary>The name as a reader would write it.</summary>
    public string Label => LabelOf(Name) + (Joined.Count > 0 ? FormattableString.Invariant($" +{Joined.Count}") : "");

    private string LabelOf(string name) => Words?.Step(name) ?? PlaceName.Words(name);
}

/// <summary>Patients who go from one step to the next.</summary>
/// <param name="From">Index of a step.</param>
/// <param name="To">Index of a step; the same for those who go through it again.</param>
/// <param name="PerDay">Mean [patients a day]; above 0.</param>
internal readonly record struct Flow(int From, int To, double PerDay);
