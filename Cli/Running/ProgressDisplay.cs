using System.Diagnostics;
using FlowSim.Scenarios.Experiments;
using Spectre.Console;

namespace FlowSim.Cli.Running;

/// <summary>
/// Runs an experiment and, when someone watches it, says on standard error what is run, shows a bar with the time left, and a first look at each scenario as
/// soon as one replication of it is there.
/// </summary>
internal sealed class ProgressDisplay
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private readonly Terminal terminal;
    private readonly bool quiet;

    public ProgressDisplay(Terminal terminal, bool quiet)
    {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /// <param name="plan">What is run.</param>
    /// <param name="title">The system in words.</param>
    /// <param name="work">Runs it.</param>
    /// <param name="looks">Makes what says what a first look is, where somebody watches; null: there is none.</param>
    public T Show<T>(ExperimentPlan plan, string title, Func<T> work, Func<FirstLooks>? looks = null) =>
        Show(new WatchedRun(() => $"{title}: {RunWords.Of(plan)}", plan.Progress, plan.Precision is not null, plan.Cancel), work, looks);

    /// <param name="watched">What is watched.</param>
    /// <param name="work">Runs it.</param>
    /// <param name="looks">Makes what says what a first look is, where somebody watches; null: there is none.</param>
    public T Show<T>(WatchedRun watched, Func<T> work, Func<FirstLooks>? looks = null)
    {
        if (quiet || !terminal.ShowsProgress)
        {
            return work();
        }

        terminal.Error.WriteLine(watched.Heading());
        var run = Task.Factory.StartNew(work, TaskCreationOptions.LongRunning);
        try
        {
            // Drawn by this thread: a failure on one of the display's own would end the process.
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Progress) });
            console.Progress().AutoRefresh(false).AutoClear(true)
                .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
                .Start(context => Follow(console, context, watched, looks?.Invoke(), run));
        }
        catch (IOException)
        {
            // A terminal that is gone takes no progress; the run goes on without.
        }

        return run.GetAwaiter().GetResult();
    }

    private static void Follow(IAnsiConsole console, ProgressContext context, WatchedRun watched, FirstLooks? looks, Task run)
    {
        var bar = context.AddTask("starting", maxValue: 1);
        var watch = Stopwatch.StartNew();
        while (!run.IsCompleted)
        {
            while (looks is not null && watched.Progress.Looks.TryDequeue(out var look))
            {
                // A line that fills the terminal would be broken once more.
                foreach (var line in looks.Lines(look, console.Profile.Width - 1))
                {
                    console.Write(new Text(line + "\n"));
                }
            }

            bar.Value = watched.Progress.Share;
            bar.Description = Markup.Escape(watched.Cancel.IsCancellationRequested ? "stopping" : RunWords.Progress(watched.Progress, watched.MayBeMore, watch.Elapsed));
            context.Refresh();
            ((IAsyncResult)run).AsyncWaitHandle.WaitOne(Refresh);
        }

        bar.Value = 1;
        context.Refresh();
    }
}

/// <summary>What somebody watches.</summary>
/// <param name="Heading">What is run, in words.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="MayBeMore">True where more runs may follow than are planned.</param>
/// <param name="Cancel">When cancelled, it is stopping.</param>
internal sealed record WatchedRun(Func<string> Heading, ExperimentProgress Progress, bool MayBeMore, CancellationToken Cancel);
