using System.Diagnostics;
using FlowSim.Scenarios.Experiments;
using Spectre.Console;

namespace FlowSim.Cli;

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
    public T Show<T>(ExperimentPlan plan, string title, Func<T> work, Func<FirstLooks>? looks = null)
    {
        if (quiet || !terminal.ShowsProgress)
        {
            return work();
        }

        terminal.Error.WriteLine($"{title}: {RunWords.Of(plan)}");
        var run = Task.Factory.StartNew(work, TaskCreationOptions.LongRunning);
        try
        {
            // Drawn by this thread: a failure on one of the display's own would end the process.
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Progress) });
            console.Progress().AutoRefresh(false).AutoClear(true)
                .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
                .Start(context => Follow(console, context, plan, looks?.Invoke(), run));
        }
        catch (IOException)
        {
            // A terminal that is gone takes no progress; the run goes on without.
        }

        return run.GetAwaiter().GetResult();
    }

    private static void Follow(IAnsiConsole console, ProgressContext context, ExperimentPlan plan, FirstLooks? looks, Task run)
    {
        var bar = context.AddTask("starting", maxValue: 1);
        var watch = Stopwatch.StartNew();
        while (!run.IsCompleted)
        {
            while (looks is not null && plan.Progress.Looks.TryDequeue(out var look))
            {
                // A line that fills the terminal would be broken once more.
                foreach (var line in looks.Lines(look, console.Profile.Width - 1))
                {
                    console.Write(new Text(line + "\n"));
                }
            }

            bar.Value = plan.Progress.Share;
            bar.Description = Markup.Escape(plan.Cancel.IsCancellationRequested ? "stopping" : RunWords.Progress(plan, watch.Elapsed));
            context.Refresh();
            ((IAsyncResult)run).AsyncWaitHandle.WaitOne(Refresh);
        }

        bar.Value = 1;
        context.Refresh();
    }
}
