using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Validation;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>A system ready to run, with the description it came from.</summary>
/// <param name="Model">The compiled system.</param>
/// <param name="Description">As written.</param>
/// <param name="Recorded">What may be given as it was recorded.</param>
internal sealed record CompiledSystem(SystemModel Model, SystemDescription Description, RecordedParts Recorded);

/// <summary>From files as read to a compiled system: every name an index, every table dense, every calendar laid out.</summary>
internal static class SystemCompiler
{
    /// <summary>The compiled system, or null when <paramref name="problems"/> then has errors. All problems are reported, not only the first.</summary>
    /// <param name="files">The system as read, with the changes of a scenario applied.</param>
    /// <param name="overrides">What the command line says about the run.</param>
    /// <param name="problems">Takes every problem.</param>
    public static CompiledSystem? Compile(SystemFiles files, RunOverrides overrides, ProblemList problems)
    {
        var description = SystemBinding.Bind(files, problems);
        var names = new NameTable(description, problems);

        // A run with problems still lets everything else be checked.
        var run = RunCompiler.Compile(description.Run, overrides, problems) ?? FallbackRun;
        var horizon = new Horizon(run);
        var calendars = new CalendarCompiler(horizon, problems);
        calendars.Compile(description.Calendars);
        UndatedRun.Check(run, description, problems);
        var context = new CompileContext
        {
            Files = files,
            Problems = problems,
            Run = run,
            Recorded = overrides.Recorded,
            Demands = overrides.Demands,
            LeavesOutDistributions = overrides.LeavesOutDistributions,
            OnlyMeasures = overrides.OnlyMeasures,
            Dimensions = names.Dimensions,
            Attributes = AttributeInference.Infer(description, files, names.Dimensions, problems),
            Stages = names.Stages,
            Streams = names.Streams,
            Pools = names.Pools,
            Calendars = calendars.Index,
            Clocks = names.Clocks,
            Exits = names.Exits,
        };
        names.Check(context.Attributes, calendars.Index);
        return Compile(context, description, new Parts(context, horizon, calendars));
    }

    private static RunPlan FallbackRun { get; } = new()
    {
        FirstDay = new DateOnly(2001, 1, 1),
        Start = 0,
        Branch = 0,
        MeasureFrom = 0,
        End = 365 * SimTime.Day,
        HasDates = true,
        Replications = 1,
        BeginsEmpty = true,
        PatientLimit = 1,
    };

    private static CompiledSystem? Compile(CompileContext context, SystemDescription description, Parts parts)
    {
        context.NotePopulation(new PopulationCompiler(context, parts.Amounts).Compile(description.Population));
        var pools = new PoolCompiler(context, parts).Compile(description.Pools);
        var streams = new StreamCompiler(context, parts).Compile(description.Streams);
        var stages = new StageCompiler(context, parts).Compile(description.Stages);
        RankCheck.Check(context, description);
        var measures = MeasureCompiler.Compile(context, description);
        parts.Lookups.TellGaps(parts.Rosters.Gaps.TakeRowless);
        parts.Rosters.Gaps.Tell(context.Problems);
        var model = Model(context, description, parts, pools, streams, stages, measures);
        var recorded = RecordedCompiler.Compile(description, model, context.Problems);
        Validate(model, description, context);
        return context.Problems.HasErrors ? null : new CompiledSystem(model, description, recorded);
    }

    /// <summary>Warnings about a system with errors may only follow from them: they come once those are mended.</summary>
    private static void Validate(SystemModel model, SystemDescription description, CompileContext context)
    {
        var problems = context.Problems.HasErrors ? new ProblemList { Scenario = context.Problems.Scenario } : context.Problems;
        SystemValidation.Check(model, description, context, problems);
        if (problems != context.Problems)
        {
            context.Problems.AddErrorsOf(problems);
        }
    }

    private static SystemModel Model(CompileContext context, SystemDescription description, Parts parts, PoolModel[] pools, StreamModel[] streams,
        StageModel[] stages, MeasurePlan measures) => new()
        {
            Name = description.System,
            Run = context.Run,
            Stages = stages,
            StageTemplates = [.. context.Stages.Names],
            Pools = pools,
            Streams = streams,
            Attributes = [.. Enumerable.Range(0, context.Attributes.Count).Select(attribute => Attribute(context.Attributes, attribute))],
            Clocks = [.. context.Clocks],
            Exits = [.. context.Exits],
            Targets = [.. context.Targets],
            Bundles = [.. parts.Requests.Bundles],
            Delays = [.. context.Delays],
            Dimensions = context.Dimensions,
            Measures = measures,
            LowestRank = LowestRank(stages),
        };

    private static AttributeModel Attribute(AttributeIndex attributes, int attribute) => new()
    {
        Name = attributes.NameOf(attribute),
        Values = [.. attributes.ValuesOf(attribute)],
        Initial = attributes.KindOf(attribute) == AttributeKind.Named ? -1 : 0,
        IsDuration = attributes.KindOf(attribute) == AttributeKind.Duration,
    };

    private static int LowestRank(StageModel[] stages) => stages
        .SelectMany(stage => stage.Priority.Levels.SelectMany(level => level.Ranks).Append(stage.MovesBack?.Rank ?? 1))
        .DefaultIfEmpty(1)
        .Max();
}
