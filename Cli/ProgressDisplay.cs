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

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => Follow(context, plan));
    }

    private static ExperimentResult Follow(ProgressContext context, ExperimentPlan plan)
    {
        var bar = context.AddTask("starting", maxValue: 1);
        var run = Task.Factory.StartNew(() => ExperimentRunner.Run(plan), TaskCreationOptions.LongRunning);
        while (!run.IsCompleted)
        {
            bar.Value = plan.Progress.Share;
            bar.Description = plan.Cancel.IsCancellationRequested ? "stopping" : $"{plan.Progress.Finished} of {plan.Replications} replications";
            ((IAsyncResult)run).AsyncWaitHandle.WaitOne(Refresh);
        }

        bar.Value = 1;
        return run.GetAwaiter().GetResult();
    }
}
