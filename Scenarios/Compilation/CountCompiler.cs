using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Scenarios.Compilation;

/// <summary>Compiles how many arrive together: a number, a distribution of numbers, or a table of them.</summary>
internal sealed class CountCompiler
{
    /// <summary>Patients of one instant, on average.</summary>
    public const double Most = 100_000;

    private readonly CompileContext context;
    private readonly Parts parts;
    private readonly DistributionLaws laws;

    public CountCompiler(CompileContext context, Parts parts)
    {
        this.context = context;
        this.parts = parts;
        laws = new DistributionLaws(context);
    }

    /// <summary>Patients each time; null after a problem.</summary>
    public ArrivalCount? Compile(AmountDescription count, CompileScope scope)
    {
        if (parts.Amounts.Table<Count>(count, scope, Read) is not { } each)
        {
            return null;
        }

        if (!PatientUse.In(each.Lookup))
        {
            return new ArrivalCount(each.Lookup, Array.ConvertAll(each.Values, value => value.Law));
        }

        context.Problems.Error(count.At.Where, count.At.Path, "a table by weekday, month, date, hour and the dimension of each", count.At.Text,
            "How many arrive cannot depend on the patients.");
        return null;
    }

    private Count? Read(Written text)
    {
        if (!DistributionText.TryParseNumber(text.Text, out var spec, out var expected))
        {
            context.Problems.Error(text.Where, text.Path, expected, text.Text);
            return null;
        }

        var lowest = spec["value"] ?? spec["min"] ?? spec["mean"] ?? 0;
        if (lowest < 0 || spec.AtMost is { Value: < 0 })
        {
            context.Problems.Error(text.Where, text.Path, "a number of patients, at least 0", text.Text);
            return null;
        }

        if (laws.Of(spec, text) is not { } law)
        {
            return null;
        }

        if (law.Mean <= Most)
        {
            return new Count(law);
        }

        context.Problems.Error(text.Where, text.Path, FormattableString.Invariant($"at most {Most} patients at a time"), text.Text);
        return null;
    }

    /// <summary>Patients each time.</summary>
    private readonly record struct Count(Distribution Law);
}
