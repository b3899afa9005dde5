using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports titles of names that nothing has, and titles that stand in the wrong place: a title that no reader ever sees.</summary>
internal static class TitleCheck
{
    private const string Expected = "the name of an instance, a group of pools, an exit, a value of an attribute, a partner or a topic";

    public static void Check(SystemModel model, SystemDescription description, CompileContext context, ProblemList problems)
    {
        var parts = Parts(description).DistinctBy(part => part.Name).ToDictionary(StringComparer.Ordinal);
        var known = Names(model, description, context).ToHashSet(StringComparer.Ordinal);
        var lost = description.Titles.Select(title => title.Name).Where(name => !known.Contains(name.Text));
        foreach (var name in lost.Where(name => context.Scenarios.MayBeUnread(name.Text, name.Where)))
        {
            var hint = parts.TryGetValue(name.Text, out var section) ? $"Write title: under {section}.{name.Text}." : Nearest.Hint(name.Text, known);
            problems.Error(name.Where, name.Path, Expected, name.Text, hint);
        }
    }

    /// <summary>What has a title of its own, and the section that it stands in.</summary>
    private static IEnumerable<(string Name, string Section)> Parts(SystemDescription description) =>
        description.Pools.Select(pool => (pool.Name.Text, "pools"))
            .Concat(description.Stages.Select(stage => (stage.Name.Text, "stages")))
            .Concat(description.Streams.Select(stream => (stream.Name.Text, "streams")))
            .Concat(description.Measures.Select(measure => (measure.Id, "measures")))
            .Concat(description.Timelines.Select(series => (series.Name.Text, "timelines")));

    private static IEnumerable<string> Names(SystemModel model, SystemDescription description, CompileContext context) =>
        model.Dimensions.SelectMany(dimension => dimension.Instances)
            .Concat(description.Pools.Select(pool => pool.Group?.Text).OfType<string>())
            .Concat(model.Exits)
            .Concat(description.Partners)
            .Concat(Enumerable.Range(0, context.Attributes.Count).SelectMany(context.Attributes.ValuesOf))
            .Concat(description.Measures.Select(measure => measure.Words.Topic?.Text ?? measure.Id));
}
