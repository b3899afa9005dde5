using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Compilation.Tables;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles <c>population</c>: one number, or numbers by the instances of a dimension, whose sum is the whole.</summary>
internal sealed class PopulationCompiler
{
    private readonly CompileContext context;
    private readonly AmountCompiler amounts;

    public PopulationCompiler(CompileContext context, AmountCompiler amounts)
    {
        this.context = context;
        this.amounts = amounts;
    }

    /// <summary>The people served; null where nothing is said of them, or after a problem.</summary>
    public Population? Compile(PopulationDescription? written)
    {
        if (written is null)
        {
            return null;
        }

        if (written.Whole is { } whole)
        {
            return People(whole) is { } all ? new Population(all, -1, []) : null;
        }

        var dimension = written.Table is { } use ? DimensionOf(use) : DimensionOf(written.ByPlace);
        if (dimension < 0 || ByPlace(written, dimension) is not { } people)
        {
            return null;
        }

        if (people.Sum() > 0)
        {
            return new Population(people.Sum(), dimension, people);
        }

        context.Problems.Error(written.At.Where, written.At.Path, "people somewhere", "0 at every place");
        return null;
    }

    private double[]? ByPlace(PopulationDescription written, int dimension)
    {
        var places = context.Dimensions[dimension].Instances;
        var people = new double?[places.Length];
        for (var place = 0; place < places.Length; place++)
        {
            people[place] = written.Table is { } use
                ? amounts.One(new AmountDescription(null, use), new CompileScope(dimension, place), People)
                : People(written.ByPlace.First(one => one.Place.Text == places[place]).People);
            if (people[place] is null && written.Table is not null)
            {
                // What is wrong with a table is told once.
                return null;
            }
        }

        return Array.Exists(people, one => one is null) ? null : Array.ConvertAll(people, one => one!.Value);
    }

    /// <summary>The dimension that has all places named; each problem is told, and all places that are missing at once.</summary>
    private int DimensionOf(IReadOnlyList<(Written Place, Written People)> byPlace)
    {
        string[] named = [.. byPlace.Select(one => one.Place.Text)];
        var dimension = Enumerable.Range(0, context.Dimensions.Length).Where(index => !context.Dimensions[index].IsPair)
            .OrderByDescending(index => context.Dimensions[index].Instances.Intersect(named).Count()).FirstOrDefault(-1);
        string[] known = dimension < 0 ? [] : context.Dimensions[dimension].Instances;
        var strange = byPlace.Where(one => !known.Contains(one.Place.Text)).Select(one => one.Place).ToList();
        foreach (var place in strange)
        {
            context.Problems.Error(place.Where, place.Path, $"{ValueKeys.Value}, {ValueKeys.Table}, or an instance of one dimension", place.Text,
                Nearest.Hint(place.Text, context.Dimensions.Where(one => !one.IsPair).SelectMany(one => one.Instances)));
        }

        string[] missing = [.. known.Except(named)];
        if (strange.Count == 0 && missing.Length > 0)
        {
            context.Problems.Error(byPlace[0].Place.Where, SystemKeys.Population.Name, $"people for every instance of {context.Dimensions[dimension].Name}",
                $"none for {string.Join(", ", missing)}", "Add them; 0 says that nobody is served there.");
        }

        return strange.Count > 0 || missing.Length > 0 ? -1 : dimension;
    }

    /// <summary>The dimension by which the table has its people.</summary>
    private int DimensionOf(TableUse use)
    {
        if (TableNames.Find(context.Files, use.Table, context.Problems) is not { } table)
        {
            return -1;
        }

        int[] found = [.. Enumerable.Range(0, context.Dimensions.Length).Where(index => table.ColumnOf(context.Dimensions[index].Name) >= 0)];
        if (found.Length == 1)
        {
            return found[0];
        }

        context.Problems.Error(use.Table.Where, use.Table.Path, "a table with a column named like one dimension", found.Length == 0
            ? $"columns {string.Join(", ", table.Columns)}"
            : $"columns {string.Join(" and ", found.Select(index => context.Dimensions[index].Name))}",
            "People are by the instances of one dimension.");
        return -1;
    }

    private double? People(Written text)
    {
        var isNumber = NumberText.TryParse(text.Text, out var people, out var expected);
        if (isNumber && (people > 0 || (people == 0 && text.Path != SystemKeys.Population.Name)))
        {
            return people;
        }

        context.Problems.Error(text.Where, text.Path, isNumber ? "a number of people above 0" : expected.Length > 0 ? expected : SystemKeys.ExpectedPeople, text.Text);
        return null;
    }
}
