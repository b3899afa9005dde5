using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>Forms of measures to factor × numerator ÷ denominator.</summary>
internal sealed class MeasureFormulas
{
    private const double People = 100_000;

    private readonly QuantityCompiler quantities;
    private readonly WordsCompiler words;
    private readonly ProblemList problems;
    private readonly MeasureUnits units;
    private readonly PeopleServed people;

    /// <param name="quantities">Compiles the parts.</param>
    /// <param name="words">Compiles what a reader is told.</param>
    /// <param name="people">How many people there are for rates per head.</param>
    public MeasureFormulas(QuantityCompiler quantities, WordsCompiler words, PeopleServed people)
    {
        this.quantities = quantities;
        this.words = words;
        problems = words.Problems;
        this.people = people;
        units = new MeasureUnits(problems);
    }

    /// <summary>The measure, or null after a problem.</summary>
    public MeasureModel? Compile(MeasureDescription written)
    {
        var formula = written.Style switch
        {
            MeasureStyle.Share => Share(written),
            MeasureStyle.Rate => Rate(written),
            MeasureStyle.Mean or MeasureStyle.Deviation => Mean(written),
            MeasureStyle.Quantile => Quantile(written),
            MeasureStyle.Ratio => Ratio(written),
            MeasureStyle.Average => Average(written),
            MeasureStyle.PerCensus => PerCensus(written),
            _ => Total(written),
        };
        return formula is null || formula.Numerator < 0 || (formula.Denominator < 0 && written.Style != MeasureStyle.Quantile) ? null : Model(written, formula);
    }

    private MeasureModel Model(MeasureDescription written, Formula formula) => OfItsPeriods(written, new()
    {
        Id = written.Id,
        Unit = written.Unit?.Text ?? formula.Unit,
        Words = words.Of(written, written.Unit?.Text ?? formula.Unit),
        Form = written.Style switch
        {
            MeasureStyle.Quantile => MeasureForm.Quantile,
            MeasureStyle.Deviation => MeasureForm.StandardDeviation,
            _ => MeasureForm.Ratio,
        },
        Numerator = formula.Numerator,
        Denominator = formula.Denominator,
        Factor = formula.Factor * (written.Factor ?? 1),
        Probability = written.Probability,
        Monthly = written.Monthly,
        Quarterly = written.Quarterly,
        SettledWithin = written.SettledWithin,
    });

    /// <summary>The measure; where it asks for months or quarters that nothing is kept by, that is said.</summary>
    private MeasureModel OfItsPeriods(MeasureDescription written, MeasureModel measure)
    {
        foreach (var (key, isAsked) in new[] { (MeasureKeys.Monthly, written.Monthly), (MeasureKeys.Quarterly, written.Quarterly) })
        {
            if (isAsked && measure.IsOfYears)
            {
                problems.Warning(written.Where, $"{written.Path}.{key}", $"no `{key}` of a quantile, which is kept by year", "true", "Leave it out: no row comes of it.");
            }
        }

        return measure;
    }

    /// <summary>One measure less another, or null after a problem.</summary>
    /// <param name="written">The difference.</param>
    /// <param name="find">The measure of an id among those compiled; null where there is none, which is said.</param>
    public MeasureModel? Difference(MeasureDescription written, Func<Written, MeasureModel?> find)
    {
        var (first, second) = written.Parts!.Value;
        if (find(first) is not { } from || find(second) is not { } less)
        {
            return null;
        }

        var path = $"{written.Path}.{MeasureKeys.Difference}";
        if (from.Unit != less.Unit)
        {
            problems.Error(second.Where, path, $"two measures of one unit; {first} is in {from.Unit}", $"{second} in {less.Unit}",
                $"Give one of them the `unit` of the other.");
            return null;
        }

        if (!quantities.HaveLikeParts(from.Numerator, less.Numerator))
        {
            problems.Error(second.Where, path, $"two measures with the same `by` and `group`", $"{first}, {second}",
                "A difference has a value for each place and group of both.");
            return null;
        }

        return OfItsPeriods(written, new MeasureModel
        {
            Id = written.Id,
            Unit = from.Unit,
            Words = words.Of(written, from.Unit),
            Form = MeasureForm.Difference,
            Numerator = from.Numerator,
            Parts = (from, less),
            Monthly = written.Monthly,
            Quarterly = written.Quarterly,
            SettledWithin = written.SettledWithin,
        });
    }

    private Formula? Share(MeasureDescription written)
    {
        if (MeasureUnits.IsTime(written))
        {
            return Refuse(written, "% or share", "The measure is a share of the visits or waits.");
        }

        return Divide(written.Numerator, written.Numerator.WithoutLimit, UnitText.IsShareOfOne(written.Unit?.Text) ? 1 : UnitText.PerCent, UnitText.Percent);
    }

    private Formula? Ratio(MeasureDescription written)
    {
        var (numerator, denominator) = (written.Numerator, written.Denominator!);
        return units.OfRatio(written) is { } unit ? Divide(numerator, denominator, unit.Factor, unit.Name) : null;
    }

    private Formula? Rate(MeasureDescription written)
    {
        var (seconds, unit) = written.Per switch
        {
            RatePeriod.Day => (TimeUnit.Day, "per day"),
            RatePeriod.Month => (TimeUnit.Month, "per month"),
            _ => (TimeUnit.Month * People, "per 100,000 a month"),
        };
        var isByPlace = false;
        if (written.Per == RatePeriod.MonthPer100k)
        {
            if (people.Of(written) is not { } served)
            {
                return null;
            }

            (seconds, isByPlace) = (served.IsByPlace ? seconds : seconds / served.Whole, served.IsByPlace);
        }

        if (units.OfRate(written) is not { } counted)
        {
            return null;
        }

        // Sums over time are in unit-seconds; a rate of them is of unit-days, such as bed-days, unless it says hours.
        var time = isByPlace ? QuantityForm.PeopleTime : QuantityForm.Time;
        return Divide(written.Numerator, written.Numerator.As(time), seconds * counted, written.Numerator.Form.InSeconds ? "days " + unit : unit);
    }

    private Formula? Mean(MeasureDescription written)
    {
        var counted = written.Numerator.Form == QuantityForm.VisitTime ? QuantityForm.Visits
            : written.Numerator.Form == QuantityForm.EndedWaitTime ? QuantityForm.Ended
            : written.Numerator.Form == QuantityForm.Carried ? QuantityForm.Carriers
            : QuantityForm.Started;
        var denominator = written.Numerator.As(counted) with { Part = WaitPart.Both };
        var squares = written.Style == MeasureStyle.Deviation;
        return OfLength(written) is { } unit
            ? new Formula(quantities.Compile(written.Numerator, squares: squares), quantities.Compile(denominator), unit.Factor, unit.Name)
            : null;
    }

    /// <summary>A length of time, or a number in a unit of its own.</summary>
    private MeasureUnit? OfLength(MeasureDescription written) =>
        written.Numerator.Form == QuantityForm.Carried ? units.OfNumber(written) : units.OfLength(written, TimeUnit.Minute, "min");

    private Formula? Quantile(MeasureDescription written) =>
        OfLength(written) is { } unit
            ? new Formula(quantities.Compile(written.Numerator, histogram: true), -1, unit.Factor, unit.Name)
            : null;

    private Formula? Average(MeasureDescription written)
    {
        if (MeasureUnits.IsTime(written) || UnitText.IsPercent(written.Unit?.Text))
        {
            return Refuse(written, "what is counted, such as beds",
                "An average over time is a number of units or patients; a share of those open is { ratio: [ { occupied: … }, { open: … } ] }.");
        }

        return Divide(written.Numerator, written.Numerator.As(QuantityForm.Time), 1, Noun(written.Numerator.Form));
    }

    private Formula? PerCensus(MeasureDescription written)
    {
        var (form, percent) = (written.Numerator.Form, UnitText.IsPercent(written.Unit?.Text));
        if (MeasureUnits.IsTime(written) || (percent && form.Unit != QuantityUnit.Censuses))
        {
            return Refuse(written, "what is counted, such as beds", "The measure is a number at each census; only a share of the censuses is in %.");
        }

        return Divide(written.Numerator, written.Numerator.As(QuantityForm.Censuses), percent ? UnitText.PerCent : 1, Noun(form));
    }

    private Formula? Total(MeasureDescription written)
    {
        var (numerator, one) = (written.Numerator, written.Numerator.As(QuantityForm.One));
        if (numerator.Form.InSeconds)
        {
            return units.OfLength(written, TimeUnit.Day, "d") is { } length ? Divide(numerator, one, length.Factor, length.Name) : null;
        }

        return units.OfTotal(written) is { } factor
            ? Divide(numerator, one, factor, numerator.Form.Unit is QuantityUnit.PatientCensuses or QuantityUnit.UnitCensuses ? "days" : Noun(numerator.Form))
            : null;
    }

    private Formula Divide(QuantityDescription numerator, QuantityDescription denominator, double factor, string unit) =>
        new(quantities.Compile(numerator), quantities.Compile(denominator), factor, unit);

    private Formula? Refuse(MeasureDescription written, string expected, string hint)
    {
        units.Refuse(written, expected, hint);
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
