namespace FlowSim.Scenarios.Language;

/// <summary>Keys of what a fit may move.</summary>
internal static class FitKeys
{
    private const string ExpectedPaths = "a path, such as tables.treatment-time.time, or a list of them";

    private static readonly ListKind Paths = new(new TextKind("a path, such as tables.treatment-time.time"), ExpectedPaths);

    public static readonly Key Set = new("set", Paths, "Puts the values at something in the range.") { Example = "stages.ward.time.mean" };
    public static readonly Key Scale = new("scale", Paths, "Multiplies them by a factor in the range.")
    {
        Example = "\"tables.treatment-time[patient-group=complex].time\"",
    };
    public static readonly Key Add = new("add", Paths, "Adds an amount in the range to them.");
    public static readonly Key Range =
        new("range", new TextKind("two ends, such as 0.85 to 1.15"), "What is plausible: of set the value itself, of scale the factor, of add the amount.")
        {
            Required = true,
            Example = "0.85 to 1.15",
        };

    /// <summary>What an input may do, in the order of the verbs of a change.</summary>
    public static IReadOnlyList<Key> Verbs { get; } = [Set, Scale, Add];

    /// <summary>One free input: values that are moved together.</summary>
    public static readonly Section Input = new("free input", "a free input, such as { scale: stages.ward.time, range: 0.85 to 1.15 }",
        [.. Verbs, Range, .. ValueKeys.Explanation])
    { OneOf = [Verbs] };

    public static readonly Key LeaveOut =
        new("leave_out", new ListKind(new TextKind("a measure")), "Measures that calibrate judges and a fit does not go by.");

    /// <summary>The free inputs of a fit by name.</summary>
    public static readonly Section Fit = new("fit", "free inputs by name: { ward-stay: { scale: stages.ward.time, range: 0.85 to 1.15 } }",
        [LeaveOut])
    { Others = new MapKind(Input) };
}
