using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>
/// A small system written in the model language, played once from Monday 00:00, with every step of every patient. Times are seconds since that
/// Monday. A patient is called by the stream, which brings one patient; of several the first is <c>name/1</c>.
/// </summary>
internal sealed class Scene
{
    public const int Minute = 60;
    public const int Hour = 3600;
    public const int Day = 86400;

    /// <summary>Answer for what never happened.</summary>
    public const int Never = -1;

    private readonly SystemModel model;
    private readonly List<TraceEntry> steps;
    private readonly ReplicationResult result;

    private Scene(SystemModel model, List<TraceEntry> steps, ReplicationResult result)
    {
        this.model = model;
        this.steps = steps;
        this.result = result;
    }

    /// <summary>Text of a stream that brings one patient: <c>anna: { to: ward, … }</c>.</summary>
    /// <param name="at">Time of arrival since the start, such as <c>10 min</c>.</param>
    /// <param name="attributes">Such as <c>rank: "2"</c>.</param>
    public static string Patient(string name, string to, string at = "0 min", string attributes = "") =>
        $"{name}: {{ to: {to}, schedule: {{ every: 300 d, first: {at} }}{(attributes.Length == 0 ? "" : $", attributes: {{ {attributes} }}")} }}";

    /// <summary>Text of streams that bring nobody, to stages that a shared text has and this scene does not use: a stage must be within reach.</summary>
    public static string Nobody(params string[] stages) => string.Join("\n  ", stages.Select(stage => $"nobody-{stage}: {{ to: {stage}, rate: 0 per d }}"));

    /// <summary>Compiles and plays a system; without a <c>run:</c> it starts empty on a Monday at 00:00 and lasts 20 days.</summary>
    /// <param name="files">Further files of the system's folder.</param>
    public static Scene Play(string yaml, params (string File, string Text)[] files) => Play(Compile(yaml, files));

    public static Scene Play(SystemModel model, ulong seed = 1, int replication = 1) =>
        Play(new SystemTimeline([model], [model.Run.Start]), seed, replication);

    public static Scene Play(SystemTimeline timeline, ulong seed = 1, int replication = 1)
    {
        var model = timeline.First;
        var steps = new List<TraceEntry>();
        var run = Replication.Start(timeline, seed, replication, steps.Add, paranoid: true);
        var result = run.Measure(model.Run.MeasureFrom, model.Run.End);
        return new Scene(model, steps, result);
    }

    /// <summary>The same in two parts: from a time on in a branch under the same description.</summary>
    public static Scene PlayBranched(SystemModel model, int at)
    {
        var steps = new List<TraceEntry>();
        var timeline = new SystemTimeline([model], [model.Run.Start]);
        var run = Replication.Start(timeline, 1, 1, steps.Add, paranoid: true);
        run.Measure(model.Run.Start, at);
        return new Scene(model, steps, Replication.Branch(timeline, run).Measure(at, model.Run.End));
    }

    public static SystemModel Compile(string yaml, params (string File, string Text)[] files)
    {
        var text = yaml.Contains("run:", StringComparison.Ordinal) ? yaml : "run: { starts: Mon 00:00, lasts: 20 d, warm_up: 0 h, begin: empty }\n" + yaml;
        var folder = Directory.CreateTempSubdirectory("flowsim-scene-").FullName;
        try
        {
            foreach (var (file, content) in files.Append(("system.yaml", "system: scene\n" + text)))
            {
                var path = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, content);
            }

            return Compile(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>When the patient entered the stage for the nth time [s], or <see cref="Never"/>.</summary>
    public int Entered(string patient, string stage, int visit = 1) => Time(TraceStep.Entered, patient, stage, visit);

    /// <summary>When the stage's place was taken [s].</summary>
    public int Taken(string patient, string stage, int visit = 1) => Time(TraceStep.Taken, patient, stage, visit);

    /// <summary>When the stage's time began, place and staff being there [s].</summary>
    public int Started(string patient, string stage, int visit = 1) => Time(TraceStep.Started, patient, stage, visit);

    /// <summary>When the patient went on from the stage: entered the next one or left [s].</summary>
    public int After(string patient, string stage, int visit = 1)
    {
        var started = Started(patient, stage, visit);
        return Of(patient)
            .SkipWhile(step => step.Step != TraceStep.Started || step.Time != started || model.Stages[step.Stage].Name != stage)
            .Where(step => step.Step is TraceStep.Entered or TraceStep.Left)
            .Select(step => step.Time)
            .DefaultIfEmpty(Never)
            .First();
    }

    /// <summary>Number, entry to a stage and departure [s] of every patient of a stream.</summary>
    public IReadOnlyList<(long Number, int Entered, int Left)> Arrivals(string stream, string stage)
    {
        var index = Array.FindIndex(model.Streams, item => item.Name == stream);
        var left = steps.Where(step => step.Stream == index && step.Step == TraceStep.Left).ToDictionary(step => step.Number, step => step.Time);
        return
        [
            .. steps.Where(step => step.Stream == index && step.Step == TraceStep.Entered && model.Stages[step.Stage].Name == stage)
                .Select(step => (step.Number, step.Time, left.GetValueOrDefault(step.Number, Never))),
        ];
    }

    /// <summary>Every step of every patient of a stream, in the stage as written.</summary>
    public IReadOnlyList<(long Number, TraceStep Step, string Stage, int Time)> Journeys(string stream)
    {
        var index = Array.FindIndex(model.Streams, item => item.Name == stream);
        return
        [
            .. steps.Where(step => step.Stream == index)
                .Select(step => (step.Number, step.Step, model.StageTemplates[model.Stages[step.Stage].Template], step.Time)),
        ];
    }

    /// <summary>Times at which a kind of step happened in a stage (the last one, for those who left) [s], in order.</summary>
    public IEnumerable<int> Steps(string stage, TraceStep kind) =>
        steps.Where(step => step.Step == kind && model.Stages[step.Stage].Name == stage).Select(step => step.Time);

    public int GaveUp(string patient, string stage) => Time(TraceStep.GaveUp, patient, stage, 1);

    public int MovedBack(string patient, string stage) => Time(TraceStep.MovedBack, patient, stage, 1);

    /// <summary>When the patient left the system [s].</summary>
    public int Left(string patient) => Of(patient).Where(step => step.Step == TraceStep.Left).Select(step => step.Time).DefaultIfEmpty(Never).Single();

    /// <summary>The exit by which the patient left, or an empty text.</summary>
    public string ExitOf(string patient) => Of(patient).Where(step => step.Step == TraceStep.Left).Select(step => model.Exits[step.Exit]).SingleOrDefault("");

    /// <summary>Stages entered, in order: <c>triage ward@north</c>.</summary>
    public string Way(string patient) =>
        string.Join(' ', Of(patient).Where(step => step.Step == TraceStep.Entered).Select(step => model.Stages[step.Stage].Name));

    /// <summary>A value of the whole run or of a period.</summary>
    public double Value(string measure, string group = "", string place = "system", string period = "all") =>
        result.Rows.Single(row => row.Period == period && row.Measure == measure && row.Group == group && row.Place == place).Value;

    private static SystemModel Compile(string folder)
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(folder, problems);
        var compiled = files is null || problems.HasErrors ? null : SystemCompiler.Compile(files, new RunOverrides(), problems);
        if (compiled is null || problems.HasErrors)
        {
            Assert.Fail(string.Join('\n', problems.Sorted.Select(problem => problem.ToString())));
        }

        return compiled!.Model;
    }

    private int Time(TraceStep kind, string patient, string stage, int visit)
    {
        var known = model.Stages.Any(item => item.Name == stage);
        Assert.That(known, Is.True, $"the scene has no stage {stage}");
        return Of(patient).Where(step => step.Step == kind && model.Stages[step.Stage].Name == stage).Skip(visit - 1).Select(step => step.Time)
            .FirstOrDefault(Never);
    }

    private IEnumerable<TraceEntry> Of(string patient)
    {
        var name = patient.Split('/');
        var stream = Array.FindIndex(model.Streams, item => item.Name == name[0]);
        Assert.That(stream, Is.GreaterThanOrEqualTo(0), $"the scene has no stream {name[0]}");
        var numbers = steps.Where(step => step.Stream == stream).Select(step => step.Number).Distinct().ToArray();
        var index = name.Length == 1 ? 0 : int.Parse(name[1], System.Globalization.CultureInfo.InvariantCulture) - 1;
        return index >= numbers.Length ? [] : steps.Where(step => step.Stream == stream && step.Number == numbers[index]);
    }
}
