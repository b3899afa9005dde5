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
public sealed record Problem(Severity Severity, SourceLocation Where, string Path, string Expected, string Received, string Hint);

/// <summary>All problems of a system, in file and line order when listed.</summary>
public sealed class ProblemList
{
    private readonly List<Problem> problems = [];

    public bool HasErrors => problems.Exists(problem => problem.Severity == Severity.Error);

    public IReadOnlyList<Problem> Sorted =>
        [.. problems.Distinct().OrderBy(problem => problem.Where.File, StringComparer.Ordinal).ThenBy(problem => problem.Where.Line).ThenBy(problem => problem.Where.Column)];

    /// <summary>True when a file has an error: what is missing because of it needs no second problem.</summary>
    public bool HasErrorsIn(string file) => problems.Exists(problem => problem.Severity == Severity.Error && problem.Where.File == file);

    public void Error(SourceLocation where, string path, string expected, string received, string hint = "") =>
        problems.Add(new Problem(Severity.Error, where, path, expected, received, hint));

    public void Warning(SourceLocation where, string path, string expected, string received, string hint = "") =>
        problems.Add(new Problem(Severity.Warning, where, path, expected, received, hint));
}
