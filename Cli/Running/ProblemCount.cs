using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli.Running;

/// <summary>How many problems there are, in words; those of one cause count as one.</summary>
internal static class ProblemCount
{
    public static string Of(ProblemList problems)
    {
        var told = problems.Told;
        var errors = told.Count(cause => cause.First.Severity == Severity.Error);
        var warnings = told.Count - errors;
        return errors > 0 && warnings > 0
            ? $"{Counted(errors, "problem")} and {Counted(warnings, "warning")}"
            : warnings > 0 ? Counted(warnings, "warning")
            : Counted(errors, "problem");
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
