namespace FlowSim.Scenarios.Loading;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>The system cannot be run.</summary>
    Error,

    /// <summary>It can be run, but the reader should know.</summary>
    Warning,
}

/// <summary>Something wrong in the user's files: where, what was expected, what was found, what to do.</summary>
/// <param name="Where">File, line, column.</param>
/// <param name="Path">Path in the description, such as <c>stages.ward.time</c>.</param>
/// <param name="Expected">What would be right.</param>
/// <param name="Received">What was found.</param>
/// <param name="Hint">What to do, or empty.</param>
public sealed record Problem(Severity Severity, SourceLocation Where, string Path, string Expected, string Received, string Hint)
{
    /// <summary>Id of the scenario that has it, or empty when the system as described has it.</summary>
    public string Scenario { get; init; } = "";
}
