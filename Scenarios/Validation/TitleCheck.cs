using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports titles of names that nothing has, and titles that stand in the wrong place: a title that no reader ever sees.</summary>
internal static class TitleCheck
{
    public static void Check(SystemModel model, SystemDescription description, CompileContext context, ProblemList problems)
    {
        var parts = description.Pools.Select(pool => (pool.Name.Text, "pools")).Concat(description.Stages.Select(stage => (stage.Name.Text, "stages"))).Concat(description.Streams.Select(stream => (stream.Name.Text, "streams")))
            .Concat(description.Measures.Select(measure => (measure.Id, "measures"))).Concat(description.Timelines.Select(series => (series.Name.Text, "timelines"))).DistinctBy(part => part.Item1).ToDictionary(StringComparer.Ordinal);
        var known = Names(model, description, context).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in description.Titles.Where(title => !known.Contains(title.Name.Text) && context.Scenarios.MayBeUnread(title.Name.Text, title.Name.Where)))
        {
            var hint = parts.TryGetValue(name.Text, out var section) ? $"Write title: under {section}.{name.Text}." : Nearest.Hint(name.Text, known);
            problems.Error(name.Where, name.Path, "the name of an instance, a group of pools, an exit, a value of an attribute, a partner or a topic", name.Text, hint);
        }
    }

    private static IEnumerable<string> Names(SystemModel model, SystemDescription description, CompileContext context) =>
        model.Dimensions.SelectMany(dimension => dimension.Instances)
            .Concat(description.Pools.Select(pool => pool.Group?.Text).OfType<string>())
            .Concat(model.Exits)
            .Concat(description.Partners)
            .Concat(Enumerable.Range(0, context.Attributes.Count).SelectMany(context.Attributes.ValuesOf))
            .Concat(description.Measures.Select(measure => measure.Words.Topic?.Text ?? measure.Id));
}
