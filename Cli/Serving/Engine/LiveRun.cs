using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Plots.Report;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Serving.Engine;

/// <summary>
/// What a page watches: a first estimate, then replications as they come in, and draws of what is not known. The next move ends it; one that nobody watches
/// pauses.
/// </summary>
internal sealed class LiveRun
{
    /// <summary>Replications after which draws of what is not known are run, as a comparison does by default.</summary>
    private const int BeforeDraws = 6;

    private readonly Workshop workshop;
    private readonly Action<LiveState> publish;
    private readonly Lock gate = new();
    private CancellationTokenSource? running;
    private Work? work;

    public LiveRun(Workshop workshop, Action<LiveState> publish)
    {
        this.workshop = workshop;
        this.publish = publish;
    }

    /// <summary>What is watched, as far as it is; until the first estimate after a move, what was watched before; null: nothing has been finished.</summary>
    public FinishedExperiment? Latest { get; private set; }

    /// <summary>Begins anew with other scenarios; what was running ends.</summary>
    /// <param name="files">Their files.</param>
    /// <param name="command">The command that gives the same.</param>
    /// <param name="planned">What a first estimate runs of them, where that is known already; null: it is not.</param>
    public void Begin(IReadOnlyList<string> files, string command, PlannedWork? planned = null)
    {
        lock (gate)
        {
            Pause();
            work = new Work(files, command, workshop.Clock.GetUtcNow(), planned);
            GoOn();
        }
    }

    /// <summary>Goes on where it was paused.</summary>
    public void GoOn()
    {
        lock (gate)
        {
            if (work is { IsDone: false } open && running is null)
            {
                var cancel = CancellationTokenSource.CreateLinkedTokenSource(workshop.Ends);
                running = cancel;
                _ = Task.Run(() => Go(open, cancel.Token));
            }
        }
    }

    /// <summary>Nothing is calculated until it goes on.</summary>
    public void Pause()
    {
        lock (gate)
        {
            running?.Cancel();
            running = null;
        }
    }

    private async Task Go(Work now, CancellationToken cancel)
    {
        try
        {
            await Prepare(now, cancel).ConfigureAwait(false);
            await Grow(now, cancel).ConfigureAwait(false);
            now.IsDone = true;
        }
        catch (OperationCanceledException)
        {
            // Another move, or nobody watches.
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // What fails while it is ended says nothing.
        }
        catch (Exception failure)
        {
            now.IsDone = true;

            // What was shown before is of another scenario.
            Latest = null;
            Publish(now, new LiveState { Problem = workshop.WordsOf(failure) }, cancel);
        }
    }

    private async Task Prepare(Work now, CancellationToken cancel)
    {
        if (now.Whole is not null)
        {
            return;
        }

        Publish(now, new LiveState { Status = workshop.HasFirst ? "Working out a first estimate." : "Working out the first replication.", IsRunning = true }, cancel);
        if (workshop.HasFirst)
        {
            var plan = now.First ?? workshop.Plan(now.Files, isFirst: true);
            cancel.ThrowIfCancellationRequested();
            var first = workshop.Begin(plan, isFirst: true);
            await workshop.Gate.Estimate(() => first.Run(1, cancel), cancel).ConfigureAwait(false);
            Show(now, plan, first, cancel);
        }

        now.Plan = workshop.Plan(now.Files, isFirst: false);
        now.Whole = workshop.Begin(now.Plan, isFirst: false);
    }

    private async Task Grow(Work now, CancellationToken cancel)
    {
        var whole = now.Whole!;
        await Replications(now, Math.Min(BeforeDraws, workshop.Settings.Most), cancel).ConfigureAwait(false);
        var draws = Enumerable.Range(0, whole.Draws).Where(index => !whole.IsDrawn(index));
        await SideBySide(draws, index => whole.RunDraw(index, cancel), () => Look(now, cancel), cancel).ConfigureAwait(false);
        await Replications(now, workshop.Settings.Most, cancel).ConfigureAwait(false);
        Show(now, now.Plan!, whole, cancel, isLast: true);
    }

    private Task Replications(Work now, int most, CancellationToken cancel)
    {
        var left = Enumerable.Range(1, most).Where(number => number > now.Whole!.Finished);
        return SideBySide(left, number => now.Whole!.Run(number, cancel), () => Look(now, cancel), cancel);
    }

    /// <summary>Pieces one after the other, as many at a time as may be, each when it is its turn among all pages.</summary>
    private async Task SideBySide(IEnumerable<int> pieces, Action<int> run, Action after, CancellationToken cancel)
    {
        var waiting = new Queue<int>(pieces);
        var doing = new List<Task>();
        while (waiting.Count > 0 || doing.Count > 0)
        {
            while (waiting.Count > 0 && doing.Count < workshop.Gate.Processors)
            {
                var piece = waiting.Dequeue();
                doing.Add(workshop.Gate.Replication(() => run(piece), cancel));
            }

            var done = await Task.WhenAny(doing).ConfigureAwait(false);
            doing.Remove(done);
            await done.ConfigureAwait(false);
            after();
        }
    }

    /// <summary>Shows what is new since the last time.</summary>
    private void Look(Work now, CancellationToken cancel)
    {
        var reached = (now.Whole!.Finished, now.Whole.DrawsFinished);
        if (reached.Finished > 0 && reached != now.Shown)
        {
            now.Shown = reached;
            Show(now, now.Plan!, now.Whole, cancel);
        }
    }

    private void Show(Work now, PlannedWork plan, GrowingExperiment growing, CancellationToken cancel, bool isLast = false)
    {
        var finished = workshop.SoFar(plan, growing, now.Command, now.Since);
        cancel.ThrowIfCancellationRequested();
        Latest = finished;
        Publish(now, new LiveState
        {
            Status = ReferenceEquals(growing, now.Whole) ? StatusOf(growing, isLast) : FirstStatus,
            Html = LiveAnswer.Of(ReferenceEquals(growing, now.Whole) ? finished.Results : WithoutMoney(finished.Results),
                [.. plan.Warnings, .. Warnings(finished)]),
            IsRunning = !isLast,
        }, cancel);
    }

    private string FirstStatus => string.Create(CultureInfo.InvariantCulture,
        $"First estimate: one replication of {workshop.Settings.FirstDays} days from the branch. Nothing tells chance from effect yet, and these weeks are not a year.");

    private string StatusOf(GrowingExperiment growing, bool isLast)
    {
        var (count, most, drawn) = (growing.Finished, workshop.Settings.Most, growing.DrawsFinished);
        var replications = string.Create(CultureInfo.InvariantCulture, $"{count} of {most} {(most == 1 ? "replication" : "replications")}");

        // The first replications are draws too, with everything as described.
        var central = growing.Plan.Outer?.Central ?? 0;
        var draws = drawn == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {drawn + central} of {growing.Draws + central} draws of what is not known");
        var isDrawing = !isLast && growing.Draws > 0 && drawn < growing.Draws && count >= Math.Min(BeforeDraws, most);
        var rest = isLast ? "Finished."
            : isDrawing ? count < most ? "Now what is not known is drawn; then come the other replications." : "Now what is not known is drawn."
            : most == 1 ? "" : count < 2 ? "With the second there are intervals." : "Intervals narrow as more come in.";
        return $"{replications}{draws}. {rest}".TrimEnd();
    }

    /// <summary>Weeks of money are not those of a year, which the sentences on it speak of.</summary>
    private static ResultSet WithoutMoney(ResultSet results) => results with { Ledger = [], Savings = [], Wards = [] };

    /// <summary>What a command warns of: above all that more is asked for than there is.</summary>
    private static List<string> Warnings(FinishedExperiment finished) =>
        [.. BriefNotes.Of(finished, SystemNames.Of(finished.Results.System)).Where(note => note.StartsWith("warning:", StringComparison.Ordinal))];

    private void Publish(Work now, LiveState state, CancellationToken cancel)
    {
        lock (gate)
        {
            if (!cancel.IsCancellationRequested && ReferenceEquals(work, now))
            {
                publish(state);
            }
        }
    }

    private sealed record Work(IReadOnlyList<string> Files, string Command, DateTimeOffset Since, PlannedWork? First)
    {
        public PlannedWork? Plan { get; set; }

        public GrowingExperiment? Whole { get; set; }

        public (int Replications, int Draws) Shown { get; set; }

        public bool IsDone { get; set; }
    }
}

/// <summary>What a page shows of what is calculated.</summary>
internal sealed record LiveState
{
    /// <summary>How far it is, in a sentence or two.</summary>
    public string Status { get; init; } = "";

    /// <summary>The answer so far; empty: none yet, and the one before stays, marked as old.</summary>
    public string Html { get; init; } = "";

    /// <summary>Why there is none; empty: there is.</summary>
    public string Problem { get; init; } = "";

    /// <summary>True where the answer is of the scenarios before the last move.</summary>
    public bool IsOld { get; init; }

    /// <summary>True while more is to come.</summary>
    public bool IsRunning { get; init; }
}
