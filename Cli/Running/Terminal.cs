using System.Globalization;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Cli.Running;

/// <summary>Where a command reads the time and writes: results to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    /// <summary>Columns when the output is no terminal.</summary>
    public const int DefaultWidth = 80;

    /// <summary>Columns that COLUMNS may ask for where the output is no terminal.</summary>
    private const int LeastWidth = 40;
    private const int MostWidth = 1_000;

    /// <summary>Nobody mends more at once.</summary>
    private const int MostProblems = 1_000;
    private const int MostExcerpts = 100;

    /// <summary>Results as text. One that cannot be written ends the command.</summary>
    public required TextWriter Out
    {
        get;
        init => field = new VisibleWriter(value, "standard output");
    }

    /// <summary>Problems, notes and warnings. One that cannot be written is lost, and nothing else is.</summary>
    public required TextWriter Error
    {
        get;
        init => field = new VisibleWriter(new LossyWriter(value), "standard error");
    }

    /// <summary>Where progress is drawn, with the codes that a terminal obeys.</summary>
    public TextWriter Progress { get; init; } = TextWriter.Null;

    /// <summary>Columns of the output.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>True when someone watches standard error: progress is shown.</summary>
    public bool ShowsProgress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Cancelled by Ctrl+C.</summary>
    public CancellationToken Interrupt { get; init; }

    /// <summary>Where spin-ups are kept between commands; null: nowhere.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess(CancellationToken interrupt) =>
        new()
        {
            Out = StandardStream.Output(),
            Error = StandardStream.Error(),
            Progress = Console.IsErrorRedirected ? TextWriter.Null : Console.Error,
            Width = WidthOfOutput(),
            ShowsProgress = !Console.IsErrorRedirected,
            CacheFolder = CacheOfUser(),
            Interrupt = interrupt,
        };

    /// <summary>The folder that FLOWSIM_CACHE names (nothing: none), else the user's own for what can be made again.</summary>
    private static string? CacheOfUser()
    {
        const string Name = "flowsim";
        if (Environment.GetEnvironmentVariable("FLOWSIM_CACHE") is { } named)
        {
            return named.Length > 0 ? named : null;
        }

        var user = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".cache")
            : "";
        return user.Length > 0 ? Path.Combine(user, Name) : null;
    }

    /// <summary>
    /// Every problem with its place; <paramref name="quiet"/> leaves warnings out. Where there are only warnings they are a sentence each: who runs a system
    /// may not have written it, and 'flowsim check' shows the lines.
    /// </summary>
    public void Report(ProblemList problems, bool quiet)
    {
        Write(Error, problems, group => !quiet || group.First.Severity == Severity.Error, excerpts: problems.HasErrors);
    }

    /// <summary>Problems on the terminal, one cause after the other, each with the line of its file unless that is left out.</summary>
    public void Write(TextWriter writer, ProblemList problems, Func<ProblemGroup, bool> isTold, bool excerpts = true)
    {
        var told = problems.Told.Where(isTold).ToList();
        foreach (var line in told.Take(MostProblems)
            .SelectMany((group, index) => ProblemText.Render(group, problems.Sources, excerpts && index < MostExcerpts ? Width : 0)))
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
            // Who pipes a table into a pager says so.
            return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
                && columns is >= LeastWidth and <= MostWidth ? columns : DefaultWidth;
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
