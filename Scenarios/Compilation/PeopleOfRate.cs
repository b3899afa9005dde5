using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Language;

namespace FlowSim.Scenarios.Compilation;

/// <summary>How many times 100,000 people a rate that is per head is for.</summary>
internal sealed class PeopleOfRate(CompileContext context)
{
    private const double People = 100_000;

    /// <summary>The factor, 1 for a rate that is not per head; null after a problem.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="scope">Where its stream stands.</param>
    public double? FactorOf(RateDescription rate, CompileScope scope)
    {
        if (rate.PerPeople is not { } written)
        {
            return 1;
        }

        if (context.Population is not { } population)
        {
            // With a population that has a problem of its own that problem is told.
            if (!context.Root.Has(SystemKeys.Population.Name))
            {
                context.Problems.Error(written.Where, written.Path, "`population` in the system", "none",
                    "Write population: { value: …, source: … } beside `system`, or people by place.");
            }

            return null;
        }

        if (!scope.IsInstance)
        {
            return population.Whole / People;
        }

        var places = context.PlacesOf(scope).ToList();
        if (population.Dimension >= 0
            && places.Find(place => place.Dimension == context.Dimensions[population.Dimension]) is { } own)
        {
            if (places.Count > 1 && rate.Tables.Count == 0)
            {
                context.Problems.Error(written.Where, written.Path, $"a rate by a table with a row for each pair, or a stream that is written for each {own.Dimension.Name} alone",
                    $"one rate for each {context.Dimensions[scope.Dimension].Name}",
                    $"`population` is by {own.Dimension.Name}: otherwise each part of a place would have the patients of all its people.");
                return null;
            }

            return population.ByPlace[own.Instance] / People;
        }

        var each = context.Dimensions[scope.Dimension].Name;
        context.Problems.Error(written.Where, written.Path, $"`population` by {each}, for each of which the stream is written",
            population.Dimension < 0 ? "that of the whole system" : $"`population` by {context.Dimensions[population.Dimension].Name}",
            "Otherwise each of them would have the patients of all people.");
        return null;
    }
}
