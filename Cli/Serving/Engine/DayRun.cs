using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Serving.Engine;

/// <summary>
/// One day of the first replication of a scenario. It is run when it is asked for and kept until another scenario or another day is; when nobody waits for it
/// any more it ends.
/// </summary>
internal sealed class DayRun(Workshop workshop)
{
    private readonly Lock gate = new();
    private Asked? latest;

    /// <summary>Ends what runs.</summary>
    public void End()
    {
        lock (gate)
        {
            latest?.Cancel();
            latest = null;
        }
    }

    /// <summary>What is told of a day.</summary>
    /// <param name="scenario">Its text, by which it is known again.</param>
    /// <param name="file">Writes its file; null: it is the baseline.</param>
    /// <param name="date">Which day.</param>
    /// <param name="tell">What is kept of it.</param>
    /// <param name="left">When cancelled, who asks has gone.</param>
    public async Task<byte[]> Of(string scenario, Func<string?> file, DateOnly date, Func<FollowedRun, ResultSet, byte[]> tell, CancellationToken left)
    {
        var asked = Join(scenario, date, cancel => Run(file(), date, tell, cancel));
        try
        {
            return await asked.Day.WaitAsync(left).ConfigureAwait(false);
        }
        finally
        {
            Leave(asked);
        }
    }

    private Asked Join(string scenario, DateOnly date, Func<CancellationToken, Task<byte[]>> run)
    {
        lock (gate)
        {
            if (latest is null || latest.Scenario != scenario || latest.Date != date)
            {
                latest?.Cancel();
                latest = new Asked(scenario, date, run, workshop.Ends);
            }

            latest.Waiting++;
            return latest;
        }
    }

    /// <summary>What failed, or what nobody waits for, is run again by whoever asks next.</summary>
    private void Leave(Asked asked)
    {
        lock (gate)
        {
            asked.Waiting--;
            if (!asked.Day.IsCompletedSuccessfully && (asked.Waiting == 0 || asked.Day.IsCompleted))
            {
                asked.Cancel();
                latest = latest == asked ? null : latest;
            }
        }
    }

    private async Task<byte[]> Run(string? file, DateOnly date, Func<FollowedRun, ResultSet, byte[]> tell, CancellationToken cancel)
    {
        byte[] told = [];
        var work = await Task.Run(() => workshop.Plan(file is null ? [] : [file], isFirst: false), cancel).ConfigureAwait(false);
        var from = (date.DayNumber - work.Plan.Run.FirstDay.DayNumber) * SimTime.Day;
        await workshop.Gate.Estimate(() =>
        {
            var (run, results) = workshop.Follow(work, new TraceWindow(from, from + SimTime.Day), cancel);
            cancel.ThrowIfCancellationRequested();
            told = tell(run, results);
        }, cancel).ConfigureAwait(false);
        return told;
    }

    private sealed class Asked
    {
        private readonly CancellationTokenSource running;

        public Asked(string scenario, DateOnly date, Func<CancellationToken, Task<byte[]>> run, CancellationToken ends)
        {
            (Scenario, Date) = (scenario, date);
            running = CancellationTokenSource.CreateLinkedTokenSource(ends);
            Day = run(running.Token);
        }

        public string Scenario { get; }

        public DateOnly Date { get; }

        public Task<byte[]> Day { get; }

        /// <summary>How many wait for it.</summary>
        public int Waiting { get; set; }

        public void Cancel() => running.Cancel();
    }
}
