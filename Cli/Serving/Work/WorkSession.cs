using System.Threading.Channels;
using FlowSim.Cli.Manual;
using FlowSim.Cli.Running;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Serving.Work;

/// <summary>What one page works on: its scenarios, which of them is open, and what is calculated of them. Others do not see it.</summary>
internal sealed class WorkSession : IDisposable
{
    private const int LongestTitle = 200;
    private const string Moved = "The scenario is another since: look again.";
    private const string Left = "It was ended when the page was left: look again.";
    private const string Waiting = " The rest waits while the bottleneck is looked for.";
    private const string Reason = "tried on the page";

    private readonly Workshop workshop;
    private readonly ScenarioFiles files;
    private readonly Lock gate = new();

    /// <summary>Replaced, never changed: what is calculated is told to them without waiting for who takes a step.</summary>
    private volatile Channel<LiveState>[] watchers = [];
    private readonly LiveRun run;
    private readonly Bottleneck bottleneck;
    private readonly DayRun day;
    private LiveState shown = new();
    private int followed;

    public WorkSession(Workshop workshop, string id, DirectoryInfo folder)
    {
        this.workshop = workshop;
        files = new ScenarioFiles(workshop, folder);
        Id = id;
        run = new LiveRun(workshop, Publish);
        bottleneck = new Bottleneck(workshop, state =>
        {
            Tried = state;
            Tell();
        }, GoOn);
        day = new DayRun(workshop);
        LastSeen = workshop.Clock.GetUtcNow();
    }

    /// <summary>Its part of the address.</summary>
    public string Id { get; }

    public Drafts Drafts { get; } = new();

    /// <summary>The scenario that is worked on.</summary>
    public Draft Open => Drafts.Open;

    /// <summary>What was wrong with the last step; empty: nothing.</summary>
    public string Notice { get; private set; } = "";

    /// <summary>Steps that were taken, so that another tab sees that its page is not the latest.</summary>
    public int Steps { get; private set; }

    /// <summary>Words that are looked for among what can be moved.</summary>
    public string Query { get; set; } = "";

    public LiveState Shown => shown;

    /// <summary>Which capacity would help most, as far as that is known.</summary>
    public BottleneckState Tried { get; private set; } = new();

    /// <summary>By what it does to which measure that is ranked; empty: the first.</summary>
    public string TriedMeasure { get; private set; } = "";

    /// <summary>What is shown, to be saved; null: nothing has been finished.</summary>
    public FinishedExperiment? Latest => run.Latest;

    public DateTimeOffset LastSeen { get; private set; }

    public bool IsWatched => watchers.Length > 0;

    /// <summary>The command that gives what is shown, once its scenarios are saved.</summary>
    public string Command
    {
        get
        {
            var system = workshop.Settings.System == Options.SystemOption.Default ? "" : $" --system {CommandText.Quote(workshop.Settings.System)}";
            var often = FormattableString.Invariant($" --replications {workshop.Settings.Most}");
            var time = workshop.Settings.Days is { } days ? FormattableString.Invariant($" --days {days}")
                : workshop.Settings.Years is { } years ? FormattableString.Invariant($" --years {years}") : "";
            var scenarios = Drafts.Shaped.Select(draft => CommandText.Quote(Drafts.FileOf(draft))).ToList();
            return scenarios.Count == 0 ? $"flowsim run baseline{system}{time}{often}" : $"flowsim compare {string.Join(' ', scenarios)}{system}{time}{often}";
        }
    }

    /// <summary>Changes something and calculates anew; what cannot be done is said in <see cref="Notice"/>, and nothing is lost.</summary>
    public void Do(Action<WorkSession> step)
    {
        lock (gate)
        {
            LastSeen = workshop.Clock.GetUtcNow();
            Steps++;
            Notice = "";
            files.Forget();
            try
            {
                step(this);
                Calculate();
            }
            catch (CommandFailure failure)
            {
                Notice = failure.Message;
            }
        }
    }

    /// <summary>Looks for the capacity that would help the open scenario most, or ranks by another measure what was found.</summary>
    /// <param name="measure">Id of the measure; null: looks.</param>
    public void FindBottleneck(string? measure)
    {
        lock (gate)
        {
            if (measure is not null)
            {
                TriedMeasure = measure;
                Tell();
            }
            else if (run.Latest is { } latest)
            {
                var scenario = latest.Plan.Scenarios.FirstOrDefault(one => one.Id != ExperimentPlan.BaselineId)?.Id;

                // What is asked for comes first.
                run.Pause();
                shown = shown.IsRunning ? shown with { Status = shown.Status + Waiting, IsRunning = false } : shown;
                bottleneck.Begin(latest, Open.Now.IsEmpty ? null : scenario, Open.Now, files.Write);
            }
            else
            {
                Tried = new BottleneckState { Status = "Wait for the first estimate: it says what is busy." };
                Tell();
            }
        }
    }

    /// <summary>One day of the open scenario, patient by patient; it is kept until the scenario or the day is another.</summary>
    /// <param name="date">Which.</param>
    /// <param name="tell">What is kept of it.</param>
    /// <param name="left">When cancelled, nobody waits for it any more.</param>
    /// <exception cref="CommandFailure">The scenario cannot be made.</exception>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    public Task<byte[]> Day(DateOnly date, Func<FollowedRun, ResultSet, byte[]> tell, CancellationToken left)
    {
        lock (gate)
        {
            LastSeen = workshop.Clock.GetUtcNow();
            var scenario = Open.Now;

            // A file of its own each time: one that is being read is not written over.
            string? File() => scenario.IsEmpty ? null : files.Write(Path.Combine(FormattableString.Invariant($"day-{++followed}"), Drafts.FileOf(Open)), scenario);
            return day.Of(scenario.Text, File, date, tell, left);
        }
    }

    /// <summary>What stands at each path with the open scenario's changes made; empty where it changes nothing.</summary>
    public IReadOnlyDictionary<string, string> Values
    {
        get
        {
            lock (gate)
            {
                return files.ValuesUnder(Open.Now, Drafts.FileOf(Open));
            }
        }
    }

    /// <summary>One change more in the open scenario.</summary>
    /// <param name="path">What is moved.</param>
    /// <param name="value">To what; with a plus before it, by how much more.</param>
    /// <param name="from">Day from which it holds; empty: from the branch.</param>
    /// <exception cref="CommandFailure">It cannot be made.</exception>
    public void Move(string path, string value, string from)
    {
        var isMore = value.StartsWith('+');
        var text = isMore ? value[1..].Trim() : value;
        if (text.Length == 0)
        {
            throw new CommandFailure(ExitCode.Usage, "A value is missing: type a number, +10 for ten more, or +10 % for a tenth more.");
        }

        var known = workshop.Parts.SelectMany(part => part.Paths).FirstOrDefault(one => one.Path == path);
        if (isMore)
        {
            // Of what runs, with all that the scenario includes and changes.
            var change = MoreText.Of(path, Values.GetValueOrDefault(path) ?? known?.Value ?? "", text, out var why);
            Try(Open.Now.With(change ?? throw new CommandFailure(ExitCode.Usage, why), from, Reason));
        }
        else if (known?.Value == text && Open.Now.Include.Count == 0)
        {
            // As in the baseline: no change, and no one less than before where there was none.
            Try(Open.Now.WithoutAllOf(path, from));
        }
        else
        {
            Try(Open.Now.With(new SetText("set", path, text), from, Reason));
        }
    }

    /// <summary>The open scenario without one of its changes.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="words">What the page says of it: what stands at its place by now may be another.</param>
    public void TakeOut(int index, string words)
    {
        if (index >= 0 && index < Open.Now.Count && Open.Now.Words(workshop.System.Files)[index] == words)
        {
            Try(Open.Now.Without(index));
        }
    }

    /// <summary>A line of what the open scenario costs.</summary>
    /// <param name="line">What for; empty: its title.</param>
    /// <param name="partner">Who pays.</param>
    /// <param name="pounds">How much.</param>
    /// <param name="isYearly">Every year; else once.</param>
    /// <exception cref="CommandFailure">It is no amount.</exception>
    public void Cost(string line, string partner, string pounds, bool isYearly)
    {
        if (pounds.Length == 0 || partner.Length == 0)
        {
            throw new CommandFailure(ExitCode.Usage, "An amount in pounds and who pays it are needed, such as 420000.");
        }

        Try(Open.Now.Costing(line.Length > 0 ? line : Open.Now.Title, partner, pounds, isYearly, workshop.System.PriceYear));
    }

    /// <summary>The open scenario without a line of what it costs, as <see cref="TakeOut"/>.</summary>
    public void TakeOutCost(int index, string words)
    {
        if (index >= 0 && index < Open.Now.Costs.Count && Open.Now.Costs[index] == words)
        {
            Try(Open.Now.WithoutCost(index));
        }
    }

    /// <summary>The open scenario without one that it includes.</summary>
    public void Exclude(string id) => Try(Open.Now.Excluding(id));

    public void Undo() => Open.Undo();

    /// <summary>Name and text of a scenario's file; null where it is gone.</summary>
    /// <param name="number">Which; null: the one that is open.</param>
    public (string Name, string Text)? Save(int? number)
    {
        lock (gate)
        {
            return Drafts.All.FirstOrDefault(draft => draft.Number == (number ?? Open.Number)) is { } draft ? (Drafts.FileOf(draft), draft.Save()) : null;
        }
    }

    public void Rename(string title)
    {
        if (title.Trim() is { Length: > 0 } name)
        {
            Open.Step(Open.Now.Titled(name.Length > LongestTitle ? name[..LongestTitle] : name));
        }
    }

    /// <summary>Another scenario, from the baseline or from scenarios of the system.</summary>
    public void New(IReadOnlyList<string> include)
    {
        foreach (var id in include)
        {
            workshop.System.Demand(id);
        }

        var title = include.Count == 0 ? Drafts.NextTitle
            : string.Join(" + ", include.Select(id => workshop.System.TitleOf(id) is { Length: > 0 } known ? known : id));
        Drafts.Add(EditedScenario.Of(title, include));
    }

    /// <summary>All that a scenario of the system changes too.</summary>
    /// <exception cref="CommandFailure">There is none of that name, or the two contradict each other.</exception>
    public void Include(string id)
    {
        workshop.System.Demand(id);
        Try(Open.Now.Including(id));
    }

    /// <summary>A scenario of a file.</summary>
    /// <exception cref="CommandFailure">It is none.</exception>
    public void Read(byte[] bytes, string name)
    {
        var problems = new ProblemList();
        if (EditedScenario.Read(bytes, Path.GetFileName(name), problems) is not { } read)
        {
            throw new CommandFailure(ExitCode.InvalidInput, string.Join("\n", problems.Sorted.Select(ProblemText.Render)));
        }

        files.Demand(bytes, Drafts.FileOfNext(read));
        Drafts.Add(read);
    }

    /// <summary>What is calculated, from now on, the latest first.</summary>
    public ChannelReader<LiveState> Watch()
    {
        // Who is slow misses what is old.
        var watcher = Channel.CreateBounded<LiveState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            watchers = [.. watchers, watcher];
            watcher.Writer.TryWrite(shown);
            LastSeen = workshop.Clock.GetUtcNow();
            if (shown is { Status: "", Problem: "" })
            {
                Calculate();
            }
            else
            {
                run.GoOn();
            }
        }

        return watcher.Reader;
    }

    /// <summary>Nobody watches there any more; when nobody does at all, nothing is calculated.</summary>
    public void Leave(ChannelReader<LiveState> reader)
    {
        lock (gate)
        {
            watchers = [.. watchers.Where(watcher => watcher.Reader != reader)];
            LastSeen = workshop.Clock.GetUtcNow();
            if (watchers.Length == 0)
            {
                run.Pause();
                Tried = bottleneck.End() ? Tried with { Status = Left } : Tried;
            }
        }
    }

    public void Dispose()
    {
        run.Pause();
        bottleneck.End();
        day.End();
        files.Dispose();
    }

    /// <summary>What waited for the bottleneck.</summary>
    private void GoOn()
    {
        lock (gate)
        {
            if (watchers.Length > 0)
            {
                run.GoOn();
            }
        }
    }

    /// <summary>Takes a step if the scenario can be made after it.</summary>
    private void Try(EditedScenario next)
    {
        if (!next.IsEmpty || next.Costs.Count > 0)
        {
            files.Demand(next, Drafts.FileOf(Open));
        }

        Open.Step(next);
    }

    private void Calculate()
    {
        bottleneck.End();
        Tried = Tried.Status.Length > 0 ? new BottleneckState { Status = Moved } : Tried;
        var written = Drafts.Shaped.Select(draft => files.Write(Drafts.FileOf(draft), draft.Now)).ToList();

        // What was compiled to see whether it is sound is what a first estimate runs.
        run.Begin(written, Command, workshop.HasFirst && written is [var only] ? files.SoundOf(only) : null);
        if (watchers.Length == 0)
        {
            run.Pause();
        }
    }

    private void Publish(LiveState state)
    {
        // While a first estimate is made the answer before stays, marked as old.
        shown = state.Html.Length == 0 && state.Problem.Length == 0 ? state with { Html = shown.Html, IsOld = shown.Html.Length > 0 } : state;
        Tell();
    }

    private void Tell()
    {
        foreach (var watcher in watchers)
        {
            watcher.Writer.TryWrite(shown);
        }
    }
}
