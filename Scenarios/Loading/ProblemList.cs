namespace FlowSim.Scenarios.Loading;

/// <summary>All problems of a system, in file and line order when listed.</summary>
public sealed class ProblemList
{
    private readonly List<Problem> problems = [];
    private int continued;

    public bool HasErrors { get; private set; }

    /// <summary>Where the files of the system are, so that problems can name and show them.</summary>
    public SourceFiles Sources { get; set; } = SourceFiles.None;

    /// <summary>Id of the scenario whose changes are being checked, which the problems found then carry; empty for the system as described.</summary>
    public string Scenario { get; set; } = "";

    /// <summary>Every problem once.</summary>
    public IReadOnlyList<Problem> Sorted =>
        [.. problems.Distinct().OrderBy(problem => problem.Where.File, StringComparer.Ordinal).ThenBy(problem => problem.Where.Line)
            .ThenBy(problem => problem.Where.Column)];

    /// <summary>What is told: problems of one cause together, those that follow from one of them left out.</summary>
    public IReadOnlyList<ProblemGroup> Told => ProblemGrouping.Of(Sorted);

    /// <summary>True when a file has an error: what is missing because of it needs no second problem.</summary>
    public bool HasErrorsIn(string file) => problems.Exists(problem => problem.Severity == Severity.Error && problem.Where.File == file);

    public void Error(SourceLocation where, string path, string expected, string received, string hint = "")
    {
        HasErrors = true;
        Add(Severity.Error, where, path, expected, received, hint);
    }

    public void Warning(SourceLocation where, string path, string expected, string received, string hint = "") =>
        Add(Severity.Warning, where, path, expected, received, hint);

    /// <summary>Takes the errors of another list over: its warnings may only follow from what was told before.</summary>
    public void AddErrorsOf(ProblemList other)
    {
        problems.AddRange(other.problems.Where(problem => problem.Severity == Severity.Error));
        HasErrors |= other.HasErrors;
    }

    /// <summary>Takes over what another list says and this one does not, whichever scenario says it.</summary>
    public void AddNewOf(ProblemList other)
    {
        var known = problems.Select(problem => problem with { Scenario = "" }).ToHashSet();
        problems.AddRange(other.problems.Where(problem => !known.Contains(problem with { Scenario = "" })));
        HasErrors |= other.HasErrors;
    }

    /// <summary>A list that begins with what this one holds, for work beside other work; <see cref="Join"/> takes over what is new in it.</summary>
    internal ProblemList Continued()
    {
        var own = new ProblemList { Sources = Sources, HasErrors = HasErrors, continued = problems.Count };
        own.problems.AddRange(problems);
        return own;
    }

    /// <summary>Takes over what a list that was <see cref="Continued"/> from this one has found since.</summary>
    internal void Join(ProblemList other)
    {
        problems.AddRange(other.problems.Skip(other.continued));
        HasErrors |= other.HasErrors;
    }

    private void Add(Severity severity, SourceLocation where, string path, string expected, string received, string hint) =>
        problems.Add(new Problem(severity, where, path, expected, received, Advice.For(expected, received, hint)) { Scenario = Scenario });
}
