using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Compiles what a description says about results: <c>measures</c>, <c>headline</c>, <c>timelines</c>, with <c>population</c>.</summary>
internal static class MeasureCompiler
{
    /// <summary>
    /// The plan of what is measured. Problems go to the context; what has one is left out of the plan.
    /// Measures stand in the order of <c>headline</c>, then as written. Call it when stages are compiled, so that the kinds of delay are known.
    /// </summary>
    internal static MeasurePlan Compile(CompileContext context, SystemDescription description)
    {
        RefuseGenericNames(context);
        var headline = Headline(context, description);
        DemandTopic(context, description);
        var table = new QuantityTable();
        var formulas = new MeasureFormulas(new QuantityCompiler(context, table), new WordsCompiler(context), new PeopleServed(context));

        // Quantiles first: they ask for a histogram, and a mean of the same lengths then shares their quantity.
        var written = description.Measures.Where(measure => measure.Parts is null).OrderBy(measure => measure.Style == MeasureStyle.Quantile ? 0 : 1);
        var compiled = written.Select(formulas.Compile).OfType<MeasureModel>().ToDictionary(measure => measure.Id, StringComparer.Ordinal);
        AddDifferences(context, description, formulas, compiled);
        string[] order = [.. headline, .. description.Measures.Select(measure => measure.Id)];
        var plan = new MeasurePlan
        {
            Measures = [.. order.Distinct().Where(compiled.ContainsKey).Select(id => compiled[id] with { Headline = headline.Contains(id) })],
            Quantities = table.ToArray(),
            Distributions = new DistributionCompiler(context).Compile(description.Distributions),
            RecordsDistributions = !context.LeavesOutDistributions,
            Timelines = new TimelineCompiler(context).Compile(description.Timelines),
            Demands = [.. context.Demands.SelectMany(name => PoolSets.Of(context, name))],
        };
        return context.OnlyMeasures is { } read ? plan.Only(read) : plan;
    }

    /// <summary>Measures made of two others, once those are there; of one that has a problem of its own nothing more is said.</summary>
    private static void AddDifferences(CompileContext context, SystemDescription description, MeasureFormulas formulas,
        Dictionary<string, MeasureModel> compiled)
    {
        string[] known = [.. description.Measures.Where(measure => measure.Parts is null).Select(measure => measure.Id)];
        var differences = description.Measures.Where(measure => measure.Parts is not null).ToList();
        var failed = known.Concat(Declared(context).Select(entry => entry.Key)).Except(differences.Select(difference => difference.Id)).ToHashSet();
        var plain = new Dictionary<string, MeasureModel>(compiled, StringComparer.Ordinal);
        MeasureModel? Find(Written id)
        {
            var found = plain.GetValueOrDefault(id.Text);
            if (found is null && !failed.Contains(id.Text))
            {
                context.Problems.Error(id.Where, id.Path, "a measure of `measures` that is no difference itself", id.Text, Nearest.Hint(id.Text, known));
            }

            return found;
        }

        foreach (var difference in differences)
        {
            if (formulas.Difference(difference, Find) is { } measure)
            {
                compiled.Add(measure.Id, measure);
            }
        }
    }

    private static void RefuseGenericNames(CompileContext context)
    {
        foreach (var entry in Declared(context).Where(entry => GenericMeasures.Find(entry.Key) is not null))
        {
            context.Problems.Error(entry.KeyWhere, $"{SystemKeys.Measures}.{entry.Key}", "a name of its own", entry.Key,
                "Every stage and pool has this measure already; choose another name.");
        }
    }

    /// <summary>What gives way is told by measures: a topic that none has tells nothing.</summary>
    private static void DemandTopic(CompileContext context, SystemDescription description)
    {
        string[] topics = [.. description.Measures.Select(measure => measure.Words.Topic?.Text).OfType<string>().Distinct()];
        if (description.GivesWay is { } topic && !topics.Contains(topic.Text))
        {
            context.Problems.Error(topic.Where, topic.Path, "the `topic` of a measure of `measures`", topic.Text, Nearest.Hint(topic.Text, topics));
        }
    }

    /// <summary>Also those that have a problem.</summary>
    private static List<MapEntry> Declared(CompileContext context) => context.Root[SystemKeys.Measures.Name] is MapNode measures ? measures.Entries : [];

    /// <summary>Ids in order; an id that neither is declared nor comes by itself is a problem.</summary>
    private static IReadOnlyList<string> Headline(CompileContext context, SystemDescription description)
    {
        string[] known = [.. Declared(context).Select(entry => entry.Key), .. GenericMeasures.All.Select(measure => measure.Id)];
        foreach (var id in description.Headline.Where(id => !known.Contains(id.Text)))
        {
            context.Problems.Error(id.Where, id.Path, "a measure of `measures`", id.Text, Nearest.Hint(id.Text, known));
        }

        return [.. description.Headline.Select(id => id.Text)];
    }
}
