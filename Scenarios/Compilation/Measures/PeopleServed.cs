using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>The people of whom a measure is per 100,000.</summary>
internal sealed class PeopleServed(CompileContext context)
{
    /// <summary>How many there are in all, and whether each place has its own; null after a problem.</summary>
    public (double Whole, bool IsByPlace)? Of(MeasureDescription written)
    {
        if (context.Population is not { } population)
        {
            if (!context.Root.Has(SystemKeys.Population.Name))
            {
                context.Problems.Error(written.Where, $"{written.Path}.per", "`population` in the system", "none",
                    "Write population: { value: …, source: … } beside `system`.");
            }

            return null;
        }

        if (written.Numerator.By is not { } by)
        {
            return (population.Whole, false);
        }

        if (population.Dimension >= 0 && context.Dimensions[population.Dimension].Name == by.Text)
        {
            return (population.Whole, true);
        }

        context.Problems.Error(written.Where, $"{written.Path}.by",
            population.Dimension < 0 ? "no places in a rate per 100,000" : $"{context.Dimensions[population.Dimension].Name}, by which `population` is known",
            by.Text, population.Dimension < 0
                ? "`population` is that of the whole system; leave out `by`, or write people by place."
                : "Leave out `by`, or write `population` by the other dimension.");
        return null;
    }
}
