using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Forms of measures to factor × numerator ÷ denominator.</summary>
internal sealed class MeasureFormulas
{
    private const double People = 100_000;
    private const string NoSource = "the description of the system";

    private readonly QuantityCompiler quantities;
    private readonly ProblemList problems;
    private readonly double? population;

    /// <param name="quantities">Compiles the parts.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="population">People served, or null when the system does not say.</param>
    public MeasureFormulas(QuantityCompiler quantities, ProblemList problems, double? population)
    {
        this.quantities = quantities;
        this.problems = problems;
        this.population = population;
    }

    /// <summary>The measure, or null after a problem.</summary>
    public MeasureModel? Compile(MeasureDescription written)
    {
        var formula = written.Style switch
        {
            MeasureStyle.Share => Ratio(written, written.Numerator, written.Numerator.WithoutLimit, UnitText.PerCent, UnitText.Percent),
            MeasureStyle.Rate => Rate(written),
            MeasureStyle.Mean => Mean(written),
            MeasureStyle.Quantile => Quantile(written),
            MeasureStyle.Ratio => Ratio(written),
            MeasureStyle.Average => Ratio(written, written.Numerator, written.Numerator.As(QuantityForm.Time), 1, Noun(written.Numerator.Form)),
            MeasureStyle.PerCensus => PerCensus(written),
            _ => Total(written),
        };
        return formula is null || formula.Numerator < 0 || (formula.Denominator < 0 && written.Style != MeasureStyle.Quantile) ? null : Model(written, formula);
    }

    private static MeasureModel Model(MeasureDescription written, Formula formula) => new()
    {
        Id = written.Id,
        Unit = written.Unit?.Text ?? formula.Unit,
        Definition = written.Definition ?? DefinitionText.Of(written),
        Source = written.Source ?? NoSource,
        Form = written.Style == MeasureStyle.Quantile ? MeasureForm.Quantile : MeasureForm.Ratio,
        Numerator = formula.Numerator,
        Denominator = formula.Denominator,
        Factor = formula.Factor,
        Probability = written.Probability,
        Monthly = written.Monthly,
    };

    private Formula Ratio(MeasureDescription written, QuantityDescription numerator, QuantityDescription denominator, double factor, string unit) =>
        new(quantities.Compile(numerator), quantities.Compile(denominator), written.Factor ?? factor, unit);

    private Formula? Ratio(MeasureDescription written)
    {
        var (numerator, denominator) = (written.Numerator, written.Denominator!);
        if (written.Factor is null && numerator.Form.InSeconds && !denominator.Form.InSeconds)
        {
            return LengthFactor(written, TimeUnit.Day, "d") is { } factor ? Ratio(written, numerator, denominator, factor.PerSecond, factor.Unit) : null;
        }

        return Ratio(written, numerator, denominator, UnitText.IsPercent(written.Unit?.Text) ? UnitText.PerCent : 1, "ratio");
    }

    private Formula? Rate(MeasureDescription written)
    {
        var (seconds, unit) = written.Per switch
        {
            RatePeriod.Day => (TimeUnit.Day, "per day"),
            RatePeriod.Month => (TimeUnit.Month, "per month"),
            _ => (TimeUnit.Month * People / (population ?? 1), "per 100,000 a month"),
        };
        if (written.Per == RatePeriod.MonthPer100k && population is null)
        {
            return Refuse(written, "per", "`population` in the system", "none", "Write population: { value: …, source: … } beside `system`.");
        }

        if (written.Per == RatePeriod.MonthPer100k && written.Numerator.By is not null)
        {
            return Refuse(written, "by", "no places in a rate per 100,000", written.Numerator.By.Text, "`population` is that of the whole system; leave out `by`.");
        }

        // Sums over time are in unit-seconds; a rate of them is of unit-days, such as bed-days.
        var inDays = written.Numerator.Form.InSeconds;
        return Ratio(written, written.Numerator, written.Numerator.As(QuantityForm.Time), inDays ? seconds / TimeUnit.Day : seconds, inDays ? "days " + unit : unit);
    }

    private Formula? Mean(MeasureDescription written)
    {
        var counted = written.Numerator.Form == QuantityForm.VisitTime ? QuantityForm.Visits : QuantityForm.Started;
        var denominator = written.Numerator.As(counted) with { Part = WaitPart.Both };
        return LengthFactor(written, TimeUnit.Minute, "min") is { } factor ? Ratio(written, written.Numerator, denominator, factor.PerSecond, factor.Unit) : null;
    }

    private Formula? Quantile(MeasureDescription written) =>
        LengthFactor(written, TimeUnit.Minute, "min") is { } factor ? new Formula(quantities.Compile(written.Numerator, histogram: true), -1, factor.PerSecond, factor.Unit) : null;

    private Formula PerCensus(MeasureDescription written)
    {
        var form = written.Numerator.Form;
        return Ratio(written, written.Numerator, written.Numerator.As(QuantityForm.Censuses), UnitText.IsPercent(written.Unit?.Text) ? UnitText.PerCent : 1, Noun(form));
    }

    private Formula? Total(MeasureDescription written)
    {
        var (numerator, one) = (written.Numerator, written.Numerator.As(QuantityForm.One));
        if (numerator.Form.InSeconds)
        {
            return LengthFactor(written, TimeUnit.Day, "d") is { } factor ? Ratio(written, numerator, one, factor.PerSecond, factor.Unit) : null;
        }

        return Ratio(written, numerator, one, 1, numerator.Form.Unit is QuantityUnit.PatientCensuses or QuantityUnit.UnitCensuses ? "days" : Noun(numerator.Form));
    }

    /// <summary>From seconds to the declared unit of time; null after a problem.</summary>
    private (double PerSecond, string Unit)? LengthFactor(MeasureDescription written, double fallback, string unit)
    {
        if (written.Unit is null)
        {
            return (1 / fallback, unit);
        }

        if (UnitText.TryGetPerSecond(written.Unit.Text, out var perSecond))
        {
            return (perSecond, written.Unit.Text);
        }

        problems.Error(written.Unit.Where, written.Unit.Path, UnitText.ExpectedTime, written.Unit.Text, "The measure is a length of time.");
        return null;
    }

    private Formula? Refuse(MeasureDescription written, string key, string expected, string received, string hint)
    {
        problems.Error(written.Where, $"{written.Path}.{key}", expected, received, hint);
        return null;
    }

    private static string Noun(QuantityForm form) => form.Unit switch
    {
        QuantityUnit.Censuses => "censuses",
        _ when form.OfPatients => "patients",
        _ => "units",
    };

    /// <summary>Quantities and factor of a measure, and its unit unless one is declared.</summary>
    private sealed record Formula(int Numerator, int Denominator, double Factor, string Unit);
}
