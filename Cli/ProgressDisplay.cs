using FlowSim.Scenarios.Experiments;
using Spectre.Console;

namespace FlowSim.Cli;

/// <summary>Runs an experiment with a bar and the time left on standard error, when someone watches it.</summary>
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

    public ExperimentResult Show(ExperimentPlan plan)
    {
        if (quiet || !terminal.ShowsProgress)
        {
            return ExperimentRunner.Run(plan);
        }

        var run = Task.Factory.StartNew(() => ExperimentRunner.Run(plan), TaskCreationOptions.LongRunning);
        try
        {
            // Drawn by this thread: a failure on one of the display's own would end the process.
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Progress) });
            console.Progress().AutoRefresh(false).AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => Follow(context, plan, run));
        }
        catch (IOException)
        {
            // A terminal that is gone takes no progress; the run goes on without.
        }

        return run.GetAwaiter().GetResult();
    }

    private static void Follow(ProgressContext context, ExperimentPlan plan, Task run)
    {
        var bar = context.AddTask("starting", maxValue: 1);
        while (!run.IsCompleted)
        {
            bar.Value = plan.Progress.Share;
            bar.Description = plan.Cancel.IsCancellationRequested ? "stopping" : $"{plan.Progress.Finished} of {plan.Runs} {(plan.Outer is null ? "replications" : "replications and draws")}";
            context.Refresh();
            ((IAsyncResult)run).AsyncWaitHandle.WaitOne(Refresh);
        }

        bar.Value = 1;
        context.Refresh();
    }
}
