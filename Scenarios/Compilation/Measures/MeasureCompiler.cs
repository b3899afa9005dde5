using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Compiles what a description says about results: <c>measures</c>, <c>headline</c>, <c>timelines</c>, with <c>population</c>.</summary>
public static class MeasureCompiler
{
    /// <summary>
    /// The plan of what is measured. Problems go to the context; what has one is left out of the plan.
    /// Measures stand in the order of <c>headline</c>, then as written. Call it when stages are compiled, so that the kinds of delay are known.
    /// </summary>
    public static MeasurePlan Compile(CompileContext context)
    {
        var reader = new MeasureReader(context.Problems);
        reader.Read(Section(context, "measures"));
        var headline = Headline(context, reader);
        var table = new QuantityTable();
        var formulas = new MeasureFormulas(new QuantityCompiler(context, table), context.Problems, Population(context));

        // Quantiles first: they ask for a histogram, and a mean of the same lengths then shares their quantity.
        var written = reader.Measures.OrderBy(measure => measure.Style == MeasureStyle.Quantile ? 0 : 1);
        var compiled = written.Select(formulas.Compile).OfType<MeasureModel>().ToDictionary(measure => measure.Id, StringComparer.Ordinal);
        string[] order = [.. headline, .. reader.Measures.Select(measure => measure.Id)];
        return new MeasurePlan
        {
            Measures = [.. order.Distinct().Where(compiled.ContainsKey).Select(id => WithHeadline(compiled[id], headline.Contains(id)))],
            Quantities = table.ToArray(),
            Distributions = new DistributionCompiler(context).Compile(reader.Distributions),
            Timelines = new TimelineCompiler(context).Compile(Section(context, "timelines")),
        };
    }

    private static MapNode Section(CompileContext context, string key)
    {
        switch (context.Root[key])
        {
            case MapNode map:
                return map;
            case null:
                return new MapNode(context.Root.Where);
            case var other:
                context.Problems.Error(other.Where, key, "a map of names", other.ToString() ?? "");
                return new MapNode(other.Where);
        }
    }

    /// <summary>Ids in order; an id that neither is declared nor comes by itself is a problem.</summary>
    private static IReadOnlyList<string> Headline(CompileContext context, MeasureReader reader)
    {
        var ids = new KeyReader(context.Root, "", context.Problems).Names("headline", "a list of measures");
        string[] known = [.. Section(context, "measures").Entries.Select(entry => entry.Key), .. GenericMeasures.All.Select(measure => measure.Id)];
        foreach (var id in ids.Where(id => !known.Contains(id.Text)))
        {
            context.Problems.Error(id.Where, "headline", "a measure of `measures`", id.Text, Nearest.Hint(id.Text, known));
        }

        return [.. ids.Select(id => id.Text)];
    }

    private static double? Population(CompileContext context)
    {
        var node = context.Root["population"] is MapNode longForm ? longForm["value"] : context.Root["population"];
        if (node is null)
        {
            return null;
        }

        var text = node.ToString() ?? "";
        if (NumberText.TryParse(text, out var people, out _) && people > 0)
        {
            return people;
        }

        context.Problems.Error(node.Where, "population", "a number of people above 0", text);
        return null;
    }

    private static MeasureModel WithHeadline(MeasureModel measure, bool headline) => new()
    {
        Id = measure.Id,
        Unit = measure.Unit,
        Title = measure.Title,
        Definition = measure.Definition,
        Source = measure.Source,
        Form = measure.Form,
        Numerator = measure.Numerator,
        Denominator = measure.Denominator,
        Factor = measure.Factor,
        Probability = measure.Probability,
        Monthly = measure.Monthly,
        Headline = headline,
        SettledWithin = measure.SettledWithin,
    };
}
