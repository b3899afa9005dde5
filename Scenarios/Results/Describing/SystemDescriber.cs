using System.Globalization;
using System.Text.Json;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Results.Describing;

/// <summary>Says what was simulated: from the files as read and the systems as compiled to <see cref="SystemFacts"/>.</summary>
public static class SystemDescriber
{
    /// <summary>The system of an experiment with its scenarios. Stages, pools and streams are those of the baseline, then what scenarios add.</summary>
    /// <param name="files">The system without changes.</param>
    /// <param name="plan">What was run.</param>
    /// <param name="headline">Ids of the measures of the comparison table, in order.</param>
    public static SystemFacts Of(SystemFiles files, ExperimentPlan plan, IReadOnlyList<string> headline)
    {
        // The system was compiled before the run, so what is bound again here has no problems.
        var problems = new ProblemList();
        var description = SystemBinding.Bind(files, problems);
        var parts = new PartsDescriber();
        parts.Add(plan.Baseline.First, description);
        foreach (var scenario in plan.Scenarios.Where(scenario => parts.Lacks(scenario.Timeline.First)))
        {
            parts.Add(scenario.Timeline.First, SystemBinding.Bind(ScenarioApplier.Apply(files, scenario.Id, problems)?.Files ?? files, problems));
        }

        List<ScenarioFacts> scenarios = [.. plan.Scenarios.Select(scenario => ScenarioDescriber.Of(files, scenario.Id, problems))];
        return new SystemFacts
        {
            Id = description.System,
            Title = description.Title.Length > 0 ? description.Title : description.System,
            Notes = description.Notes,
            Dimensions = [.. plan.Baseline.First.Dimensions.Select(dimension => new DimensionFacts(dimension.Name, dimension.Instances))],
            Titles = description.Titles.DistinctBy(title => title.Name.Text).ToDictionary(title => title.Name.Text, title => title.Title),
            Streams = parts.Streams,
            Stages = parts.Stages,
            Pools = parts.Pools,
            Exits = parts.Exits,
            Headline = headline,
            Measures = MeasuresOf(plan.Baseline.First),
            GivesWay = description.GivesWay?.Text ?? "",
            Timelines = TimelinesOf(plan.Baseline.First),
            Distributions = [
                .. plan.Baseline.First.Measures.Distributions.Select(one =>
                    new DistributionFacts(one.Name, one.Standard is { } standard ? [Describe(standard)] : []))],
            Scenarios = scenarios,
            Parts = scenarios.SelectMany(scenario => scenario.Parts).Distinct().Where(part => scenarios.TrueForAll(scenario => scenario.Id != part))
                .ToDictionary(part => part, part => ScenarioDescriber.Of(files, part, problems).Title),
            Assumptions = [.. description.Assumptions.Select(Describe)],
        };
    }

    /// <summary>The measures a system declares, then those that every system has.</summary>
    public static IReadOnlyList<MeasureFacts> MeasuresOf(SystemModel model)
    {
        var declared = model.Measures.Measures.Select(measure =>
            Describe(measure.Id, measure.Unit, measure.Words) with { Quantity = Word(model.Measures.Quantities[measure.Numerator].Kind) }).ToList();
        var ids = declared.Select(measure => measure.Id).ToHashSet();
        return [.. declared, .. GenericMeasures.All.Where(measure => !ids.Contains(measure.Id))
            .Select(measure => Describe(measure.Id, measure.Unit, measure.Words))];
    }

    private static IReadOnlyList<TimelineFacts> TimelinesOf(SystemModel model) =>
        [.. model.Measures.Timelines.Select(series =>
            new TimelineFacts(series.Measure, [.. series.Pools.Select(pool => model.Pools[pool].Name)], series.Rate, series.HoursOfWeek)
        {
            Title = series.Words.Title,
            At = series.At == 0 ? null : TimeSpan.FromSeconds(series.At).ToString(@"hh\:mm", CultureInfo.InvariantCulture),
            Standards = [.. series.Words.Standards.Select(Describe)],
        })];

    private static MeasureFacts Describe(string id, string unit, MeasureWords words) => new(id, unit, words.Definition, words.Source, words.Title)
    {
        Short = words.Short,
        Topic = words.Topic,
        Better = words.Better == Better.NotSaid ? "" : Word(words.Better),
        Standards = [.. words.Standards.Select(Describe)],
    };

    private static StandardFacts Describe(MeasureStandard standard) => new(standard.Group, standard.Value, standard.Name);

    /// <summary>A name of the code as files write it: <c>DelayedTime</c> is delayed_time.</summary>
    private static string Word<T>(T name)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString());

    private static AssumptionFacts Describe(Assumption assumption) =>
        new(assumption.Path, assumption.Value, assumption.Status, assumption.Range, assumption.Source, assumption.Note, assumption.Where.File,
            assumption.Where.Line);
}
