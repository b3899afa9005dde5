using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>
/// Puts problems of one cause together: a name that is not known, wherever it is used; a fault said in the same words of the same
/// text; one fault in very many cells of a column. A problem of a reference with a name already told as unknown follows from that.
/// </summary>
internal static class ProblemGrouping
{
    /// <summary>So many different cells of a column are told one by one; more are one fault of the column.</summary>
    private const int MostCells = 5;

    private static readonly char[] Joints = ['@', '+', '(', ')', '.', '|'];

    public static IReadOnlyList<ProblemGroup> Of(IReadOnlyList<Problem> sorted)
    {
        var unknown = sorted.Where(IsUnknownName).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var independent = sorted.Where(problem => IsUnknownName(problem) || !Refers(problem.Received, unknown)).ToList();
        var faultyColumns = independent.Where(IsCell)
            .GroupBy(ColumnOf)
            .Where(column => column.DistinctBy(problem => problem.Received).Take(MostCells + 1).Count() > MostCells)
            .Select(column => column.Key)
            .ToHashSet();
        return [.. independent.GroupBy(problem => CauseOf(problem, faultyColumns)).Select(cause => Group([.. cause]))];
    }

    private static ProblemGroup Group(List<Problem> problems)
    {
        // What the system as described has is not a fault of a scenario.
        var first = problems.Find(problem => problem.Scenario.Length == 0) ?? problems[0];
        return new ProblemGroup(first, [.. problems.Select(problem => problem.Where).Where(where => where != first.Where).Distinct()]);
    }

    private static Cause CauseOf(Problem problem, HashSet<Cause> faultyColumns)
    {
        if (IsUnknownName(problem))
        {
            return new Cause(problem.Severity, "", "", NameOf(problem), "");
        }

        return IsCell(problem) && faultyColumns.Contains(ColumnOf(problem))
            ? ColumnOf(problem)
            : new Cause(problem.Severity, "", problem.Expected, problem.Received, problem.Hint);
    }

    private static Cause ColumnOf(Problem problem) =>
        new(problem.Severity, $"{problem.Where.File} {problem.Path}", problem.Expected, "", problem.Hint);

    private static bool IsCell(Problem problem) => problem.Where.File.EndsWith(SystemFolder.Csv, StringComparison.OrdinalIgnoreCase);

    private static bool IsUnknownName(Problem problem) =>
        problem.Severity == Severity.Error && problem.Hint.StartsWith(Nearest.Question, StringComparison.Ordinal)
            && !problem.Received.Contains(' ', StringComparison.Ordinal);

    /// <summary>Of <c>bed@site</c> it is the bed that is not known: an instance is told by itself.</summary>
    private static string NameOf(Problem problem) => NameText.Split(problem.Received).Name;

    /// <summary>True for <c>bed@site</c> where <c>site</c> is unknown.</summary>
    private static bool Refers(string received, HashSet<string> unknown) =>
        unknown.Count > 0 && !received.Contains(' ', StringComparison.Ordinal) && received.Split(Joints).Any(unknown.Contains);

    private readonly record struct Cause(Severity Severity, string Column, string Expected, string Received, string Hint);
}
