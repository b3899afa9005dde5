using FlowSim.Cli.Options;
using FlowSim.Cli.Running;
using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Model;

namespace FlowSim.Cli.Serving.Engine;

/// <summary>The system that all pages work on: what can be moved, what the baseline gives, and who may calculate when.</summary>
internal sealed class Workshop
{
    /// <summary>Draws of what is not known, the first replications among them.</summary>
    private const int Draws = OuterDraws.Default;

    private readonly Terminal terminal;
    private readonly ServeSettings settings;
    private readonly Lazy<SharedBaseline> whole;
    private readonly Lazy<SharedBaseline> first;
    private readonly Lazy<RunPlan> time;

    public Workshop(Terminal terminal, ServeSettings settings, LoadedSystem system)
    {
        this.terminal = terminal;
        this.settings = settings;
        System = system;
        var problems = new ProblemList { Sources = system.Files.Sources };
        Parts = SystemParts.Of(system.Files, problems);
        Gate = new Gate(settings.Threads);
        whole = new Lazy<SharedBaseline>(() => new SharedBaseline(Plan([], isFirst: false).Plan));
        time = new Lazy<RunPlan>(() => Plan([], isFirst: false).Plan.Run);
        first = new Lazy<SharedBaseline>(() => new SharedBaseline(Plan([], isFirst: true).Plan, whole.Value));
    }

    public LoadedSystem System { get; }

    /// <summary>All that can be moved.</summary>
    public IReadOnlyList<SystemPart> Parts { get; }

    public Gate Gate { get; }

    public ServeSettings Settings => settings;

    public TimeProvider Clock => terminal.Clock;

    /// <summary>Ends when the server does.</summary>
    public CancellationToken Ends => terminal.Interrupt;

    /// <summary>True where a first estimate is made of less time than the answers.</summary>
    public bool HasFirst => settings.FirstDays > 0 && settings.FirstDays < (settings.Days ?? int.MaxValue);

    /// <summary>What is to be run of some scenarios beside the baseline.</summary>
    /// <param name="files">Their files.</param>
    /// <param name="isFirst">True for a first estimate.</param>
    /// <exception cref="CommandFailure">A scenario is wrong, in words.</exception>
    public PlannedWork Plan(IReadOnlyList<string> files, bool isFirst)
    {
        using var said = new StringWriter();
        var quiet = new Terminal
        {
            Out = TextWriter.Null,
            Error = said,
            Clock = terminal.Clock,
            CacheFolder = terminal.CacheFolder,
            Interrupt = terminal.Interrupt,
        };
        try
        {
            var asked = AskedSystem.Of(System, files, null, quiet, quiet: false);
            var experiment = new ExperimentSettings
            {
                System = settings.System,
                Replications = isFirst ? null : settings.Most,
                Years = isFirst ? null : settings.Years,
                Days = isFirst ? settings.FirstDays : settings.Days,
                WarmUp = null,
                Seed = settings.Seed,
                Threads = 1,
                Draws = isFirst || files.Count == 0 ? 0 : Draws,
                Out = "",
                Force = false,
                HasOut = false,
                Observed = null,
                Recorded = new RecordedPaths(null, null),
                Quiet = false,
                Json = false,
                UsesKeptSpinUps = settings.UsesKeptSpinUps,
                Paranoid = false,
            };
            var session = new ExperimentSession(quiet, experiment, asked.System, "flowsim serve") { Named = asked.Inputs };
            var plan = session.Prepare([ExperimentPlan.BaselineId, .. asked.Ids]);
            return new PlannedWork(asked, session, plan, ProblemWords.Warnings(said.ToString()));
        }
        catch (CommandFailure failure)
        {
            throw new CommandFailure(failure.ExitCode, $"{ProblemWords.Errors(said.ToString())}\n{failure.Message}".Trim());
        }
    }

    /// <summary>What stands at each path with the changes of a scenario made.</summary>
    /// <param name="file">Its file.</param>
    public IReadOnlyDictionary<string, string> ValuesUnder(string file)
    {
        var quiet = new Terminal { Out = TextWriter.Null, Error = TextWriter.Null, Clock = terminal.Clock, Interrupt = terminal.Interrupt };
        var asked = AskedSystem.OfOne(System, file, quiet, quiet: true);
        return SystemParts.ValuesUnder(asked.System.Files, asked.Ids[0]);
    }

    /// <summary>Why something failed, for a page; a defect of ours is told in the terminal too.</summary>
    public string WordsOf(Exception failure)
    {
        if (failure is CommandFailure or RunFailedException)
        {
            return ProblemWords.Plain(failure.Message);
        }

        FailureReport.Report(terminal, failure);
        var words = FailureReport.Words(failure);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    /// <summary>An experiment that is to grow.</summary>
    public GrowingExperiment Begin(PlannedWork work, bool isFirst) => new(work.Plan, isFirst ? first.Value : whole.Value);

    /// <summary>When runs branch, and which time is measured.</summary>
    public RunPlan Time => time.Value;

    /// <summary>Runs the first replication of the last scenario of what was planned to the end of a time, and keeps its steps in it.</summary>
    /// <param name="work">As for a replication.</param>
    /// <param name="window">In the time that is measured.</param>
    /// <param name="cancel">When cancelled, what of it is done is lost.</param>
    public (FollowedRun Run, ResultSet Results) Follow(PlannedWork work, TraceWindow window, CancellationToken cancel)
    {
        var run = whole.Value.Follow(work.Plan, 1, window, cancel);
        var facts = Manifests.Of(run.Plan, run.Result, work.Asked.System, work.Asked.Inputs, "flowsim serve", Clock.GetUtcNow(), TimeSpan.Zero, 0);
        return (run, work.Session.ResultsOf(run.Plan, run.Result, facts));
    }

    /// <summary>All that a growing experiment says so far.</summary>
    /// <param name="work">What was planned.</param>
    /// <param name="growing">How far it is.</param>
    /// <param name="command">The command that gives the same.</param>
    /// <param name="since">When it began.</param>
    public FinishedExperiment SoFar(PlannedWork work, GrowingExperiment growing, string command, DateTimeOffset since)
    {
        var (plan, result) = growing.SoFar();
        var run = Manifests.Of(plan, result, work.Asked.System, work.Asked.Inputs, command, since, Clock.GetUtcNow() - since, 0);
        return new FinishedExperiment(plan, result, work.Session.ResultsOf(plan, result, run), new RowChoice { Headline = System.Headline });
    }
}

/// <summary>Scenarios that can be run.</summary>
/// <param name="Asked">The system with them.</param>
/// <param name="Session">What makes results of what is run.</param>
/// <param name="Plan">What is run.</param>
/// <param name="Warnings">What is warned of in their changes.</param>
internal sealed record PlannedWork(AskedSystem Asked, ExperimentSession Session, ExperimentPlan Plan, IReadOnlyList<string> Warnings);
