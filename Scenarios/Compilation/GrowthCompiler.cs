using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles growth from year to year, of rates and of schedules.</summary>
internal sealed class GrowthCompiler(CompileContext context, Horizon horizon)
{
    /// <summary>The factor of each day; a single 1 where nothing grows; null after a problem.</summary>
    /// <remarks>Steps each 1 April from the branch on; without a branch each 1 April after the start.</remarks>
    public double[]? Of(Written? written)
    {
        if (written is null)
        {
            return [1];
        }

        if (!GrowthText.TryParse(written.Text, out var perYear, out var expected))
        {
            context.Problems.Error(written.Where, written.Path, expected, written.Text);
            return null;
        }

        var branched = context.Run.Branch > context.Run.Start;
        var from = branched ? context.Run.Branch / SimTime.Day : (context.Run.Start / SimTime.Day) + 1;
        var factors = new double[horizon.Days];
        var factor = 1.0;
        var next = horizon.NextFirstOfApril(from);
        for (var day = 0; day < factors.Length; day++)
        {
            if (day == next)
            {
                factor *= 1 + perYear;
                next = horizon.NextFirstOfApril(day + 1);
            }

            factors[day] = factor;
        }

        return factors;
    }
}
