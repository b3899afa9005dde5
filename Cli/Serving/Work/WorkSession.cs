using System.Globalization;
using System.Text;
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
    private const int MostDrafts = 20;
    private const int LongestTitle = 200;
    private const int LongestStem = 60;
    private const string FirstTitle = "My scenario";
    private const string TriedScenario = "tried";
    private const string Opened = "opened";
    private const string Moved = "The scenario is another since: look again.";
    private const string Left = "It was ended when the page was left: look again.";
    private const string Waiting = " The rest waits while the bottleneck is looked for.";
    private const string Reason = "tried on the page";

    private static readonly Dictionary<string, string> Nothing = [];

    private readonly Workshop workshop;
    private readonly DirectoryInfo folder;
    private readonly Lock gate = new();
    private readonly List<Draft> drafts = [];

    /// <summary>Replaced, never changed: what is calculated is told to them without waiting for who takes a step.</summary>
    private volatile Channel<LiveState>[] watchers = [];
    private readonly LiveRun run;
    private readonly Bottleneck bottleneck;
    private readonly DayRun day;
    private (EditedScenario? Of, IReadOnlyDictionary<string, string> Values) values = (null, Nothing);
    private LiveState shown = new();
    private int made;
    private int followed;

    /// <summary>What was found sound in this step; null: nothing was looked at.</summary>
    private (string File, PlannedWork Work)? sound;

    public WorkSession(Workshop workshop, string id, DirectoryInfo folder)
    {
        this.workshop = workshop;
        this.folder = folder;
        Id = id;
        run = new LiveRun(workshop, Publish);
        bottleneck = new Bottleneck(workshop, state =>
        {
            Tried = state;
            Tell();
        }, GoOn);
        day = new DayRun(workshop);
        Open = Add(EditedScenario.Of(FirstTitle, []));
        LastSeen = workshop.Clock.GetUtcNow();
    }

    /// <summary>Its part of the address.</summary>
    public string Id { get; }

    /// <summary>The scenario that is worked on.</summary>
    public Draft Open { get; private set; }

    public IReadOnlyList<Draft> Drafts => drafts;

    /// <summary>The last that was deleted, with all its steps; null: none.</summary>
    public Draft? Deleted { get; private set; }

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
            var scenarios = Shaped.Select(draft => CommandText.Quote(FileOf(draft))).ToList();
            return scenarios.Count == 0 ? $"flowsim run baseline{system}{time}{often}" : $"flowsim compare {string.Join(' ', scenarios)}{system}{time}{often}";
        }
    }

    /// <summary>The scenarios that are calculated: the one that is open, then those compared with it; without changes there is nothing to calculate.</summary>
    private IEnumerable<Draft> Shaped => drafts.Where(draft => draft == Open).Concat(drafts.Where(draft => draft != Open && draft.IsCompared))
        .Where(draft => !draft.Now.IsEmpty);

    /// <summary>The name of a scenario's file.</summary>
    public static string FileOf(Draft draft)
    {
        var words = new string([.. draft.Now.Title.Take(LongestStem).Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stem = string.Join('-', words.Append(draft.Number.ToString(CultureInfo.InvariantCulture)));
        return $"{(char.IsAsciiLetter(stem[0]) ? stem : "scenario-" + stem)}.yaml";
    }

    /// <summary>Changes something and calculates anew; what cannot be done is said in <see cref="Notice"/>, and nothing is lost.</summary>
    public void Do(Action<WorkSession> step)
    {
        lock (gate)
        {
            LastSeen = workshop.Clock.GetUtcNow();
            Steps++;
            Notice = "";
            sound = null;
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
                bottleneck.Begin(latest, Open.Now.IsEmpty ? null : scenario, Open.Now, Write);
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
            string? File() => scenario.IsEmpty ? null : Write(Path.Combine(FormattableString.Invariant($"day-{++followed}"), FileOf(Open)), scenario);
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
                if (!ReferenceEquals(values.Of, Open.Now))
                {
                    values = (Open.Now, Open.Now.IsEmpty ? Nothing : workshop.ValuesUnder(Write(Path.Combine(TriedScenario, FileOf(Open)), Open.Now)));
                }

                return values.Values;
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
            throw new CommandFailure(ExitCode.Usage, "A value is missing: type a number, or +10 for ten more.");
        }

        var known = workshop.Parts.SelectMany(part => part.Paths).FirstOrDefault(one => one.Path == path);
        if (isMore)
        {
            // Five more of 70 % are 5 %.
            var isBare = known is { Unit.Length: > 0 } && known.Value.EndsWith(known.Unit, StringComparison.Ordinal) && (char.IsAsciiDigit(text[^1]) || text[^1] == '.');
            Try(Open.Now.With(new SetText("add", path, isBare ? $"{text} {known!.Unit}" : text), from, Reason));
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

        var title = include.Count == 0 ? FormattableString.Invariant($"{FirstTitle} {made + 1}")
            : string.Join(" + ", include.Select(id => workshop.System.TitleOf(id) is { Length: > 0 } known ? known : id));
        Open = Add(EditedScenario.Of(title, include));
    }

    /// <summary>All that a scenario of the system changes too.</summary>
    /// <exception cref="CommandFailure">There is none of that name, or the two contradict each other.</exception>
    public void Include(string id)
    {
        workshop.System.Demand(id);
        Try(Open.Now.Including(id));
    }

    /// <summary>A copy of the open one.</summary>
    public void Copy() => Open = Add(Open.Now.Titled(Open.Now.Title + " (copy)"));

    /// <summary>A scenario of a file.</summary>
    /// <exception cref="CommandFailure">It is none.</exception>
    public void Read(byte[] bytes, string name)
    {
        var problems = new ProblemList();
        if (EditedScenario.Read(bytes, Path.GetFileName(name), problems) is not { } read)
        {
            throw new CommandFailure(ExitCode.InvalidInput, string.Join("\n", problems.Sorted.Select(ProblemText.Render)));
        }

        // The file as it is, so that what is wrong is said with its own lines.
        var file = Path.Combine(TriedScenario, Opened, FileOf(new Draft(made + 1, read)));
        Look(Write(file, bytes), file);
        Open = Add(read);
    }

    public void Choose(int number) => Open = drafts.Find(draft => draft.Number == number) ?? Open;

    public void Compare(int number, bool isCompared)
    {
        if (drafts.Find(draft => draft.Number == number) is { } draft)
        {
            draft.IsCompared = isCompared;
        }
    }

    public void Delete()
    {
        drafts.Remove(Open);
        Deleted = Open;
        Open = drafts is [.., var last] ? last : Add(EditedScenario.Of(FirstTitle, []));
    }

    /// <summary>Takes the last one that was deleted back.</summary>
    public void BringBack()
    {
        if (Deleted is { } draft && drafts.Count < MostDrafts)
        {
            // Of a page without scenarios there is one, which nobody has begun.
            drafts.RemoveAll(one => one.Now.IsEmpty && !one.CanUndo);
            drafts.Add(draft);
            (Open, Deleted) = (draft, null);
        }
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
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // It is a temporary one.
        }
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

    private Draft Add(EditedScenario scenario)
    {
        if (drafts.Count >= MostDrafts)
        {
            throw new CommandFailure(ExitCode.Usage, FormattableString.Invariant($"There are {MostDrafts} scenarios: delete one first."));
        }

        var draft = new Draft(++made, scenario);
        drafts.Add(draft);
        return draft;
    }

    /// <summary>Takes a step if the scenario can be made after it.</summary>
    private void Try(EditedScenario next)
    {
        Demand(next, Path.Combine(TriedScenario, FileOf(Open)));
        Open.Step(next);
    }

    private void Demand(EditedScenario scenario, string file)
    {
        if (!scenario.IsEmpty || scenario.Costs.Count > 0)
        {
            Look(scenario, file);
        }
    }

    /// <summary>Whether a scenario can be run; also one that changes nothing may have what nobody knows.</summary>
    private void Look(EditedScenario scenario, string file) => Look(Write(file, scenario), file);

    private void Look(string path, string file)
    {
        try
        {
            sound = (file, workshop.Plan([path], isFirst: workshop.HasFirst));
        }
        catch (CommandFailure failure)
        {
            throw new CommandFailure(failure.ExitCode, ProblemWords.Plain(failure.Message));
        }
    }

    private string Write(string name, EditedScenario scenario) => Write(name, Encoding.UTF8.GetBytes(scenario.Text));

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private void Calculate()
    {
        bottleneck.End();
        Tried = Tried.Status.Length > 0 ? new BottleneckState { Status = Moved } : Tried;
        var files = Shaped.Select(draft => Write(FileOf(draft), draft.Now)).ToList();

        // What was compiled to see whether it is sound is what a first estimate runs.
        var isSame = workshop.HasFirst && files.Count == 1 && Path.GetFileName(sound?.File) == Path.GetFileName(files[0]);
        run.Begin(files, Command, isSame ? sound?.Work : null);
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
