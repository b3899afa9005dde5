using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli;

/// <summary>Where a command reads the time and writes: results to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    /// <summary>Columns when the output is no terminal.</summary>
    public const int DefaultWidth = 80;

    /// <summary>Nobody mends more at once.</summary>
    private const int MostProblems = 1_000;
    private const int MostExcerpts = 100;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Columns of the output.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>True when someone watches standard error: progress is shown.</summary>
    public bool ShowsProgress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Cancelled by Ctrl+C.</summary>
    public CancellationToken Interrupt { get; init; }

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess(CancellationToken interrupt) =>
        new() { Out = Console.Out, Error = Console.Error, Width = WidthOfOutput(), ShowsProgress = !Console.IsErrorRedirected, Interrupt = interrupt };

    /// <summary>Every problem with its place; <paramref name="quiet"/> leaves warnings out.</summary>
    public void Report(ProblemList problems, bool quiet)
    {
        Write(Error, problems, group => !quiet || group.First.Severity == Severity.Error);
    }

    /// <summary>Problems on the terminal, one cause after the other, each with the line of its file.</summary>
    public void Write(TextWriter writer, ProblemList problems, Func<ProblemGroup, bool> isTold)
    {
        var told = problems.Told.Where(isTold).ToList();
        foreach (var line in told.Take(MostProblems).SelectMany((group, index) => ProblemText.Render(group, problems.Sources, index < MostExcerpts ? Width : 0)))
        {
            writer.WriteLine(line);
        }

        if (told.Count > MostProblems)
        {
            writer.WriteLine($"and {told.Count - MostProblems} more: mend these first");
        }
    }

    private static int WidthOfOutput()
    {
        if (Console.IsOutputRedirected)
        {
            return DefaultWidth;
        }

        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
